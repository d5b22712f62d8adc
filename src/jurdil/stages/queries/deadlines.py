"""Deadlines of the law as they stand: dated, or waiting for their event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import clock, windows
from jurdil.kernel.acts import query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.deadlines import DeadlineRule, Due, figure_of, formula, load_triggers
from jurdil.law.figure import Figure
from jurdil.law.text import Text
from jurdil.stages import deadlines, store
from jurdil.stages.models import Event
from jurdil.stages.queries.schedule import _elections
from jurdil.stages.records import EventFact
from jurdil.stages.spans import closing


@dataclass(frozen=True)
class DeadlineRow:
    """One deadline. `figure` explains its moment and is None while it waits (`waits_for`)."""

    election_id: int
    rule: DeadlineRule
    case: str
    at: datetime | None
    figure: Figure | None
    formula: Text
    waits_for: Text | None
    passed: bool


@dataclass(frozen=True)
class EventRow:
    """An event as recorded; `holds` is False once corrected or withdrawn."""

    trigger: str
    name: Text
    case: str
    moment: date | datetime
    basis: str
    withdrawn: bool
    holds: bool
    recorded_at: datetime


@dataclass(frozen=True)
class TriggerRow:
    """An event that can be recorded, and the deadlines that count from it."""

    id: str
    name: Text
    rules: tuple[DeadlineRule, ...]


@dataclass(frozen=True)
class DeadlineTable:
    """The deadlines of one election with their events."""

    election_id: int
    election: Text
    voting_day: date | None
    rows: tuple[DeadlineRow, ...]
    events: tuple[EventRow, ...]
    triggers: tuple[TriggerRow, ...]

    @property
    def dated(self) -> tuple[DeadlineRow, ...]:
        ahead = [row for row in self.rows if row.at is not None]
        return tuple(sorted(ahead, key=lambda row: (row.passed, row.at)))

    @property
    def pending(self) -> tuple[DeadlineRow, ...]:
        return tuple(row for row in self.rows if row.at is None)


@query("stages.deadlines")
def deadline_table(viewer: Viewer, election_id: int) -> DeadlineTable:
    """All deadlines of an election. Raises `Election.DoesNotExist`."""
    election = store.election_for(viewer, election_id)
    rules = deadlines.rules_of(election.regime)
    return DeadlineTable(
        election_id=election.pk,
        election=Text(election.name, election.name_en),
        voting_day=election.voting_day,
        rows=_rows(election, deadlines.events_of(election.pk)),
        events=_events(election),
        triggers=tuple(
            TriggerRow(trigger.id, trigger.name, tuple(_hanging(rules, trigger.id)))
            for trigger in load_triggers(election.regime)
            if trigger.id != deadlines.VOTING
        ),
    )


@query("stages.deadlines")
def case_clocks(viewer: Viewer) -> tuple[DeadlineRow, ...]:
    """The running clocks of single cases (a PAW letter, a PPID request), nearest first."""
    with_cases = set(Event.objects.exclude(case="").values_list("election", flat=True))
    found: list[DeadlineRow] = []
    for election in _elections(viewer) if with_cases else ():
        if election.pk in with_cases:
            rows = _rows(election, deadlines.events_of(election.pk))
            found += [row for row in rows if row.case and row.at]
    running = [row for row in found if not row.passed]
    return tuple(sorted(running, key=lambda row: (row.at is None, row.at)))


def _rows(election: Election, events: tuple[EventFact, ...]) -> tuple[DeadlineRow, ...]:
    spans = store.spans_of(windows.in_force(election.pk))
    results = deadlines.compute(election, election.voting_day, events, spans)
    now, zone = clock.now(), clock.zone()
    rows = []
    for (_rule, case), result in results.items():
        due = result if isinstance(result, Due) else None
        at = closing(due, zone) if due else None
        rows.append(
            DeadlineRow(
                election_id=election.pk,
                rule=result.rule,
                case=case,
                at=at,
                figure=figure_of(due) if due else None,
                formula=formula(result.rule),
                waits_for=None if isinstance(result, Due) else result.reason,
                passed=at is not None and at < now,
            )
        )
    return tuple(rows)


def _events(election: Election) -> tuple[EventRow, ...]:
    names = {trigger.id: trigger.name for trigger in load_triggers(election.regime)}
    rows = list(Event.objects.filter(election=election).order_by("id"))
    last = {(row.trigger, row.case): row.pk for row in rows}
    return tuple(
        EventRow(
            trigger=row.trigger,
            name=names[row.trigger],
            case=row.case,
            moment=row.at or row.day,
            basis=row.basis,
            withdrawn=row.withdrawn,
            holds=last[row.trigger, row.case] == row.pk and not row.withdrawn,
            recorded_at=row.recorded_at,
        )
        for row in reversed(rows)
    )


def _hanging(rules: dict[str, DeadlineRule], trigger: str) -> Iterable[DeadlineRule]:
    return (rule for rule in rules.values() if deadlines.root_of(rules, rule.id) == trigger)
