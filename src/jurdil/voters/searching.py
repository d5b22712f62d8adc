"""The search for doubles over the whole list: which entries are compared, in which passes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet

from jurdil.linkage.alike import Entry, by_birth, by_family
from jurdil.voters.models import PemilihVersi

Pairs = Iterator[tuple[Entry, Entry]]
PART = 10_000
"""Entries compared between two notes of the progress."""


@dataclass
class Part:
    """A stretch of a pass: how many entries were compared, which pairs stood out."""

    compared: int
    pairs: list[tuple[Entry, Entry]]


@dataclass(frozen=True)
class _Pass:
    block: str
    compare: Callable[[Iterable[Entry]], Pairs]
    rows: Callable[[str], QuerySet[PemilihVersi]]


def count(path: str) -> int:
    """Entries that will be compared, in all passes."""
    return sum(one.rows(path).count() for one in _PASSES)


def parts(path: str) -> Iterator[Part]:
    """Compare the entries of a place, pass by pass; memory holds one block at a time."""
    for one in _PASSES:
        rows = one.rows(path).order_by(one.block, "pk")
        yield from _measured(one, rows)


def _measured(one: _Pass, rows: QuerySet[PemilihVersi]) -> Iterator[Part]:
    columns = rows.values_list(*_COLUMNS, one.block)
    entries = (_entry(*row) for row in columns.iterator(chunk_size=2000))
    part = Part(0, [])
    for _block, together in groupby(entries, key=lambda entry: entry.block):
        block = list(together)
        part.pairs.extend(one.compare(block))
        part.compared += len(block)
        if part.compared >= PART:
            yield part
            part = Part(0, [])
    yield part


_COLUMNS = ("pemilih_id", "village", "name_key", "sex", "birth_place", "nik_index")


def _entry(
    person: int, village: str, name: str, sex: str, born_at: str, number: str, block: date | str
) -> Entry:
    return Entry(person, village, name, sex, born_at.strip().upper(), str(block), number)


def _present(path: str) -> QuerySet[PemilihVersi]:
    rows = PemilihVersi.objects.filter(until_rev__isnull=True, village__within=path)
    return rows.exclude(status=PemilihVersi.Status.STRUCK)


_PASSES = (
    _Pass("born", by_birth, lambda path: _present(path).filter(born__isnull=False)),
    _Pass("nkk_index", by_family, lambda path: _present(path).exclude(nkk_index="")),
)
