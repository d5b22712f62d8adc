"""A press release on the office's letterhead, as it is handed to journalists."""

from collections.abc import Iterable, Sequence
from typing import Any

from jurdil.kernel import clock
from jurdil.kernel.documents import render
from jurdil.kernel.documents.sheet import letterhead
from jurdil.kernel.documents.tables import Column, Line, table
from jurdil.kernel.models import Office
from jurdil.law.figure import says_unconfirmed
from jurdil.law.reporting import days
from jurdil.reporting.records import ReleasePage, ReplyRow, ToldFact

TEMPLATE = "siaran"
AT_ONCE = "UNTUK SEGERA DISIARKAN"
NOT_OUT = "BELUM UNTUK DISIARKAN"
DRAFT, EMBARGO = "DRAF", "EMBARGO"
PUBLISHED = "terbit"


def pdf(page: ReleasePage, told: Sequence[ToldFact], address: str) -> bytes:
    """The newest version of a release; one that is not out yet says so across the page.

    `told` is what each of its numbers came from; `address` is where everybody reads it, '' while
    nobody does.
    """
    office = Office.objects.get()
    embargo, stamp = _may_be_told(page)
    version = page.version
    data = {
        "title": version.title,
        "letterhead": letterhead(office),
        "training": office.mode == Office.Mode.TRAINING,
        "embargo": embargo,
        "stamp": stamp,
        "dateline": f"{version.city}, {days.written(version.dated)}",
        "paragraphs": _paragraphs(version.text),
        "contact": version.contact,
        "correction": version.reason,
        "address": address,
        "sources": _sources(told),
        "unconfirmed": _unconfirmed(told),
        "replies": [_reply(one) for one in page.replies],
    }
    return render.pdf(TEMPLATE, data, clock.today())


def _may_be_told(page: ReleasePage) -> tuple[str, str]:
    """When it may be told, and what lies across the page."""
    if page.row.state != PUBLISHED:
        return NOT_OUT, DRAFT
    if page.row.visible or page.row.embargo is None:
        return AT_ONCE, ""
    until = page.row.embargo.astimezone(clock.zone())
    return f"EMBARGO sampai {days.written(until.date())} pukul {until:%H.%M %Z}", EMBARGO


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _sources(told: Sequence[ToldFact]) -> dict[str, Any]:
    columns = (
        Column("Angka", share=2),
        Column("Fakta atau sumber", share=6),
        Column("Nilai", share=2),
    )
    return table("", columns, [_source(one) for one in told])


def _source(one: ToldFact) -> Line:
    if not one.rows:
        return Line((one.text, one.source or "belum bersumber", ""))
    (_label, value), *_explained = one.rows
    return Line((one.text, one.name.id, value))


def _unconfirmed(told: Iterable[ToldFact]) -> list[str]:
    """The facts whose legal basis was not seen in a source, each once."""
    return list(dict.fromkeys(one.name.id for one in told if says_unconfirmed(one.rows)))


def _reply(one: ReplyRow) -> dict[str, str]:
    letter = f", {one.letter}" if one.letter else ""
    said = f"{days.written(one.received_on)}{letter}"
    return {"sender": one.sender, "said": said, "text": one.text}
