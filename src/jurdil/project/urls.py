"""One line per room; each room's URLs carry its name as namespace."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

PREFIXES = {
    "kernel": "",
    "web": "",
    "stages": "",
    "places": "wilayah/",
    "office": "tata-usaha/",
    "voters": "pemilih/",
    "meetings": "rapat/",
    "parties": "peserta/",
    "results": "hasil/",
    "seats": "kursi/",
    "outreach": "sosialisasi/",
    "oversight": "pengawasan/",
    "reporting": "laporan/",
    "portal": "publik/",
}

urlpatterns = [
    path(prefix, include(f"jurdil.{room}.urls"))
    for room, prefix in PREFIXES.items()
    if f"jurdil.{room}" in settings.INSTALLED_APPS and find_spec(f"jurdil.{room}.urls")
] + [
    path("lapangan/coklit/", include("jurdil.voters.urls.field")),
    path("lapangan/sosialisasi/", include("jurdil.outreach.urls.field")),
    path("lapangan/lhp/", include("jurdil.oversight.urls.field")),
    path("akun/", include("jurdil.kernel.login_urls")),
]

handler400 = "jurdil.web.views.bad_request"
handler403 = "jurdil.web.views.forbidden"
handler404 = "jurdil.web.views.not_found"
handler500 = "jurdil.web.views.server_error"
