"""Links to the kernel's pages: the kernel stands above the frame and cannot name them itself."""

from django.utils.translation import gettext_lazy as _

from jurdil.web.nav import OFFICE, NavLink, register

register(
    NavLink(OFFICE, 15, _("Surat & Naskah Dinas"), "kernel:documents", "document.view", "mail"),
    NavLink(OFFICE, 20, _("Akun dan peran"), "kernel:people", "account.view", "users"),
    NavLink(OFFICE, 30, _("Matriks wewenang"), "kernel:matrix", "matrix.view", "table"),
    NavLink(OFFICE, 40, _("Jejak Perubahan"), "kernel:ledger", "ledger.view", "history"),
    NavLink(OFFICE, 50, _("Impor berkas"), "kernel:imports", "import.view", "upload"),
    NavLink(OFFICE, 90, _("Pengaturan kantor"), "kernel:settings", "office.settings", "settings"),
)
