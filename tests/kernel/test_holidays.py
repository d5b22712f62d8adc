"""The calendar handed to the law: the library's days, corrected by what the office entered."""

from __future__ import annotations

from datetime import date

import pytest

from jurdil.kernel.holidays import day_calendar
from jurdil.law.calendar_days import HolidayPolicy
from jurdil.law.deadlines import due, load_deadlines
from jurdil.law.text import Text
from jurdil.law.zones import WIB

ALL = HolidayPolicy()


def test_the_real_spring_of_2024_gives_the_real_verdict_day() -> None:
    calendar = day_calendar([2024], {}, {})
    rules = {rule.id: rule for rule in load_deadlines("pemilu-2024")}
    result = due(rules["phpu-presiden-putusan"], date(2024, 3, 25), calendar, WIB.tzinfo)
    assert result.last_day == date(2024, 4, 22)
    assert result.confirmed


def test_holidays_have_names_in_both_languages() -> None:
    calendar = day_calendar([2024], {}, {})
    assert calendar.holidays[date(2024, 3, 29)] == Text("Wafat Yesus Kristus", "Good Friday")
    assert calendar.joint_leave[date(2024, 4, 15)].en == "Eid al-Fitr Joint Holiday"


@pytest.mark.parametrize("day", [date(2019, 4, 17), date(2024, 2, 14), date(2024, 11, 27)])
def test_voting_days_are_told_apart_from_other_holidays(day: date) -> None:
    calendar = day_calendar([day.year], {}, {})
    assert day in calendar.voting_days
    assert day not in calendar.holidays
    assert calendar.is_working(day, HolidayPolicy(voting_day=False))
    assert not calendar.is_working(day, ALL)


def test_entries_of_the_office_are_added_and_win() -> None:
    hari_jadi, feast = date(2024, 3, 19), date(2024, 4, 8)
    calendar = day_calendar(
        [2024],
        {feast: "Cuti bersama menurut SKB perubahan"},
        {hari_jadi: "Hari jadi kabupaten"},
        national={date(2024, 7, 3): "Libur yang ditetapkan kemudian"},
    )
    assert calendar.joint_leave[feast].id == "Cuti bersama menurut SKB perubahan"
    assert date(2024, 4, 9) in calendar.joint_leave
    assert not calendar.is_working(hari_jadi, ALL)
    assert calendar.is_working(hari_jadi, HolidayPolicy(regional=False))
    assert not calendar.is_working(date(2024, 7, 3), ALL)


def test_a_withdrawn_day_is_worked_but_a_weekend_stays_one() -> None:
    monday, saturday = date(2024, 4, 15), date(2024, 2, 10)
    calendar = day_calendar([2024], {}, {}, withdrawn=[monday, saturday])
    assert calendar.is_working(monday, ALL)
    assert not calendar.is_working(saturday, ALL)
    declared = day_calendar([2024], {}, {}, extra_working={saturday: "Hari kerja pengganti"})
    assert declared.is_working(saturday, ALL)


def test_a_year_of_estimates_is_settled_only_when_the_office_says_so() -> None:
    assert day_calendar([2024, 2026], {}, {}).settled_years == {2024, 2026}
    for year in range(2024, 2030):
        calendar = day_calendar([year], {}, {})
        estimated = any("(estimated)" in name.en for name in calendar.holidays.values())
        decreed = bool(calendar.joint_leave)
        assert (year in calendar.settled_years) == (decreed and not estimated)
    assert day_calendar([2028], {}, {}, declared_years=[2028]).settled_years == {2028}


def test_no_years_make_an_empty_calendar() -> None:
    calendar = day_calendar([], {}, {})
    assert not calendar.holidays
    assert not calendar.settled_years
