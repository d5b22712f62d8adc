"""The engine of deadlines: chains, clocks, free days, explanations, and what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.calendar_days import (
    DayCalendar,
    HolidayPolicy,
    days_in_month,
    shift_months,
)
from jurdil.law.deadlines import (
    Due,
    Mode,
    TimeUnit,
    TriggerNeedsTime,
    Waiting,
    ZonePolicy,
    due,
    figure_of,
    formula,
    load_deadlines,
    recompute,
)
from jurdil.law.figure import explain
from jurdil.law.text import Text
from jurdil.law.zones import WIB, WIT, WITA
from tests.law.deadline_cases import EMPTY, LEBARAN_2024, a_rule, named, rule_of


def test_a_chain_runs_from_end_to_end() -> None:
    rules = load_deadlines("pemilu-2024")
    results = recompute(rules, {"dps-diumumkan": date(2023, 4, 12)}, EMPTY, WIB.tzinfo)
    days = {
        rule_id: result.last_day for rule_id, result in results.items() if isinstance(result, Due)
    }
    assert days == {
        "dps-pengumuman": date(2023, 4, 25),
        "dps-tanggapan": date(2023, 5, 2),
        "dps-perbaikan": date(2023, 5, 16),
        "dpshp-pengumuman": date(2023, 5, 23),
        "dpt-penetapan": date(2023, 5, 30),
    }


def test_a_real_end_replaces_the_computed_one_in_a_chain() -> None:
    rules = load_deadlines("pemilu-2024")
    triggers = {"dps-diumumkan": date(2023, 4, 12), "dps-perbaikan": date(2023, 5, 10)}
    results = recompute(rules, triggers, EMPTY, WIB.tzinfo)
    last = results["dpt-penetapan"]
    assert isinstance(last, Due)
    assert last.last_day == date(2023, 5, 24)


def test_a_chain_waits_for_the_event_at_its_head() -> None:
    results = recompute(load_deadlines("pemilu-2024"), {}, EMPTY, WIB.tzinfo)
    last = results["dpt-penetapan"]
    assert isinstance(last, Waiting)
    assert last.on.id == "dps-diumumkan"
    assert last.reason == Text(
        "Menunggu: DPS mulai diumumkan", "Waiting for: DPS announcement begins"
    )
    assert all(isinstance(result, Waiting) for result in results.values())


def test_hours_wait_for_the_minute_when_only_the_day_is_known() -> None:
    rule = rule_of("pemilu-2024", "phpu-legislatif-permohonan")
    with pytest.raises(TriggerNeedsTime):
        due(rule, date(2024, 3, 20), EMPTY, WIB.tzinfo)
    results = recompute([rule], {rule.trigger.id: date(2024, 3, 20)}, EMPTY, WIB.tzinfo)
    waiting = results[rule.id]
    assert isinstance(waiting, Waiting)
    assert waiting.reason.id.startswith("Menunggu jam dari: ")


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        due(a_rule(TimeUnit.CALENDAR_DAYS, 3), datetime(2024, 3, 20, 22, 19), EMPTY, WIB.tzinfo)  # noqa: DTZ001


def test_the_day_of_a_moment_is_the_day_of_the_clock_that_counts() -> None:
    late = datetime(2024, 3, 20, 23, 30, tzinfo=WIB.tzinfo)
    at_office = due(a_rule(TimeUnit.CALENDAR_DAYS, 3), late, EMPTY, WIT.tzinfo)
    in_jakarta = due(
        a_rule(TimeUnit.CALENDAR_DAYS, 3, zone=ZonePolicy.WIB), late, EMPTY, WIT.tzinfo
    )
    assert at_office.last_day == date(2024, 3, 24)
    assert in_jakarta.last_day == date(2024, 3, 23)


def test_an_earliest_day_begins_at_midnight() -> None:
    rule = a_rule(TimeUnit.CALENDAR_DAYS, 5, mode=Mode.AT_EARLIEST)
    result = due(rule, date(2024, 1, 1), EMPTY, WIB.tzinfo)
    assert result.at == datetime(2024, 1, 6, tzinfo=WIB.tzinfo)
    assert result.in_time(result.at)
    assert not result.in_time(result.at - timedelta(minutes=1))


def test_a_deadline_to_the_same_minute_of_the_last_day() -> None:
    rule = a_rule(TimeUnit.WORKING_DAYS, 1, end_of_day=False)
    friday = datetime(2024, 3, 22, 15, 30, tzinfo=WIB.tzinfo)
    result = due(rule, friday, LEBARAN_2024, WIB.tzinfo)
    assert result.at == datetime(2024, 3, 25, 15, 30, tzinfo=WIB.tzinfo)


def test_each_kind_of_free_day_follows_the_policy() -> None:
    thursday = date(2024, 5, 30)
    calendar = DayCalendar(
        holidays=named((thursday, "libur")),
        joint_leave=named((thursday + timedelta(days=1), "cuti")),
        regional=named((date(2024, 6, 3), "daerah")),
        voting_days=named((date(2024, 6, 4), "pemilu")),
        settled_years=frozenset({2024}),
    )
    rule = a_rule(TimeUnit.WORKING_DAYS, 1)
    wednesday = date(2024, 5, 29)
    cases = [
        (HolidayPolicy(), date(2024, 6, 5)),
        (HolidayPolicy(voting_day=False), date(2024, 6, 4)),
        (HolidayPolicy(regional=False), date(2024, 6, 3)),
        (HolidayPolicy(joint_leave=False), date(2024, 5, 31)),
        (HolidayPolicy(national=False), thursday),
    ]
    for policy, expected in cases:
        result = due(replace(rule, holidays=policy), wednesday, calendar, WIB.tzinfo)
        assert result.last_day == expected
    declared = replace(calendar, extra_working=named((date(2024, 6, 1), "hari kerja")))
    assert due(rule, wednesday, declared, WIB.tzinfo).last_day == date(2024, 6, 1)


def test_working_days_outside_settled_years_are_not_confirmed_and_say_so() -> None:
    rule = a_rule(TimeUnit.WORKING_DAYS, 3)
    result = due(rule, date(2024, 12, 30), LEBARAN_2024, WIB.tzinfo)
    assert not result.confirmed
    assert [step.day.year for step in result.steps if step.kind == "unsettled"] == [2025]
    assert due(rule, date(2024, 3, 18), LEBARAN_2024, WIB.tzinfo).confirmed


def test_a_cut_month_is_said_and_not_confirmed() -> None:
    result = due(a_rule(TimeUnit.MONTHS, 6), date(2023, 8, 31), EMPTY, WIB.tzinfo)
    assert result.last_day == date(2024, 2, 29)
    assert not result.confirmed
    assert "tidak ada tanggal 31" in result.steps[0].reason.id


def test_a_desk_ends_the_deadline_at_closing_time_or_leaves_it_open_for_a_person() -> None:
    rule = rule_of("pilkada-2024", "laporan-disampaikan")
    open_day = due(rule, date(2024, 10, 1), EMPTY, WITA.tzinfo)
    assert open_day.at == datetime(2024, 10, 8, 16, 0, tzinfo=WITA.tzinfo)
    sunday = due(replace(rule, confirmed=True), date(2024, 9, 29), EMPTY, WITA.tzinfo)
    assert sunday.last_day == date(2024, 10, 6)
    assert sunday.at == datetime(2024, 10, 7, tzinfo=WITA.tzinfo)
    assert not sunday.confirmed
    assert sunday.steps[0].kind == "desk-closed"


def test_a_deadline_explains_itself_with_every_day_passed_over() -> None:
    rule = a_rule(TimeUnit.WORKING_DAYS, 2)
    result = due(rule, date(2024, 3, 27), LEBARAN_2024, WIB.tzinfo)
    assert explain(figure_of(result), "id") == [
        ("Nilai", "Sen 1 Apr 2024, 24.00 WIB"),
        ("Rumus", "paling lambat peristiwa + 2 hari kerja"),
        ("peristiwa", "Rab 27 Mar 2024"),
        ("Tidak dihitung: Wafat Yesus Kristus", "Jum 29 Mar 2024"),
        ("Tidak dihitung: Sabtu", "Sab 30 Mar 2024"),
        ("Tidak dihitung: Minggu", "Min 31 Mar 2024"),
        ("Dasar hukum", "Pasal 1"),
        ("Status dasar hukum", "Sudah dicocokkan dengan sumbernya"),
    ]


def test_formulas_read_as_the_law_speaks() -> None:
    hours = rule_of("pemilu-2024", "phpu-legislatif-permohonan")
    assert formula(hours).id == (
        "paling lambat Penetapan hasil pemilu secara nasional diumumkan + 3×24 jam"
    )
    months = rule_of("pemilu-2024", "tahapan-mulai")
    assert formula(months).en == "at the latest Voting day − 20 months"
    court = rule_of("pemilu-2024", "phpu-presiden-putusan")
    assert formula(court).id.endswith("+ 14 hari kerja (hari pertama ikut dihitung)")


# --- Properties ---------------------------------------------------------------------------------

DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))
AMOUNTS = st.integers(-200, 200).filter(bool)
UNITS = st.sampled_from([TimeUnit.CALENDAR_DAYS, TimeUnit.WORKING_DAYS, TimeUnit.MONTHS])
FREE = st.sets(st.dates(date(2023, 1, 1), date(2025, 12, 31)), max_size=40)
NEAR = st.dates(date(2023, 6, 1), date(2025, 6, 30))


@given(DAYS, st.integers(0, 60), AMOUNTS, UNITS, st.booleans())
def test_a_later_trigger_never_falls_due_earlier(
    day: date, later: int, amount: int, unit: TimeUnit, start_counted: bool
) -> None:
    counted = start_counted and unit is not TimeUnit.MONTHS
    rule = a_rule(unit, amount, count_start_day=counted)
    first = due(rule, day, LEBARAN_2024, WIB.tzinfo)
    second = due(rule, day + timedelta(days=later), LEBARAN_2024, WIB.tzinfo)
    assert first.at <= second.at


@given(NEAR, AMOUNTS.filter(lambda amount: abs(amount) < 60), FREE, st.booleans())
def test_a_working_day_deadline_never_lands_on_a_free_day(
    day: date, amount: int, free: set[date], start_counted: bool
) -> None:
    calendar = DayCalendar(holidays=named(*((one, "libur") for one in free)))
    rule = a_rule(TimeUnit.WORKING_DAYS, amount, count_start_day=start_counted)
    result = due(rule, day, calendar, WIB.tzinfo)
    assert result.last_day.weekday() < 5
    assert result.last_day not in free


@given(NEAR, st.integers(1, 60), FREE)
def test_days_counted_and_days_passed_over_make_up_the_whole_span(
    day: date, amount: int, free: set[date]
) -> None:
    calendar = DayCalendar(holidays=named(*((one, "libur") for one in free)))
    result = due(a_rule(TimeUnit.WORKING_DAYS, amount), day, calendar, WIB.tzinfo)
    skipped = [step for step in result.steps if step.kind != "unsettled"]
    assert (result.last_day - day).days == amount + len(skipped)


@given(DAYS, st.integers(-400, 400), AMOUNTS, st.booleans())
def test_moving_a_trigger_moves_calendar_deadlines_by_as_much(
    day: date, shift: int, amount: int, start_counted: bool
) -> None:
    rule = a_rule(TimeUnit.CALENDAR_DAYS, amount, count_start_day=start_counted)
    before = due(rule, day, EMPTY, WIB.tzinfo)
    after = due(rule, day + timedelta(days=shift), EMPTY, WIB.tzinfo)
    assert after.at - before.at == timedelta(days=shift)


@given(DAYS, st.integers(-60, 60))
def test_months_keep_the_day_or_take_the_last_of_the_month(day: date, months: int) -> None:
    moved, cut = shift_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    if cut:
        assert moved.day == days_in_month(moved.year, moved.month) < day.day
    else:
        assert moved.day == day.day
        assert shift_months(moved, -months) == (day, False)


@given(st.datetimes(datetime(2010, 1, 1), datetime(2040, 1, 1)), st.integers(1, 200))  # noqa: DTZ001
def test_hours_run_on_through_every_zone(moment: datetime, hours: int) -> None:
    rule = a_rule(TimeUnit.HOURS, hours)
    start = moment.replace(tzinfo=WIB.tzinfo)
    here = due(rule, start, EMPTY, WIB.tzinfo)
    there = due(rule, start.astimezone(WIT.tzinfo), EMPTY, WITA.tzinfo)
    assert here.at == there.at == start + timedelta(hours=hours)
