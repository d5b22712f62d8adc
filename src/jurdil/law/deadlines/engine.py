"""The deadline engine: one function for every rule, and one that walks their chains.

Pure: the trigger, the calendar of free days and the zone are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from jurdil.law.calendar_days import DayCalendar, shift_months, walk
from jurdil.law.deadlines.model import (
    DeadlineRule,
    Desk,
    Due,
    Mode,
    Moment,
    Step,
    TimeUnit,
    Trigger,
    TriggerNeedsTime,
    Waiting,
    ZonePolicy,
)
from jurdil.law.text import Text
from jurdil.law.zones import WIB

CUT_MONTH = "cut-month"
UNSETTLED = "unsettled"
DESK_CLOSED = "desk-closed"
RESERVATIONS = frozenset({CUT_MONTH, UNSETTLED, DESK_CLOSED})
"""Steps that make a result unconfirmed; the other steps are days passed over."""


def due(rule: DeadlineRule, trigger: Moment, calendar: DayCalendar, zone: tzinfo) -> Due:
    """Compute when `rule` falls due.

    `trigger` is the day or the moment (with zone) that it counts from; `zone` is the office's own
    zone, which a rule on Jakarta time replaces. Raises `TriggerNeedsTime` when the rule counts
    to the minute and `trigger` is a day, ValueError when `trigger` is a moment without zone.
    """
    clock = WIB.tzinfo if rule.zone is ZonePolicy.WIB else zone
    start = _local(trigger, clock)
    if rule.unit is TimeUnit.HOURS:
        at = _with_time(start, rule) + timedelta(hours=rule.amount)
        return Due(rule, trigger, at, at.date(), (), rule.confirmed)
    last, steps = _last_day(rule, _day_of(start), calendar)
    at, closing = _end(rule, start, last, calendar, clock)
    steps += closing
    settled = not any(step.kind in RESERVATIONS for step in steps)
    return Due(rule, trigger, at, last, steps, rule.confirmed and settled)


def desk_hours(desk: Desk, day: date, calendar: DayCalendar) -> tuple[time, time] | None:
    """Return when the desk opens and closes on `day` (local time), or None when it is closed.

    On the days of the stages in `desk.open_during` it is open even on weekends and holidays.
    """
    if desk.open_during & calendar.stage_days.get(day, frozenset()):
        return desk.opens, desk.closes
    if day.isoweekday() in desk.weekdays and calendar.is_working(day, desk.holidays):
        return desk.opens, desk.closes
    return None


def recompute(
    rules: Iterable[DeadlineRule],
    triggers: Mapping[str, Moment],
    calendar: DayCalendar,
    zone: tzinfo,
) -> dict[str, Due | Waiting]:
    """Compute all rules from the triggers known so far, in the order of `rules`.

    A chained rule starts at the computed end of its predecessor, or at its real end when
    `triggers` holds the predecessor's id. What hangs on an unknown trigger is `Waiting`. Raises
    KeyError when a chain points outside `rules`.
    """
    by_id = {rule.id: rule for rule in rules}
    done: dict[str, Due | Waiting] = {}
    for rule in by_id.values():
        _resolve(rule, by_id, triggers, calendar, zone, done)
    return {rule_id: done[rule_id] for rule_id in by_id}


@dataclass(frozen=True, slots=True)
class Change:
    """A deadline that a recomputation moved, fixed for the first time, or set back to waiting."""

    rule: DeadlineRule
    before: Due | Waiting | None
    after: Due | Waiting


def changes(
    before: Mapping[str, Due | Waiting], after: Mapping[str, Due | Waiting]
) -> tuple[Change, ...]:
    """Return what differs between two results of `recompute`, in the order of `after`."""
    return tuple(
        Change(now.rule, before.get(rule_id), now)
        for rule_id, now in after.items()
        if _moment_of(before.get(rule_id)) != _moment_of(now)
    )


def _moment_of(result: Due | Waiting | None) -> datetime | str | None:
    return result.at if isinstance(result, Due) else result.on.id if result else None


def _resolve(
    rule: DeadlineRule,
    by_id: Mapping[str, DeadlineRule],
    triggers: Mapping[str, Moment],
    calendar: DayCalendar,
    zone: tzinfo,
    done: dict[str, Due | Waiting],
) -> Due | Waiting:
    if rule.id in done:
        return done[rule.id]
    start: Moment | Waiting | None = triggers.get(rule.trigger.id)
    if start is None and rule.chained:
        before = _resolve(by_id[rule.trigger.id], by_id, triggers, calendar, zone, done)
        start = _end_of(before, rule)
    done[rule.id] = _due_or_waiting(rule, start, calendar, zone)
    return done[rule.id]


def _end_of(before: Due | Waiting, rule: DeadlineRule) -> Moment | Waiting:
    if isinstance(before, Waiting):
        return before
    return before.at if rule.unit is TimeUnit.HOURS else before.last_day


def _due_or_waiting(
    rule: DeadlineRule, start: Moment | Waiting | None, calendar: DayCalendar, zone: tzinfo
) -> Due | Waiting:
    if isinstance(start, Waiting):
        return Waiting(rule, start.on, start.reason)
    if start is None:
        return _waiting(rule, rule.trigger, Text("Menunggu", "Waiting for"))
    try:
        return due(rule, start, calendar, zone)
    except TriggerNeedsTime:
        return _waiting(rule, rule.trigger, Text("Menunggu jam dari", "Waiting for the time of"))


def _waiting(rule: DeadlineRule, on: Trigger, what: Text) -> Waiting:
    return Waiting(rule, on, Text(f"{what.id}: {on.name.id}", f"{what.en}: {on.name.en}"))


def _local(trigger: Moment, clock: tzinfo) -> Moment:
    if not isinstance(trigger, datetime):
        return trigger
    if trigger.tzinfo is None:
        raise ValueError(f"the trigger {trigger.isoformat()} has no zone")
    return trigger.astimezone(clock)


def _day_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _with_time(start: Moment, rule: DeadlineRule) -> datetime:
    if isinstance(start, datetime):
        return start
    raise TriggerNeedsTime(f"{rule.id} counts to the minute, but {start.isoformat()} has no time")


def _last_day(
    rule: DeadlineRule, start: date, calendar: DayCalendar
) -> tuple[date, tuple[Step, ...]]:
    if rule.unit is TimeUnit.MONTHS:
        day, cut = shift_months(start, rule.amount)
        return day, (_cut_step(start, day),) if cut else ()
    if rule.unit is TimeUnit.CALENDAR_DAYS:
        first = 1 if rule.count_start_day else 0
        days = rule.amount - first if rule.amount > 0 else rule.amount + first
        return start + timedelta(days=days), ()
    return _working_days(rule, start, calendar)


def _working_days(
    rule: DeadlineRule, start: date, calendar: DayCalendar
) -> tuple[date, tuple[Step, ...]]:
    forward = rule.amount > 0
    before_start = start - timedelta(days=1 if forward else -1)
    origin = before_start if rule.count_start_day else start
    left = abs(rule.amount)
    steps: list[Step] = []
    years = set()
    for day in walk(origin, forward):
        years.add(day.year)
        off = calendar.day_off(day, rule.holidays)
        if off is not None:
            steps.append(Step(day, off.kind.value, off.reason))
            continue
        left -= 1
        if left == 0:
            break
    steps += [_unsettled_step(year) for year in sorted(years - calendar.settled_years)]
    return day, tuple(steps)


def _end(
    rule: DeadlineRule, start: Moment, last: date, calendar: DayCalendar, clock: tzinfo
) -> tuple[datetime, tuple[Step, ...]]:
    midnight = datetime.combine(last, time.min, clock)
    if rule.mode is Mode.AT_EARLIEST:
        return midnight, ()
    if not rule.end_of_day:
        minute = _with_time(start, rule).timetz()
        return datetime.combine(last, minute), ()
    end = midnight + timedelta(days=1)
    if rule.desk is None:
        return end, ()
    hours = desk_hours(rule.desk, last, calendar)
    if hours is None:
        return end, (_desk_step(rule.desk, last),)
    return datetime.combine(last, hours[1], clock), ()


def _cut_step(start: date, day: date) -> Step:
    reason = Text(
        f"tidak ada tanggal {start.day} pada bulan itu, dipakai hari terakhirnya",
        f"that month has no day {start.day}, its last day is taken",
    )
    return Step(day, CUT_MONTH, reason)


def _unsettled_step(year: int) -> Step:
    reason = Text(
        f"libur nasional dan cuti bersama {year} belum final di kalender kantor",
        f"the holidays and joint leave of {year} are not final in the office's calendar",
    )
    return Step(date(year, 1, 1), UNSETTLED, reason)


def _desk_step(desk: Desk, day: date) -> Step:
    reason = Text(
        f"{desk.name.id} tutup pada hari terakhir; tanyakan apakah batas waktunya bergeser",
        f"{desk.name.en} is closed on the last day; ask whether the deadline moves",
    )
    return Step(day, DESK_CLOSED, reason)
