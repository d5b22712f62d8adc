"""Numbers and days are written as the office writes them, in both languages."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from jurdil.web import words

TODAY = date(2031, 11, 21)


@pytest.mark.parametrize(
    ("days", "indonesian", "english"),
    [
        (-3, "3 hari lewat", "3 days overdue"),
        (-1, "1 hari lewat", "1 day overdue"),
        (0, "hari ini", "today"),
        (1, "besok", "tomorrow"),
        (5, "5 hari lagi", "5 days left"),
        (1200, "1.200 hari lagi", "1,200 days left"),
    ],
)
def test_how_far_a_day_is(days, indonesian, english):
    day = date.fromordinal(TODAY.toordinal() + days)
    with translation.override("id"):
        assert words.distance(day, TODAY) == indonesian
    with translation.override("en"):
        assert words.distance(day, TODAY) == english


def test_a_moment_is_told_in_the_office_zone_and_names_it():
    moment = datetime(2031, 11, 21, 6, 0, tzinfo=UTC)
    with translation.override("id"):
        for zone, shown in (
            ("Asia/Jakarta", "13.00 WIB"),
            ("Asia/Makassar", "14.00 WITA"),
            ("Asia/Jayapura", "15.00 WIT"),
        ):
            with timezone.override(ZoneInfo(zone)):
                assert words.clock(moment) == shown
                assert words.moment(moment) == f"Jum 21 Nov 2031, {shown}"


def test_the_day_of_a_moment_is_the_office_s_own_day():
    late = datetime(2031, 11, 20, 18, 30, tzinfo=UTC)
    with translation.override("id"), timezone.override(ZoneInfo("Asia/Jayapura")):
        assert words.day(late) == "Jum 21 Nov 2031"
        assert words.short_day(late) == "Jum 21 Nov"
        assert words.distance(late, TODAY) == "hari ini"


def test_long_days_and_headings():
    with translation.override("id"):
        assert words.long_day(TODAY) == "Jumat, 21 November 2031"
        assert words.day_heading(date(2031, 11, 22), TODAY) == "Besok · Sabtu, 22 November 2031"
        assert words.day_heading(date(2031, 11, 25), TODAY) == "Selasa, 25 November 2031"
    with translation.override("en"):
        assert words.long_day(TODAY) == "Friday, 21 November 2031"


def test_absent_is_said_and_never_zero():
    with translation.override("id"):
        assert words.number(None) == "belum ada"
        assert words.percent(None) == "belum ada"
        assert words.day(None) == words.moment(None) == words.clock(None) == ""


def test_numbers_follow_the_language():
    with translation.override("id"):
        assert words.number(1234567) == "1.234.567"
        assert words.percent(Fraction(462, 1000)) == "46,2%"
    with translation.override("en"):
        assert words.number(1234567) == "1,234,567"
        assert words.percent(Fraction(462, 1000)) == "46.2%"


def test_months_of_an_axis_name_the_year_in_january():
    with translation.override("id"):
        assert [words.month(date(2024, n, 1)) for n in (1, 2, 8)] == ["2024", "Feb", "Agu"]


@dataclass(frozen=True)
class Row:
    name: str
    day: date | None


def test_rows_stand_under_their_day_and_those_without_come_last():
    rows = [Row("c", None), Row("b", date(2031, 11, 22)), Row("a", TODAY), Row("d", TODAY)]
    with translation.override("id"):
        groups = words.by_day(rows, TODAY)
    assert [group.heading.split(" · ")[0] for group in groups] == [
        "Hari ini",
        "Besok",
        "Tanpa tanggal",
    ]
    assert [row.name for row in groups[0].rows] == ["a", "d"]


@pytest.mark.parametrize(
    ("name", "sign"),
    [("Siti Aminah", "SA"), ("budi", "B"), ("A. Rahman bin Latif", "AL"), ("", ""), ("(007)", "")],
)
def test_initials(name, sign):
    assert words.initials(name) == sign
