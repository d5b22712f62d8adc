"""Links of supervision reports."""

from django.utils.translation import gettext_lazy as _

from jurdil.oversight import queries
from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.OVERSIGHT,
        10,
        _("LHP"),
        "oversight:lhp_list",
        "oversight.lhp",
        "clipboard-check",
        badge=queries.lhp_turns,
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        12,
        _("Rekap jawaban LHP"),
        "oversight:lhp_rollup",
        "oversight.lhp_rollup",
        "chart-bar",
    ),
)
