"""From events to dimension scores, and what a change would do.

Event-driven: a score comes from events that happened, each with its indicator, level and source.
A dimension's points are the weighted counts of its indicators; its score is relative to the regions
of the same level, the highest being 100 (min-max with 0 as least). Indicator weights and the points
of a level are not known, so every event counts one and the result stays unconfirmed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from jurdil.law.figure import Figure, Input, Unit
from jurdil.law.oversight import ikp
from jurdil.law.oversight.ikp_models import Model
from jurdil.law.text import Text

FULL = Decimal(100)
_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Event:
    """So many events of an indicator in a region, at one level (`severities` of the edition)."""

    region: str
    indicator: int
    severity: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class RegionScore:
    """A region among the others: points and scores per dimension, events, total, class."""

    region: str
    events: int
    points: Mapping[str, int]
    scores: Mapping[str, Decimal]
    total: Decimal
    group: str


@dataclass(frozen=True, slots=True)
class Result:
    """All regions of one level with the limits among them (None with fewer than two regions)."""

    model: Model
    regions: Mapping[str, RegionScore]
    limits: ikp.Limits | None
    most: Mapping[str, int]


def points(
    model: Model, events: Iterable[Event], regions: Sequence[str]
) -> dict[str, Counter[str]]:
    """Return the points of each region per dimension; a region without events has none.

    Raises KeyError for an indicator or a level that the edition does not know, ValueError for a
    negative count or a region that is not in `regions`.
    """
    found: dict[str, Counter[str]] = {region: Counter() for region in regions}
    for event in events:
        if event.region not in found:
            raise ValueError(f"{event.region} is not one of the regions compared")
        if event.count < 0:
            raise ValueError("a count of events is not negative")
        indicator = model.indicators[event.indicator]
        worth = model.severities[event.severity].points * indicator.weight
        found[event.region][indicator.dimension] += worth * event.count
    return found


def score(model: Model, events: Sequence[Event], regions: Sequence[str]) -> Result:
    """Return the index of all regions of one level from their events.

    Raises as `points` does. With fewer than two regions no region has a class ('').
    """
    raw = points(model, events, regions)
    most = {d.id: max((one[d.id] for one in raw.values()), default=0) for d in model.dimensions}
    scores = {region: _relative(one, most) for region, one in raw.items()}
    shown = {region: ikp.rounded(ikp.total(model, one)) for region, one in scores.items()}
    found = ikp.limits(tuple(shown.values())) if len(shown) > 1 else None
    counts = Counter[str]()
    for event in events:
        counts[event.region] += event.count
    return Result(
        model,
        {
            region: RegionScore(
                region=region,
                events=counts[region],
                points=dict(raw[region]),
                scores=scores[region],
                total=shown[region],
                group=ikp.class_of(model, shown[region], found).id if found else "",
            )
            for region in regions
        },
        found,
        most,
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """A region before and after a change."""

    region: str
    before: RegionScore
    after: RegionScore

    @property
    def changes_class(self) -> bool:
        return self.before.group != self.after.group


def what_if(
    model: Model, events: Sequence[Event], more: Sequence[Event], regions: Sequence[str]
) -> tuple[Result, tuple[Moved, ...]]:
    """Return the index with further events, and every region whose score or class moves.

    Because the index is relative, a change in one region may move others.
    """
    before = score(model, events, regions).regions
    after = score(model, [*events, *more], regions)
    moved = tuple(
        Moved(region, before[region], now)
        for region, now in after.regions.items()
        if (now.total, now.group) != (before[region].total, before[region].group)
    )
    return after, moved


def dimension_figure(result: Result, region: str, dimension: str) -> Figure:
    """Return the score of one dimension as a figure: its points among the most points."""
    one = next(d for d in result.model.dimensions if d.id == dimension)
    found = result.regions[region]
    points_name = Text("Poin kejadian di wilayah ini", "Points of events in this region")
    most_name = Text("Poin tertinggi antarwilayah", "Most points of any region")
    return Figure(
        ikp.rounded(found.scores[dimension]),
        Text(f"{one.name.id}: 100 × poin ÷ poin tertinggi", f"{one.name.en}: 100 × points ÷ most"),
        (Input(points_name, found.points.get(dimension, 0)),),
        Input(most_name, result.most[dimension]),
        result.model.article,
        result.model.indicators_confirmed,
        Unit.RATIO,
    )


def total_figure(result: Result, region: str) -> Figure:
    """Return the total of a region as a figure, unconfirmed as the weights of indicators are."""
    plain = ikp.explained(
        result.model, {k: ikp.rounded(v) for k, v in result.regions[region].scores.items()}
    )
    sure = plain.confirmed and result.model.indicators_confirmed
    value = result.regions[region].total
    return Figure(value, plain.formula, plain.inputs, None, plain.article, sure, Unit.RATIO)


def _relative(raw: Counter[str], most: Mapping[str, int]) -> dict[str, Decimal]:
    with localcontext() as context:
        context.prec = _DIGITS
        return {
            name: FULL * raw[name] / highest if highest else Decimal(0)
            for name, highest in most.items()
        }
