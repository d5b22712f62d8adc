"""Links to activities, programme, coverage and materials."""

from django.utils.translation import gettext_lazy as _

from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.outreach import queries
from jurdil.web import nav


def waiting(viewer: Viewer) -> int:
    """How many reports wait for this viewer."""
    return queries.waiting_count(viewer) if allows(viewer, "outreach.verify") else 0


nav.register(
    nav.NavLink(
        nav.BEFORE,
        60,
        _("Kegiatan sosialisasi"),
        "outreach:index",
        "outreach.view",
        "speakerphone",
        badge=waiting,
    ),
    nav.NavLink(
        nav.BEFORE, 61, _("Program sosialisasi"), "outreach:programme", "outreach.view", "checklist"
    ),
    nav.NavLink(
        nav.BEFORE, 62, _("Cakupan desa × basis"), "outreach:coverage", "outreach.view", "map-2"
    ),
    nav.NavLink(
        nav.BEFORE, 63, _("Materi sosialisasi"), "outreach:materials", "outreach.view", "file-text"
    ),
)
