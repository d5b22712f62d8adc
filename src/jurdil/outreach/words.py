"""Names of steps as buttons and histories say them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurdil.law.participation.steps import ContestStep, RegistrationStep

STEP_NAMES = {
    "terima": _("Diterima"),
    "laporan": _("Laporan diterima"),
    RegistrationStep.RETURN: _("Kembalikan untuk dilengkapi"),
    RegistrationStep.RESUBMIT: _("Terima perbaikannya"),
    RegistrationStep.COMPLETE: _("Nyatakan lengkap"),
    RegistrationStep.ACCREDIT: _("Akreditasi"),
    RegistrationStep.REFUSE: _("Tolak"),
    RegistrationStep.REVOKE: _("Cabut akreditasi"),
    RegistrationStep.WITHDRAW: _("Catat penarikan"),
}
CONTEST_STEPS = {
    "susun": pgettext_lazy("contest", "Disusun"),
    ContestStep.OPEN: _("Buka pendaftaran"),
    ContestStep.JUDGE: _("Tutup pendaftaran, mulai menilai"),
    ContestStep.RANK: _("Tetapkan peringkat"),
    ContestStep.ANNOUNCE: _("Umumkan pemenang"),
    ContestStep.CANCEL: _("Batalkan lomba"),
}
STATE_TAGS = {
    "diterima": "info",
    "dikembalikan": "warn",
    "lengkap": "wait",
    "terakreditasi": "ok",
    "ditolak": "bad",
    "dicabut": "bad",
    "ditarik": "none",
    "disusun": "none",
    "dibuka": "info",
    "dinilai": "wait",
    "ditetapkan": "frozen",
    "diumumkan": "ok",
    "dibatalkan": "none",
    "menunggu": "wait",
    "terverifikasi": "ok",
}
"""The tag of every state of the room's registrations, contests and entries."""
