"""The room's link in the left column."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.BEFORE, 30, _("Parpol & Pencalonan"), "parties:index", "parties.view", "users-group"
    ),
)
