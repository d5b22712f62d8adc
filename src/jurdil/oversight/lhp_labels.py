"""The words of a supervision report: levels, fields, values, for pages and papers."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.law.oversight import field_reports as law
from jurdil.law.oversight.checklists import Checklist
from jurdil.law.text import Text
from jurdil.web import words

LEVELS = {
    "ptps": Text("PTPS", "PTPS"),
    "pkd": Text("PKD", "PKD"),
    "panwascam": Text("Panwascam", "Panwascam"),
    "bawaslu": Text("Bawaslu", "Bawaslu"),
}
PLAIN = Text("Pengawasan tanpa alat kerja", "Supervision without a checklist")
STEPS = {
    "kirim": gettext_lazy("Dikirim"),
    "ubah": gettext_lazy("Diubah penulisnya"),
    "periksa": gettext_lazy("Diperiksa"),
    "kembalikan": gettext_lazy("Dikembalikan"),
    "terima": gettext_lazy("Diterima"),
    "kirim-ulang": gettext_lazy("Dikirim kembali"),
}
FIELDS = {
    "path": gettext_lazy("Tempat"),
    "spot": gettext_lazy("Lokasi"),
    "election": gettext_lazy("Pemilihan"),
    "stage": gettext_lazy("Tahapan"),
    "order_number": gettext_lazy("Surat tugas"),
    "supervisors": gettext_lazy("Bersama pengawas"),
    "form": gettext_lazy("Bentuk pengawasan"),
    "purpose": gettext_lazy("Tujuan"),
    "target": gettext_lazy("Sasaran"),
    "begins_at": gettext_lazy("Mulai"),
    "ends_at": gettext_lazy("Selesai"),
    "checklist": gettext_lazy("Alat kerja"),
    "story": gettext_lazy("Uraian hasil pengawasan"),
    "who": gettext_lazy("Siapa (kedudukan)"),
    "why": gettext_lazy("Mengapa"),
    "how": gettext_lazy("Bagaimana"),
    "violation": gettext_lazy("Dugaan pelanggaran"),
    "event": gettext_lazy("Peristiwa"),
    "dispute": gettext_lazy("Potensi sengketa"),
    "dispute_story": gettext_lazy("Peristiwa potensi sengketa"),
    "papers": gettext_lazy("Surat, dokumen, dan bukti lain"),
    "oral_advice": gettext_lazy("Saran lisan"),
}
DOUBTS = {
    "jam-hp": gettext_lazy(
        "Jam HP berbeda lebih dari 10 menit dari server. Tanyakan jam pengawasan yang sebenarnya."
    ),
    "di-depan": gettext_lazy(
        "Jam pengawasan lebih lambat dari jam laporan ini tiba. Tanyakan jam yang sebenarnya."
    ),
}


def field_name(name: str, checklist: Checklist | None) -> str:
    """A field of a version in words; an answer by its question."""
    stem, _dot, rest = name.partition(".")
    if stem == "answers":
        code, _dot, part = rest.partition(".")
        item = checklist.item(code) if checklist else None
        asked = say(item.question) if item else code
        return _("%(asked)s (catatan)") % {"asked": asked} if part == "note" else asked
    return str(FIELDS.get(stem, stem))


def value_of(name: str, value: str) -> str:
    """A value of a version in words."""
    if value in ("True", "False"):
        return _("ya") if value == "True" else _("tidak")
    if name in ("begins_at", "ends_at") and value:
        return moment(datetime.fromisoformat(value))
    if name == "form" and value in law.forms():
        return say(law.forms()[value].name)
    return value


def span(begins: datetime, ends: datetime) -> str:
    """From when to when; the day once when it is one."""
    first, last = (one.astimezone(clock.zone()) for one in (begins, ends))
    if first.date() == last.date():
        return f"{words.day(first.date())}, {words.clock(first)} – {words.clock(last)}"
    return f"{moment(begins)} – {moment(ends)}"


def moment(value: datetime) -> str:
    """Day and minute at the office."""
    return str(words.moment(value.astimezone(clock.zone())))
