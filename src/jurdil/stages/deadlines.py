"""Deadlines of one election: what its events and its voting day give, by rule and case."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from jurdil.kernel import clock, holidays
from jurdil.kernel.models import Election, Holiday
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import (
    DeadlineRule,
    Due,
    Waiting,
    load_deadlines,
    load_desks,
    recompute,
)
from jurdil.law.regime import load_regime
from jurdil.law.schedule import expand
from jurdil.stages.models import Event
from jurdil.stages.records import EventFact, Span

Results: TypeAlias = dict[tuple[str, str], Due | Waiting]
"""Deadlines by (rule, case)."""

VOTING = "pemungutan-suara"
"""Trigger and stage of the same name: voting day is both."""


def rules_of(regime: str) -> dict[str, DeadlineRule]:
    """The deadline rules of a regime by their id."""
    return {rule.id: rule for rule in load_deadlines(regime)}


def events_of(election_id: int) -> tuple[EventFact, ...]:
    """The events that hold now: the last row of each trigger and case, unless withdrawn."""
    held: dict[tuple[str, str], Event] = {}
    for row in Event.objects.filter(election_id=election_id).order_by("id"):
        held[row.trigger, row.case] = row
    return tuple(fact_of(row) for row in held.values() if not row.withdrawn)


def fact_of(row: Event) -> EventFact:
    """A recorded event as the law counts from it."""
    return EventFact(row.trigger, row.case, row.at or row.day, row.basis)


def compute(
    election: Election,
    voting_day: date | None,
    events: Iterable[EventFact],
    spans: Iterable[Span],
) -> Results:
    """Every deadline of the election, dated or waiting for its event.

    A case of its own (a PPID request) has the deadlines that hang on its event, and no others.
    """
    base = _standing_triggers(election, voting_day)
    by_case: dict[str, dict[str, date | datetime]] = {"": {}}
    for event in events:
        by_case.setdefault(event.case, {})[event.trigger] = event.moment
    base |= by_case.pop("")
    rules = rules_of(election.regime)
    all_moments = [*base.values(), *(m for case in by_case.values() for m in case.values())]
    calendar = _with_stage_days(office_calendar(_years(all_moments)), election.regime, spans)
    zone = clock.zone()
    found: Results = {
        (rule, ""): result
        for rule, result in recompute(rules.values(), base, calendar, zone).items()
    }
    for case, triggers in by_case.items():
        results = recompute(rules.values(), base | triggers, calendar, zone)
        own = {rule for rule in results if root_of(rules, rule) in triggers}
        found |= {(rule, case): results[rule] for rule in results if rule in own}
    return found


def root_of(rules: Mapping[str, DeadlineRule], rule: str) -> str:
    """The event at the head of a rule's chain."""
    trigger = rules[rule].trigger.id
    return root_of(rules, trigger) if rules[rule].chained else trigger


def _standing_triggers(election: Election, voting_day: date | None) -> dict[str, date | datetime]:
    """What needs no recording: voting day, and the end of the half-year we are in."""
    if voting_day is not None:
        return {VOTING: voting_day}
    today = clock.today()
    rules = rules_of(election.regime)
    return {
        rules[rule].trigger.id: occurrence.end
        for occurrence in expand(load_regime(election.regime), today, today)
        for rule in occurrence.trigger
    }


def _years(found: Iterable[date | datetime]) -> frozenset[int]:
    years = {moment.year for moment in found} | {clock.today().year}
    return frozenset(year + step for year in years for step in (-1, 0, 1))


def office_calendar(years: frozenset[int]) -> DayCalendar:
    """The days off of these years: the library's, corrected by what the office entered."""
    entered = tuple(Holiday.objects.order_by("day").values_list("day", "kind", "name"))
    return _calendar(years, entered)


@functools.lru_cache(maxsize=8)
def _calendar(years: frozenset[int], entered: tuple[tuple[date, str, str], ...]) -> DayCalendar:
    def of(kind: str) -> dict[date, str]:
        return {day: name for day, found, name in entered if found == kind}

    return holidays.day_calendar(
        years,
        of(Holiday.Kind.JOINT_LEAVE),
        of(Holiday.Kind.REGIONAL),
        national=of(Holiday.Kind.NATIONAL),
        withdrawn=tuple(of(Holiday.Kind.WITHDRAWN)),
    )


def _with_stage_days(calendar: DayCalendar, regime: str, spans: Iterable[Span]) -> DayCalendar:
    """Say which days belong to stages during which a desk stays open."""
    wanted = {stage for desk in load_desks(regime) for stage in desk.open_during}
    days: dict[date, frozenset[str]] = {}
    for span in spans:
        if span.stage in wanted and span.opens and span.closes:
            for day in _days(span.opens, span.closes):
                days[day] = days.get(day, frozenset()) | {span.stage}
    return replace(calendar, stage_days=days)


def _days(opens: datetime, closes: datetime) -> Iterable[date]:
    zone = clock.zone()
    first, last = opens.astimezone(zone).date(), closes.astimezone(zone).date()
    return (first + timedelta(days=step) for step in range((last - first).days + 1))
