"""Lists of published scores that do not agree: which of them gives the published class limits.

Most media printed 77.04 for Kaltim in the IKP 2024; only with 74.04 the 34 provinces give the
published limits 21.70 and 68.50.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jurdil.law.oversight import ikp
from jurdil.law.oversight.ikp import Limits
from jurdil.law.oversight.ikp_models import Model, Published

Scores = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Check:
    """The limits that a list gives, beside the published ones; `whole` whether it is complete."""

    limits: Limits
    published: Published
    whole: bool

    @property
    def fits(self) -> bool:
        """Whether the list gives the published limits, to two decimals."""
        return (ikp.rounded(self.limits.low), ikp.rounded(self.limits.high)) == (
            ikp.rounded(self.published.low),
            ikp.rounded(self.published.high),
        )


@dataclass(frozen=True, slots=True)
class Version:
    """A score of a region as a source printed it; `fits`: with it the published limits come out."""

    source: str
    score: Decimal
    fits: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """A region for which sources print different scores."""

    region: str
    versions: tuple[Version, ...]


def check(model: Model, level: str, scores: Scores) -> Check:
    """Return what a list gives. Raises KeyError for a level without published limits, NoLimits."""
    published = model.published[level]
    found = ikp.limits(tuple(ikp.rounded(score) for score in scores.values()))
    return Check(found, published, len(scores) == published.regions)


def conflicts(model: Model, level: str, lists: Mapping[str, Scores]) -> tuple[Conflict, ...]:
    """Return the regions on which lists disagree, each version tried in its own list.

    Raises KeyError for a level without published limits.
    """
    regions = dict.fromkeys(region for scores in lists.values() for region in scores)
    found = []
    for region in regions:
        printed = {name: scores[region] for name, scores in lists.items() if region in scores}
        if len(set(printed.values())) > 1:
            versions = (
                Version(name, score, check(model, level, lists[name]).fits)
                for name, score in printed.items()
            )
            found.append(Conflict(region, tuple(versions)))
    return tuple(found)
