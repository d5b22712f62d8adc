"""Links to the kernel's pages: the kernel stands above the frame and cannot name them itself."""

from django.utils.translation import gettext_lazy as _

from jurdil.kernel.queries.exchange import held_count
from jurdil.kernel.queries.outbox import waiting_count
from jurdil.web.nav import MY_WORK, OFFICE, NavLink, register

register(
    NavLink(OFFICE, 15, _("Surat & Naskah Dinas"), "kernel:documents", "document.view", "mail"),
    NavLink(
        OFFICE,
        18,
        _("Pertukaran antarkantor"),
        "kernel:exchange",
        "exchange.view",
        "send",
        badge=held_count,
    ),
    NavLink(OFFICE, 20, _("Akun dan peran"), "kernel:people", "account.view", "users"),
    NavLink(OFFICE, 30, _("Matriks wewenang"), "kernel:matrix", "matrix.view", "table"),
    NavLink(OFFICE, 40, _("Jejak Perubahan"), "kernel:ledger", "ledger.view", "history"),
    NavLink(OFFICE, 50, _("Impor berkas"), "kernel:imports", "import.view", "upload"),
    NavLink(OFFICE, 90, _("Pengaturan kantor"), "kernel:settings", "office.settings", "settings"),
    NavLink(MY_WORK, 60, _("Kerja lapangan"), "web:field", "outbox.receive", "map-pin"),
    NavLink(
        MY_WORK,
        64,
        _("Perlu keputusan"),
        "kernel:field_waiting",
        "outbox.waiting",
        "scale",
        badge=waiting_count,
    ),
)
