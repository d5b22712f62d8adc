"""Women on the list of a party in a dapil.

PKPU 10/2023 art. 8(1)c and d: a share of the list, and one woman in every so many names. MA 24
P/HUM/2023 struck down rounding to the nearest number: the share is rounded up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jurdil.law.figure import Figure, Input
from jurdil.law.regime_types import Parameter
from jurdil.law.seats.criteria import WOMAN
from jurdil.law.text import Text

NAMES = Text("Calon dalam daftar", "Candidates on the list")
PERCENT = Text("Batas paling sedikit", "Least share")


@dataclass(frozen=True, slots=True)
class WomenCheck:
    """A list of `women` women where `needed` are; `lacking` are the groups of names without one.

    Each group is (first number, last number) of the list, from 1.
    """

    women: int
    needed: Figure
    lacking: tuple[tuple[int, int], ...]

    @property
    def enough(self) -> bool:
        """True when both rules are kept."""
        needed = self.needed.value
        return isinstance(needed, int) and self.women >= needed and not self.lacking


def women_needed(names: int, share: Parameter) -> Figure:
    """Return how many women a list of `names` needs; `share` is `women_list_percent`."""
    part = Fraction(share.number()) * names / 100
    wording = Text(
        f"{NAMES.id} × {PERCENT.id}, dibulatkan ke atas", f"{NAMES.en} × {PERCENT.en}, rounded up"
    )
    inputs = (Input(NAMES, names), Input(PERCENT, share.number(), share.article))
    needed = -(-part.numerator // part.denominator)
    return Figure(needed, wording, inputs, None, share.article, share.confirmed)


def check_women(sexes: Sequence[str], share: Parameter, every: Parameter) -> WomenCheck:
    """Check a list by the sexes of its names in order (L, P).

    `every` is `women_every_names`: each full group of so many names has at least one woman.
    """
    size = every.whole()
    starts = range(0, len(sexes) - size + 1, size)
    lacking = tuple((at + 1, at + size) for at in starts if WOMAN not in sexes[at : at + size])
    return WomenCheck(list(sexes).count(WOMAN), women_needed(len(sexes), share), lacking)
