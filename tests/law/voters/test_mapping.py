"""Families together, neighbours together, no TPS above the cap, and no more TPS than needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.voters.mapping import Family, least_stations, propose, splits

families = st.lists(
    st.builds(
        Family,
        rw=st.sampled_from(["1", "2", "10", "00", "A"]),
        rt=st.sampled_from(["1", "2", "3", "11"]),
        key=st.text("0123456789", min_size=4, max_size=6),
        voters=st.integers(0, 12),
    ),
    max_size=120,
    unique_by=lambda family: family.key,
)


@given(families, st.integers(12, 60))
def test_the_proposal_keeps_the_law(found, cap):
    stations = propose(found, cap)
    placed = [family for station in stations for family in station.families]
    assert sorted(placed) == sorted(family for family in found if family.voters)
    assert all(0 < station.voters <= cap for station in stations)
    assert [station.number for station in stations] == list(range(1, len(stations) + 1))
    voters = sum(family.voters for family in found)
    # Families are whole, so that a TPS may stay up to one family short of the cap.
    least = least_stations(voters, cap)
    assert least <= len(stations) <= max(2 * least - 1, least)


@given(families)
def test_the_same_families_make_the_same_tps(found):
    assert propose(found, 40) == propose(list(reversed(found)), 40)


def test_neighbours_stay_together_and_the_tps_are_even():
    found = [Family("1", str(rt), f"{rt}-{home:02}", 3) for rt in range(1, 13) for home in range(9)]
    stations = propose(found, 300)
    assert [station.voters for station in stations] == [162, 162]
    assert {family.rt for family in stations[0].families} == {str(rt) for rt in range(1, 7)}


def test_a_family_larger_than_the_cap_stays_whole_and_is_seen_to_be_too_large():
    (station,) = propose([Family("1", "1", "k", 12)], 10)
    assert station.voters == 12


def test_nobody_makes_no_tps():
    assert propose([], 300) == ()
    assert least_stations(0, 300) == 0
    assert least_stations(301, 300) == 2
    with pytest.raises(ValueError, match="at least one voter"):
        least_stations(5, 0)


def test_a_split_family_is_shown_and_people_without_a_number_are_no_family():
    found = splits([("a", 1), ("a", 2), ("a", 2), ("b", 1), ("b", 1), ("", 1), ("", 2)])
    assert [(split.key, split.stations) for split in found] == [("a", {1: 1, 2: 2})]
