"""The room's links in the left column."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.MY_WORK, 40, _("Rapat & Kegiatan"), "meetings:index", "meetings.view", "users-group"
    ),
)
