"""Words of the room for codes that are stored."""

from django.utils.translation import gettext_lazy as _

HAPPENED = {
    "tanda-terima": _("Tanda terima LHKPN diserahkan"),
    "menyusul": _("Sudah lapor LHKPN, tanda terima menyusul"),
    "mundur": _("Mengundurkan diri"),
    "meninggal": _("Meninggal dunia"),
    "tidak-memenuhi-syarat": _("Tidak lagi memenuhi syarat"),
    "dilantik": _("Mengucapkan sumpah/janji"),
}
PLACES = {
    "terpilih": _("Terpilih"),
    "pengganti": _("Pengganti, naik urutan"),
    "cadangan": _("Urutan berikutnya"),
    "keluar": _("Tidak dilantik"),
}
REPORTS = {
    "belum": _("LHKPN belum ada"),
    "menyusul": _("LHKPN menyusul"),
    "ada": _("LHKPN ada"),
    "terlambat": _("LHKPN lewat tenggat"),
}
CHECKS = {
    "anggota-partai": _("Masih anggota partai yang sama"),
    "hidup": _("Tidak meninggal dunia"),
    "syarat": _("Masih memenuhi syarat calon"),
    "lhkpn": _("Tanda terima LHKPN ada"),
}
