"""Positions of charts: inside the drawing, true to the days, and never invented."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.web import words
from jurdil.web.charts import choropleth as maps
from jurdil.web.charts.gantt import DONE, GanttRow, gantt
from jurdil.web.charts.scale import DayScale, bar_width, percent, share_of

DAYS = st.dates(date(2019, 1, 1), date(2031, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 700)).map(lambda s: (s[0], s[0] + timedelta(days=s[1])))


def number(text: str) -> float:
    assert text.endswith("%")
    return float(text[:-1])


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0%"), (100, "100%"), (Fraction(1, 3), "0.333%"), (Fraction(-1, 99999), "0%")],
)
def test_a_position_is_a_short_length(value, text):
    assert percent(value) == text


@given(st.fractions(-3, 3))
def test_a_bar_never_leaves_its_track(share):
    assert 0 <= number(bar_width(share)) <= 100


def test_a_bar_shows_the_share_and_an_absent_one_draws_nothing():
    assert bar_width(Fraction(612, 843)) == "72.598%"
    assert bar_width(None) == "0%"
    assert share_of(3, 0) is None
    assert share_of(None, 4) is None
    assert share_of(1, 4) == Fraction(1, 4)


@given(SPANS, DAYS)
def test_days_lie_on_the_axis_in_their_order(span, day):
    scale = DayScale(*span)
    start, middle = scale.start_of(day), scale.middle_of(day)
    assert 0 <= start <= 100
    assert 0 < middle < 100
    assert scale.start_of(day + timedelta(days=1)) >= start


@given(SPANS)
def test_the_whole_axis_is_a_hundred_percent(span):
    scale = DayScale(*span)
    assert scale.width(*span) == 100
    assert sum(scale.width(d, d) for d in (span[0], span[1])) <= 200


def test_an_axis_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="before it begins"):
        DayScale(date(2024, 2, 2), date(2024, 2, 1))


def test_months_are_those_that_begin_on_the_axis():
    months = list(DayScale(date(2023, 11, 15), date(2024, 2, 29)).months())
    assert months == [date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1)]


def row(start, end, **more):
    return GanttRow("r", "1", "Coklit", start, end, **more)


def test_a_bar_covers_its_first_and_last_day():
    chart = gantt([row(date(2024, 1, 1), date(2024, 1, 31))], date(2024, 1, 1), words.month)
    bar = chart.rows[0].bar
    assert (bar.x, bar.width, bar.point) == ("0%", "100%", False)
    assert (chart.first, chart.last) == (date(2024, 1, 1), date(2024, 1, 31))


def test_a_single_legal_day_is_a_point_in_the_middle_of_that_day():
    days = [row(date(2024, 2, 1), date(2024, 2, 29)), row(date(2024, 2, 15), date(2024, 2, 15))]
    point = gantt(days, date(2024, 2, 15), words.month).rows[1].bar
    assert point.point
    assert point.x == "50%"


def test_a_row_without_dates_has_no_bar_and_moves_no_axis():
    rows = [row(None, None), row(date(2024, 1, 1), date(2024, 1, 2))]
    chart = gantt(rows, date(2024, 1, 1), words.month)
    assert chart.rows[0].bar is None
    assert chart.first == date(2024, 1, 1)


def test_nothing_dated_draws_no_axis():
    chart = gantt([row(None, None)], date(2024, 1, 1), words.month)
    assert (chart.months, chart.today_x, chart.first) == ((), "", None)


def test_today_outside_the_axis_draws_no_line():
    assert (
        gantt([row(date(2024, 1, 1), date(2024, 1, 9))], date(2026, 1, 1), words.month).today_x
        == ""
    )


def test_a_moved_row_keeps_its_old_span_beside_the_new_one():
    moved = row(date(2024, 3, 1), date(2024, 3, 31), was=(date(2024, 2, 1), date(2024, 2, 29)))
    chart = gantt([moved], date(2024, 1, 1), words.month)
    bar = chart.rows[0].bar
    assert bar.moved
    assert number(bar.was_x) == 0
    assert number(bar.x) == pytest.approx(48.333, abs=0.001)
    assert chart.moved


@given(st.lists(SPANS, min_size=1, max_size=8), DAYS)
def test_no_bar_begins_outside_the_axis(spans, today):
    chart = gantt([row(*span, state=DONE) for span in spans], today, words.month)
    for item in chart.rows:
        assert 0 <= number(item.bar.x) <= 100
        assert 0 < number(item.bar.width) <= 100


@given(st.integers(1, 90))
def test_month_labels_never_crowd(months):
    end = date(2024, 1, 1) + timedelta(days=30 * months)
    chart = gantt([row(date(2024, 1, 1), end)], date(2024, 1, 1), words.month)
    assert 1 <= sum(bool(tick.label) for tick in chart.months) <= 12


SQUARE = ((119.8, -4.4), (119.9, -4.4), (119.9, -4.3), (119.8, -4.3), (119.8, -4.4))


def area(key, value):
    return maps.Area(str(key), f"Desa {key}", (SQUARE,), value)


def test_a_map_is_as_wide_as_asked_and_true_in_shape():
    picture = maps.choropleth([area(1, 4)], str, width=1000)
    assert picture.width == 1000
    assert picture.height == 1003  # a degree of longitude is shorter by the cosine of 4.35 degrees
    assert picture.shapes[0].d.startswith("M0.0 1002.9L1000.0 1002.9L")


def test_a_tall_regency_is_at_most_twice_as_high_as_wide():
    tall = tuple((x, y * 9) for x, y in SQUARE)
    picture = maps.choropleth([maps.Area("1", "Desa", (tall,), 1)], str, width=1000)
    assert picture.height == 2000
    assert picture.width < 1000


def test_an_area_without_a_figure_is_not_coloured_as_zero():
    picture = maps.choropleth([area(1, None), area(2, 0), area(3, 9)], str)
    assert picture.shapes[0].step == 0
    assert all(shape.step > 0 for shape in picture.shapes[1:])
    assert picture.legend[0] == maps.LegendStep(0, "", "", 1)


def test_the_highest_areas_carry_the_pattern_however_few_values_there_are():
    for values in ([7], [1, 2], [1, 1, 1, 5], list(range(150))):
        picture = maps.choropleth([area(n, v) for n, v in enumerate(values)], str)
        top = max(picture.shapes, key=lambda shape: shape.area.value)
        assert top.hatched


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=60))
def test_steps_keep_the_order_of_the_values_and_equal_ones_together(values):
    picture = maps.choropleth([area(n, v) for n, v in enumerate(values)], str)
    pairs = sorted((shape.area.value, shape.step) for shape in picture.shapes)
    assert [step for _, step in pairs] == sorted(step for _, step in pairs)
    assert len({value for value, _ in pairs}) >= len({step for _, step in pairs})
    assert len(dict(pairs)) == len(set(pairs))
    assert sum(entry.count for entry in picture.legend) == len(values)


def test_boundaries_are_polygons_or_several_of_them():
    ring = [[119.8, -4.4], [119.9, -4.4], [119.9, -4.3], [119.8, -4.4]]
    one = maps.rings_of({"type": "Polygon", "coordinates": [ring]})
    two = maps.rings_of({"type": "MultiPolygon", "coordinates": [[ring], [ring]]})
    assert len(one) == 1
    assert two == one + one
    with pytest.raises(ValueError, match="not Point"):
        maps.rings_of({"type": "Point", "coordinates": [1, 2]})


def test_no_areas_make_an_empty_map():
    assert maps.choropleth([], str).shapes == ()


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        ([0] * 50 + [1] * 12 + [3, 6], (1, 3, 6)),
        ([0, 0, 1], (1,)),
        (list(range(1, 11)), (3, 5, 7, 9)),
        ([4, 4], ()),
        ([], ()),
    ],
)
def test_a_map_of_few_places_reached_among_many_that_are_not_shows_which(values, edges):
    assert maps.breaks(values) == edges
    steps = {maps.step(value, edges) for value in values}
    assert len(steps) == min(len(set(values)), len(edges) + 1)


def test_where_nothing_is_reached_nothing_is_drawn_as_the_highest():
    assert (maps.step(0, ()), maps.step(4, ()), maps.step(None, ())) == (1, 5, 0)


@pytest.mark.parametrize(
    ("edges", "steps"),
    [
        ((1,), [1, 5]),
        ((1, 3), [1, 3, 5]),
        ((1, 3, 6), [1, 2, 4, 5]),
        ((1, 2, 3, 4), [1, 2, 3, 4, 5]),
    ],
)
def test_the_lowest_is_pale_and_the_highest_dark_however_few_steps_there_are(edges, steps):
    assert [maps.step(value, edges) for value in (0, *edges)] == steps
