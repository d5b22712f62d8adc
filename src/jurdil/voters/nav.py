"""The room's link in the left column."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.OVERSIGHT, 20, _("Akses pengawas"), "voters:overseer", "voters.overseer", "eye"
    ),
    nav.NavLink(nav.BEFORE, 20, _("Data Pemilih"), "voters:index", "voters.view", "users", bar=30),
    nav.NavLink(nav.BEFORE, 21, "PDPB", "voters:pdpb", "voters.pdpb", "progress"),
)
