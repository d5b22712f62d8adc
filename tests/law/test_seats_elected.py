"""PKPU 6/2024, PKPU 10/2023 art. 8, PKPU 3/2025: who is elected, who follows, women on lists."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.regime import load_regime
from jurdil.law.seats import (
    DESA,
    KECAMATAN,
    TPS,
    BadDecision,
    Candidate,
    PartyList,
    check_women,
    elect,
    succession,
    time_left,
    women_needed,
)
from jurdil.law.text import Text

BY_DESA = (KECAMATAN, DESA)
BY_TPS = (KECAMATAN, DESA, TPS)


def spread(kecamatan, desa, tps):
    """Votes in so many places of each level."""
    return tuple({f"{at}": 1 for at in range(count)} for count in (kecamatan, desa, tps))


def test_most_votes_down_to_the_number_of_seats():
    people = [Candidate(1, "L", 900), Candidate(2, "P", 1_200), Candidate(3, "L", 1_100)]
    made = elect(people, 2, BY_TPS)
    assert made.numbers == (2, 3)
    assert [one.elected for one in made.order] == [True, True, False]
    assert made.order[0].reason.text == Text("suara terbanyak: 1.200", "most votes: 1,200")


def test_pangkalpinang_dapil_4_depends_on_the_level_of_tps():
    # Demokrat in Gerunggang 2024: numbers 1 and 5 with 1,198 votes each, both in all 6 kelurahan.
    one = Candidate(1, "L", 1_198, spread(1, 6, 70))
    five = Candidate(5, "L", 1_198, spread(1, 6, 82))
    with_tps = elect([one, five], 1, BY_TPS)
    assert with_tps.numbers == (5,)
    assert with_tps.order[0].reason.criterion.key == "spread:tps"
    assert not with_tps.order[0].reason.criterion.confirmed
    assert with_tps.order[0].reason.text.en.endswith("wider spread of votes by TPS, 82 against 70")
    without = elect([one, five], 1, BY_DESA)
    assert without.numbers == (1,)
    assert without.order[0].reason.criterion.key == "number"


def test_the_widest_level_comes_first():
    few_kecamatan = Candidate(1, "P", 50, spread(2, 9, 40))
    many_kecamatan = Candidate(2, "L", 50, spread(3, 4, 5))
    assert elect([few_kecamatan, many_kecamatan], 1, BY_TPS).numbers == (2,)
    assert elect([few_kecamatan, many_kecamatan], 1, ()).numbers == (1,)


def test_a_place_without_votes_is_no_spread():
    one = Candidate(1, "L", 5, ({"A": 5, "B": 0},))
    two = Candidate(2, "L", 5, ({"A": 3, "B": 2},))
    assert elect([one, two], 1, (KECAMATAN,)).numbers == (2,)


def test_a_woman_before_a_man_and_then_the_lowest_number():
    level = spread(1, 2, 3)
    people = [Candidate(1, "L", 9, level), Candidate(4, "P", 9, level), Candidate(3, "P", 9, level)]
    made = elect(people, 1, BY_TPS)
    assert [one.candidate.number for one in made.order] == [3, 4, 1]
    assert [one.reason.criterion.key for one in made.order] == ["number", "sex", "sex"]


def test_without_places_a_tie_at_the_seat_stops_and_takes_a_decision():
    people = [Candidate(1, "L", 9), Candidate(2, "P", 9, spread(1, 1, 1)), Candidate(3, "L", 20)]
    made = elect(people, 2, BY_DESA)
    assert made.tie is not None
    assert (made.tie.seats, made.tie.numbers, made.tie.level) == (1, (1, 2), KECAMATAN)
    assert made.numbers == (3,)
    assert [one.elected for one in made.order] == [True, None, None]
    settled = elect(people, 2, BY_DESA, (1,))
    assert settled.numbers == (3, 1)
    assert settled.order[1].reason.criterion.key == "decision"
    for wrong in ((3,), (1, 2), (1, 1)):
        with pytest.raises(BadDecision):
            elect(people, 2, BY_DESA, wrong)
    with pytest.raises(BadDecision):
        elect(people, 3, BY_DESA, (1,))


def test_a_tie_that_no_seat_depends_on_does_not_stop():
    people = [Candidate(1, "L", 9), Candidate(2, "P", 9), Candidate(3, "L", 20)]
    assert elect(people, 1, BY_DESA).tie is None
    assert elect(people, 3, BY_DESA).tie is None


def test_nobody_has_a_vote_then_the_list_decides():
    people = [Candidate(2, "P", 0), Candidate(1, "L", 0)]
    made = elect(people, 1, BY_TPS)
    assert made.numbers == (1,)
    assert made.order[0].reason.criterion.key == "list"


def test_among_candidates_without_votes_beside_one_with_votes_a_woman_goes_first():
    people = [Candidate(1, "L", 0), Candidate(2, "P", 0), Candidate(3, "L", 7)]
    assert elect(people, 2, BY_TPS).numbers == (3, 2)


def test_more_seats_than_candidates_leaves_seats_empty():
    made = elect([Candidate(1, "L", 3)], 3, BY_TPS)
    assert (made.numbers, made.unfilled) == ((1,), 2)


def test_kalbar_2019_59_votes_more_for_one_candidate_change_nobody():
    people = [Candidate(1, "L", 21_000), Candidate(2, "P", 9_000), Candidate(3, "L", 5_325)]
    after = [*people[:2], Candidate(3, "L", 5_325 + 59)]
    assert after[2].votes == 5_384
    assert elect(people, 2, BY_TPS).numbers == elect(after, 2, BY_TPS).numbers


@pytest.mark.parametrize("wrong", [(1, "X", 1), (1, "L", -1), (0, "L", 1)])
def test_impossible_candidates_are_refused(wrong):
    with pytest.raises(ValueError, match="candidate"):
        Candidate(*wrong)


def test_a_number_stands_once_in_a_list():
    with pytest.raises(ValueError, match="twice"):
        elect([Candidate(1, "L", 2), Candidate(1, "P", 1)], 1, ())


PEOPLE = st.lists(
    st.tuples(st.sampled_from("LP"), st.integers(0, 4), st.integers(1, 3), st.integers(1, 3)),
    min_size=1,
    max_size=8,
).map(
    lambda found: [
        Candidate(at, sex, votes, spread(first, second, 3))
        for at, (sex, votes, first, second) in enumerate(found, 1)
    ]
)


@given(PEOPLE, st.integers(0, 9), st.randoms(use_true_random=False))
def test_the_order_is_total_and_does_not_depend_on_the_input(people, seats, chance):
    mixed = list(people)
    chance.shuffle(mixed)
    made, other = elect(people, seats, BY_TPS), elect(mixed, seats, BY_TPS)
    assert made == other
    assert made.tie is None
    assert len(made.numbers) == min(seats, len(people))
    votes = [one.candidate.votes for one in made.order]
    assert votes == sorted(votes, reverse=True)


DIED = Text("meninggal dunia", "died")
SEATED = Text("sudah terpilih", "elected already")


def test_the_next_by_votes_follows_and_who_cannot_is_named():
    own = PartyList(
        "1",
        60_000,
        (Candidate(1, "L", 90), Candidate(2, "P", 80), Candidate(3, "L", 70), Candidate(4, "P", 0)),
        {1: SEATED, 2: DIED},
    )
    found = succession(own, (), BY_DESA)
    assert [one.candidate.number for one in found.order] == [3, 4]
    assert found.next is not None
    assert found.next.candidate.number == 3
    assert [(one.candidate.number, one.why) for one in found.passed_over] == [
        (1, SEATED),
        (2, DIED),
    ]


def test_without_votes_a_woman_follows_before_a_man():
    own = PartyList("1", 1, tuple(Candidate(at, "LLPP"[at - 1], 0) for at in range(1, 5)), {})
    found = succession(own, (), BY_DESA)
    assert [one.candidate.number for one in found.order] == [3, 4, 1, 2]


def test_nobody_left_brings_in_the_most_populous_neighbour():
    own = PartyList("1", 60_000, (Candidate(1, "L", 90),), {1: SEATED})
    small = PartyList("2", 40_000, (Candidate(1, "L", 99),), {})
    large = PartyList("3", 50_000, (Candidate(1, "P", 5), Candidate(2, "L", 6)), {})
    found = succession(own, (small, large), BY_DESA)
    assert [(one.dapil, one.candidate.number) for one in found.order] == [("3", 2), ("3", 1)]
    assert succession(own, (), BY_DESA).next is None


def test_equal_votes_without_places_name_nobody():
    own = PartyList("1", 1, (Candidate(1, "L", 9), Candidate(2, "P", 9)), {})
    found = succession(own, (), BY_DESA)
    assert found.next is None
    assert [one.tied for one in found.order] == [(1, 2), (1, 2)]
    assert succession(own, (), ()).next is not None


def test_one_of_two_level_candidates_is_barred_then_the_other_follows():
    own = PartyList("1", 1, (Candidate(1, "L", 9), Candidate(2, "P", 9)), {2: DIED})
    found = succession(own, (), BY_DESA)
    assert found.next is not None
    assert found.next.candidate.number == 1


def test_no_replacement_in_the_last_six_months():
    months = load_regime("rutin").parameter("paw_none_below_months").whole()
    ends = date(2029, 8, 31)
    assert time_left(date(2029, 2, 28), ends, months)
    assert not time_left(date(2029, 3, 1), ends, months)
    assert time_left(date(2028, 8, 31), date(2029, 2, 28), months)


PARAMETERS = load_regime("pemilu-2024").parameters
SHARE, EVERY = PARAMETERS["women_list_percent"], PARAMETERS["women_every_names"]


@pytest.mark.parametrize(
    ("names", "needed"), [(1, 1), (3, 1), (4, 2), (7, 3), (8, 3), (10, 3), (11, 4)]
)
def test_the_share_of_women_is_rounded_up(names, needed):
    assert women_needed(names, SHARE).value == needed


def test_a_list_of_women_by_groups_of_names():
    kept = check_women("LLPLPLLP", SHARE, EVERY)
    assert (kept.women, kept.lacking, kept.enough) == (3, (), True)
    late = check_women("LLLPPPLL", SHARE, EVERY)
    assert (late.lacking, late.enough) == (((1, 3),), False)
    few = check_women("LLPLPLLL", SHARE, EVERY)
    assert (few.women, few.lacking, few.enough) == (2, (), False)
