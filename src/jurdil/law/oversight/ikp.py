"""The score, the class limits and the class of a region (IKP).

Total = sum of weight x dimension score. Class limits of 2024 are the mean of all regions of one
level plus and minus one *sample* standard deviation (n - 1): with the 34 provinces this gives the
published 21.70 and 68.50. The index is relative: adding or correcting one region moves every limit,
so the reference population is kept with each run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from jurdil.law.figure import Figure, Input, Unit
from jurdil.law.oversight.ikp_models import MEAN_SD, Class, Model
from jurdil.law.text import Text

CENT = Decimal("0.01")
_DIGITS = 40


class NoLimits(ValueError):
    """The class limits cannot be made: fewer than two regions, or none for this edition."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Below `low` is the lowest class, above `high` the highest; both belong to the middle.

    `mean` and `spread` (sample standard deviation) are of the `regions` in the population.
    """

    mean: Decimal
    spread: Decimal
    regions: int

    @property
    def low(self) -> Decimal:
        return self.mean - self.spread

    @property
    def high(self) -> Decimal:
        return self.mean + self.spread


def total(model: Model, scores: Mapping[str, Decimal]) -> Decimal:
    """Return the total of a region from its dimension scores (0 to 100), exact.

    Raises KeyError when a dimension is missing, ValueError when the edition has no weights.
    """
    if not model.weighted:
        raise ValueError(f"the weights of {model.id} are not on record")
    parts = ((one.weight or Decimal(0)) * scores[one.id] for one in model.dimensions)
    return sum(parts, Decimal(0))


def rounded(score: Decimal) -> Decimal:
    """A score as it is published: two decimals, halves up."""
    return score.quantize(CENT, ROUND_HALF_UP)


def limits(scores: Sequence[Decimal]) -> Limits:
    """Return the class limits of a population. Raises NoLimits for fewer than two regions."""
    if len(scores) < 2:
        raise NoLimits("a sample standard deviation needs at least two regions")
    with localcontext() as context:
        context.prec = _DIGITS
        mean = sum(scores, Decimal(0)) / len(scores)
        squares = sum(((score - mean) ** 2 for score in scores), Decimal(0))
        return Limits(mean, (squares / (len(scores) - 1)).sqrt(), len(scores))


def class_of(model: Model, score: Decimal, found: Limits | None = None) -> Class:
    """Return the class of a score: by the limits of its population, or by fixed ones.

    Raises NoLimits when the edition needs a population and none is given.
    """
    if model.limits == MEAN_SD:
        if found is None:
            raise NoLimits(f"{model.id} classes a region among the others of its level")
        at = 0 if score < found.low else 2 if score > found.high else 1
        return model.classes[at]
    return next(one for one in model.classes if one.up_to is None or score <= one.up_to)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A region with its score as published and its class."""

    region: str
    score: Decimal
    group: Class


@dataclass(frozen=True, slots=True)
class Run:
    """One calculation over a reference population: every region, and the limits (None: fixed)."""

    model: Model
    regions: tuple[Ranked, ...]
    limits: Limits | None


def classed(model: Model, scores: Mapping[str, Decimal]) -> Run:
    """Class every region of a population by its total, in the given order.

    The limits are those of the scores as published (two decimals), so that whoever has the
    published list gets the same ones. Raises NoLimits.
    """
    shown = {region: rounded(score) for region, score in scores.items()}
    found = limits(tuple(shown.values())) if model.limits == MEAN_SD else None
    ranked = (Ranked(name, one, class_of(model, one, found)) for name, one in shown.items())
    return Run(model, tuple(ranked), found)


def totals(model: Model, rows: Mapping[str, Mapping[str, Decimal]]) -> dict[str, Decimal]:
    """Return the total of each region from its dimension scores."""
    return {region: total(model, scores) for region, scores in rows.items()}


def explained(model: Model, scores: Mapping[str, Decimal]) -> Figure:
    """Return the total of a region as a figure: each dimension's score and weight are inputs."""
    inputs = tuple(
        Input(_weighted_name(one.name, one.weight or Decimal(0)), scores[one.id], "", Unit.RATIO)
        for one in model.dimensions
    )
    formula = Text("jumlah bobot × skor dimensi", "sum of weight × dimension score")
    value = rounded(total(model, scores))
    return Figure(value, formula, inputs, None, model.article, model.weights_confirmed, Unit.RATIO)


def _weighted_name(name: Text, weight: Decimal) -> Text:
    share = f"{weight * 100:.0f}%"
    return Text(f"{name.id} (bobot {share})", f"{name.en} (weight {share})")
