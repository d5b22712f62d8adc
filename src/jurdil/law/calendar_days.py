"""Which days count: weekends, holidays, joint leave, and the policy of a deadline about them.

"Hari kerja" is no single thing in election law: a regulation may or may not count joint leave,
regional holidays and voting day. The calendar therefore only knows *what* a day is, and a
`HolidayPolicy` says *whether* that closes it. Both are handed in; nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from jurdil.law.text import Text

SATURDAY = 5
_WEEKDAYS = (
    Text("Senin", "Monday"),
    Text("Selasa", "Tuesday"),
    Text("Rabu", "Wednesday"),
    Text("Kamis", "Thursday"),
    Text("Jumat", "Friday"),
    Text("Sabtu", "Saturday"),
    Text("Minggu", "Sunday"),
)


class Closed(StrEnum):
    """Why a day does not count as a working day."""

    WEEKEND = "weekend"
    NATIONAL = "national"
    JOINT_LEAVE = "joint-leave"
    REGIONAL = "regional"
    VOTING_DAY = "voting-day"


@dataclass(frozen=True, slots=True)
class HolidayPolicy:
    """Which kinds of free day a deadline skips. Weekends are always skipped."""

    national: bool = True
    joint_leave: bool = True
    regional: bool = True
    voting_day: bool = True


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that does not count: the day, the kind and the reason in words."""

    day: date
    kind: Closed
    reason: Text


@dataclass(frozen=True, slots=True)
class DayCalendar:
    """What is known about the days of some years.

    `holidays`, `joint_leave` (SKB), `regional` and `voting_days` name the free days;
    `extra_working` names days declared working that would otherwise be free.
    `settled_years` are the years whose holidays and joint leave are final: a working-day deadline
    that walks outside them is computed, but not confirmed. `stage_days` says which stages
    (their ids) run on a day, for desks that stay open during them.
    """

    holidays: Mapping[date, Text] = field(default_factory=dict)
    joint_leave: Mapping[date, Text] = field(default_factory=dict)
    regional: Mapping[date, Text] = field(default_factory=dict)
    voting_days: Mapping[date, Text] = field(default_factory=dict)
    extra_working: Mapping[date, Text] = field(default_factory=dict)
    settled_years: frozenset[int] = frozenset()
    stage_days: Mapping[date, frozenset[str]] = field(default_factory=dict)

    def day_off(self, day: date, policy: HolidayPolicy) -> DayOff | None:
        """Return why `day` does not count under `policy`, or None when it is a working day."""
        if day in self.extra_working:
            return None
        if day.weekday() >= SATURDAY:
            return DayOff(day, Closed.WEEKEND, weekday_name(day))
        for names, kind, closes in (
            (self.voting_days, Closed.VOTING_DAY, policy.voting_day),
            (self.holidays, Closed.NATIONAL, policy.national),
            (self.joint_leave, Closed.JOINT_LEAVE, policy.joint_leave),
            (self.regional, Closed.REGIONAL, policy.regional),
        ):
            if closes and day in names:
                return DayOff(day, kind, names[day])
        return None

    def is_working(self, day: date, policy: HolidayPolicy) -> bool:
        """Tell whether `day` counts as a working day under `policy`."""
        return self.day_off(day, policy) is None


def weekday_name(day: date) -> Text:
    """Return the name of the weekday in both languages."""
    return _WEEKDAYS[day.weekday()]


def walk(start: date, forward: bool) -> Iterator[date]:
    """Yield the days after `start` (or before it, when not `forward`), nearest first."""
    step = timedelta(days=1 if forward else -1)
    day = start
    while True:
        day += step
        yield day


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def shift_months(day: date, months: int) -> tuple[date, bool]:
    """Move `day` by whole months and tell whether the day of the month had to be cut.

    31 August plus six months has no 31 February: the last day of that month is taken and the
    second value is True, so that the caller can say so. No election law seen settles this case.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = days_in_month(year, month + 1)
    return date(year, month + 1, min(day.day, last)), day.day > last
