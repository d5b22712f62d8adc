"""Outcomes and what could change them: exact, and never comforting without cause.

Seats after UU 7/2017 art. 415 and 420, single pair against the empty column after UU 10/2016
art. 54D(1).
"""

import csv
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.outcome import (
    Contrast,
    Kind,
    Movable,
    after,
    certain_after,
    last_seat,
    reach,
    urgency,
    winner,
)

ODD = (1, 3, 5, 7)
VOTES = st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 400), min_size=2, max_size=5)
FORMS = st.lists(
    st.fixed_dictionaries({name: st.integers(0, 60) for name in "ABC"}), min_size=1, max_size=6
)


def test_the_margin_of_a_winner_is_a_difference_of_votes():
    made = winner({"paslon_1": 61_758, "paslon_2": 80_266})
    assert (made.holder, made.rival, made.margin, made.valid) == (
        "paslon_2",
        "paslon_1",
        18_508,
        142_024,
    )


def test_no_votes_have_no_winner_and_equal_votes_are_a_tie():
    assert winner({"A": 0, "B": 0}).holder is None
    tie = winner({"A": 5, "B": 5, "C": 1})
    assert (tie.holder, tie.margin, tie.tied) == (None, 0, ("A", "B"))
    assert reach(tie, [Movable({"A": 1}, 0, off=1)]).flips
    assert not reach(tie, [Movable({}, 0)]).flips


@pytest.mark.shared
def test_the_last_seats_of_soppeng_2019(shared):
    """Dapil 5: Gerindra has the last seat, PBB needs 529 votes more for one."""
    with (shared / "soppeng/dprd-2019-votes-and-seats.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["dapil"] == "Soppeng 5"]
    votes = {row["party"]: int(row["votes"]) for row in rows}
    made = last_seat(votes, int(rows[0]["seats"]), ODD)
    assert made.won == {row["party"]: int(row["seats_won"]) for row in rows}
    assert (made.kind, made.holder, made.rival, made.margin) == (
        Kind.SEAT,
        "GERINDRA",
        "PBB",
        529,
    )
    assert not reach(made, [Movable({}, 528)]).flips
    assert reach(made, [Movable({}, 529)]).flips
    moved = after(made, {"PBB": 530}, ODD)
    assert moved.won is not None
    assert moved.won["PBB"] == made.won["PBB"] + 1


def test_a_tie_for_the_last_seat_is_open_and_everything_may_matter():
    made = last_seat({"A": 300, "B": 100, "C": 100}, 2, ODD)
    assert made.holder is None
    assert set(made.tied) == {"A", "B", "C"}
    assert certain_after(made, [Movable({}, 10)]) is None


def test_a_disagreement_moves_no_more_than_it_is():
    contrast = Contrast("A", "B", 10)
    form = {"A": 100, "B": 50}
    assert Movable(form, 300).moves(contrast) == 100 + 250
    assert Movable(form, 300, off=4).moves(contrast) == 4
    assert Movable({"A": 2, "B": 50}, 300, off=4, sign=-1).moves(contrast) == 2
    assert Movable(form, 300, off=4, sign=1).moves(contrast) == 4
    read = Movable(form, 300, lows={"A": 98, "B": 50}, highs={"A": 100, "B": 53})
    assert read.moves(contrast) == 5


def test_votes_wrongly_given_to_the_rival_do_not_endanger_the_leader():
    """131131 for 131: once mended the rival has fewer votes, not more."""
    made = winner({"A": 500_000, "B": 400_000})
    assert reach(made, [Movable({"A": 70, "B": 131_131}, 306)]).votes == 0


def changed_winner(votes, forms, papers, contents) -> bool:
    changes: dict[str, int] = {}
    for form, content in zip(forms, contents, strict=True):
        for name in votes:
            changes[name] = changes.get(name, 0) + content.get(name, 0) - form.get(name, 0)
    return after(winner(votes), changes).holder != winner(votes).holder


@given(FORMS, st.data())
def test_what_cannot_flip_does_not_flip(forms, data):
    """Whatever the papers hold, within their bound: below the margin nothing changes."""
    votes = {name: sum(form[name] for form in forms) for name in "ABC"}
    made = winner(votes)
    if made.holder is None:
        return
    picked = data.draw(st.lists(st.sampled_from(range(len(forms))), unique=True))
    papers = [Movable(forms[at], 60) for at in picked]
    contents = [data.draw(contents_of(60)) for _ in picked]
    if not reach(made, papers).flips:
        kept = [forms[at] for at in picked]
        assert not changed_winner(votes, kept, papers, contents)


def contents_of(most):
    return st.fixed_dictionaries({name: st.integers(0, most) for name in "ABC"}).filter(
        lambda one: sum(one.values()) <= most
    )


@given(FORMS, st.integers(1, 5), st.data())
def test_what_cannot_move_a_seat_moves_none(forms, seats, data):
    votes = {name: sum(form[name] for form in forms) for name in "ABC"}
    made = last_seat(votes, seats, ODD)
    if made.holder is None:
        return
    at = data.draw(st.sampled_from(range(len(forms))))
    content = data.draw(contents_of(40))
    if not reach(made, [Movable(forms[at], 40)]).flips:
        changes = {name: content[name] - forms[at][name] for name in "ABC"}
        again = after(made, changes, ODD)
        assert (again.won, again.tied) == (made.won, ())


@given(FORMS, st.lists(st.integers(1, 80), min_size=1, max_size=8), st.booleans())
def test_what_could_flip_never_stands_behind_what_cannot(forms, sizes, decides):
    votes = {name: sum(form[name] for form in forms) for name in "ABC"}
    made = winner(votes)
    found = [reach(made, [Movable({}, size)]) for size in sizes]
    ordered = sorted(found, key=lambda one: urgency(one, decides))
    flips = [one.flips for one in ordered]
    assert flips == sorted(flips, reverse=True)


def test_an_outcome_decided_here_comes_before_one_that_is_only_counted_here():
    near = reach(winner({"A": 10, "B": 9}), [Movable({}, 5)])
    far = reach(winner({"A": 1000, "B": 9}), [Movable({}, 5)])
    order = sorted([(far, True), (near, False), (near, True)], key=lambda pair: urgency(*pair))
    assert order == [(near, True), (near, False), (far, True)]
    assert far.share == Fraction(5, 991)


@given(FORMS, st.lists(st.integers(1, 80), max_size=8))
def test_the_winner_is_certain_exactly_from_the_paper_that_is_named(forms, sizes):
    votes = {name: sum(form[name] for form in forms) for name in "ABC"}
    made = winner(votes)
    papers = [Movable({}, size) for size in sorted(sizes, reverse=True)]
    needed = certain_after(made, papers)
    if made.holder is None:
        assert needed is None
        return
    assert not reach(made, papers[needed:]).flips
    assert needed == 0 or reach(made, papers[needed - 1 :]).flips


@given(VOTES, VOTES)
def test_changes_are_added_to_the_votes(votes, changes):
    again = after(winner(votes), changes)
    for name in {*votes, *changes}:
        assert again.votes[name] == votes.get(name, 0) + changes.get(name, 0)
