"""Links of neutrality, money politics and process disputes."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.OVERSIGHT,
        10,
        _("Jam yang berjalan"),
        "oversight:clocks",
        "oversight.clocks",
        "clock",
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        46,
        _("Sisa coklit"),
        "oversight:residue",
        "oversight.quarter",
        "home",
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        30,
        _("Netralitas"),
        "oversight:neutral_list",
        "oversight.neutral",
        "user",
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        31,
        _("Politik uang"),
        "oversight:money_list",
        "oversight.money",
        "diamond",
    ),
    nav.NavLink(
        nav.OVERSIGHT,
        32,
        _("Sengketa proses"),
        "oversight:dispute_list",
        "oversight.dispute",
        "scale",
    ),
)
