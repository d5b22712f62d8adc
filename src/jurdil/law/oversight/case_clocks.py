"""The clocks of one case: what runs, what was kept, and a strip of its days.

Which event keeps which clock is data (`case-words.toml`); the deadlines themselves are in `clocks`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import cache

from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import Due, Moment
from jurdil.law.oversight import files
from jurdil.law.oversight.case_words import FILE
from jurdil.law.oversight.clocks import Running, running

LONGEST = 62
"""Days that a strip shows at most."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A clock of a case: any of the events `kept_by` keeps it; `needs` an outcome suspected."""

    rule: str
    kept_by: tuple[str, ...]
    needs: str


@cache
def watches() -> Mapping[str, Watch]:
    """The clocks of cases by their rule."""
    found = {}
    for row in files.top(FILE).rows("watch"):
        one = Watch(row.need("rule", str), row.words("kept_by"), row.take("needs", str, ""))
        row.finish()
        found[one.rule] = one
    return found


def open_clocks(
    regime_id: str,
    events: Mapping[str, Moment],
    suspected: Collection[str] = (),
    *,
    now: datetime,
    calendar: DayCalendar,
    zone: tzinfo,
) -> tuple[Running, ...]:
    """Return the clocks of a case that run now, what lapses next on top.

    `events` holds the latest day or moment of everything that happened, by its id; `suspected` the
    outcomes that the initial study or the plenary names.
    """
    found = started_clocks(regime_id, events, suspected, now=now, calendar=calendar, zone=zone)
    return tuple(one for one in found if not _kept(one.due, events, zone))


def started_clocks(
    regime_id: str,
    events: Mapping[str, Moment],
    suspected: Collection[str] = (),
    *,
    now: datetime,
    calendar: DayCalendar,
    zone: tzinfo,
) -> tuple[Running, ...]:
    """As `open_clocks`, with those that were kept."""
    only = [w.rule for w in watches().values() if not w.needs or w.needs in suspected]
    return running(regime_id, events, now=now, calendar=calendar, zone=zone, only=only)


def kept_at(due: Due, events: Mapping[str, Moment], zone: tzinfo) -> Moment | None:
    """The first event after the trigger that kept this clock, None while it runs."""
    started = _moment(due.started, zone)
    kept = (events[name] for name in watches()[due.rule.id].kept_by if name in events)
    later = [one for one in kept if _end(one, zone) >= started]
    return min(later, key=lambda one: _moment(one, zone)) if later else None


def _kept(due: Due, events: Mapping[str, Moment], zone: tzinfo) -> bool:
    return kept_at(due, events, zone) is not None


def _moment(at: Moment, zone: tzinfo) -> datetime:
    return at if isinstance(at, datetime) else datetime.combine(at, time.min, zone)


def _end(at: Moment, zone: tzinfo) -> datetime:
    """A day that is only known as a day counts to its end."""
    return at if isinstance(at, datetime) else datetime.combine(at, time.max, zone)


class Mark(StrEnum):
    """What a day is to a clock."""

    NONE = ""
    START = "start"
    COUNTED = "counted"
    SKIPPED = "skipped"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class StripRow:
    """A clock over the days of a strip."""

    due: Due
    kept: Moment | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The days of a case as columns, its clocks as rows."""

    days: tuple[date, ...]
    rows: tuple[StripRow, ...]
    cut: bool


def strip(found: Iterable[Running], events: Mapping[str, Moment], zone: tzinfo) -> Strip:
    """Lay the clocks of a case over its days, from the first trigger to the last deadline.

    `cut` says that later days than the strip shows are missing.
    """
    dues = [one.due for one in found]
    if not dues:
        return Strip((), (), False)
    first = min(_moment(one.started, zone).astimezone(zone).date() for one in dues)
    last = max(one.last_day for one in dues)
    end = min(last, first + timedelta(days=LONGEST - 1))
    days = tuple(first + timedelta(days=step) for step in range((end - first).days + 1))
    rows = tuple(
        StripRow(one, kept_at(one, events, zone), tuple(_mark(one, day, zone) for day in days))
        for one in dues
    )
    return Strip(days, rows, last > end)


def _mark(due: Due, day: date, zone: tzinfo) -> Mark:
    started = _moment(due.started, zone).astimezone(zone).date()
    if day < started or day > due.last_day:
        return Mark.NONE
    if day == due.last_day:
        return Mark.LAST
    if day == started:
        return Mark.START
    return Mark.SKIPPED if day in {step.day for step in due.steps} else Mark.COUNTED
