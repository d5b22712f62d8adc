"""What lapses next in this house, whatever concern it belongs to: one list, one order.

A concern registers at import time of its panels what it runs. The home page and the page *Jam yang
berjalan* ask for all of it, so that a day ahead is seen once and not on six pages.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.oversight.remaining import Left, left
from jurdil.law.text import Text
from jurdil.stages.deadlines import office_calendar


@dataclass(frozen=True)
class Clock:
    """A clock of one row. `title` never names a person; `step` is what must have happened.

    `unit` is the rule's (``hours``, ``calendar-days``, ``working-days``); `confirmed` is False when
    amount or unit was not seen in a source.
    """

    subject: str
    title: str
    step: Text
    ends_at: datetime
    unit: str
    url: str
    path: str
    article: str = ""
    confirmed: bool = True


@dataclass(frozen=True)
class Ahead:
    """A clock with its concern and what is left of it."""

    concern: Text
    clock: Clock
    left: Left


Source = Callable[[Viewer], Iterable[Clock]]


@dataclass(frozen=True)
class _Registered:
    name: Text
    right: str
    source: Source


_sources: dict[str, _Registered] = {}


def register(code: str, name: Text, source: Source, *, right: str) -> None:
    """Add a concern's clocks; `right` is the reading they need. Raises ValueError if taken."""
    if code in _sources:
        raise ValueError(f"the clocks of {code} are registered twice")
    _sources[code] = _Registered(name, right, source)


def unregister(code: str) -> None:
    """Take a concern's clocks out again (tests)."""
    _sources.pop(code, None)


def ahead(viewer: Viewer) -> tuple[Ahead, ...]:
    """Every clock that the viewer may see, what ends next (or ended first) on top."""
    found = [
        (one.name, each)
        for one in _sources.values()
        if allows(viewer, one.right)
        for each in one.source(viewer)
    ]
    if not found:
        return ()
    calendar = calendar_of(each.ends_at for _name, each in found)
    rows = (Ahead(name, each, left_of(each.unit, each.ends_at, calendar)) for name, each in found)
    return tuple(sorted(rows, key=lambda row: (row.clock.ends_at, row.clock.subject)))


def calendar_of(days: Iterable[date]) -> DayCalendar:
    """The days off of every year that clocks of these days may reach, today's with them.

    A list reads it once for all its rows. A moment of UTC may lie in the year before its own day,
    so a year more is read at both ends.
    """
    years = {day.year for day in days} | {clock.today().year}
    return office_calendar(frozenset(range(min(years) - 1, max(years) + 2)))


def left_of(unit: str, ends_at: datetime, calendar: DayCalendar) -> Left:
    """What is left now of a clock that ends at `ends_at` (exclusive)."""
    return left(unit, ends_at, now=clock.now(), calendar=calendar, zone=clock.zone())
