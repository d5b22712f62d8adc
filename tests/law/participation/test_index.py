"""Indeks Partisipasi: bands were published, weights were not, and nothing is guessed."""

import dataclasses
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

import pytest

from jurdil.law.participation import index
from jurdil.law.regime import Parameter, load_regime
from jurdil.law.text import Text

LAW = load_regime("pemilu-2024")
FIVE = ["pendaftaran", "pencalonan", "kampanye", "sosdiklih", "pemungutan"]


@pytest.mark.parametrize(
    ("value", "band"),
    [
        ("80.87", index.PARTICIPATORY),
        ("77.51", index.PARTICIPATORY),
        ("77.5", index.ENGAGEMENT),
        ("71.82", index.ENGAGEMENT),
        ("60", index.ENGAGEMENT),
        ("59.99", index.INVOLVEMENT),
        ("0", index.INVOLVEMENT),
    ],
)
def test_bands(value, band):
    assert index.band(LAW, Decimal(value)) == band


@pytest.mark.parametrize("value", ["-0.1", "100.1"])
def test_a_value_outside_the_scale_is_no_index(value):
    with pytest.raises(ValueError, match="scale"):
        index.band(LAW, Decimal(value))


def test_a_regime_without_bands_names_none():
    assert index.band(load_regime("pemilu-2019"), Decimal(80)) is None


@pytest.mark.parametrize("code", ["pemilu-2024", "pilkada-2024", "rutin"])
def test_no_regime_has_weights_so_the_index_says_which_are_missing(code):
    made = index.index(load_regime(code), dict.fromkeys(FIVE, Decimal(80)))
    assert [one.code for one in made.no_weight] == FIVE
    assert made.figure.absent and made.band is None and not made.figure.confirmed
    assert made.no_score == ()


def test_a_regime_without_dimensions_has_no_index():
    made = index.index(load_regime("pemilu-2019"), {})
    assert made.figure.absent and not made.figure.confirmed and made.no_weight == ()


def weighted(weights, confirmed=True):
    unit = Text("bobot", "weight")
    more = {
        f"ipp_weight_{code}": Parameter(f"ipp_weight_{code}", value, unit, "x", confirmed, ("D",))
        for code, value in zip(FIVE, weights, strict=True)
    }
    return dataclasses.replace(LAW, parameters=MappingProxyType({**LAW.parameters, **more}))


def test_once_weights_are_known_the_index_forms_itself():
    law = weighted([20, 20, 20, 20, 20])
    scores = dict(zip(FIVE, map(Decimal, ("90", "70", "60", "80", "85")), strict=True))
    made = index.index(law, scores)
    assert made.figure.value == Fraction(77) and made.band == index.ENGAGEMENT
    assert made.figure.confirmed
    assert not index.index(weighted([20] * 5, confirmed=False), scores).figure.confirmed


def test_a_dimension_without_score_is_named():
    made = index.index(weighted([20] * 5), {"kampanye": Decimal(50)})
    assert made.figure.absent and len(made.no_score) == 4
