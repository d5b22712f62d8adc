"""How much of a clock is left, in the clock's own unit.

Two working days over a weekend are not two days: whoever reads "2 hari kerja lagi" must be able to
rely on the unit that the rule names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from jurdil.law.calendar_days import DayCalendar, HolidayPolicy
from jurdil.law.deadlines.model import TimeUnit
from jurdil.law.text import Text

JUST_BEFORE = timedelta(microseconds=1)
HOUR = timedelta(hours=1)
UNITS = {
    TimeUnit.HOURS: Text("jam", "hours"),
    TimeUnit.CALENDAR_DAYS: Text("hari kalender", "calendar days"),
    TimeUnit.WORKING_DAYS: Text("hari kerja", "working days"),
}
ONE = {
    TimeUnit.HOURS: Text("jam", "hour"),
    TimeUnit.CALENDAR_DAYS: Text("hari kalender", "calendar day"),
    TimeUnit.WORKING_DAYS: Text("hari kerja", "working day"),
}


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a clock, or how long ago it lapsed: a number of units.

    `last` is the last day on which the act is in time. A number of 0 is the last day itself (or
    the last hour), or a clock that lapsed before a unit went by.
    """

    number: int
    unit: TimeUnit
    lapsed: bool
    last: date

    @property
    def text(self) -> Text:
        """The same in words: `2 hari kerja lagi`, `hari terakhir`, `lewat 3 hari kalender`."""
        unit = (ONE if self.number == 1 else UNITS)[self.unit]
        if self.lapsed and not self.number:
            return Text("baru saja lewat", "just past")
        if self.lapsed:
            return Text(f"lewat {self.number} {unit.id}", f"{self.number} {unit.en} past")
        if not self.number:
            hours = self.unit is TimeUnit.HOURS
            return Text("jam terakhir", "last hour") if hours else Text("hari terakhir", "last day")
        return Text(f"{self.number} {unit.id} lagi", f"{self.number} {unit.en} left")


def left(
    unit: str, ends_at: datetime, *, now: datetime, calendar: DayCalendar, zone: tzinfo
) -> Left:
    """Return what is left of a clock that ends at `ends_at` (exclusive).

    Months are told in calendar days. Today never counts: on the last day nothing but the day is
    left. Raises ValueError for an unknown unit.
    """
    counted = TimeUnit(unit)
    last = (ends_at - JUST_BEFORE).astimezone(zone).date()
    lapsed = now >= ends_at
    if counted is TimeUnit.HOURS:
        gap = now - ends_at if lapsed else ends_at - now
        return Left(gap // HOUR, counted, lapsed, last)
    if counted is TimeUnit.MONTHS:
        counted = TimeUnit.CALENDAR_DAYS
    today = now.astimezone(zone).date()
    first, final = (last, today) if lapsed else (today, last)
    return Left(_days(counted, first, final, calendar), counted, lapsed, last)


def _days(unit: TimeUnit, first: date, final: date, calendar: DayCalendar) -> int:
    """The days after `first` up to `final` that count."""
    days = (first + timedelta(days=step) for step in range(1, (final - first).days + 1))
    if unit is TimeUnit.CALENDAR_DAYS:
        return sum(1 for _day in days)
    return sum(calendar.is_working(day, HolidayPolicy()) for day in days)
