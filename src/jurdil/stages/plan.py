"""What a change of the schedule would do: the same answer for the preview and for the act.

Three things move a date: a changed schedule (dates asked for), an event (deadlines that hang on
it), or a new holiday (deadlines counted anew). Stages that a decision determined never move.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments, windows
from jurdil.kernel.language import say
from jurdil.kernel.models import Decision, Election, Task
from jurdil.law.deadlines import Due, figure_of
from jurdil.law.text import Text
from jurdil.stages import deadlines, store
from jurdil.stages.records import DeadlineMove, EventFact, Kept, Move, Plan, Span, TaskMove
from jurdil.stages.spans import OCCURRENCE, closing, timed

Times = tuple[datetime | None, datetime | None]
STAGE, CASE = "stage:", "case:"
"""How the subject of a task names what it is about."""


class BadChange(ValueError):
    """A change cannot be: `sentences` say which stage and why."""

    def __init__(self, sentences: Iterable[str]):
        self.sentences = tuple(sentences)
        super().__init__(" ".join(self.sentences))


def plan(
    election: Election,
    *,
    changes: Mapping[str, Times] | None = None,
    events: Iterable[EventFact] | None = None,
    retime: bool = False,
) -> Plan:
    """What would change with other dates for some stages (`changes`), or with the events that hold
    afterwards (`events`). `retime` counts the dates of deadlines anew, after new holidays.

    Raises `BadChange` for an unknown stage or for one that would close before it opens.
    """
    asked = dict(changes or {})
    version = windows.in_force(election.pk)
    before = store.spans_of(version)
    decided = _decided(election.pk)
    _check(before, asked)
    held = deadlines.events_of(election.pk)
    after_events = held if events is None else tuple(events)
    moved = tuple(_asked(span, asked, decided) for span in before)
    voting_day = _voting_day(election, moved, asked)
    old = deadlines.compute(election, election.voting_day, held, before)
    new = deadlines.compute(election, voting_day, after_events, moved)
    fresh = (
        set(new) if retime else {key for key in new if _moment(new[key]) != _moment(old.get(key))}
    )
    after = tuple(_follow(span, new, fresh, asked, decided) for span in moved)
    return Plan(
        election_id=election.pk,
        based_on=version.number if version else 0,
        spans=after,
        moves=differences(before, after, asked),
        kept=_kept(before, asked, decided),
        deadlines=_deadline_moves(old, new),
        tasks=_task_moves(election.pk, after, new, decided),
        voting_day=voting_day,
    )


def differences(
    before: Iterable[Span], after: Iterable[Span], asked: Iterable[str] | None = None
) -> tuple[Move, ...]:
    """What moved between two schedules, in the order of the later one; dropped stages last.

    Without `asked` every move counts as asked for.
    """
    old = {span.stage: span for span in before}
    new = {span.stage: span for span in after}
    wanted = None if asked is None else set(asked)
    found = []
    for stage, span in {**new, **{s: old[s] for s in old if s not in new}}.items():
        first = old[stage].times if stage in old else None
        second = new[stage].times if stage in new else None
        if first != second:
            found.append(Move(stage, span.name, first, second, wanted is None or stage in wanted))
    return tuple(found)


def _check(spans: Iterable[Span], asked: Mapping[str, Times]) -> None:
    known = {span.stage: span for span in spans}
    faults = [
        _("Tahapan “%(stage)s” tidak ada dalam jadwal ini.") % {"stage": stage}
        for stage in asked
        if stage not in known
    ]
    for stage, (opens, closes) in asked.items():
        if opens and closes and closes < opens and stage in known:
            words = {"stage": say(known[stage].name), "opens": _day(opens), "closes": _day(closes)}
            faults.append(
                _("%(stage)s: selesai %(closes)s lebih awal dari mulai %(opens)s.") % words
            )
    if faults:
        raise BadChange(faults)


def _day(moment: datetime) -> str:
    return moments.day_of(moment, clock.zone()).strftime("%d-%m-%Y")


def _decided(election_id: int) -> dict[str, Decision]:
    """The last decision of each determined stage."""
    decisions = Decision.objects.filter(election_id=election_id).exclude(stage="")
    return {decision.stage: decision for decision in decisions.order_by("id")}


def _asked(span: Span, asked: Mapping[str, Times], decided: Mapping[str, Decision]) -> Span:
    if span.stage not in asked or span.stage in decided:
        return span
    return span.at(*asked[span.stage])


def _kept(
    spans: Iterable[Span], asked: Mapping[str, Times], decided: Mapping[str, Decision]
) -> tuple[Kept, ...]:
    return tuple(
        Kept(span.stage, span.name, decided[span.stage].title, decided[span.stage].decided_at)
        for span in spans
        if span.stage in decided and span.stage in asked and asked[span.stage] != span.times
    )


def _voting_day(
    election: Election, spans: Iterable[Span], asked: Mapping[str, Times]
) -> date | None:
    """Voting day moves with its stage, when that stage itself was moved."""
    if deadlines.VOTING in asked:
        for span in spans:
            if span.stage == deadlines.VOTING and span.opens:
                return moments.day_of(span.opens, clock.zone())
    return election.voting_day


def _follow(
    span: Span,
    results: deadlines.Results,
    fresh: set[tuple[str, str]],
    asked: Mapping[str, Times],
    decided: Mapping[str, Decision],
) -> Span:
    """The window of a stage whose dates hang on deadlines, when one of these was counted anew."""
    keys = [(rule, "") for rule in span.trigger]
    still = span.stage in asked or span.stage in decided or OCCURRENCE in span.stage
    if still or not fresh.intersection(keys):
        return span
    dues = [result for key in keys if isinstance(result := results.get(key), Due)]
    return timed(span, dues, clock.zone()) if dues else span.at(None, None)


def _moment(result: object) -> datetime | None:
    return result.at if isinstance(result, Due) else None


def _deadline_moves(old: deadlines.Results, new: deadlines.Results) -> tuple[DeadlineMove, ...]:
    found = []
    for key in {**new, **old}:
        first, second = old.get(key), new.get(key)
        if _moment(first) == _moment(second):
            continue
        result = second or first
        assert result is not None
        figure = figure_of(second) if isinstance(second, Due) else None
        found.append(
            DeadlineMove(key[0], result.rule.name, key[1], _end(first), _end(second), figure)
        )
    return tuple(found)


def _end(result: object) -> datetime | None:
    return closing(result, clock.zone()) if isinstance(result, Due) else None


def _task_moves(
    election_id: int,
    spans: Iterable[Span],
    results: deadlines.Results,
    decided: Mapping[str, Decision],
) -> tuple[TaskMove, ...]:
    """Open tasks whose due moment is no longer what their stage or their rule gives."""
    closes = {f"{STAGE}{span.stage}": span.closes for span in spans}
    open_tasks = Task.objects.filter(
        election_id=election_id, state__in=[Task.State.OPEN, Task.State.WAITING]
    )
    found = []
    for task in open_tasks.order_by("id"):
        if task.subject.removeprefix(STAGE) in decided:
            continue
        due = task.due
        if task.due_rule:
            due = _end(results.get((task.due_rule, _case(task))))
        elif task.subject in closes:
            due = closes[task.subject]
        if due != task.due:
            text = Text(task.title, task.title_en or task.title)
            found.append(TaskMove(task.pk, text, task.due, due))
    return tuple(found)


def _case(task: Task) -> str:
    return task.subject.removeprefix(CASE) if task.subject.startswith(CASE) else ""


def case_subject(case: str) -> str:
    """The subject of a task about a case, '' for what happens once."""
    return f"{CASE}{case}" if case else ""


def told(found: Plan) -> dict[str, object]:
    """A plan for the ledger: codes and dates."""
    return {
        "moves": [_move(move) for move in found.moves],
        "kept": [kept.stage for kept in found.kept],
        "tasks": [move.task_id for move in found.tasks],
        "voting": str(found.voting_day or ""),
    }


def _move(move: Move) -> list[str]:
    times = (*(move.before or (None, None)), *(move.after or (None, None)))
    return [move.stage, *(_iso(moment) for moment in times)]


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
