"""Links of findings and reports, and of the public page to report by."""

from django.utils.translation import gettext_lazy as _

from jurdil.oversight import queries
from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.OVERSIGHT,
        10,
        _("Temuan dan laporan"),
        "oversight:cases",
        "oversight.case",
        "file-text",
        badge=queries.open_cases,
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        12,
        _("Informasi awal"),
        "oversight:case_tip",
        "oversight.case_tip",
        "info-circle",
    ),
    nav.NavLink(nav.PORTAL, 60, _("Lapor pelanggaran"), "oversight:report", "oversight.desk"),
)
