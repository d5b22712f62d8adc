"""TPS at special locations (PKPU 7/2022 art. 179-180): at most 300, save prisons at least 100."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.regime import load_regime
from jurdil.law.voters import special

PEMILU, PILKADA = load_regime("pemilu-2024"), load_regime("pilkada-2024")


def test_a_site_has_100_to_300_voters_per_tps_and_a_prison_no_least():
    home = special.limits(PEMILU, "panti")
    assert (home.least, home.most, home.confirmed) == (100, 300, True)
    prison = special.limits(PEMILU, "lapas")
    assert (prison.least, prison.most) == (None, 300)


def test_a_regime_without_figures_of_its_own_keeps_its_cap_unconfirmed():
    site = special.limits(PILKADA, "lokasi-lain")
    assert (site.least, site.most, site.confirmed) == (None, 600, False)


def test_a_kind_that_is_none_is_told():
    with pytest.raises(KeyError):
        special.limits(PEMILU, "reguler")


@pytest.mark.parametrize(
    ("kind", "voters", "expected"),
    [("panti", 99, 0), ("panti", 100, 1), ("panti", 300, 1), ("panti", 301, 2), ("lapas", 7, 1)],
)
def test_how_many_tps_a_site_needs(kind, voters, expected):
    assert special.stations(voters, special.limits(PEMILU, kind)) == expected


@given(voters=st.integers(1, 20_000), kind=st.sampled_from(sorted(special.KINDS)))
def test_shares_hold_everybody_evenly_below_the_cap_and_above_the_least(voters, kind):
    limit = special.limits(PEMILU, kind)
    count = special.stations(voters, limit)
    parts = special.shares(voters, count)
    assert sum(parts) == (voters if count else 0)
    if parts:
        assert max(parts) <= 300 and max(parts) - min(parts) <= 1
        assert limit.least is None or min(parts) >= limit.least
