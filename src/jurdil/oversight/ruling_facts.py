"""What a ruling says to KPU, in fixed fields: the one list from which packages are made and read.

What is not named here cannot leave Bawaslu's house with a ruling.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jurdil.kernel.forms import PLACE
from jurdil.kernel.roles import SYSTEM
from jurdil.law.oversight import rulings as law
from jurdil.law.text import Text
from jurdil.oversight import package_fields as fields
from jurdil.oversight.package_fields import LONG, SHORT, Said

GIVEN, ANSWERED = "putusan-bawaslu", "tindak-lanjut"
SCHEMA = 1
SENDERS = ("bw-ketua", "panwascam", SYSTEM)
DIGEST = 64
"""Signs of a SHA-256 in hexadecimal."""
DOCUMENT = {
    "application/pdf": "putusan.pdf",
    "image/jpeg": "putusan.jpg",
    "image/png": "putusan.png",
}
"""How the document is called in both houses; the name that a person gave it stays behind."""

FIELDS: dict[str, Text] = {
    "kind": Text("Jenis", "Kind"),
    "number": Text("Nomor", "Number"),
    "decided_on": Text("Tanggal putusan", "Day of the ruling"),
    "to": Text("Kepada", "To"),
    "path": Text("Tempat", "Place"),
    "about": Text("Pokok", "About"),
    "article": Text("Ketentuan", "Rule"),
    "order": Text("Amar atau isi", "Order"),
    "todo": Text("Yang harus dilakukan", "What must be done"),
    "served_on": Text("Dibacakan atau disampaikan", "Read or handed over"),
    "ends_at": Text("Batas tindak lanjut", "Follow up until"),
    "document": Text("SHA-256 berkas putusan", "SHA-256 of the document"),
}
ANSWER_FIELDS: dict[str, Text] = {
    "answer": Text("Tindak lanjut", "Follow-up"),
    "text": Text("Penjelasan", "Explanation"),
    "role": Text("Oleh", "By"),
    "letter": Text("Surat", "Letter"),
    "answered_at": Text("Dilaporkan", "Reported"),
}
_SIZES = {
    **dict.fromkeys(("ruling", "election", "kind", "basis", "path", "level", "role", "to"), SHORT),
    **dict.fromkeys(("number", "decided_on", "served_on", "about", "article", "ends_at"), SHORT),
    **dict.fromkeys(("order", "todo"), LONG),
    "document": DIGEST,
}
_ANSWER_SIZES = {
    **dict.fromkeys(("ruling", "key", "answer", "role", "letter", "answered_at"), SHORT),
    "text": LONG,
}
_COLUMNS = {"number": 120, "about": 200}
"""Columns that are shorter than `SHORT`."""


@dataclass(frozen=True)
class Given(Said):
    """A ruling as its package says it; `document` is the digest of its file, '' for none."""

    ruling: UUID
    election: str
    kind: str
    basis: str
    path: str
    level: str
    role: str
    to: str
    number: str
    decided_on: date
    served_on: date
    about: str
    article: str
    order: str
    todo: str
    ends_at: datetime | None
    set_by_hand: bool
    document: str


@dataclass(frozen=True)
class Answered(Said):
    """A follow-up as its package says it."""

    ruling: UUID
    key: UUID
    answer: str
    text: str
    role: str
    letter: str
    answered_at: datetime


def given(_schema: int, payload: Mapping[str, Any]) -> Given:
    """Read a ruling strictly. Raises BadContent with the field's name."""
    by_hand, rest = fields.truth(payload, "set_by_hand")
    words = fields.words(rest, _SIZES)
    decided = fields.day("decided_on", words.pop("decided_on"))
    served = fields.day("served_on", words.pop("served_on"))
    ends = words.pop("ends_at")
    fields.require("decided_on", decided is not None)
    fields.require("served_on", served is not None)
    assert decided is not None and served is not None
    made = Given(
        ruling=fields.uuid("ruling", words.pop("ruling")),
        decided_on=decided,
        served_on=served,
        ends_at=fields.moment("ends_at", ends) if ends else None,
        set_by_hand=by_hand,
        **words,
    )
    _check(made)
    return made


def _check(made: Given) -> None:
    fields.require("basis", law.is_based(made.kind, made.basis))
    kind = law.kinds()[made.kind]
    fields.require("to", made.to == kind.to)
    fields.require("level", made.level == kind.level)
    fields.require("role", made.role in SENDERS)
    fields.require("path", bool(PLACE.fullmatch(made.path)))
    fields.require("served_on", made.served_on >= made.decided_on)
    fields.require("ends_at", made.ends_at is None or made.ends_at.date() >= made.served_on)
    fields.require("document", len(made.document) in (0, DIGEST))
    for name in ("number", "about", "article", "order", "todo"):
        fields.require(name, bool(getattr(made, name).strip()))
    for name, most in _COLUMNS.items():
        fields.require(name, len(getattr(made, name)) <= most)


def answered(_schema: int, payload: Mapping[str, Any]) -> Answered:
    """Read a follow-up strictly. Raises BadContent with the field's name."""
    words = fields.words(payload, _ANSWER_SIZES)
    made = Answered(
        ruling=fields.uuid("ruling", words.pop("ruling")),
        key=fields.uuid("key", words.pop("key")),
        answered_at=fields.moment("answered_at", words.pop("answered_at")),
        **words,
    )
    fields.require("answer", made.answer in law.ANSWERS)
    fields.require("text", bool(made.text.strip()))
    fields.require("letter", len(made.letter) <= 120)
    fields.require("role", len(made.role) <= 20)
    return made
