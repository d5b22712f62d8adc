"""The clocks of the room: determination after the Court, LHKPN before the oath, PAW answers."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jurdil.kernel import clock
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.deadlines import Due, due, figure_of, load_deadlines
from jurdil.law.figure import Figure
from jurdil.law.text import Text
from jurdil.stages import queries as stages
from jurdil.stages.deadlines import office_calendar

DETERMINATION = (
    "penetapan-calon-terpilih-tanpa-perkara",
    "penetapan-calon-terpilih",
    "penetapan-paslon-terpilih-tanpa-perkara",
    "penetapan-paslon-terpilih",
)
RECEIPT, ANSWER, NO_MORE = "lhkpn-tanda-terima", "paw-jawaban", "paw-batas"
ROUTINE = "rutin"
"""PAW runs between elections, so its rules stand in the routine regime."""


@dataclass(frozen=True)
class Clock:
    """A deadline of the law: when it ends, None while its event is not recorded."""

    rule: str
    name: Text
    at: datetime | None
    figure: Figure | None
    waits_for: Text | None
    passed: bool

    @property
    def last_day(self) -> date | None:
        """The last day that counts, for a deadline of whole days; None while it waits."""
        if self.figure is None or self.at is None:
            return None
        return (self.at.astimezone(clock.zone()) - timedelta(minutes=1)).date()


def determination_clocks(viewer: Viewer, election: Election) -> tuple[Clock, ...]:
    """The deadlines of determining seats or the pair; empty where the regime has none."""
    return _clocks(viewer, election, DETERMINATION)


def receipt_clock(viewer: Viewer, election: Election) -> Clock | None:
    """By when receipts of LHKPN are in; None where the regime has no such rule."""
    return next(iter(_clocks(viewer, election, (RECEIPT,))), None)


def paw_answer(received: date) -> Due:
    """By when KPU answers a PAW letter that it received on this day."""
    return _due(ANSWER, received)


def paw_ends(term_ends: date) -> Due:
    """Until when a PAW may take place in a term that ends on this day."""
    return _due(NO_MORE, term_ends)


def _due(rule: str, start: date) -> Due:
    known = next(one for one in load_deadlines(ROUTINE) if one.id == rule)
    years = frozenset({start.year - 1, start.year, start.year + 1})
    return due(known, start, office_calendar(years), clock.zone())


def figure(found: Due) -> Figure:
    """The deadline as a figure that explains itself."""
    return figure_of(found)


def _clocks(viewer: Viewer, election: Election, rules: tuple[str, ...]) -> tuple[Clock, ...]:
    table = stages.deadline_table(viewer, election.pk)
    return tuple(
        Clock(row.rule.id, row.rule.name, row.at, row.figure, row.waits_for, row.passed)
        for row in table.rows
        if row.rule.id in rules and not row.case
    )
