"""How a case is read: its clocks and kinds of violation in the words of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import Due
from jurdil.law.oversight import cases
from jurdil.law.oversight.remaining import Left, left
from jurdil.law.text import Text
from jurdil.oversight import case_facts, case_store
from jurdil.oversight.models import Case


@dataclass(frozen=True)
class Clock:
    """A running clock of a case in the words of the page."""

    rule: str
    name: Text
    at: datetime
    left: Left
    article: str
    confirmed: bool
    note: Text | None
    unit: str


def clocks_of(case: Case, now: datetime, calendar: DayCalendar | None = None) -> tuple[Clock, ...]:
    """The clocks of a case that run, what lapses next on top, each in its own unit."""
    found = [one.due for one in case_facts.running(case, now, calendar)]
    days = calendar or case_store.calendar_of(*(one.at for one in found))
    return tuple(clock_of(one, now, days) for one in found)


def clock_of(due: Due, now: datetime, calendar: DayCalendar) -> Clock:
    """A deadline in the words of the page."""
    rule = due.rule
    return Clock(
        rule=rule.id,
        name=rule.name,
        at=due.at,
        left=left(rule.unit, due.at, now=now, calendar=calendar, zone=clock.zone()),
        article=rule.article,
        confirmed=due.confirmed,
        note=rule.note,
        unit=rule.unit,
    )


def outcomes(found: Iterable[str]) -> tuple[str, ...]:
    """Kinds of violation in words."""
    known = cases.outcomes()
    return tuple(say(known[one].name) for one in found if one in known)
