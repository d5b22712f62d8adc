"""Why a voter came to a village's list or left it, with an eye on the other villages.

Who leaves one village for another is a move on both sides, whatever happened to him on the way; who
came to the list in this same revision and then moved is new; who moved and was then struck left.
So moves cancel in the regency, and new and struck voters are counted once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from jurdil.voters.changing import MOVED
from jurdil.voters.models import PemilihVersi

ACTIVE, STRUCK = PemilihVersi.Status.ACTIVE, PemilihVersi.Status.STRUCK
Base = Callable[[str], int]
"""The change of a village that a revision compares with."""


@dataclass(frozen=True)
class Arrival:
    """Why somebody is on a village's list, and the recorded sex with which he came.

    Who moved and had his sex corrected on the way leaves and arrives with the one he had; the
    correction is counted by itself, so that moves cancel for men and for women.
    """

    code: str
    sex: str


def why_came(village: str, came: Iterable[PemilihVersi], base: Base) -> dict[int, Arrival]:
    """By person: a move for who stood on another village's list before, else why he is new."""
    rows = list(came)
    persons = [row.pemilih_id for row in rows]
    elsewhere: dict[int, list[PemilihVersi]] = defaultdict(list)
    for old in _others(village, persons).order_by("pk"):
        elsewhere[old.pemilih_id].append(old)
    return {row.pemilih_id: _came(row, elsewhere[row.pemilih_id], base) for row in rows}


def why_gone(village: str, gone: Iterable[PemilihVersi]) -> dict[int, str]:
    """By person, of those not struck here: the TMS code of who was struck elsewhere, or a move."""
    persons = [row.pemilih_id for row in gone]
    struck = _others(village, persons).filter(until_rev__isnull=True, status=STRUCK)
    codes = dict(struck.values_list("pemilih", "tms"))
    return {person: codes.get(person, MOVED) for person in persons}


def _came(row: PemilihVersi, others: list[PemilihVersi], base: Base) -> Arrival:
    for old in others:
        at = base(old.village)
        stood = old.from_rev <= at and (old.until_rev is None or old.until_rev > at)
        if stood and old.status == ACTIVE:
            return Arrival(MOVED, old.sex)
    if row.entered != MOVED:
        return Arrival(row.entered, row.sex)
    code = next((old.entered for old in reversed(others) if old.entered != MOVED), "")
    return Arrival(code, row.sex)


def _others(village: str, persons: list[int]) -> QuerySet[PemilihVersi]:
    return PemilihVersi.objects.filter(pemilih__in=persons).exclude(village=village)
