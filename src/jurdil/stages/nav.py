"""The room's links in the left column and in the phone's bar."""

from django.utils.translation import gettext_lazy as _

from jurdil.kernel.policy import allows
from jurdil.kernel.queries.tasks import late_count
from jurdil.kernel.viewer import Viewer
from jurdil.web import nav


def late(viewer: Viewer) -> int:
    """How many of the viewer's own tasks are late."""
    return late_count(viewer) if allows(viewer, "task.view") else 0


nav.register(
    nav.NavLink(nav.MY_WORK, 10, _("Beranda"), "stages:home", "stages.work", "home", bar=1),
    nav.NavLink(
        nav.MY_WORK, 20, _("Tugas"), "stages:tasks", "task.view", "checklist", badge=late, bar=2
    ),
    nav.NavLink(
        nav.MY_WORK,
        30,
        _("Tahapan & Jadwal"),
        "stages:agenda",
        "stages.view",
        "calendar-event",
        bar=3,
    ),
    nav.NavLink(
        nav.OFFICE, 5, _("Mulai di sini"), "stages:start", "stages.first_hour", "clipboard-check"
    ),
    nav.NavLink(nav.PORTAL, 5, _("Kantor"), "stages:home", "stages.view", "home"),
    nav.NavLink(nav.PORTAL, 20, _("Jadwal"), "stages:agenda", "stages.view", "calendar-event"),
)
