"""What a deadline is made of: the frozen records of the rules and of their results.

A rule is data from `regimes/<code>/deadlines.toml`; no number of days stands in code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeAlias

from jurdil.law.calendar_days import HolidayPolicy
from jurdil.law.text import Text

Moment: TypeAlias = date | datetime
"""A day, or a moment with its zone."""


class TimeUnit(StrEnum):
    """In what a deadline counts."""

    HOURS = "hours"
    CALENDAR_DAYS = "calendar-days"
    WORKING_DAYS = "working-days"
    MONTHS = "months"


class Mode(StrEnum):
    """What the computed day means for the act."""

    AT_LATEST = "at-latest"
    AT_EARLIEST = "at-earliest"
    ON_THE_DAY = "on-the-day"
    MAX_DURATION = "max-duration"
    FIXED_DURATION = "fixed-duration"


class Effect(StrEnum):
    """What the law attaches to a deadline that passed."""

    NONE = "none"
    LAPSES = "lapses"
    BECOMES_FINDING = "becomes-finding"


class ZonePolicy(StrEnum):
    """Whose clock counts: the office's own, or Jakarta's (acts before the MK and KPU RI)."""

    OFFICE = "office"
    WIB = "wib"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The event that a deadline counts from."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Desk:
    """A counter with office hours, for acts that must be handed in to a person.

    `weekdays` are ISO numbers (1 is Monday). `open_during` are stage ids on whose days the desk is
    open whatever the weekday and the holidays say.
    """

    id: str
    name: Text
    weekdays: frozenset[int]
    opens: time
    closes: time
    open_during: frozenset[str]
    holidays: HolidayPolicy
    article: str
    confirmed: bool
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One rule that produces a date.

    `amount` counts `unit`s from the trigger, negative for before it. With `count_start_day` the
    day of the trigger is day one. With `end_of_day` the last day counts until 24:00, otherwise
    until the minute of the trigger. When `chained`, the trigger is the end of the rule with that
    id. `rule` is the number of the row in the catalogue of date rules; several records may come
    from one row. `confirmed` covers the amount, the unit and the start together.
    """

    id: str
    rule: str | None
    name: Text
    trigger: Trigger
    chained: bool
    mode: Mode
    unit: TimeUnit
    amount: int
    count_start_day: bool
    end_of_day: bool
    holidays: HolidayPolicy
    zone: ZonePolicy
    desk: Desk | None
    effect: Effect
    article: str
    confirmed: bool
    source: tuple[str, ...]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A rule without a number that belongs to the date rules: a ground of re-vote or recount,
    what a "day" is, when voting day may be. `kind` groups them (`psu`, `hitung-ulang`, ...).
    """

    code: str
    kind: str
    rule: str
    text: Text
    article: str
    confirmed: bool
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A day that was passed over, or a reservation about the result, with the reason in words."""

    day: date
    kind: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Due:
    """A computed deadline.

    `last_day` is the last day of the count (the first permitted day of an `at-earliest` rule).
    `at` is the moment it ends, with zone: for whole days the midnight that ends `last_day`, for
    `at-earliest` the midnight that begins it. `confirmed` is False when the rule is, when the
    calendar of a year is not final, or when a step states a reservation.
    """

    rule: DeadlineRule
    started: Moment
    at: datetime
    last_day: date
    steps: tuple[Step, ...] = field(default=())
    confirmed: bool = False

    def in_time(self, moment: datetime) -> bool:
        """Tell whether an act at `moment` (with zone) keeps the rule.

        A deadline of hours includes its last minute; one of days ends before the next midnight.
        """
        if self.rule.mode is Mode.AT_EARLIEST:
            return moment >= self.at
        if self.whole_day:
            return moment < self.at
        return moment <= self.at

    @property
    def whole_day(self) -> bool:
        """True when the deadline ends with a day and not with a minute of it."""
        return self.rule.mode is not Mode.AT_EARLIEST and self.at.date() > self.last_day


@dataclass(frozen=True, slots=True)
class Waiting:
    """A deadline whose trigger has not happened, or lacks its minute: not late, just waiting."""

    rule: DeadlineRule
    on: Trigger
    reason: Text


class TriggerNeedsTime(ValueError):
    """A deadline of hours, or to the same minute, was given a day without a time."""
