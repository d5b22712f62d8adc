"""Links of risks, AGHT and prevention."""

from django.utils.translation import gettext_lazy as _

from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import queries
from jurdil.web import nav


def _waiting(viewer: Viewer) -> int:
    return queries.waiting(viewer) if allows(viewer, "oversight.ikp") else 0


nav.register(
    nav.NavLink(
        nav.OVERSIGHT,
        40,
        _("Indeks kerawanan (IKP)"),
        "oversight:ikp",
        "oversight.ikp",
        "chart-bar",
        badge=_waiting,
    ),
    nav.NavLink(
        nav.OVERSIGHT, 41, _("TPS rawan"), "oversight:tps", "oversight.tps", "alert-triangle"
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        42,
        _("Peta kerawanan KPU"),
        "oversight:kpu_map",
        "oversight.kpu_map_view",
        "map-2",
    ),
    nav.NavLink(nav.OVERSIGHT, 43, _("AGHT"), "oversight:aght_list", "oversight.aght", "flag"),
    nav.NavLink(
        nav.OVERSIGHT,
        44,
        _("Pencegahan"),
        "oversight:prevention_list",
        "oversight.prevention",
        "shield-check",
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        45,
        _("Posko kawal hak pilih"),
        "oversight:post_list",
        "oversight.post",
        "speakerphone",
    ),
)
