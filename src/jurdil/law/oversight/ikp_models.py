"""The vulnerability index (IKP) as data: editions with their dimensions, indicators and classes.

UU 7/2017 art. 94(1)a. IKP 2024 has 4 dimensions, 12 sub-dimensions and 61 indicators; the weights
of the dimensions (27/38/25/10) are solved from published figures. How indicators are weighted, and
how the level of an event becomes points, was not published: all count alike, unconfirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from jurdil.law.oversight import files
from jurdil.law.text import Text

EDITIONS = ("ikp-2024", "ikp-2020", "ikp-2019")
MEAN_SD, FIXED = "mean-sd", "fixed"


class UnknownModel(ValueError):
    """There is no such edition; the message names those that are."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension and its weight in the total; None where the weight is not on record."""

    id: str
    name: Text
    weight: Decimal | None


@dataclass(frozen=True, slots=True)
class Subdimension:
    """A part of a dimension."""

    id: str
    dimension: str
    name: Text


@dataclass(frozen=True, slots=True)
class Indicator:
    """A question whose answer is events: `number` as in the list of the edition."""

    number: int
    sub: str
    dimension: str
    name: Text
    weight: int


@dataclass(frozen=True, slots=True)
class Severity:
    """The level of an event and what one such event counts for."""

    id: str
    name: Text
    points: int


@dataclass(frozen=True, slots=True)
class Class:
    """A class; `up_to` is its highest score where limits are fixed (None: open above)."""

    id: str
    name: Text
    up_to: Decimal | None


@dataclass(frozen=True, slots=True)
class Published:
    """The limits that Bawaslu published for one level of regions; levels are never mixed."""

    level: str
    low: Decimal
    high: Decimal
    regions: int


@dataclass(frozen=True, slots=True)
class Model:
    """One edition of the index."""

    id: str
    name: Text
    dimensions: tuple[Dimension, ...]
    subdimensions: tuple[Subdimension, ...]
    indicators: Mapping[int, Indicator]
    severities: Mapping[str, Severity]
    classes: tuple[Class, ...]
    limits: str
    published: Mapping[str, Published]
    weights_confirmed: bool
    indicators_confirmed: bool
    article: str
    confirmed: bool

    @property
    def weighted(self) -> bool:
        """Whether a total can be made from dimensions: all weights are on record."""
        return all(one.weight is not None for one in self.dimensions)

    def class_named(self, code: str) -> Class:
        """One class. Raises KeyError for an unknown one."""
        return {one.id: one for one in self.classes}[code]

    def under(self, sub: str) -> tuple[Indicator, ...]:
        """The indicators of a sub-dimension."""
        return tuple(one for one in self.indicators.values() if one.sub == sub)


def models() -> tuple[Model, ...]:
    """All editions, the newest first."""
    return tuple(model(code) for code in EDITIONS)


@cache
def model(code: str) -> Model:
    """One edition. Raises UnknownModel, and BadRegime for a file that breaks its form."""
    if code not in EDITIONS:
        raise UnknownModel(f"unknown model {code!r}; known: {', '.join(EDITIONS)}")
    top = files.top(f"{code}.toml")
    article, confirmed = files.proof(top)
    dimensions = tuple(_dimension(row) for row in top.rows("dimension"))
    subs = tuple(_subdimension(row) for row in top.rows("subdimension"))
    belongs = {one.id: one.dimension for one in subs}
    indicators = [_indicator(row, belongs) for row in top.rows("indicator")]
    severities = [_severity(row) for row in top.rows("severity")]
    made = Model(
        id=top.need("id", str),
        name=top.text("name"),
        dimensions=dimensions,
        subdimensions=subs,
        indicators=MappingProxyType({one.number: one for one in indicators}),
        severities=MappingProxyType({one.id: one for one in severities}),
        classes=tuple(_class(row) for row in top.rows("class")),
        limits=top.one_of("limits", (MEAN_SD, FIXED)),
        published=MappingProxyType({p.level: p for p in map(_published, top.rows("published"))}),
        weights_confirmed=top.need("weights_confirmed", bool),
        indicators_confirmed=top.need("indicators_confirmed", bool),
        article=article,
        confirmed=confirmed,
    )
    if made.weighted and sum((one.weight or Decimal(0)) for one in dimensions) != 1:
        raise top.bad("the weights of the dimensions do not add up to 1")
    top.finish()
    return made


def _dimension(row: files.Row) -> Dimension:
    made = Dimension(row.need("id", str), row.text("name"), row.take("weight", Decimal))
    row.finish()
    return made


def _subdimension(row: files.Row) -> Subdimension:
    made = Subdimension(row.need("id", str), row.need("dimension", str), row.text("name"))
    row.finish()
    return made


def _indicator(row: files.Row, belongs: Mapping[str, str]) -> Indicator:
    sub = row.one_of("sub", tuple(belongs))
    number, weight = row.need("number", int), row.need("weight", int)
    made = Indicator(number, sub, belongs[sub], row.text("name"), weight)
    row.finish()
    return made


def _severity(row: files.Row) -> Severity:
    made = Severity(row.need("id", str), row.text("name"), row.need("points", int))
    row.finish()
    return made


def _class(row: files.Row) -> Class:
    made = Class(row.need("id", str), row.text("name"), row.take("up_to", Decimal))
    row.finish()
    return made


def _published(row: files.Row) -> Published:
    low, high = row.need("low", Decimal), row.need("high", Decimal)
    made = Published(row.need("level", str), low, high, row.need("regions", int))
    row.finish()
    return made
