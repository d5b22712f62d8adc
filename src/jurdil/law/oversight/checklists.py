"""Checklists of supervision (*alat kerja*): questions by stage and version, answers, roll-up.

Each stage gets its circular with a checklist (SE Bawaslu 1/2023 and 15/2023). A published version
is never changed. The 13 and 6 questions of voting and counting are known from the national release
of 15 February 2024; the wording is our own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from jurdil.law.figure import Figure, Input
from jurdil.law.oversight import files
from jurdil.law.regime_files import Row
from jurdil.law.text import Text

FILE = "checklists.toml"
YES_NO, COUNT, WORDS = "ya-tidak", "jumlah", "teks"
KINDS = (YES_NO, COUNT, WORDS)
YES, NO = "ya", "tidak"
UNITS = ("", "tps", "desa", "kecamatan", "kabko")
MOST_COUNT = 9_999_999
LONGEST_COUNT = 12
"""Digits of a count at most, with those zeros before it that somebody typed."""
MOST_WORDS = 400
MOST_NOTE = 120
MOST_ITEMS = 60


class BadAnswer(ValueError):
    """An answer that the question does not allow; `item` says which one."""

    def __init__(self, item: Item | None, value: str) -> None:
        super().__init__(value)
        self.item, self.value = item, value


@dataclass(frozen=True, slots=True)
class Item:
    """A question. `alarm` is the answer that tells of a fault; `least` a number to be reached.

    `national` is how many TPS the national release counted with the alarming answer.
    """

    id: str
    kind: str
    question: Text
    alarm: str = ""
    least: int | None = None
    evidence: Text | None = None
    national: int | None = None
    national_confirmed: bool = False
    note: Text | None = None
    confirmed: bool = False

    def alarms(self, value: str) -> bool:
        """Whether an answer tells of a fault: the alarming word, or fewer than the least."""
        if self.kind == COUNT and self.least is not None and value:
            return int(value) < self.least
        return bool(self.alarm) and value == self.alarm


@dataclass(frozen=True, slots=True)
class Checklist:
    """A published version. `unit` is what a roll-up counts to its end, "" where nothing ends."""

    id: str
    version: int
    name: Text
    unit: str
    stages: tuple[str, ...]
    article: str
    confirmed: bool
    items: tuple[Item, ...]

    @property
    def key(self) -> str:
        """``id@version``, as a report keeps it."""
        return f"{self.id}@{self.version}"

    def item(self, code: str) -> Item | None:
        """A question by its id."""
        return next((one for one in self.items if one.id == code), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is kept: its value as text, and a note."""

    value: str
    note: str = ""


@cache
def published() -> Mapping[str, Checklist]:
    """The checklists that come with the law, by ``id@version``. Raises BadRegime."""
    found = [_checklist(row) for row in files.top(FILE).rows("checklist")]
    return {one.key: one for one in found}


def newest(lists: Iterable[Checklist]) -> tuple[Checklist, ...]:
    """Of each checklist the highest version, in the order in which they came first."""
    found: dict[str, Checklist] = {}
    for one in lists:
        if one.id not in found or one.version > found[one.id].version:
            found[one.id] = one
    return tuple(found.values())


def answers(checklist: Checklist, said: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers that were given, cleaned; unanswered questions are left out.

    Raises `BadAnswer` for an unknown question, a word that is none of yes and no, a count that is
    no whole number up to 9,999,999, or text that is too long.
    """
    found = {}
    for code, given in said.items():
        item = checklist.item(code)
        value, note = given.value.strip(), given.note.strip()
        if item is None:
            raise BadAnswer(None, code)
        if not _fits(item, value) or len(note) > MOST_NOTE:
            raise BadAnswer(item, value or note)
        if value or note:
            found[code] = Answer(str(int(value)) if item.kind == COUNT and value else value, note)
    return found


def _fits(item: Item, value: str) -> bool:
    if not value:
        return True
    if item.kind == YES_NO:
        return value in (YES, NO)
    if item.kind == COUNT:
        short = len(value) <= LONGEST_COUNT
        return short and value.isascii() and value.isdecimal() and int(value) <= MOST_COUNT
    return len(value) <= MOST_WORDS


def as_rows(checklist: Checklist) -> dict[str, Any]:
    """A checklist as plain values, for a table or a phone."""
    return {
        "id": checklist.id,
        "version": checklist.version,
        "name": [checklist.name.id, checklist.name.en],
        "unit": checklist.unit,
        "stages": list(checklist.stages),
        "article": checklist.article,
        "confirmed": checklist.confirmed,
        "items": [
            {
                "id": one.id,
                "kind": one.kind,
                "question": [one.question.id, one.question.en],
                "alarm": one.alarm,
                "least": one.least,
                "evidence": [one.evidence.id, one.evidence.en] if one.evidence else None,
            }
            for one in checklist.items
        ],
    }


def from_rows(values: Mapping[str, Any]) -> Checklist:
    """The checklist in `as_rows`; its questions are confirmed as far as it is itself.

    Raises KeyError, TypeError or ValueError for other values.
    """
    return Checklist(
        id=str(values["id"]),
        version=int(values["version"]),
        name=Text(*values["name"]),
        unit=str(values["unit"]),
        stages=tuple(values["stages"]),
        article=str(values["article"]),
        confirmed=bool(values["confirmed"]),
        items=tuple(_item_of(one, bool(values["confirmed"])) for one in values["items"]),
    )


def digest(checklist: Checklist) -> str:
    """The SHA-256 of what is asked: another digest is another version."""
    text = json.dumps(as_rows(checklist), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report says of a place: its answers, and until when was looked."""

    place: str
    until: datetime
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One question over many places. `alarms` is of the places that answered it."""

    item: Item
    yes: int
    no: int
    counted: int | None
    silent: int
    alarms: Figure
    alarmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RollUp:
    """Answers per question with their coverage: `reports` of `expected` places."""

    reports: Figure
    lines: tuple[Line, ...]
    latest: datetime | None


def roll_up(checklist: Checklist, reports: Iterable[Reported], expected: int | None) -> RollUp:
    """Count answers over places. Of several reports of one place the one that looked last counts.

    `expected` is how many places there are (None: nobody knows), and stands beside every number.
    """
    last: dict[str, Reported] = {}
    for one in reports:
        if one.place not in last or one.until >= last[one.place].until:
            last[one.place] = one
    found = list(last.values())
    return RollUp(
        _coverage(len(found), expected),
        tuple(_line(item, found) for item in checklist.items),
        max((one.until for one in found), default=None),
    )


def _coverage(have: int, expected: int | None) -> Figure:
    whole = Input(Text("tempat seharusnya", "places expected"), expected)
    return Figure(
        value=have,
        formula=Text("tempat yang melapor", "places that reported"),
        inputs=(),
        denominator=None if expected is None else whole,
        article="",
        confirmed=True,
    )


def _line(item: Item, found: list[Reported]) -> Line:
    said = [(one.place, one.answers[item.id].value) for one in found if item.id in one.answers]
    given = [(place, value) for place, value in said if value]
    alarmed = tuple(sorted(place for place, value in given if item.alarms(value)))
    counts = [int(value) for _place, value in given] if item.kind == COUNT else []
    answered = Input(Text("tempat yang menjawab", "places that answered"), len(given))
    return Line(
        item=item,
        yes=sum(value == YES for _place, value in given),
        no=sum(value == NO for _place, value in given),
        counted=sum(counts) if counts else None,
        silent=len(found) - len(given),
        alarms=Figure(
            value=len(alarmed),
            formula=Text(
                "tempat yang jawabannya menunjukkan masalah",
                "places whose answer tells of a fault",
            ),
            inputs=(answered,),
            denominator=answered,
            article="",
            confirmed=item.confirmed,
        ),
        alarmed=alarmed,
    )


def _checklist(row: Row) -> Checklist:
    article, confirmed = files.proof(row)
    found = Checklist(
        id=row.need("id", str),
        version=row.need("version", int),
        name=row.text("name"),
        unit=row.one_of("unit", UNITS),
        stages=row.words("stages"),
        article=article,
        confirmed=confirmed,
        items=tuple(_item(one) for one in row.rows("item")),
    )
    row.finish()
    if len({one.id for one in found.items}) != len(found.items):
        raise row.bad("two questions have one id")
    return found


def _item(row: Row) -> Item:
    found = Item(
        id=row.need("id", str),
        kind=row.one_of("kind", KINDS),
        question=row.text("question"),
        alarm=row.one_of("alarm", ("", YES, NO), ""),
        least=row.take("least", int),
        evidence=row.text_or_none("evidence"),
        national=row.take("national", int),
        national_confirmed=row.take("national_confirmed", bool, False),
        note=row.text_or_none("note"),
        confirmed=files.proof(row)[1],
    )
    row.finish()
    return found


def _item_of(values: Mapping[str, Any], confirmed: bool) -> Item:
    if values["kind"] not in KINDS or values["alarm"] not in ("", YES, NO):
        raise ValueError(f"unknown question {values['id']}")
    least = values["least"]
    return Item(
        id=str(values["id"]),
        kind=str(values["kind"]),
        question=Text(*values["question"]),
        alarm=str(values["alarm"]),
        least=None if least is None else int(least),
        evidence=Text(*values["evidence"]) if values["evidence"] else None,
        confirmed=confirmed,
    )
