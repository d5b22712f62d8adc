"""What the tests of deadlines share: a calendar of spring 2024 and plain rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from jurdil.law.calendar_days import (
    DayCalendar,
    HolidayPolicy,
)
from jurdil.law.deadlines import (
    DeadlineRule,
    Effect,
    Mode,
    TimeUnit,
    Trigger,
    ZonePolicy,
    due,
    load_deadlines,
)
from jurdil.law.text import Text
from jurdil.law.zones import WIB

EMPTY = DayCalendar()


def named(*days: tuple[date, str]) -> dict[date, Text]:
    return {day: Text(name, name) for day, name in days}


LEBARAN_2024 = DayCalendar(
    holidays=named(
        (date(2024, 3, 29), "Wafat Yesus Kristus"),
        (date(2024, 4, 10), "Idul Fitri"),
        (date(2024, 4, 11), "Idul Fitri"),
    ),
    joint_leave=named(*((date(2024, 4, day), "Cuti bersama") for day in (8, 9, 12, 15))),
    settled_years=frozenset({2024}),
)


def rule_of(regime: str, rule_id: str) -> DeadlineRule:
    return next(rule for rule in load_deadlines(regime) if rule.id == rule_id)


def last_day(regime: str, rule_id: str, trigger: date) -> date:
    return due(rule_of(regime, rule_id), trigger, EMPTY, WIB.tzinfo).last_day


def a_rule(unit: TimeUnit, amount: int, **other: Any) -> DeadlineRule:
    base = DeadlineRule(
        id="x",
        rule=None,
        name=Text("aturan", "rule"),
        trigger=Trigger("t", Text("peristiwa", "event")),
        chained=False,
        mode=Mode.AT_LATEST,
        unit=unit,
        amount=amount,
        count_start_day=False,
        end_of_day=unit is not TimeUnit.HOURS,
        holidays=HolidayPolicy(),
        zone=ZonePolicy.OFFICE,
        desk=None,
        effect=Effect.NONE,
        article="Pasal 1",
        confirmed=True,
        source=("S1",),
    )
    return replace(base, **other)
