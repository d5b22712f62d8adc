"""A plan in words: what moves, what follows, what stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel import clock, moments
from jurdil.kernel.faults import FileRefused
from jurdil.kernel.language import say
from jurdil.law.figure import Figure
from jurdil.stages.pages import stages
from jurdil.stages.plan import BadChange
from jurdil.stages.records import DeadlineMove, Kept, Plan, TaskMove
from jurdil.web import words


@dataclass(frozen=True)
class DeadlineLine:
    """A deadline that moves, with the explanation of its new moment."""

    rule: str
    name: str
    case: str
    before: str
    figure: Figure | None


@dataclass(frozen=True)
class TaskLine:
    """A task that moves."""

    id: int
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class KeptLine:
    """A determined stage that stays."""

    name: str
    decision: str
    day: str


@dataclass(frozen=True)
class PlanLines:
    """Everything a preview shows."""

    based_on: int
    moves: tuple[stages.MoveLine, ...]
    kept: tuple[KeptLine, ...]
    deadlines: tuple[DeadlineLine, ...]
    tasks: tuple[TaskLine, ...]
    empty: bool


def lines(plan: Plan) -> PlanLines:
    """A plan as its preview shows it."""
    return PlanLines(
        based_on=plan.based_on,
        moves=stages.moves(plan.moves),
        kept=tuple(_kept(kept) for kept in plan.kept),
        deadlines=tuple(_deadline(move) for move in plan.deadlines),
        tasks=tuple(_task(move) for move in plan.tasks),
        empty=plan.empty,
    )


def _kept(kept: Kept) -> KeptLine:
    return KeptLine(say(kept.name), kept.decision, words.day(kept.decided_at))


def _deadline(move: DeadlineMove) -> DeadlineLine:
    return DeadlineLine(move.rule, say(move.name), move.case, _moment(move.before), move.figure)


def _task(move: TaskMove) -> TaskLine:
    return TaskLine(move.task_id, say(move.text), _moment(move.before), _moment(move.after))


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    whole = moments.ends_day(moment, clock.zone())
    return words.day(moment) if whole else words.moment(moment)


def sentences(fault: BadChange | FileRefused) -> Iterable[str]:
    """What is wrong, one sentence each, in the language of the page."""
    if isinstance(fault, BadChange):
        return fault.sentences
    return tuple(say(found.text) for found in fault.faults)
