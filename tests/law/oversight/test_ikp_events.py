"""From events to scores: relative to the highest region, explained, and never pretended certain."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.oversight import ikp, ikp_events
from jurdil.law.oversight.ikp_events import Event
from jurdil.law.oversight.ikp_models import model

IKP = model("ikp-2024")
REGIONS = ("73.12.01", "73.12.02", "73.12.03")


def test_the_thematic_index_of_2023_is_a_share_of_the_highest_count():
    counts = {"Maluku Utara": 18, "Lampung": 10, "Jawa Barat": 9, "Banten": 8, "Sulut": 7}
    events = [Event(name, 54, "kabko", count) for name, count in counts.items()]
    result = ikp_events.score(IKP, events, tuple(counts))
    shown = [ikp.rounded(result.regions[name].scores["c"]) for name in counts]
    assert shown == [Decimal(x) for x in ("100.00", "55.56", "50.00", "44.44", "38.89")]


def test_the_region_with_most_points_in_every_dimension_has_100():
    events = [Event(REGIONS[0], n, "desa", 3) for n in (1, 32, 44, 56)]
    result = ikp_events.score(IKP, events, REGIONS)
    assert result.regions[REGIONS[0]].total == Decimal("100.00")
    assert result.regions[REGIONS[1]].total == 0


def test_a_region_without_events_is_counted_among_the_others():
    result = ikp_events.score(IKP, [Event(REGIONS[0], 32, "desa")], REGIONS)
    assert result.limits.regions == 3
    assert result.regions[REGIONS[0]].total == Decimal("38.00")
    assert result.regions[REGIONS[0]].group == "tinggi"


def test_what_if_tells_every_region_that_moves():
    events = [Event(REGIONS[0], 32, "desa", 2), Event(REGIONS[1], 32, "desa", 1)]
    after, moved = ikp_events.what_if(IKP, events, [Event(REGIONS[1], 32, "desa", 3)], REGIONS)
    assert after.regions[REGIONS[1]].total == Decimal("38.00")
    assert {one.region for one in moved} == {REGIONS[0], REGIONS[1]}
    assert after.regions[REGIONS[0]].total == Decimal("19.00")


def test_a_score_from_events_is_explained_and_never_confirmed():
    result = ikp_events.score(IKP, [Event(REGIONS[0], 32, "desa", 2)], REGIONS)
    figure = ikp_events.dimension_figure(result, REGIONS[0], "b")
    assert (figure.value, figure.inputs[0].value, figure.denominator.value) == (100, 2, 2)
    assert not figure.confirmed
    whole = ikp_events.total_figure(result, REGIONS[0])
    assert whole.value == Decimal("38.00") and not whole.confirmed


@pytest.mark.parametrize(
    ("event", "fault"),
    [
        (Event("73.13", 1, "desa"), ValueError),
        (Event(REGIONS[0], 62, "desa"), KeyError),
        (Event(REGIONS[0], 1, "provinsi"), KeyError),
        (Event(REGIONS[0], 1, "desa", -1), ValueError),
    ],
)
def test_what_the_edition_does_not_know_is_refused(event, fault):
    with pytest.raises(fault):
        ikp_events.score(IKP, [event], REGIONS)


@given(
    st.lists(
        st.builds(
            Event,
            st.sampled_from(REGIONS),
            st.integers(1, 61),
            st.sampled_from(("desa", "kecamatan", "kabko")),
            st.integers(0, 9),
        ),
        max_size=30,
    )
)
def test_scores_lie_between_0_and_100_and_adding_an_event_never_lowers_its_region(events):
    before = ikp_events.score(IKP, events, REGIONS)
    assert all(0 <= one.total <= 100 for one in before.regions.values())
    after = ikp_events.score(IKP, [*events, Event(REGIONS[0], 5, "desa")], REGIONS)
    assert after.regions[REGIONS[0]].total >= before.regions[REGIONS[0]].total
