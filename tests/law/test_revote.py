"""Votes held again: grounds with their articles, steps that lead somewhere, enough ballots."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law import revote as law
from jurdil.law.revote import IllegalStep, Kind, State


@given(st.sampled_from(list(State)), st.sampled_from(list(State)))
def test_no_step_leads_where_the_law_does_not(state, to):
    if to in law.STEPS[state]:
        assert law.step(state, to) is to
    else:
        with pytest.raises(IllegalStep):
            law.step(state, to)


def test_every_state_is_reached_and_two_are_final():
    reached = {State.PROPOSED}.union(*law.STEPS.values())
    assert reached == set(State)
    assert {state for state, more in law.STEPS.items() if not more} == {
        State.REJECTED,
        State.DONE,
    }


def test_the_grounds_of_a_revote_are_those_of_articles_372_and_80():
    found = {one.code: one for one in law.grounds("pemilu-2024", Kind.AGAIN)}
    assert len(found) == 6
    assert found["psu-tanpa-ktp-el"].article == "UU 7/2017 Pasal 372 ayat (2) huruf d"
    assert found["psu-memilih-lebih-sekali"].article == "PKPU 25/2023 Pasal 80 ayat (3)"
    assert all(one.confirmed for one in found.values())


def test_the_grounds_of_a_recount_name_the_sum_that_differs():
    articles = {one.code: one.article for one in law.grounds("pemilu-2024", Kind.RECOUNT)}
    assert "374" in articles["hitung-ulang-jumlah-berbeda"]


def test_grounds_that_no_source_spells_out_are_not_confirmed():
    for kind in (Kind.LATER, Kind.ON):
        (ground,) = law.grounds("pemilu-2024", kind)
        assert not ground.confirmed
        assert "109" in ground.article


@pytest.mark.parametrize(("dpt", "ballots"), [(0, 0), (1, 2), (250, 255), (251, 257), (300, 306)])
def test_a_tps_gets_dpt_and_two_per_cent_rounded_up(dpt, ballots):
    assert law.ballots_needed(dpt, Fraction(2, 100)) == ballots


def test_needs_are_held_against_the_marked_stock_of_each_dapil():
    cases = [("dpr", "SULSEL II", 255), ("dpr", "SULSEL II", 800), ("ppwp", "", 255)]
    found = law.needs(cases, 1000)
    assert [(one.contest, one.needed, one.short) for one in found] == [
        ("dpr", 1055, 55),
        ("ppwp", 255, 0),
    ]


FIGURES = st.dictionaries(st.sampled_from("abc"), st.integers(0, 9))


@given(FIGURES, FIGURES)
def test_what_moved_leads_from_the_old_votes_to_the_new(before, after):
    moved = law.changes(before, after, "abc")
    assert 0 not in moved.values()
    assert all(before.get(n, 0) + moved.get(n, 0) == after.get(n, 0) for n in "abc")
    assert law.changes(after, before, "abc") == {name: -by for name, by in moved.items()}


def test_the_votes_held_again_of_2024_add_up():
    """738 PSU, 117 PSL and 258 PSS were held by 27 February 2024: 1,113 TPS."""
    figure = law.held_again({Kind.AGAIN: 738, Kind.ON: 117, Kind.LATER: 258})
    assert figure.value == 1_113
    assert figure.formula.id == "PSU + PSS + PSL"


@given(st.lists(st.sampled_from(list(Kind))))
def test_a_tally_names_every_kind_and_loses_none(kinds):
    found = law.tally(kinds)
    assert list(found) == list(Kind)
    assert law.held_again(found).value == len(kinds)
