"""Links to the public pages, for the staff and for visitors."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(nav.PUBLIC, 10, _("Portal publik"), "portal:index", "portal.view", "world"),
    nav.NavLink(nav.PORTAL, 10, _("Hasil hitung"), "portal:index", "portal.view", "chart-bar"),
    nav.NavLink(
        nav.PORTAL, 60, _("Siaran pers"), "portal:news", "reporting.public", "speakerphone"
    ),
    nav.NavLink(nav.PORTAL, 70, _("Cek terdaftar"), "portal:lookup", "portal.view", "users"),
    nav.NavLink(nav.PORTAL, 60, _("Pemantau & lomba"), "portal:bodies", "portal.view", "eye"),
    nav.NavLink(
        nav.PORTAL, 75, _("Tanggapan daftar pemilih"), "portal:comment", "portal.view", "users"
    ),
    nav.NavLink(
        nav.PORTAL,
        80,
        _("Periksa rekap"),
        "portal:check_recap",
        "portal.view",
        "clipboard-check",
    ),
)
