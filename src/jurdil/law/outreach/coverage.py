"""Which base of voters was reached in which village, what is planned there, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jurdil.law.figure import Figure, Input, share
from jurdil.law.text import Text


class Mark(StrEnum):
    """How a base stands in a village."""

    REACHED = "terjangkau"
    PARTLY = "sebagian"
    PLANNED = "direncanakan"
    GAP = "kosong"


@dataclass(frozen=True, slots=True)
class Done:
    """An activity as coverage needs it: its villages, its base, whether it was verified.

    `ahead` is True for one that is planned or waits for verification.
    """

    villages: tuple[str, ...]
    base: str
    verified: bool
    ahead: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A village and a base: verified activities, those ahead, and how many are wanted."""

    village: str
    base: str
    verified: int
    ahead: int
    wanted: int

    @property
    def mark(self) -> Mark:
        """Reached when as many as wanted were verified; a plan never counts as reached."""
        if self.verified >= self.wanted:
            return Mark.REACHED
        if self.verified:
            return Mark.PARTLY
        return Mark.PLANNED if self.ahead else Mark.GAP

    @property
    def lacking(self) -> int:
        """How many activities are still to be planned."""
        return max(self.wanted - self.verified - self.ahead, 0)


def cells(
    villages: Iterable[str], wanted: Mapping[str, int], done: Iterable[Done]
) -> tuple[Cell, ...]:
    """A cell for each village and base in `wanted`, in their order."""
    counts: dict[tuple[str, str], list[int]] = {}
    for one in done:
        for village in set(one.villages):
            count = counts.setdefault((village, one.base), [0, 0])
            count[0] += one.verified
            count[1] += one.ahead
    return tuple(
        Cell(village, base, count[0], count[1], number)
        for village in villages
        for base, number in wanted.items()
        for count in (counts.get((village, base), [0, 0]),)
    )


def reached(row: Iterable[Cell]) -> Figure:
    """The share of cells that are reached; absent without any."""
    items = tuple(row)
    count = sum(cell.mark is Mark.REACHED for cell in items)
    return share(
        Input(Text("Sel terjangkau", "Cells reached"), count),
        Input(Text("Sel (desa × basis)", "Cells (village × base)"), len(items)),
        article="",
        confirmed=True,
    )


def next_to_do(items: Iterable[Cell], weight: Mapping[str, int], most: int) -> tuple[Cell, ...]:
    """The cells where nothing was held and nothing is planned, the largest villages first.

    `weight` is the size of a village, such as its TPS; one that is not known comes last. Within a
    village the order of bases stays.
    """
    open_ones = [cell for cell in items if cell.mark is Mark.GAP]
    open_ones.sort(key=lambda cell: (-weight.get(cell.village, 0), cell.village))
    return tuple(open_ones[:most])
