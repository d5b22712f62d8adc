"""The participation index (Indeks Partisipasi Pemilu, IPP): five dimensions, weights, bands.

Launched on 10 February 2025 for Pemilu and 18 October 2025 for Pilkada. It forms itself once its
data are entered. The bands were published; the weights of the dimensions were not seen anywhere:
an index is therefore not computed, and says which weights it waits for, until a regime has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jurdil.law.figure import Figure, Input, Unit
from jurdil.law.regime_types import Code, Parameter, Regime
from jurdil.law.text import Text

DIMENSIONS = "dimensi_ipp"
ABOVE, FROM = "ipp_participatory_above", "ipp_engagement_from"
ARTICLE = "Indeks Partisipasi Pemilu"
_FORMULA = Text(
    "Jumlah nilai dimensi kali bobotnya, dibagi jumlah bobot",
    "Sum of each dimension's score times its weight, divided by the sum of weights",
)


@dataclass(frozen=True, slots=True)
class Band:
    """What a value of the index is called."""

    code: str
    name: Text


PARTICIPATORY = Band("partisipatori", Text("Partisipatori", "Participatory"))
ENGAGEMENT = Band("keterlibatan", Text("Keterlibatan (engagement)", "Engagement"))
INVOLVEMENT = Band("pelibatan", Text("Pelibatan (involvement)", "Involvement"))


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a place: its figure (absent while something is missing) and what is missing.

    `no_weight` are dimensions whose weight no source gives, `no_score` those without a score.
    """

    figure: Figure
    band: Band | None
    no_weight: tuple[Code, ...]
    no_score: tuple[Code, ...]


def dimensions(regime: Regime) -> tuple[Code, ...]:
    """The dimensions in their order; empty where the regime has none."""
    return regime.codes_of(DIMENSIONS)


def weight(regime: Regime, dimension: str) -> Parameter | None:
    """The weight of a dimension; None while no source gives it."""
    return regime.parameters.get(f"ipp_weight_{dimension}")


def band(regime: Regime, value: Decimal | Fraction) -> Band | None:
    """The band of a value from 0 to 100; None where the regime has no bands.

    Participatory lies above 77.5, engagement from 60 to 77.5, involvement below 60. Raises
    ValueError for a value outside the scale.
    """
    if not 0 <= value <= 100:
        raise ValueError(f"{value} is not on the scale from 0 to 100")
    if ABOVE not in regime.parameters or FROM not in regime.parameters:
        return None
    if Fraction(value) > Fraction(regime.parameter(ABOVE).number()):
        return PARTICIPATORY
    engaged = Fraction(value) >= Fraction(regime.parameter(FROM).number())
    return ENGAGEMENT if engaged else INVOLVEMENT


def index(regime: Regime, scores: Mapping[str, Decimal]) -> Index:
    """The index out of the scores of its dimensions, each from 0 to 100."""
    all_ = dimensions(regime)
    weights = {one.code: weight(regime, one.code) for one in all_}
    no_weight = tuple(one for one in all_ if weights[one.code] is None)
    no_score = tuple(one for one in all_ if one.code not in scores)
    value = None if no_weight or no_score or not all_ else _mean(scores, weights)
    inputs = tuple(
        part
        for one in all_
        for part in (
            Input(one.name, scores.get(one.code), unit=Unit.RATIO),
            _weight_input(one, weights[one.code]),
        )
    )
    sure = bool(all_) and all(one is not None and one.confirmed for one in weights.values())
    figure = Figure(value, _FORMULA, inputs, None, ARTICLE, sure, Unit.RATIO)
    return Index(figure, None if value is None else band(regime, value), no_weight, no_score)


def _mean(scores: Mapping[str, Decimal], weights: Mapping[str, Parameter | None]) -> Fraction:
    known = {code: Fraction(one.number()) for code, one in weights.items() if one is not None}
    above = sum((Fraction(scores[code]) * part for code, part in known.items()), Fraction(0))
    return above / sum(known.values())


def _weight_input(one: Code, known: Parameter | None) -> Input:
    name = Text(f"Bobot {one.name.id}", f"Weight of {one.name.en}")
    return Input(name, None if known is None else known.number(), unit=Unit.RATIO)
