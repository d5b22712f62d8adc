"""A proposal of TPS for a village: families together, neighbours together, no more than the cap.

PKPU 7/2022 art. 15: at most so many voters per TPS, villages are not merged, families are not
split, and distance and geography count. The proposal walks RW by RW and RT by RT, as families live,
and fills the least number of TPS evenly; an officer adjusts it. Whatever splits a family is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Family:
    """A household (`kk`): RW and RT as written, its key, and how many voters live in it."""

    rw: str
    rt: str
    key: str
    voters: int


@dataclass(frozen=True, slots=True)
class Station:
    """A proposed TPS of a village: its number and its families, in the order of RW and RT."""

    number: int
    families: tuple[Family, ...]

    @property
    def voters(self) -> int:
        """Voters of the TPS."""
        return sum(family.voters for family in self.families)


@dataclass(frozen=True, slots=True)
class Split:
    """A family whose voters stand at more than one TPS, with their number at each."""

    key: str
    stations: Mapping[int, int]


def least_stations(voters: int, cap: int) -> int:
    """Return the least number of TPS that hold `voters`; 0 for none. ValueError for a cap < 1."""
    if cap < 1:
        raise ValueError("a TPS holds at least one voter")
    return -(-voters // cap)


def propose(families: Iterable[Family], cap: int, first: int = 1) -> tuple[Station, ...]:
    """Return the TPS of one village, none above `cap` unless a single family is larger.

    Neighbours stay neighbours: families are taken by RW, RT and key, and the village is cut into
    runs whose largest has as few voters as possible for the number of TPS needed. Deterministic.
    """
    ordered = sorted((family for family in families if family.voters), key=_by_home)
    if not ordered:
        return ()
    sizes = [family.voters for family in ordered]
    count = _runs(sizes, cap)
    limit = _fairest(sizes, count, cap)
    return tuple(
        Station(number, tuple(ordered[start:end]))
        for number, (start, end) in enumerate(_cuts(sizes, limit), first)
    )


def splits(voters: Iterable[tuple[str, int]]) -> tuple[Split, ...]:
    """Return the families that stand at more than one TPS; `voters` are (family key, TPS number).

    A voter without a family key ('') belongs to no family, not to one large one.
    """
    found: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for key, number in voters:
        if key:
            found[key][number] += 1
    return tuple(
        Split(key, dict(sorted(stations.items())))
        for key, stations in sorted(found.items())
        if len(stations) > 1
    )


def _by_home(family: Family) -> tuple[tuple[int, str], tuple[int, str], str]:
    return (_numeric(family.rw), _numeric(family.rt), family.key)


def _numeric(text: str) -> tuple[int, str]:
    """RT 2 comes before RT 10; what is no number comes last, in the order of its text."""
    return (int(text), "") if text.isascii() and text.isdigit() else (10**6, text)


def _cuts(sizes: Sequence[int], limit: int) -> list[tuple[int, int]]:
    cuts, start, held = [], 0, 0
    for at, size in enumerate(sizes):
        if held and held + size > limit:
            cuts.append((start, at))
            start, held = at, 0
        held += size
    cuts.append((start, len(sizes)))
    return cuts


def _runs(sizes: Sequence[int], limit: int) -> int:
    return len(_cuts(sizes, limit))


def _fairest(sizes: Sequence[int], count: int, cap: int) -> int:
    """The smallest limit that still makes do with `count` runs."""
    low, high = max(sizes), max(cap, max(sizes))
    while low < high:
        middle = (low + high) // 2
        if _runs(sizes, middle) <= count:
            high = middle
        else:
            low = middle + 1
    return low
