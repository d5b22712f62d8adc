"""Sidalih's figures beside the list's own: the same to the voter, or which two numbers differ."""

from collections.abc import Mapping
from dataclasses import dataclass

from jurdil.law.text import Text
from jurdil.voters.models import AngkaSidalih, Revisi
from jurdil.voters.pdpb.counting import Figures

COLUMNS: Mapping[str, Text] = {
    "tps": Text("TPS", "TPS"),
    "l": Text("L", "Men"),
    "p": Text("P", "Women"),
    "jumlah": Text("Jumlah", "Total"),
    "baru_l": Text("Baru L", "New, men"),
    "baru_p": Text("Baru P", "New, women"),
    "baru": Text("Baru", "New"),
    "tms_l": Text("TMS L", "TMS, men"),
    "tms_p": Text("TMS P", "TMS, women"),
    "tms": Text("TMS", "TMS"),
    "ubah": Text("Ubah", "Changed"),
}
"""The columns of the recap that Sidalih prints, in its order."""


@dataclass(frozen=True)
class Cell:
    """A figure of Sidalih and our own; `theirs` None where nobody read it."""

    column: str
    ours: int
    theirs: int | None

    @property
    def name(self) -> Text:
        return COLUMNS[self.column]

    @property
    def same(self) -> bool:
        return self.theirs is None or self.theirs == self.ours


def own(figures: Figures) -> dict[str, int]:
    """Our figures of a place by Sidalih's columns."""
    flow = figures.flow
    return {
        "tps": figures.tps,
        "l": flow.now.men,
        "p": flow.now.women,
        "jumlah": flow.now.total,
        "baru_l": flow.new.men,
        "baru_p": flow.new.women,
        "baru": flow.new.total,
        "tms_l": flow.tms.men,
        "tms_p": flow.tms.women,
        "tms": flow.tms.total,
        "ubah": flow.changed,
    }


def read(revision: Revisi) -> dict[str, AngkaSidalih]:
    """The newest figures of every place that somebody noted."""
    rows = AngkaSidalih.objects.filter(revision=revision).order_by("pk")
    return {row.path: row for row in rows}


def compare(ours: Mapping[str, int], theirs: Mapping[str, int]) -> tuple[Cell, ...]:
    """Both figures of every column."""
    return tuple(Cell(column, ours[column], theirs.get(column)) for column in COLUMNS)
