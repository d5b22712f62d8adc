"""Recapitulation upward with coverage (PKPU 5/2024 art. 5)."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.recap import (
    NATION,
    Cell,
    UnknownPlace,
    apply_change,
    parent,
    places_above,
    recapitulate,
    rollup_sql,
)

FIGURES = ("paslon_1", "suara_sah")
EXPECTED = {
    "73.12.01.1001": 3,
    "73.12.01.1002": 2,
    "73.12.02.2001": 1,
    "73.13.01.1001": 2,
    "16.10.01.1001": 1,
}
PATHS = [f"{village}/{n:03}" for village, count in EXPECTED.items() for n in range(1, count + 1)]
FORM = st.fixed_dictionaries(
    {}, optional={name: st.one_of(st.none(), st.integers(0, 300)) for name in FIGURES}
)
FORMS = st.dictionaries(st.sampled_from(PATHS), FORM)


def test_sums_and_coverage_of_every_level():
    forms = {
        "73.12.01.1001/001": {"paslon_1": 10, "suara_sah": 30},
        "73.12.01.1001/002": {"paslon_1": 5, "suara_sah": None},
        "73.12.02.2001/001": {"paslon_1": 7, "suara_sah": 8},
        "16.10.01.1001/001": {"paslon_1": 0},
    }
    recap = recapitulate(forms, EXPECTED, FIGURES)
    assert recap.row("73.12.01.1001") == {
        "paslon_1": Cell(15, 2, 3),
        "suara_sah": Cell(30, 1, 3),
    }
    assert recap.cell("73.12.01", "paslon_1") == Cell(15, 2, 5)
    assert recap.cell("73.12", "paslon_1") == Cell(22, 3, 6)
    assert recap.cell("73", "suara_sah") == Cell(38, 2, 8)
    assert recap.cell(NATION, "paslon_1") == Cell(22, 4, 9)
    assert recap.forms("73.12.01") == Cell(2, 2, 5)


def test_a_sum_of_nothing_is_absent_and_zero_votes_are_zero():
    recap = recapitulate({"16.10.01.1001/001": {"paslon_1": 0}}, EXPECTED, FIGURES)
    assert recap.cell("16.10", "paslon_1") == Cell(0, 1, 1)
    assert recap.cell("16.10", "paslon_1").complete
    assert recap.cell("16.10", "suara_sah") == Cell(None, 0, 1)
    assert recap.cell("73.13", "paslon_1") == Cell(None, 0, 2)
    assert not recap.cell("73.13", "paslon_1").complete


def test_places_know_their_neighbours():
    assert parent("73.12.01.1001/007") == "73.12.01.1001"
    assert places_above("73.12.01.1001/007") == (
        "73.12.01.1001", "73.12.01", "73.12", "73", NATION,
    )  # fmt: skip
    recap = recapitulate({}, EXPECTED, FIGURES)
    assert recap.children("73.12") == ("73.12.01", "73.12.02")
    assert recap.children(NATION) == ("16", "73")
    assert recap.children("73.12.02.2001") == ()


@pytest.mark.parametrize("path", ["73.12.99.1001/001", "73.12.01.1001", "73.12.01/001", "", "/001"])
def test_a_form_from_nowhere_is_refused(path):
    with pytest.raises(UnknownPlace):
        recapitulate({path: {}}, EXPECTED, FIGURES)
    with pytest.raises(UnknownPlace):
        apply_change(recapitulate({}, EXPECTED, FIGURES), path, None, {})
    with pytest.raises(UnknownPlace):
        recapitulate({}, EXPECTED, FIGURES).cell("99", "paslon_1")


@given(FORMS, st.sampled_from(PATHS), st.one_of(st.none(), FORM))
def test_a_changed_form_changes_the_recap_as_if_all_were_added_again(forms, path, new):
    before = recapitulate(forms, EXPECTED, FIGURES)
    after = {**forms, path: new}
    if new is None:
        del after[path]
    changed = apply_change(before, path, forms.get(path), new)
    assert changed == recapitulate(after, EXPECTED, FIGURES)
    assert before == recapitulate(forms, EXPECTED, FIGURES)


@given(FORMS)
def test_every_place_is_the_sum_of_the_places_below(forms):
    recap = recapitulate(forms, EXPECTED, FIGURES)
    for place in recap.tallies:
        below = [recap.cell(child, "suara_sah") for child in recap.children(place)]
        if below:
            cell = recap.cell(place, "suara_sah")
            assert cell.have == sum(one.have for one in below)
            assert cell.expected == sum(one.expected for one in below)
            assert (cell.sum or 0) == sum(one.sum or 0 for one in below)


def test_the_query_counts_only_the_tps_that_are_due():
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE form AS SELECT 'a' AS desa, true AS due, 5 AS suara_sah")
        connection.execute("INSERT INTO form VALUES ('a', false, 6), ('a', true, NULL)")
        query = rollup_sql("form", ("desa",), ("suara_sah",), "due")
        answer = connection.execute(query).fetchall()
    assert sorted(answer, key=str) == [("a", 2, 11, 2), (None, 2, 11, 2)]


@pytest.mark.parametrize("forms", [{}, {path: {"paslon_1": 7} for path in PATHS[::2]}])
def test_the_query_adds_up_like_python(forms):
    levels = ("prov", "kab", "kec", "desa")
    rows = [
        (*reversed(places_above(path)[:4]), *(forms.get(path, {}).get(f) for f in FIGURES))
        for path in PATHS
    ]
    recap = recapitulate(forms, EXPECTED, FIGURES)
    with duckdb.connect() as connection:
        text = ", ".join(f"{level} VARCHAR" for level in levels)
        connection.execute(f"CREATE TABLE form ({text}, paslon_1 INTEGER, suara_sah INTEGER)")
        connection.executemany("INSERT INTO form VALUES (?, ?, ?, ?, ?, ?)", rows)
        answer = connection.execute(rollup_sql("form", levels, FIGURES)).fetchall()
    found = {}
    for *place, expected, sum_1, have_1, sum_2, have_2 in answer:
        path = next((one for one in reversed(place) if one is not None), NATION)
        found[path] = {
            "paslon_1": Cell(sum_1, have_1, expected),
            "suara_sah": Cell(sum_2, have_2, expected),
        }
    assert found == {place: recap.row(place) for place in recap.tallies}
