"""UU 7/2017 art. 191, PKPU 6/2022 art. 12: seats of a regency and of its dapil by population."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jurdil.law.regime import load_regime
from jurdil.law.seats import BadDecision, quota, seats_of_regency, share_out, whole_seats

LADDER = load_regime("pemilu-2024").parameter("seats_dprd_kabko")


@pytest.mark.parametrize(
    ("population", "seats"),
    [
        (100_000, 20),
        (100_001, 25),
        (200_000, 25),
        (249_768, 30),
        (300_001, 35),
        (433_091, 40),
        (1_000_000, 45),
        (1_000_001, 50),
        (3_000_001, 55),
    ],
)
def test_seats_by_population(population, seats):
    found = seats_of_regency(population, LADDER)
    assert found.value == seats
    assert found.article == "UU 7/2017 Pasal 191"


def test_pangandaran():
    assert quota(433_091, 40).value == 10_827
    assert whole_seats(10_826, 10_827).value == 0
    assert whole_seats(21_654, 10_827).value == 2


def test_dapil_of_soppeng_2019_step_by_step():
    made = share_out({"1": 62_026, "2": 55_736, "3": 41_095, "4": 38_152, "5": 52_759}, 30)
    assert (made.population, made.bppd, made.left) == (249_768, 8_325, 3)
    assert [(one.whole, one.remainder, one.extra) for one in made.shares] == [
        (7, 3_751, False),
        (6, 5_786, True),
        (4, 7_795, True),
        (4, 4_852, True),
        (6, 2_809, False),
    ]
    assert [one.seats for one in made.shares] == [7, 7, 5, 5, 6]
    assert [one.dapil for one in made.outside(6, 12)] == ["3", "4"]


def test_equal_remainders_stop_until_a_decision_is_recorded():
    people = {"1": 1_500, "2": 1_500, "3": 1_000}
    made = share_out(people, 4)
    assert made.tie is not None
    assert (made.tie.seats, made.tie.dapil, made.tie.remainder) == (1, ("1", "2"), 500)
    assert [one.seats for one in made.shares] == [None, None, 1]
    assert [one.seats for one in share_out(people, 4, ("2",)).shares] == [1, 2, 1]
    for wrong in (("3",), ("1", "2")):
        with pytest.raises(BadDecision):
            share_out(people, 4, wrong)
    with pytest.raises(BadDecision):
        share_out({"1": 2_000, "2": 1_000}, 3, ("1",))


@pytest.mark.parametrize(("people", "seats"), [({"1": 99}, 10), ({"1": -5, "2": 500}, 3), ({}, 0)])
def test_what_cannot_be_shared_is_refused(people, seats):
    with pytest.raises(ValueError, match="people"):
        share_out(people, seats)


@given(
    st.dictionaries(st.text("abcdefgh", min_size=1), st.integers(0, 300_000), min_size=1),
    st.integers(20, 55),
)
def test_every_seat_is_given_and_each_dapil_gets_its_whole_share(people, seats):
    assume(sum(people.values()) >= seats * seats)
    made = share_out(people, seats)
    assume(made.tie is None)
    assert sum(one.seats or 0 for one in made.shares) == seats
    assert all(one.whole <= (one.seats or 0) <= one.whole + 1 for one in made.shares)
    taken = [one.remainder for one in made.shares if one.extra]
    passed = [one.remainder for one in made.shares if not one.extra]
    assert min(taken, default=10**9) >= max(passed, default=0)
