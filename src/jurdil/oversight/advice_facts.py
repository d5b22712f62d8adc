"""What an advice says, in fixed fields: the one list from which packages are made and read.

What is not named here cannot leave Bawaslu's house with an advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jurdil.kernel.forms import PLACE
from jurdil.law.oversight import clocks
from jurdil.law.oversight.advice import ANSWERS, LEVELS
from jurdil.law.text import Text
from jurdil.oversight import package_fields as fields
from jurdil.oversight.models import AdviceFacts
from jurdil.oversight.package_fields import LONG, SHORT, Said

GIVEN, ANSWERED = "saran-perbaikan", "jawaban-saran"
SCHEMA = 1
LEVEL_OF = {"kpu": 2, "ppk": 3, "pps": 4, "pantarlih": 4, "kpps": 5}
"""How deep a place must be for advice to this body."""

FIELDS: dict[str, Text] = {
    "path": Text("Tempat", "Place"),
    "role": Text("Pemberi saran", "Given by"),
    "to": Text("Kepada", "To"),
    "form": Text("Cara", "How"),
    "letter": Text("Surat", "Letter"),
    "stage": Text("Tahapan", "Stage"),
    "about": Text("Pokok", "About"),
    "about_day": Text("Hari kegiatan", "Day of the activity"),
    "rule": Text("Ketentuan", "Rule"),
    "fact": Text("Keadaan yang ditemukan", "What was found"),
    "request": Text("Perbaikan yang diminta", "Correction asked for"),
    "given_at": Text("Disampaikan", "Handed over"),
    "ends_at": Text("Batas jawaban", "Answer until"),
}
ANSWER_FIELDS: dict[str, Text] = {
    "answer": Text("Jawaban", "Answer"),
    "text": Text("Penjelasan", "Explanation"),
    "role": Text("Penjawab", "Answered by"),
    "letter": Text("Surat jawaban", "Letter of answer"),
    "answered_at": Text("Dijawab", "Answered"),
}
_SIZES = {
    **dict.fromkeys(("path", "role", "to", "form", "letter", "stage", "about", "rule"), SHORT),
    "advice": SHORT,
    "regime": SHORT,
    "election": SHORT,
    "about_day": SHORT,
    "fact": LONG,
    "request": LONG,
    "given_at": SHORT,
    "ends_at": SHORT,
}
_ANSWER_SIZES = {
    **dict.fromkeys(("advice", "answer", "role", "letter", "answered_at"), SHORT),
    "text": LONG,
}


@dataclass(frozen=True)
class Given(Said):
    """An advice as its package says it."""

    advice: UUID
    election: str
    regime: str
    path: str
    role: str
    to: str
    form: str
    letter: str
    stage: str
    about: str
    about_day: date | None
    rule: str
    fact: str
    request: str
    given_at: datetime
    ends_at: datetime
    set_by_hand: bool


@dataclass(frozen=True)
class Answered(Said):
    """An answer as its package says it."""

    advice: UUID
    answer: str
    text: str
    role: str
    letter: str
    answered_at: datetime


def given(_schema: int, payload: Mapping[str, Any]) -> Given:
    """Read an advice strictly. Raises BadContent with the field's name."""
    by_hand, rest = fields.truth(payload, "set_by_hand")
    words = fields.words(rest, _SIZES)
    made = Given(
        advice=fields.uuid("advice", words.pop("advice")),
        about_day=fields.day("about_day", words.pop("about_day")),
        given_at=fields.moment("given_at", words.pop("given_at")),
        ends_at=fields.moment("ends_at", words.pop("ends_at")),
        set_by_hand=by_hand,
        **words,
    )
    fields.require("to", made.to in LEVEL_OF)
    fields.require("role", made.role in LEVELS or made.role == "sistem")
    fields.require("form", made.form in AdviceFacts.Form.values)
    fields.require("about", made.about in AdviceFacts.About.values)
    fields.require("regime", made.regime in clocks.regimes())
    fields.require("path", bool(PLACE.fullmatch(made.path)))
    fields.require("ends_at", made.ends_at > made.given_at)
    for name in ("stage", "rule", "fact", "request"):
        fields.require(name, bool(words[name].strip()))
    fields.require("letter", made.form != AdviceFacts.Form.LETTER or bool(made.letter.strip()))
    return made


def answered(_schema: int, payload: Mapping[str, Any]) -> Answered:
    """Read an answer strictly. Raises BadContent with the field's name."""
    words = fields.words(payload, _ANSWER_SIZES)
    made = Answered(
        advice=fields.uuid("advice", words.pop("advice")),
        answered_at=fields.moment("answered_at", words.pop("answered_at")),
        **words,
    )
    fields.require("answer", made.answer in ANSWERS)
    fields.require("text", bool(made.text.strip()))
    return made
