"""The room's links in the left column."""

from django.utils.translation import gettext_lazy as _

from jurdil.web import nav

nav.register(
    nav.NavLink(
        nav.VOTING, 25, _("Penerimaan kertas"), "results:intake_index", "results.intake", "package"
    ),
    nav.NavLink(
        nav.VOTING, 30, _("Entri C.Hasil"), "results:entry_index", "results.entry", "pencil"
    ),
    nav.NavLink(
        nav.VOTING, 40, _("Hasil & Rekapitulasi"), "results:index", "results.view", "chart-bar"
    ),
)
nav.register(
    nav.NavLink(
        nav.VOTING,
        43,
        _("Rapat pleno"),
        "results:plenary_index",
        "results.plenary",
        "gavel",
    ),
)
nav.register(
    nav.NavLink(
        nav.VOTING, 45, _("Pemungutan ulang"), "results:revote_index", "results.revotes", "history"
    ),
    nav.NavLink(
        nav.VOTING, 46, _("Sengketa hasil"), "results:dispute_index", "results.disputes", "scale"
    ),
)
