"""Handings over as lists and pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.law.text import Text


@dataclass(frozen=True)
class HandoverRow:
    """A handing over on the list."""

    id: int
    role: Text
    division: str
    leaving: str
    successor: str
    last_day: date
    state: str
    state_label: str
    number: str
    signed_on: date | None


@dataclass(frozen=True)
class OpenThing:
    """Something open that goes to the successor: its words, when it is due, where its page is."""

    id: int
    words: str
    due: datetime | None
    source: str


@dataclass(frozen=True)
class HandoverPage:
    """One handing over with what is open: tasks, papers that wait for the signature."""

    row: HandoverRow
    basis: str
    acting: str
    until: date | None
    place: str
    notes: tuple[str, ...]
    tasks: tuple[OpenThing, ...]
    papers: tuple[OpenThing, ...]
    has_scan: bool
    signed_by: str
