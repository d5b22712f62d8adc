"""The frame of every printed form: letterhead, stamp, digest, sections, places to sign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jurdil.kernel import chain, clock, ledger
from jurdil.kernel.documents import compose, fitting, render
from jurdil.kernel.documents.tables import Column, Line, table
from jurdil.kernel.models import Office
from jurdil.law.formats import number

TEMPLATE = "lembar"
ABSENT = "–"

_ROOM = {("a4", False): 510.0, ("a4", True): 756.0, ("a3", False): 756.0, ("a3", True): 1105.0}
"""Points between the margins of `lembar.typ`, by the sheet and whether it is flipped."""


@dataclass(frozen=True)
class Section:
    """A titled table, or lines of text, of a form; `tall` rows leave room for a pen."""

    title: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Line, ...] = ()
    lines: tuple[str, ...] = ()
    new_page: bool = False
    tall: bool = False


@dataclass(frozen=True)
class Signer:
    """A place to sign: open (""), ``signed`` with its moment, ``refused`` with its reason."""

    capacity: str
    state: str = ""
    at: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Paper:
    """What a form prints. `stamp` lies across the page (a draft, an internal count); `qr` is an
    address that is printed as a QR code beside the facts; a form that is not `headed` bears no
    letterhead."""

    title: str
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    stamp: str = ""
    sheet: str = "a4"
    flipped: bool = False
    size: float = 9.5
    qr: str = ""
    headed: bool = True
    figures: Mapping[str, Any] = field(default_factory=dict)


def pdf(paper: Paper) -> bytes:
    """The form as PDF; the same figures on the same day make the same bytes."""
    office, (seq, head) = Office.objects.get(), ledger.head()
    data = {
        "title": paper.title,
        "lead": paper.lead,
        "letterhead": letterhead(office),
        "headed": paper.headed,
        "training": office.mode == Office.Mode.TRAINING,
        "digest": chain.sha256(chain.canonical(dict(paper.figures))) if paper.figures else "",
        "ledger_seq": seq,
        "ledger_head": head,
        "facts": [{"name": name, "value": value} for name, value in paper.facts],
        "sections": [_section(one, paper) for one in paper.sections],
        "notes": list(paper.notes),
        "signers": signing_table(paper.signers) if paper.signers else None,
        "stamp": paper.stamp,
        "sheet": paper.sheet,
        "flipped": paper.flipped,
        "size": paper.size,
        "qr": compose.qr(paper.qr) if paper.qr else "",
        "address": paper.qr,
    }
    return render.pdf(TEMPLATE, data, clock.today())


def signing_table(signers: Iterable[Signer]) -> dict[str, Any]:
    """Who signs a form, with what the house knows of it: a moment, or why somebody refused."""
    columns = (
        Column("Nomor"),
        Column("Kedudukan", share=3),
        Column("Tanda tangan", share=4),
        Column("Menolak menandatangani, alasan", share=5),
    )
    rows = [
        Line(
            (
                str(at),
                one.capacity,
                f"Ditandatangani {one.at}" if one.state == "signed" else "",
                one.reason if one.state == "refused" else "",
            )
        )
        for at, one in enumerate(signers, 1)
    ]
    return table("Tanda tangan", columns, rows, tall=True)


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


def _section(one: Section, paper: Paper) -> dict[str, Any]:
    room = _ROOM[paper.sheet, paper.flipped]
    return {
        **table("", one.columns, one.rows, tall=one.tall),
        "heights": fitting.heights(one.columns, one.rows, room, paper.size, tall=one.tall),
        "title": one.title,
        "lines": list(one.lines),
        "new_page": one.new_page,
    }
