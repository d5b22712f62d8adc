"""A sample can be drawn again by the other office, holds every stratum, and knows its doubt."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.voters.sampling import draw, match_rate, shares

sizes = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 400), min_size=1)


@given(sizes, st.data())
def test_shares_fill_the_sample_and_every_stratum_is_seen(strata, data):
    used, total = sum(1 for n in strata.values() if n), sum(strata.values())
    size = data.draw(st.integers(used, total))
    found = shares(strata, size)
    assert sum(found.values()) == size
    assert all((found[name] >= 1) == (units >= 1) for name, units in strata.items())
    assert all(found[name] <= units for name, units in strata.items())


def test_shares_follow_the_strata():
    assert shares({"desa-a": 600, "desa-b": 300, "desa-c": 100}, 20) == {
        "desa-a": 12,
        "desa-b": 6,
        "desa-c": 2,
    }


@pytest.mark.parametrize("size", [1, 11])
def test_a_sample_that_does_not_fit_is_refused(size):
    with pytest.raises(ValueError, match="does not fit 2 strata of 10 units"):
        shares({"a": 5, "b": 5}, size)


UNITS = [(f"desa-{number % 7}", f"pemilih-{number}") for number in range(1000)]


def test_the_same_seed_draws_the_same_whatever_the_order_of_the_list():
    one, two = draw(UNITS, 50, "2025-TW3"), draw(list(reversed(UNITS)), 50, "2025-TW3")
    assert one == two
    assert one.size == 50
    assert one.drawn != draw(UNITS, 50, "2025-TW4").drawn


def test_a_draw_favours_nobody():
    """Over 400 seeds every one of 100 people is drawn about 40 times (10 of 100 each time)."""
    people = [("desa", f"p{number}") for number in range(100)]
    times = Counter(
        unit for seed in range(400) for unit in draw(people, 10, str(seed)).drawn["desa"]
    )
    assert len(times) == 100
    assert 15 < min(times.values()) <= max(times.values()) < 70


def test_nobody_stands_in_the_list_twice():
    with pytest.raises(ValueError, match="a is in the list twice"):
        draw([("x", "a"), ("y", "a")], 1, "s")


def test_the_interval_is_wilsons():
    """47 of 50: textbook values 0.8378 and 0.9794 for the Wilson score at 95 per cent."""
    rate = match_rate(47, 50)
    assert rate.share == Fraction(47, 50)
    assert round(rate.low, 4) == Decimal("0.8378")
    assert round(rate.high, 4) == Decimal("0.9794")


@given(st.integers(1, 5000), st.data())
def test_the_interval_holds_the_share_and_stays_a_share(checked, data):
    matched = data.draw(st.integers(0, checked))
    rate = match_rate(matched, checked)
    share = Decimal(matched) / Decimal(checked)
    assert 0 <= rate.low <= share <= rate.high <= 1
    assert rate.low < rate.high


@pytest.mark.parametrize(("matched", "checked"), [(0, 0), (2, 1), (-1, 5)])
def test_no_check_has_no_rate(matched, checked):
    with pytest.raises(ValueError, match="no result of a check"):
        match_rate(matched, checked)
