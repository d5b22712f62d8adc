"""Expense files as lists and pages show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from jurdil.law.figure import Figure
from jurdil.law.text import Text


@dataclass(frozen=True)
class NewPerson:
    """Somebody of an activity; `role` narasumber, moderator, panitia, petugas or peserta."""

    name: str
    role: str
    institution: str = ""
    inside: bool | None = None


@dataclass(frozen=True)
class Lack:
    """A missing paper by name, and for whom ('' for the activity)."""

    paper: str
    name: Text
    person_id: int
    person: str


@dataclass(frozen=True)
class SpjRow:
    """An expense file on a list; `age`: days since the activity ended, None before its end."""

    id: int
    subject: str
    title: str
    kind: str
    kind_name: Text
    held_from: date
    held_until: date
    division: str
    needed: int
    lacks: tuple[Lack, ...]
    age: int | None
    handed_on: date | None
    dropped_for: str
    path: str

    @property
    def complete(self) -> bool:
        return not self.lacks


@dataclass(frozen=True)
class PaperRow:
    """One line of the checklist: a paper, for whom, and what is recorded of it (None: nothing)."""

    paper: str
    name: Text
    person_id: int
    person: str
    there: bool
    not_needed: bool
    reference: str
    note: str
    by: str
    at: datetime | None
    file_of: int | None
    personal: bool


@dataclass(frozen=True)
class PersonRow:
    """Somebody of the activity."""

    id: int
    name: str
    role: str
    role_name: Text
    institution: str
    inside: bool | None


@dataclass(frozen=True)
class PaymentRow:
    """A payment; a reversed one no longer counts."""

    id: int
    day: date
    person: str
    gross: int
    tax: int
    net: int
    receipt: str
    reversed: bool


@dataclass(frozen=True)
class LineRow:
    """A budget line with its payments and what an auditor would ask."""

    id: int
    account: str
    account_name: Text | None
    item: str
    unit: str
    volume: str
    price: int
    planned: Figure
    spent: Figure
    ceiling: int | None
    ceiling_name: str
    ceiling_confirmed: bool
    findings: tuple[Text, ...]
    payments: tuple[PaymentRow, ...]


@dataclass(frozen=True)
class SpjPage:
    """One expense file, whole."""

    row: SpjRow
    venue: str
    source: str
    share: Figure
    papers: tuple[PaperRow, ...]
    people: tuple[PersonRow, ...]
    lines: tuple[LineRow, ...]
    planned: Figure
    spent: Figure
    left: Figure
    tax: Figure
    history: tuple[tuple[datetime, Text, str], ...] = field(default=())


@dataclass(frozen=True)
class CeilingRow:
    """A standard cost of a year."""

    id: int
    year: int
    code: str
    name: str
    unit: str
    amount: int
    inside: bool | None
    basis: str
    confirmed: bool
