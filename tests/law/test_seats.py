"""UU 7/2017 art. 414, 415, 420: thresholds and seats, by whole numbers, twice, without a guess."""

import random
from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jurdil.law.regime import load_regime
from jurdil.law.seats import (
    BadDecision,
    Disagreement,
    NoVotes,
    allocate,
    checked,
    divisor,
    margin,
    rounds,
    seats_by_rounds,
    sift,
)
from tests.law.seat_cases import DIVISORS, NATIONAL_2024, NATIONAL_TOTAL, PASSED_2024

VOTES = st.dictionaries(
    st.text("ABCDEFGHIJ", min_size=1, max_size=2), st.integers(0, 500), min_size=1, max_size=10
).filter(lambda votes: any(votes.values()))
SEATS = st.integers(1, 14)


def test_divisors_are_the_odd_numbers_of_the_regime():
    printed = load_regime("pemilu-2024").contest("dprd-kab").divisors
    assert printed == DIVISORS
    assert [divisor(printed, at) for at in range(9)] == [1, 3, 5, 7, 9, 11, 13, 15, 17]


def test_the_highest_quotient_takes_the_first_seat_and_so_on():
    made = checked({"A": 100, "B": 60, "C": 20}, 4, DIVISORS)
    seats = [(s.seat, s.quotient.party, s.quotient.divisor) for s in made.steps]
    assert seats == [(1, "A", 1), (2, "B", 1), (3, "A", 3)]
    # 100/5, 60/3 and 20/1 are all 20: three parties, one seat left.
    assert made.tie is not None
    assert made.tie.seats == 1
    assert made.tie.parties == ("A", "B", "C")
    assert made.won == {"A": 2, "B": 1, "C": 0}


def test_an_exact_tie_stops_until_a_decision_is_recorded():
    votes = {"A": 90, "B": 30, "C": 31}
    made = checked(votes, 3, DIVISORS)
    assert made.tie is not None
    assert set(made.tie.parties) == {"A", "B"}
    assert not made.settled
    settled = checked(votes, 3, DIVISORS, ("B",))
    assert settled.won == {"A": 1, "B": 1, "C": 1}
    assert settled.steps[-1].decided
    for wrong in (("C",), ("A", "B"), ("B", "B")):
        with pytest.raises(BadDecision):
            checked(votes, 3, DIVISORS, wrong)
    with pytest.raises(BadDecision):
        checked({"A": 90, "B": 20}, 1, DIVISORS, ("A",))


def test_fractions_that_floats_confuse_are_told_apart():
    big = 10**17
    made = checked({"A": 3 * big, "B": big + 1, "C": 3 * big + 2}, 3, DIVISORS)
    assert made.tie is None
    assert made.won == {"A": 1, "B": 1, "C": 1}
    assert float(3 * big) / 3 == float(big + 1)


def test_no_votes_are_no_seats_and_a_party_without_votes_never_gets_one():
    with pytest.raises(NoVotes):
        allocate({"A": 0, "B": 0}, 3, DIVISORS)
    with pytest.raises(NoVotes):
        seats_by_rounds({"A": 0}, 1, DIVISORS)
    assert checked({"A": 5, "B": 0}, 4, DIVISORS).won == {"A": 4, "B": 0}
    for votes, seats in (({"A": -1}, 1), ({"A": 1}, -1)):
        with pytest.raises(ValueError, match="never negative"):
            allocate(votes, seats, DIVISORS)


def test_a_wrong_second_opinion_stops_the_answer(monkeypatch):
    monkeypatch.setattr(rounds, "seats_by_rounds", lambda *_: ({"A": 0, "B": 3}, frozenset()))
    with pytest.raises(Disagreement):
        checked({"A": 50, "B": 40}, 3, DIVISORS)


def test_threshold_is_exact_and_the_share_itself_is_enough():
    assert sift({"A": 4, "B": 96}, Decimal(4)).kept == ("A", "B")
    assert sift({"A": 39_999, "B": 960_001}, Decimal(4)).dropped == ("A",)
    assert sift({"A": 1, "B": 28}, Decimal("3.5")).dropped == ("A",)
    assert sift({"A": 0, "B": 28}, None).kept == ("A", "B")


def test_eight_parties_pass_the_threshold_of_2024():
    sieve = sift(NATIONAL_2024, load_regime("pemilu-2024").contest("dpr").threshold_percent)
    assert sieve.total == NATIONAL_TOTAL
    assert set(sieve.kept) == PASSED_2024
    assert sieve.needed == 6_071_732


def test_margin_is_the_least_number_of_votes_that_moves_a_seat():
    # Soppeng 5 in 2019 as the office printed it: Golkar 9,921/5 = 1,984.2 before PBB with 1,983.
    votes = {"GOLKAR": 9_921, "PBB": 1_983}
    near = margin(checked(votes, 3, DIVISORS), DIVISORS)
    assert near is not None
    assert near.next is not None
    assert (near.last.party, near.next.party) == ("GOLKAR", "PBB")
    assert near.last.value == Fraction(9_921, 5)
    assert (near.gain, near.gaining) == (2, "PBB")
    assert (near.loss, near.losing) == (6, "GOLKAR")


@pytest.mark.parametrize(
    ("holder", "other", "gain"),
    [
        (("GOLKAR", 366_052, 3), ("NASDEM", 121_629, 1), 389),
        (("PAN", 261_007, 3), ("PDIP", 86_423, 1), 580),
        (("PKS", 97_096, 1), ("PAN", 96_648, 1), 448),
    ],
)
def test_narrow_last_seats_of_jawa_barat_1_sumbar_1_and_ntb_1(holder, other, gain):
    (name, votes, under), (rival, fewer, _one) = holder, other
    seats = (under + 1) // 2
    made = checked({name: votes, rival: fewer}, seats, DIVISORS)
    assert (made.last.quotient.party, made.last.quotient.divisor) == (name, under)
    near = margin(made, DIVISORS)
    assert (near.gaining, near.gain) == (rival, gain)


@given(VOTES, SEATS)
def test_margin_moves_a_seat_and_one_vote_less_does_not(votes, seats):
    made = checked(votes, seats, DIVISORS)
    near = margin(made, DIVISORS)
    assume(near is not None and near.gain is not None and near.gain > 0)
    reached = checked({**votes, near.gaining: votes[near.gaining] + near.gain}, seats, DIVISORS)
    assert reached.tie is not None or reached.won != made.won
    for party in votes:
        short = checked({**votes, party: votes[party] + near.gain - 1}, seats, DIVISORS)
        assert short.tie is None
        assert short.won == made.won


@given(VOTES, SEATS)
def test_margin_of_loss_likewise(votes, seats):
    made = checked(votes, seats, DIVISORS)
    near = margin(made, DIVISORS)
    assume(near is not None and near.loss is not None and near.loss > 0)
    reached = checked({**votes, near.losing: votes[near.losing] - near.loss}, seats, DIVISORS)
    assert reached.tie is not None or reached.won != made.won
    for party in votes:
        if votes[party] >= near.loss:
            short = checked({**votes, party: votes[party] - near.loss + 1}, seats, DIVISORS)
            assert short.tie is None
            assert short.won == made.won


@given(VOTES, SEATS, st.randoms(use_true_random=False))
def test_order_of_parties_is_irrelevant(votes, seats, chance):
    names = list(votes)
    chance.shuffle(names)
    one, other = (checked(v, seats, DIVISORS) for v in (votes, {n: votes[n] for n in names}))
    assert one.won == other.won
    assert set(one.tie.parties if one.tie else ()) == set(other.tie.parties if other.tie else ())


@given(VOTES, SEATS)
def test_seats_add_up_and_steps_go_down(votes, seats):
    made = checked(votes, seats, DIVISORS)
    assert sum(made.won.values()) + (made.tie.seats if made.tie else 0) == seats
    assert [step.seat for step in made.steps] == list(range(1, len(made.steps) + 1))
    assert all(a.quotient.value >= b.quotient.value for a, b in pairwise(made.steps))
    cells = [cell for row in made.rows.values() for cell in row if cell.seat]
    assert sorted(cell.seat for cell in cells) == [step.seat for step in made.steps]


@given(VOTES, SEATS)
def test_one_more_seat_takes_none_away(votes, seats):
    fewer, more = (checked(votes, size, DIVISORS) for size in (seats, seats + 1))
    assume(fewer.settled and more.settled)
    assert all(more.won[party] >= fewer.won[party] for party in votes)


@given(VOTES, SEATS, st.integers(1, 300), st.data())
def test_more_votes_cost_no_seat_and_help_nobody_else(votes, seats, extra, data):
    party = data.draw(st.sampled_from(sorted(votes)))
    before = checked(votes, seats, DIVISORS)
    after = checked({**votes, party: votes[party] + extra}, seats, DIVISORS)
    assume(before.settled and after.settled)
    assert after.won[party] >= before.won[party]
    assert all(after.won[one] <= before.won[one] for one in votes if one != party)


@given(VOTES, SEATS, st.integers(2, 1_000))
def test_scale_is_irrelevant(votes, seats, factor):
    one = checked(votes, seats, DIVISORS)
    other = checked({name: count * factor for name, count in votes.items()}, seats, DIVISORS)
    assert one.won == other.won
    assert (one.tie is None) == (other.tie is None)


def leaves(thing):
    """Every plain value inside."""
    if is_dataclass(thing):
        thing = [getattr(thing, field.name) for field in fields(thing)]
    if isinstance(thing, dict):
        thing = [*thing, *thing.values()]
    if isinstance(thing, list | tuple | set | frozenset):
        for one in thing:
            yield from leaves(one)
    else:
        yield thing


@given(VOTES, SEATS)
def test_no_float_anywhere(votes, seats):
    made = checked(votes, seats, DIVISORS)
    found = [*leaves(made), *leaves(margin(made, DIVISORS)), *leaves(sift(votes, Decimal(4)))]
    assert {type(one) for one in found} <= {int, str, bool, type(None)}
    assert all(isinstance(step.quotient.value, Fraction) for step in made.steps)


def agree(cases: int, seed: int) -> int:
    """Run both implementations on random cases, half of them with few votes; return the ties."""
    chance, ties = random.Random(seed), 0
    for _ in range(cases):
        top = chance.choice((6, 40, 5_000, 400_000))
        votes = {party: chance.randrange(top) for party in range(chance.randint(1, 18))}
        if any(votes.values()):
            ties += not checked(votes, chance.randint(1, 12), DIVISORS).settled
    return ties


def test_both_implementations_agree():
    assert agree(1_500, seed=1) > 150


@pytest.mark.slow
def test_both_implementations_agree_on_100_000_cases():
    assert agree(100_000, seed=2) > 10_000
