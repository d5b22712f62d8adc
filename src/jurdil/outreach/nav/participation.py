"""Links to participation, observers and contests."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.BEFORE,
        70,
        _("Partisipasi"),
        "outreach:participation",
        "outreach.participation",
        "chart-bar",
    ),
    nav.NavLink(
        nav.BEFORE,
        72,
        _("Pemantau, survei, hitung cepat"),
        "outreach:bodies",
        "outreach.bodies",
        "eye",
    ),
    nav.NavLink(
        nav.BEFORE,
        74,
        _("Lomba dan penghargaan"),
        "outreach:contests",
        "outreach.contests",
        "flag",
    ),
)
