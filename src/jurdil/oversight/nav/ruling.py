"""Links of rulings in both houses."""

from django.utils.translation import gettext_lazy as _

from jurdil.oversight import queries
from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.OVERSIGHT,
        21,
        _("Putusan kepada KPU"),
        "oversight:ruling_list",
        "oversight.ruling",
        "scale",
    ),
    nav.NavLink(
        nav.MY_WORK,
        46,
        _("Putusan Bawaslu"),
        "oversight:ruling_inbox",
        "oversight.ruling_in",
        "scale",
        badge=queries.rulings_waiting,
    ),
)
