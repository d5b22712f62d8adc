"""The frame of every printed form: letterhead, stamp, digest, sections, places to sign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jurdil.kernel import chain, clock, ledger
from jurdil.kernel.documents import render
from jurdil.kernel.models import Office
from jurdil.law.formats import number

TEMPLATE = "lembar"
ABSENT = "–"


@dataclass(frozen=True)
class Column:
    """A column of a table; `wide` takes the room that is left."""

    name: str
    figures: bool = False
    wide: bool = False


@dataclass(frozen=True)
class Line:
    """A row of a table; `strong` for printed sums."""

    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True)
class Section:
    """A titled table, or lines of text, of a form."""

    title: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Line, ...] = ()
    lines: tuple[str, ...] = ()
    new_page: bool = False


@dataclass(frozen=True)
class Signer:
    """A place to sign: open (""), ``signed`` with its moment, ``refused`` with its reason."""

    capacity: str
    state: str = ""
    at: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Paper:
    """What a form prints. `stamp` lies across the page (a draft, an internal count)."""

    title: str
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    place: str = ""
    stamp: str = ""
    sheet: str = "a4"
    flipped: bool = False
    size: float = 9.5
    across: int = 3
    figures: Mapping[str, Any] = field(default_factory=dict)


def pdf(paper: Paper) -> bytes:
    """The form as PDF; the same figures on the same day make the same bytes."""
    office, (seq, head) = Office.objects.get(), ledger.head()
    data = {
        "title": paper.title,
        "lead": paper.lead,
        "letterhead": letterhead(office),
        "training": office.mode == Office.Mode.TRAINING,
        "digest": chain.sha256(chain.canonical(dict(paper.figures))) if paper.figures else "",
        "ledger_seq": seq,
        "ledger_head": head,
        "facts": [{"name": name, "value": value} for name, value in paper.facts],
        "sections": [_section(one) for one in paper.sections],
        "notes": list(paper.notes),
        "signers": [vars(one) for one in paper.signers],
        "place": paper.place,
        "stamp": paper.stamp,
        "sheet": paper.sheet,
        "flipped": paper.flipped,
        "size": paper.size,
        "across": paper.across,
    }
    return render.pdf(TEMPLATE, data, clock.today())


def letterhead(office: Office) -> dict[str, str]:
    """The letterhead as templates print it."""
    filled = {name: value for name, value in office.letterhead.items() if value}
    return {"name": office.name, **filled}


def cell(value: int | None) -> str:
    """A figure with thousand dots, a dash for an absent one."""
    return ABSENT if value is None else number(value, "id")


def open_places(capacities: Iterable[str]) -> tuple[Signer, ...]:
    """Places that are signed with a pen."""
    return tuple(Signer(one) for one in capacities)


def _section(one: Section) -> dict[str, Any]:
    return {
        "title": one.title,
        "columns": [vars(column) for column in one.columns],
        "rows": [{"cells": list(row.cells), "strong": row.strong} for row in one.rows],
        "lines": list(one.lines),
        "new_page": one.new_page,
    }
