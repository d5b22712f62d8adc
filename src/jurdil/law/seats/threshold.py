"""The threshold: which parties take part in sharing seats out.

UU 7/2017 art. 414: for the DPR a share of the national valid votes, for the DPRD all parties take
part. The share is a parameter of the contest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jurdil.law.figure import Figure, Input, Unit
from jurdil.law.seats.model import Party
from jurdil.law.text import Text

ARTICLE = "UU 7/2017 Pasal 414"


@dataclass(frozen=True, slots=True)
class Sieve:
    """The parties that take part and those that do not; `needed` is the least number of votes."""

    total: int
    needed: int
    kept: tuple[Party, ...]
    dropped: tuple[Party, ...]


VOTES = Text("suara sah nasional semua partai", "national valid votes of all parties")
PERCENT = Text("ambang batas (persen)", "threshold (per cent)")


def needed(sieve: Sieve, percent: Decimal | int, confirmed: bool) -> Figure:
    """Return the least votes that take part as a figure: the share of all, rounded up."""
    return Figure(
        value=sieve.needed,
        formula=Text(
            "ambang batas × suara sah nasional ÷ 100, dibulatkan ke atas",
            "threshold × national valid votes ÷ 100, rounded up",
        ),
        inputs=(Input(PERCENT, Decimal(percent)), Input(VOTES, sieve.total)),
        denominator=None,
        article=ARTICLE,
        confirmed=confirmed,
        unit=Unit.COUNT,
    )


def sift(votes: Mapping[Party, int], percent: Decimal | int | None) -> Sieve:
    """Sift the parties by their votes in the whole area of the threshold; None lets all take part.

    A party with exactly the share takes part ("paling sedikit").
    """
    total = sum(votes.values())
    part = Fraction(percent or 0) * total / 100
    needed = -(-part.numerator // part.denominator)
    kept = tuple(party for party, count in votes.items() if count >= needed)
    dropped = tuple(party for party, count in votes.items() if count < needed)
    return Sieve(total, needed, kept, dropped)
