"""A figure explains itself: exact value, formula, real inputs, denominator, article, status."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law import formats
from jurdil.law.figure import (
    Figure,
    Input,
    Unit,
    coverage,
    days_between,
    difference,
    explain,
    ratio,
    render,
    render_value,
    share,
    total,
)
from jurdil.law.text import Text
from jurdil.law.zones import WITA

ARTICLE = "UU 7/2017 Pasal 374"
VOTED = Input(Text("Pengguna hak pilih", "Voters who voted"), 843, "C.Hasil")
LISTED = Input(Text("DPT", "DPT"), 1824, "Model A-KabKo")


def an_input(value: object, name: str = "x") -> Input:
    return Input(Text(name, name), value)  # type: ignore[arg-type]


def a_figure(value: object, unit: Unit) -> Figure:
    return Figure(value, Text("x", "x"), (), None, ARTICLE, True, unit)  # type: ignore[arg-type]


def test_a_share_is_an_exact_fraction_and_prints_in_both_languages() -> None:
    figure = share(VOTED, LISTED, article=ARTICLE, confirmed=True)
    assert figure.value == Fraction(281, 608)
    assert render(figure, "id") == "46,2%"
    assert render(figure, "en") == "46.2%"
    assert figure.denominator == LISTED


@pytest.mark.parametrize("whole", [None, 0])
def test_a_share_of_nothing_is_absent_and_not_zero(whole: int | None) -> None:
    figure = share(VOTED, an_input(whole), article=ARTICLE, confirmed=True)
    assert figure.absent
    assert render(figure, "id") == "belum ada"
    assert render(figure, "en") == "not available"


def test_an_absent_part_makes_an_absent_share_but_a_zero_part_is_zero() -> None:
    assert share(an_input(None), LISTED, article=ARTICLE, confirmed=True).absent
    assert render(share(an_input(0), LISTED, article=ARTICLE, confirmed=True), "id") == "0,0%"


def test_a_share_below_the_whole_is_never_printed_as_the_whole() -> None:
    assert formats.percent(Fraction(4999, 5000), "id") == "> 99,9%"
    assert formats.percent(Fraction(1, 5000), "en") == "< 0.1%"
    assert formats.percent(1, "id") == "100,0%"
    assert formats.percent(Fraction(790, 794), "id") == "99,5%"


def test_an_absent_input_makes_no_total() -> None:
    figure = total([an_input(3), an_input(None)], article=ARTICLE, confirmed=True)
    assert figure.absent


def test_a_partial_total_stands_beside_its_coverage() -> None:
    covered = coverage(2, 3)
    inputs = [an_input(3), an_input(None), an_input(4)]
    figure = total(inputs, article=ARTICLE, confirmed=True, covered=covered)
    assert figure.value == 7
    assert figure.denominator is not None
    assert figure.denominator.value == 3
    assert covered.value == Fraction(2, 3)
    assert total([an_input(None)], article="", confirmed=True, covered=coverage(0, 1)).absent


def test_a_total_of_nothing_is_absent() -> None:
    assert total([], article=ARTICLE, confirmed=True).absent


def test_the_grant_of_sukoharjo_adds_up() -> None:
    first, second = an_input(Decimal("11714510000")), an_input(Decimal("17571765000"))
    figure = total([first, second], article="", confirmed=True, unit=Unit.RUPIAH)
    assert figure.value == 29286275000
    assert render(figure, "id") == "Rp29.286.275.000"
    assert render(figure, "en") == "IDR 29,286,275,000"


def test_difference_ratio_and_days_between() -> None:
    assert difference(VOTED, LISTED, article="", confirmed=True).value == -981
    assert render(difference(VOTED, LISTED, article="", confirmed=True), "id") == "−981"
    per_tps = ratio(an_input(577241), an_input(1249), article="", confirmed=True)
    assert render(per_tps, "id") == "462,16"
    start, end = an_input(date(2023, 11, 28)), an_input(date(2024, 2, 10))
    assert days_between(start, end, article="", confirmed=True).value == 74
    assert days_between(start, an_input(None), article="", confirmed=True).absent
    assert render(days_between(start, end, article="", confirmed=True), "id") == "74 hari"


def test_a_moment_counts_by_its_calendar_day() -> None:
    late = an_input(datetime(2024, 3, 20, 22, 19, tzinfo=WITA.tzinfo))
    next_day = an_input(date(2024, 3, 21))
    assert days_between(late, next_day, article="", confirmed=True).value == 1


@pytest.mark.parametrize("value", [0.462, True])
def test_a_float_or_a_truth_value_is_no_figure(value: object) -> None:
    with pytest.raises(TypeError):
        an_input(value)
    with pytest.raises(TypeError):
        a_figure(value, Unit.COUNT)


def test_dates_and_numbers_do_not_mix() -> None:
    with pytest.raises(TypeError):
        share(an_input(date(2024, 2, 14)), LISTED, article="", confirmed=True)
    with pytest.raises(TypeError):
        days_between(VOTED, LISTED, article="", confirmed=True)


def test_explain_gives_the_rows_in_order_with_sources() -> None:
    figure = share(VOTED, LISTED, article=ARTICLE, confirmed=False)
    assert explain(figure, "id") == [
        ("Nilai", "46,2%"),
        ("Rumus", "Pengguna hak pilih ÷ DPT"),
        ("Pengguna hak pilih", "843 (C.Hasil)"),
        ("Pembagi: DPT", "1.824 (Model A-KabKo)"),
        ("Dasar hukum", ARTICLE),
        (
            "Status dasar hukum",
            "Belum dikonfirmasi: cocokkan dengan teks peraturan sebelum dipakai",
        ),
    ]
    assert explain(figure, "en")[3] == ("Denominator: DPT", "1,824 (Model A-KabKo)")


def test_plain_arithmetic_explains_itself_without_an_article() -> None:
    labels = [label for label, _ in explain(coverage(790, 794), "id")]
    assert labels == ["Nilai", "Rumus", "Formulir masuk", "Pembagi: Formulir seharusnya"]


def test_a_figure_can_be_the_input_of_another() -> None:
    item = coverage(790, 794).as_input(Text("Cakupan", "Coverage"))
    assert render_value(item.value, item.unit, "id") == "99,5%"


def test_days_and_moments_name_weekday_and_zone() -> None:
    moment = datetime(2031, 11, 21, 14, 0, tzinfo=WITA.tzinfo)
    assert formats.moment(moment, "id") == "Jum 21 Nov 2031, 14.00 WITA"
    assert formats.moment(moment, "en") == "Fri 21 Nov 2031, 14:00 WITA"
    assert formats.day(date(2024, 5, 1), "id") == "Rab 1 Mei 2024"
    midnight = datetime(2024, 3, 24, tzinfo=WITA.tzinfo)
    assert formats.day_end(midnight, "id") == "Sab 23 Mar 2024, 24.00 WITA"
    assert render(a_figure(midnight, Unit.DAY_END), "en") == "Sat 23 Mar 2024, 24:00 WITA"
    assert render(a_figure(date(2024, 8, 17), Unit.COUNT), "id") == "Sab 17 Agu 2024"


def test_rounding_is_half_away_from_zero_as_on_paper() -> None:
    assert formats.number(Fraction(5, 2), "id") == "3"
    assert formats.number(Fraction(-5, 2), "id") == "−3"
    assert formats.number(Fraction(-1, 10), "id") == "0"
    assert formats.number(1234567, "id") == "1.234.567"
    assert formats.number(1234567, "en-gb") == "1,234,567"
    assert formats.number(Decimal("1234.5"), "id", 2) == "1.234,50"


@given(st.integers(-(10**15), 10**15))
def test_printed_whole_numbers_read_back_as_themselves(value: int) -> None:
    printed = formats.number(value, "id").replace(".", "").replace("−", "-")
    assert int(printed) == value


@given(st.fractions(0, 1), st.integers(0, 4))
def test_a_printed_percentage_is_within_half_a_unit(value: Fraction, places: int) -> None:
    printed = formats.percent(value, "en", places)
    shown = Fraction(printed.strip("<> %"))
    tolerance = Fraction(1, 10**places) if printed[0] in "<>" else Fraction(1, 2 * 10**places)
    assert abs(shown - value * 100) <= tolerance


@given(st.lists(st.one_of(st.none(), st.integers(0, 1000)), min_size=1))
def test_a_total_without_coverage_is_the_sum_or_absent(values: list[int | None]) -> None:
    figure = total([an_input(value) for value in values], article="", confirmed=True)
    if None in values:
        assert figure.absent
    else:
        assert figure.value == sum(value for value in values if value is not None)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_times_its_whole_is_its_part(part: int, whole: int) -> None:
    figure = share(an_input(part), an_input(whole), article="", confirmed=True)
    assert isinstance(figure.value, Fraction)
    assert figure.value * whole == part


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(-4000, 4000))
def test_days_between_undoes_adding_days(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    figure = days_between(an_input(start), an_input(end), article="", confirmed=True)
    assert figure.value == days
