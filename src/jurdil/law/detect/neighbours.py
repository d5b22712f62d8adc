"""Shares that stand far from those of the neighbours, and from what changed elsewhere.

Robust and exact: the middle is the median of the group, the usual distance the median of all
distances from it (MAD), in fractions. A share is shown when it stands further off than so many
usual distances and at least so many percentage points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from jurdil.law.detect.model import Notice, Part
from jurdil.law.recap import parent

NEIGHBOURS = {"turnout": "P-2", "invalid": "P-3"}
CHANGE = "P-4"


def median(values: Iterable[Fraction]) -> Fraction:
    """The middle value; between two middles their mean. Raises ValueError for none."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no value has no middle")
    half, odd = divmod(len(ordered), 2)
    return ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2


def far(
    values: Mapping[str, Fraction], times: int, points: int
) -> tuple[Fraction, Fraction, tuple[str, ...]]:
    """The median, the usual distance (MAD), and the keys that stand far from the median."""
    middle = median(values.values())
    usual = median(abs(value - middle) for value in values.values())
    least = Fraction(points, 100)
    found = tuple(
        key
        for key, value in values.items()
        if (off := abs(value - middle)) >= least and off > times * usual
    )
    return middle, usual, found


def groups(paths: Iterable[str], least: int) -> dict[str, tuple[str, ...]]:
    """TPS by the place they are compared in: the village, or the kecamatan of a small village.

    A kecamatan holds all its TPS; only those of small villages are then judged by it. Places
    with fewer TPS than `least` are left out.
    """
    villages: dict[str, list[str]] = {}
    for path in paths:
        villages.setdefault(parent(path), []).append(path)
    wider: dict[str, list[str]] = {}
    for village, members in villages.items():
        wider.setdefault(parent(village), []).extend(members)
    found = {place: tuple(members) for place, members in villages.items() if len(members) >= least}
    small = {parent(place) for place, members in villages.items() if len(members) < least}
    for place in small:
        if len(wider[place]) >= least:
            found[place] = tuple(wider[place])
    return found


def judged_by(path: str, by_group: Mapping[str, object]) -> str | None:
    """The group that judges a TPS: its village if that is one, else its kecamatan."""
    village = parent(path)
    if village in by_group:
        return village
    return parent(village) if parent(village) in by_group else None


def outliers(
    kind: str, shares: Mapping[str, Part], *, least: int, times: int, points: int
) -> tuple[Notice, ...]:
    """TPS whose share (`turnout` or `invalid`) stands far from its neighbours'.

    Shares of nothing are left out.
    """
    values = {path: Fraction(*part) for path, part in shares.items() if part[1] > 0}
    found = []
    by_group = groups(values, least)
    for place, members in by_group.items():
        middle, usual, odd = far({path: values[path] for path in members}, times, points)
        for path in odd:
            if judged_by(path, by_group) == place:
                facts = {
                    "part": list(shares[path]),
                    "middle": _pair(middle),
                    "usual": _pair(usual),
                    "group": len(members),
                    "place": place,
                }
                found.append(Notice(NEIGHBOURS[kind], (path,), "", facts))
    return tuple(sorted(found, key=lambda one: one.paths))


def changes(
    now: Mapping[str, Part],
    before: Mapping[str, Part],
    *,
    least: int,
    times: int,
    points: int,
    paths_of: Callable[[str], tuple[str, ...]],
) -> tuple[Notice, ...]:
    """Villages whose turnout changed otherwise than in the other villages.

    TPS numbers differ between elections, so villages are compared. `paths_of` names the TPS of a
    village. Nothing is said with fewer villages than `least`.
    """
    moved = {
        place: Fraction(*now[place]) - Fraction(*before[place])
        for place in now
        if place in before and now[place][1] > 0 and before[place][1] > 0
    }
    if len(moved) < least:
        return ()
    middle, usual, odd = far(moved, times, points)
    return tuple(
        Notice(
            CHANGE,
            paths_of(place),
            place,
            {
                "part": list(now[place]),
                "before": list(before[place]),
                "middle": _pair(middle),
                "usual": _pair(usual),
                "group": len(moved),
                "place": place,
            },
        )
        for place in sorted(odd)
    )


def _pair(value: Fraction) -> list[int]:
    return [value.numerator, value.denominator]
