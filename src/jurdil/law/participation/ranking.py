"""Scores of a contest: criteria with weights, sheets of jurors, and a ranking that hides no tie.

No law orders how such a contest is judged; what is exact here is arithmetic, and the rules
(criteria first, every juror alone, all sheets or none) are the house's own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jurdil.law.figure import Figure, Input, Unit
from jurdil.law.text import Text

WHOLE = 100
"""What the weights of all criteria add up to, and the most points of one."""
FORMULA = Text(
    "Jumlah bobot kali rata-rata nilai juri, dibagi 100",
    "Sum of weight times the jurors' mean, divided by 100",
)


class NotFair(ValueError):
    """Weights, points or sheets that no ranking may be made of."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is judged, with its weight in hundredths of the whole."""

    id: int
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Place:
    """An entry in the ranking; `tied` names the entries of the same score."""

    entry: int
    rank: int
    score: Figure
    tied: tuple[int, ...]


def check_weights(weights: Sequence[int]) -> int:
    """The sum of the weights. Raises NotFair unless each is positive and all make 100."""
    if not weights or any(one <= 0 for one in weights) or sum(weights) != WHOLE:
        raise NotFair(f"the weights add up to {sum(weights)}, not to {WHOLE}")
    return sum(weights)


def check_points(points: int) -> int:
    """Points of one criterion. Raises NotFair outside 0 to 100."""
    if not 0 <= points <= WHOLE:
        raise NotFair(f"{points} points are not between 0 and {WHOLE}")
    return points


def unfinished(
    criteria: Collection[int],
    jurors: Collection[int],
    entries: Collection[int],
    given: Collection[tuple[int, int, int]],
) -> tuple[int, ...]:
    """Jurors who left a point out; `given` are (juror, entry, criterion)."""
    there = set(given)
    return tuple(
        juror
        for juror in jurors
        if any((juror, entry, one) not in there for entry in entries for one in criteria)
    )


def score(
    criteria: Sequence[Criterion], points: Mapping[tuple[int, int], int], jurors: Sequence[int]
) -> Figure:
    """The score of one entry out of 100; `points` by (juror, criterion).

    Raises NotFair when a juror left a criterion out, or no juror is there.
    """
    if not jurors:
        raise NotFair("no juror")
    inputs, sum_ = [], Fraction(0)
    for one in criteria:
        try:
            given = [check_points(points[juror, one.id]) for juror in jurors]
        except KeyError as gone:
            raise NotFair(f"points are missing for {gone}") from None
        mean = Fraction(sum(given), len(given))
        sum_ += mean * one.weight
        name = f"{one.name} ({one.weight})"
        inputs.append(Input(Text(name, name), mean, unit=Unit.RATIO))
    return Figure(sum_ / WHOLE, FORMULA, tuple(inputs), None, "", True, Unit.RATIO)


def ranking(
    criteria: Sequence[Criterion],
    points: Mapping[int, Mapping[tuple[int, int], int]],
    jurors: Sequence[int],
) -> tuple[Place, ...]:
    """All entries, the best first; equal scores share a rank and the next rank is left out.

    `points` by entry, then by (juror, criterion). Raises NotFair as `score` and `check_weights`.
    """
    check_weights([one.weight for one in criteria])
    scores = {entry: score(criteria, given, jurors) for entry, given in points.items()}
    values = {entry: _value(one) for entry, one in scores.items()}
    ordered = sorted(scores, key=lambda entry: (-values[entry], entry))
    places = []
    for entry in ordered:
        better = sum(1 for other in ordered if values[other] > values[entry])
        same = tuple(o for o in ordered if values[o] == values[entry] and o != entry)
        places.append(Place(entry, better + 1, scores[entry], same))
    return tuple(places)


def _value(one: Figure) -> Fraction:
    return one.value if isinstance(one.value, Fraction) else Fraction(one.value)  # type: ignore[arg-type]
