"""Where each candidate of a list stands between the count and the oath. Pure.

The seats of a list go to its candidates in the order of the law; who is out before the oath is
followed by the next one. A name is proposed with the receipt of its wealth report (LHKPN), or with
a statement that the receipt is pending; without either it is left out (handbook of practice §4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Happened(StrEnum):
    """What may happen to an elected member before the oath."""

    RECEIPT = "tanda-terima"
    PENDING = "menyusul"
    WITHDRAWN = "mundur"
    DEAD = "meninggal"
    UNFIT = "tidak-memenuhi-syarat"
    SWORN = "dilantik"


OUT = frozenset({Happened.WITHDRAWN, Happened.DEAD, Happened.UNFIT})
REPORTS = frozenset({Happened.RECEIPT, Happened.PENDING})


class Place(StrEnum):
    """Elected by the count, moved up for one who is out, waiting in line, or out."""

    ELECTED = "terpilih"
    MOVED_UP = "pengganti"
    WAITING = "cadangan"
    OUT = "keluar"


class Report(StrEnum):
    """The wealth report: none yet, pending with a statement, receipt in time, receipt too late."""

    NONE = "belum"
    PENDING = "menyusul"
    RECEIVED = "ada"
    LATE = "terlambat"


@dataclass(frozen=True)
class Fact:
    """One event and its day."""

    kind: Happened
    day: date


@dataclass(frozen=True)
class Standing:
    """Where a candidate stands; `out` says why, None for who is not out."""

    number: int
    place: Place
    report: Report
    out: Happened | None
    sworn: bool

    @property
    def seated(self) -> bool:
        """Whether a seat belongs to this candidate now."""
        return self.place in (Place.ELECTED, Place.MOVED_UP)

    @property
    def may_be_proposed(self) -> bool:
        return self.seated and self.report in (Report.PENDING, Report.RECEIVED)


def standings(
    numbers: Sequence[int],
    seats: int,
    facts: Mapping[int, Sequence[Fact]],
    last_day: date | None = None,
) -> tuple[Standing, ...]:
    """Where the candidates of a list stand, `numbers` in the order of the law.

    `seats` are those of the list; `last_day` is the last one on which a receipt counts, None while
    the day of the oath is not known.
    """
    found, filled = [], 0
    for rank, number in enumerate(numbers, 1):
        own = facts.get(number, ())
        out = next((fact.kind for fact in own if fact.kind in OUT), None)
        place = Place.OUT if out else Place.WAITING
        if out is None and filled < seats:
            filled += 1
            place = Place.ELECTED if rank <= seats else Place.MOVED_UP
        sworn = any(fact.kind is Happened.SWORN for fact in own)
        found.append(Standing(number, place, _report(own, last_day), out, sworn))
    return tuple(found)


def may_follow(standing: Standing, kind: Happened) -> bool:
    """Whether this may be recorded next: nothing after the oath or after being out, a report and
    the oath only for who has a seat, the oath only with a report."""
    if standing.sworn or standing.out is not None:
        return False
    if kind in OUT:
        return True
    if kind is Happened.SWORN:
        return standing.may_be_proposed
    if kind is Happened.PENDING:
        return standing.seated and standing.report is Report.NONE
    return standing.seated and standing.report in (Report.NONE, Report.PENDING)


def _report(facts: Sequence[Fact], last_day: date | None) -> Report:
    receipts = [fact.day for fact in facts if fact.kind is Happened.RECEIPT]
    if receipts:
        in_time = last_day is None or min(receipts) <= last_day
        pending = any(fact.kind is Happened.PENDING for fact in facts)
        return Report.RECEIVED if in_time or pending else Report.LATE
    if any(fact.kind is Happened.PENDING for fact in facts):
        return Report.PENDING
    return Report.NONE
