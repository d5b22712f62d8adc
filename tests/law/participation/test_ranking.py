"""Contests: weights first, every juror, no hidden tie; and the machines of the room."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.participation import ranking, steps
from jurdil.law.participation.ranking import Criterion, NotFair
from jurdil.law.participation.steps import Contest, ContestStep, Registration, RegistrationStep

TWO = (Criterion(1, "Isi", 60), Criterion(2, "Jangkauan", 40))


def test_a_score_is_the_weighted_mean_of_the_jurors():
    figure = ranking.score(TWO, {(7, 1): 80, (7, 2): 50, (8, 1): 90, (8, 2): 60}, [7, 8])
    assert figure.value == Fraction(85 * 60 + 55 * 40, 100) == 73
    assert [one.value for one in figure.inputs] == [85, 55]


@pytest.mark.parametrize("weights", [(), (60, 30), (60, 41), (100, 0), (120, -20)])
def test_weights_that_are_not_a_hundred_are_refused(weights):
    with pytest.raises(NotFair):
        ranking.check_weights(weights)


@pytest.mark.parametrize("points", [-1, 101])
def test_points_outside_the_scale_are_refused(points):
    with pytest.raises(NotFair):
        ranking.check_points(points)


def test_equal_scores_share_a_rank_and_the_next_one_is_left_out():
    points = {
        10: {(7, 1): 70, (7, 2): 70},
        11: {(7, 1): 90, (7, 2): 90},
        12: {(7, 1): 70, (7, 2): 70},
        13: {(7, 1): 10, (7, 2): 10},
    }
    made = ranking.ranking(TWO, points, [7])
    assert [(one.entry, one.rank) for one in made] == [(11, 1), (10, 2), (12, 2), (13, 4)]
    assert made[1].tied == (12,) and made[2].tied == (10,) and made[0].tied == ()


def test_a_juror_who_left_a_point_out_stops_the_ranking_and_is_named():
    assert ranking.unfinished([1, 2], [7, 8], [10], {(7, 10, 1), (7, 10, 2), (8, 10, 1)}) == (8,)
    with pytest.raises(NotFair):
        ranking.ranking(TWO, {10: {(7, 1): 70, (7, 2): 70, (8, 1): 3}}, [7, 8])
    with pytest.raises(NotFair):
        ranking.score(TWO, {}, [])


points = st.integers(0, 100)


@given(st.lists(st.tuples(points, points), min_size=1, max_size=8))
def test_ranks_follow_scores(given_points):
    entries = {at: {(7, 1): one, (7, 2): two} for at, (one, two) in enumerate(given_points)}
    made = ranking.ranking(TWO, entries, [7])
    assert made[0].rank == 1
    for left, right in pairwise(made):
        assert left.score.value >= right.score.value
        assert (left.rank == right.rank) == (left.score.value == right.score.value)
        assert (right.entry in left.tied) == (left.rank == right.rank)


def test_a_registration_is_complete_before_it_is_accredited_and_revoked_only_after():
    state = Registration.RECEIVED
    for step in (RegistrationStep.RETURN, RegistrationStep.RESUBMIT, RegistrationStep.COMPLETE):
        state = steps.registration_after(state, step)
    assert steps.registration_after(state, RegistrationStep.ACCREDIT) is Registration.ACCREDITED
    with pytest.raises(steps.IllegalStep):
        steps.registration_after(Registration.RECEIVED, RegistrationStep.ACCREDIT)
    with pytest.raises(steps.IllegalStep):
        steps.registration_after(Registration.COMPLETE, RegistrationStep.REVOKE)
    assert steps.registration_steps(Registration.REFUSED) == ()


def test_a_contest_is_announced_only_once_ranked():
    with pytest.raises(steps.IllegalStep):
        steps.contest_after(Contest.JUDGING, ContestStep.ANNOUNCE)
    assert steps.contest_after(Contest.RANKED, ContestStep.ANNOUNCE) is Contest.ANNOUNCED
    assert steps.contest_steps(Contest.RANKED) == (ContestStep.ANNOUNCE,)
