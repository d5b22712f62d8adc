"""The room's link in the left column."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.VOTING, 40, _("Hasil & Rekapitulasi"), "results:index", "results.view", "chart-bar"
    ),
)
