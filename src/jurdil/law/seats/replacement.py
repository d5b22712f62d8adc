"""Replacement during the term (PAW): who is next, from the stored result of the election.

PKPU 3/2025: the next highest votes in the same party and dapil, equal votes by the wider spread;
when nobody is left, the neighbouring dapil, the most populous first; among candidates without
votes a woman first, then the lowest number. No replacement when little of the term remains.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jurdil.law.seats.criteria import Candidate, Level
from jurdil.law.seats.elected import Group, Reason, in_order
from jurdil.law.text import Text

ARTICLE = "PKPU 3/2025"
CONFIRMED = True


@dataclass(frozen=True, slots=True)
class PartyList:
    """One party's candidates in one dapil.

    `barred` gives for a number why that candidate cannot follow (elected already, died, left the
    party). `population` orders neighbouring dapil.
    """

    dapil: str
    population: int
    candidates: tuple[Candidate, ...]
    barred: Mapping[int, Text]


@dataclass(frozen=True, slots=True)
class Successor:
    """One who can follow; `tied` are the numbers of the same dapil that stand level."""

    dapil: str
    candidate: Candidate
    reason: Reason
    tied: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Barred:
    """One who would have come before a successor and why that is not so."""

    dapil: str
    candidate: Candidate
    why: Text


@dataclass(frozen=True, slots=True)
class Succession:
    """The order of those who can follow, and those passed over. Empty: nobody is left."""

    order: tuple[Successor, ...]
    passed_over: tuple[Barred, ...]

    @property
    def next(self) -> Successor | None:
        """The one who follows; None when nobody is left or the first of them are level."""
        first = self.order[0] if self.order else None
        return None if first is None or first.tied else first


def succession(
    own: PartyList, neighbours: Sequence[PartyList], levels: Sequence[Level]
) -> Succession:
    """Return who follows in `own`'s dapil; the neighbours come in only when nobody is left there.

    `levels` as for `elected.elect`.
    """
    order: list[Successor] = []
    passed: list[Barred] = []
    for one in (own, *sorted(neighbours, key=lambda near: (-near.population, near.dapil))):
        for group in in_order(one.candidates, levels, by_list=False):
            free = [pair for pair in group if pair[0].number not in one.barred]
            passed += [
                Barred(one.dapil, who, one.barred[who.number])
                for who, _reason in group
                if who.number in one.barred
            ]
            order += _successors(one.dapil, free)
        if order:
            break
    return Succession(tuple(order), tuple(passed))


def _successors(dapil: str, group: Group) -> list[Successor]:
    tied = tuple(one.number for one, _reason in group) if len(group) > 1 else ()
    return [Successor(dapil, one, reason, tied) for one, reason in group]


def time_left(day: date, term_ends: date, months: int) -> bool:
    """True when on `day` at least `months` of the term remain, so that a seat is still filled.

    A month ends on the same day of the month, or on its last day when it has no such day.
    """
    ahead = day.month - 1 + months
    year, month = day.year + ahead // 12, ahead % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last)) <= term_ends
