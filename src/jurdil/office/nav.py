"""The room's links in the left column."""

from django.utils.translation import gettext_lazy as _

from jurdil.office import queries
from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.OFFICE,
        12,
        _("Agenda surat"),
        "office:letters",
        "office.letters",
        "mail",
        badge=queries.late_letters,
    ),
    nav.NavLink(
        nav.OFFICE, 14, _("Berkas SPJ"), "office:spj_index", "office.spj", "clipboard-check"
    ),
    nav.NavLink(nav.OFFICE, 16, _("Produk hukum"), "office:products", "office.products", "gavel"),
    nav.NavLink(
        nav.OFFICE, 17, _("Direktori"), "office:directory", "office.directory", "building-community"
    ),
    nav.NavLink(
        nav.OFFICE,
        25,
        _("Serah terima jabatan"),
        "office:handovers",
        "office.handovers",
        "users-group",
    ),
)
