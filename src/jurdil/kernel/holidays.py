"""From the library `holidays` and the office's own entries to the calendar of the law.

The library knows the national holidays and, for the years already decreed, the joint leave. The
office's entries win: the joint decree (SKB) is amended within the year, and the library has none
for later years and only estimates for some feasts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

import holidays

from jurdil.law.calendar_days import DayCalendar
from jurdil.law.text import Text

_ESTIMATED = "(perkiraan)"
_VOTING = "Hari Pemilihan"


def day_calendar(
    years: Iterable[int],
    joint_leave: Mapping[date, str],
    regional: Mapping[date, str],
    *,
    national: Mapping[date, str] | None = None,
    withdrawn: Collection[date] = (),
    voting_days: Mapping[date, Text] | None = None,
    extra_working: Mapping[date, str] | None = None,
    stage_days: Mapping[date, frozenset[str]] | None = None,
    declared_years: Collection[int] = (),
) -> DayCalendar:
    """Return the calendar of `years` for the deadline engine.

    `joint_leave`, `regional` and `national` are the days the office entered, with their names as
    typed; they are added to the library's and rename a day it also has. A day in `withdrawn` is
    free no longer (a weekend stays one); a day in `extra_working` counts even on a weekend.
    `voting_days` adds voting days the library does not know, `stage_days` says which stages run on
    a day. A year is settled, so that working-day deadlines in it can be confirmed, when the library
    has its joint leave and no feast as an estimate, or when the office declares it complete.
    """
    wanted = sorted(set(years))
    known = _library(wanted, "public")
    leave = _library(wanted, "government")
    voting = {day: name for day, name in known.items() if name.id.startswith(_VOTING)}
    ordinary = {day: name for day, name in known.items() if day not in voting}
    return DayCalendar(
        holidays=_without(ordinary | _typed(national or {}), withdrawn),
        joint_leave=_without(leave | _typed(joint_leave), withdrawn),
        regional=_without(_typed(regional), withdrawn),
        voting_days=_without(voting | dict(voting_days or {}), withdrawn),
        extra_working=_typed(extra_working or {}),
        settled_years=_settled(known, leave) | frozenset(declared_years),
        stage_days=stage_days or {},
    )


def _library(years: list[int], category: str) -> dict[date, Text]:
    if not years:
        return {}
    indonesian, english = (
        holidays.country_holidays("ID", years=years, categories=(category,), language=language)
        for language in ("id", "en_US")
    )
    return {day: Text(indonesian[day], english[day]) for day in sorted(indonesian)}


def _typed(days: Mapping[date, str]) -> dict[date, Text]:
    return {day: Text(name, name) for day, name in days.items()}


def _without(days: Mapping[date, Text], withdrawn: Collection[date]) -> dict[date, Text]:
    return {day: name for day, name in days.items() if day not in withdrawn}


def _settled(known: Mapping[date, Text], leave: Mapping[date, Text]) -> frozenset[int]:
    estimated = {day.year for day, name in known.items() if _ESTIMATED in name.id}
    return frozenset({day.year for day in leave} - estimated)
