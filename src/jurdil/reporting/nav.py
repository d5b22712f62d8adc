"""The room's links in the left column, and the news in the public shell."""

from django.utils.translation import gettext_lazy as _

from jurdil.reporting import queries
from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.OFFICE, 40, _("Evaluasi"), "reporting:evaluations", "reporting.view", "chart-bar"
    ),
    nav.NavLink(
        nav.OFFICE,
        42,
        _("Siaran pers"),
        "reporting:releases",
        "reporting.press",
        "speakerphone",
        badge=queries.releases_waiting,
    ),
    nav.NavLink(
        nav.OFFICE,
        44,
        _("Kliping"),
        "reporting:clippings",
        "reporting.press",
        "list-details",
        badge=queries.clippings_waiting,
    ),
    nav.NavLink(
        nav.OFFICE, 46, _("Lembar harian"), "reporting:today", "reporting.press", "calendar-event"
    ),
)
