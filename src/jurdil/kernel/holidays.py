"""From the library `holidays` and the office's own entries to the calendar of the law.

The library knows the national holidays and, for the years already decreed, the joint leave. The
office's entries win: the joint decree (SKB) is amended within the year, and the library has none
for later years and only estimates for some feasts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    voting_days: Mapping[date, Text] | None = None,
    extra_working: Mapping[date, str] | None = None,
    stage_days: Mapping[date, frozenset[str]] | None = None,
) -> DayCalendar:
    """Return the calendar of `years` for the deadline engine.

    `joint_leave` and `regional` are the days the office entered, with their names as typed; a year
    with at least one joint-leave entry takes the office's list instead of the library's.
    `voting_days` adds voting days the library does not know. A year is settled, so that
    working-day deadlines in it can be confirmed, when no feast is an estimate and its joint leave
    is known from either side.
    """
    wanted = sorted(set(years))
    national = _library(wanted, "public")
    leave = _joint_leave(wanted, joint_leave)
    voting = {day: name for day, name in national.items() if name.id.startswith(_VOTING)}
    return DayCalendar(
        holidays={day: name for day, name in national.items() if day not in voting},
        joint_leave=leave,
        regional=_typed(regional),
        voting_days=voting | dict(voting_days or {}),
        extra_working=_typed(extra_working or {}),
        settled_years=_settled(wanted, national, leave),
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


def _joint_leave(years: list[int], entered: Mapping[date, str]) -> dict[date, Text]:
    own_years = {day.year for day in entered}
    decreed = _library([year for year in years if year not in own_years], "government")
    return decreed | _typed(entered)


def _typed(days: Mapping[date, str]) -> dict[date, Text]:
    return {day: Text(name, name) for day, name in days.items()}


def _settled(
    years: list[int], national: Mapping[date, Text], leave: Mapping[date, Text]
) -> frozenset[int]:
    estimated = {day.year for day, name in national.items() if _ESTIMATED in name.id}
    decreed = {day.year for day in leave}
    return frozenset(year for year in years if year in decreed and year not in estimated)
