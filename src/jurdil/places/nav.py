"""The room's links in the left column."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(nav.BEFORE, 20, _("Wilayah & TPS"), "places:tree", "places.view", "map-pin"),
)
