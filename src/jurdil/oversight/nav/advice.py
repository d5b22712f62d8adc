"""Links of correction advice."""

from django.utils.translation import gettext_lazy as _

from jurdil.oversight import queries
from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.OVERSIGHT,
        20,
        _("Saran perbaikan"),
        "oversight:advice_list",
        "oversight.advice",
        "speakerphone",
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        22,
        _("Konsep temuan"),
        "oversight:drafts",
        "oversight.drafts",
        "file-text",
        badge=queries.open_drafts,
    ),
    nav.NavLink(
        nav.MY_WORK,
        45,
        _("Saran Bawaslu"),
        "oversight:advice_inbox",
        "oversight.advice_in",
        "speakerphone",
        badge=queries.advice_waiting,
    ),
)
