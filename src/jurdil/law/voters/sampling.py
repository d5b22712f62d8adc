"""Spot checks (*uji petik*): a sample that can be drawn again, and what it lets one say.

Perbawaslu 1/2025 asks for a sample of new, removed or already determined voters; the size and the
strata are the overseer's. The draw depends on the seed and the identities alone, so that the other
office can repeat it. The share that matched comes with its Wilson interval.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

Z_95 = Decimal("1.959964")
"""Quantile of the normal distribution for an interval that holds 95 times of 100."""

_DIGITS = 28


@dataclass(frozen=True, slots=True)
class Sample:
    """The units drawn by stratum, in the order of the draw, with the size of every stratum."""

    seed: str
    drawn: Mapping[str, tuple[str, ...]]
    strata: Mapping[str, int]

    @property
    def size(self) -> int:
        """Units drawn in all."""
        return sum(len(units) for units in self.drawn.values())


@dataclass(frozen=True, slots=True)
class MatchRate:
    """Units that matched of those checked, and the interval of the share, between 0 and 1."""

    matched: int
    checked: int
    low: Decimal
    high: Decimal

    @property
    def share(self) -> Fraction:
        """The share that matched, exact."""
        return Fraction(self.matched, self.checked)


def shares(strata: Mapping[str, int], size: int) -> dict[str, int]:
    """Return how many units to draw in each stratum: in proportion, and at least one.

    What the fractions leave goes to the largest remainders, equal ones by name; a stratum that
    would have none takes one from the stratum that got most above its due. Raises ValueError for a
    size that is larger than all units or smaller than the strata in use.
    """
    used = {name: units for name, units in sorted(strata.items()) if units}
    total = sum(used.values())
    if not len(used) <= size <= total:
        raise ValueError(f"a sample of {size} does not fit {len(used)} strata of {total} units")
    due = {name: Fraction(units * size, total) for name, units in used.items()}
    given = {name: part.numerator // part.denominator for name, part in due.items()}
    by_need = sorted(used, key=lambda name: given[name] - due[name])
    for name in by_need[: size - sum(given.values())]:
        given[name] += 1
    for name in [name for name, units in given.items() if units == 0]:
        richest = max((n for n in used if given[n] > 1), key=lambda n: given[n] - due[n])
        given[richest] -= 1
        given[name] = 1
    return {name: given.get(name, 0) for name in sorted(strata)}


def draw(units: Iterable[tuple[str, str]], size: int, seed: str) -> Sample:
    """Draw `size` of `units` (stratum, identity) with `seed`; the order of `units` is irrelevant.

    Raises ValueError for an identity that comes twice, and as `shares`.
    """
    strata: dict[str, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for stratum, unit in units:
        if unit in seen:
            raise ValueError(f"{unit} is in the list twice")
        seen.add(unit)
        strata[stratum].append(unit)
    sizes = {name: len(members) for name, members in sorted(strata.items())}
    wanted = shares(sizes, size)
    drawn = {name: _lots(strata[name], seed)[: wanted[name]] for name in sizes}
    return Sample(seed, drawn, sizes)


def match_rate(matched: int, checked: int) -> MatchRate:
    """Return the share of checked units that matched with its Wilson interval of 95 per cent.

    Raises ValueError when nothing was checked or more matched than were checked.
    """
    if not 0 <= matched <= checked or checked == 0:
        raise ValueError(f"{matched} of {checked} is no result of a check")
    with localcontext() as context:
        context.prec = _DIGITS
        n, share, square = Decimal(checked), Decimal(matched) / Decimal(checked), Z_95 * Z_95
        middle = (share + square / (2 * n)) / (1 + square / n)
        spread = share * (1 - share) / n + square / (4 * n * n)
        half = Z_95 / (1 + square / n) * spread.sqrt()
        low = Decimal(0) if matched == 0 else max(Decimal(0), middle - half)
        high = Decimal(1) if matched == checked else min(Decimal(1), middle + half)
    return MatchRate(matched, checked, low, high)


def _lots(members: Sequence[str], seed: str) -> tuple[str, ...]:
    return tuple(sorted(members, key=lambda unit: (_lot(seed, unit), unit)))


def _lot(seed: str, unit: str) -> str:
    return hashlib.sha256(f"{seed}\n{unit}".encode()).hexdigest()
