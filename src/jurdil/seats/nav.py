"""The room's links in the left column and on the public pages."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.VOTING, 60, _("Kursi & Calon Terpilih"), "seats:index", "seats.view", "armchair"
    ),
    nav.NavLink(
        nav.PORTAL, 20, _("Kursi & Calon Terpilih"), "seats:index", "seats.view", "armchair"
    ),
)
