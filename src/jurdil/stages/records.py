"""What the room works with and hands out: frozen, so that other rooms may keep them."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from jurdil.law.figure import Figure
from jurdil.law.text import Text


@dataclass(frozen=True, slots=True)
class Span:
    """A stage's window. `trigger` names the deadline rules that set its dates."""

    stage: str
    parent: str
    order: int
    name: Text
    level: str
    division: str
    opens: datetime | None
    closes: datetime | None
    trigger: tuple[str, ...]
    basis: str
    confirmed: bool

    @property
    def times(self) -> tuple[datetime | None, datetime | None]:
        return self.opens, self.closes

    def at(self, opens: datetime | None, closes: datetime | None) -> "Span":
        """The same stage with other dates."""
        return replace(self, opens=opens, closes=closes)


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event that happened: a day, or a moment where the law counts from the minute."""

    trigger: str
    case: str
    moment: date | datetime
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A stage whose window differs between two versions; one side is None for a new or dropped one.

    `asked` is False for a stage that only followed a deadline.
    """

    stage: str
    name: Text
    before: tuple[datetime | None, datetime | None] | None
    after: tuple[datetime | None, datetime | None] | None
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """A stage that was asked to move and stays, because a decision determined it."""

    stage: str
    name: Text
    decision: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class DeadlineMove:
    """A deadline that a change moves, dates for the first time, or sets back to waiting."""

    rule: str
    name: Text
    case: str
    before: datetime | None
    after: datetime | None
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class TaskMove:
    """An open task whose due moment follows."""

    task_id: int
    text: Text
    before: datetime | None
    after: datetime | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a change of the schedule would do; nothing of it is done yet."""

    election_id: int
    based_on: int
    spans: tuple[Span, ...]
    moves: tuple[Move, ...]
    kept: tuple[Kept, ...]
    deadlines: tuple[DeadlineMove, ...]
    tasks: tuple[TaskMove, ...]
    voting_day: date | None

    @property
    def empty(self) -> bool:
        """Nothing would change."""
        return not (self.moves or self.tasks)
