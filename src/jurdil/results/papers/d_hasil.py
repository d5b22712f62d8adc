"""D.Hasil of a kecamatan (TPS by TPS within a village) and of the regency (by kecamatan).

The rows are those of the C form, so that each figure stands where it stands there. A place that is
not in has a dash, and its column says nothing instead of zero. Printed sums are those of the
columns; totals are what the papers say, and the last section names those that disagree with them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, cell
from jurdil.kernel.documents.tables import band
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.law.rules import Operator, check, label, params_for, sentence
from jurdil.results import paper
from jurdil.results.shapes import Shape

WIDEST, NARROW = 20, 10
"""Columns of figures that fit across an A3 page, and of figures above `LONG` characters."""

LONG = 9
UPRIGHT, ACROSS = 7, 12
"""Up to so many columns the sheet is A4 upright, or A4 across; wider ones are A3."""

TOLD = 60
"""Disagreements that are printed; the page of findings has them all."""


@dataclass(frozen=True)
class Area:
    """A column of the sheet: its name and figures (None: not in).

    `whole` are the figures that every form below has, when only those can be compared.
    """

    name: str
    figures: Mapping[str, int] | None
    whole: frozenset[str] | None = None

    @property
    def comparable(self) -> dict[str, int]:
        """The figures whose sums must agree."""
        found = self.figures or {}
        return {n: v for n, v in found.items() if self.whole is None or n in self.whole}


@dataclass(frozen=True)
class Block:
    """Areas that are added up together: a village of TPS, or the regency of kecamatan."""

    title: str
    areas: tuple[Area, ...]

    @property
    def missing(self) -> int:
        """Areas that are not in."""
        return sum(area.figures is None for area in self.areas)

    def sum(self, figure: str) -> int | None:
        """The sum of the areas that have the figure; None when none has."""
        return add(self.areas, figure)


@dataclass(frozen=True)
class Counted:
    """The blocks whose forms have one shape: those of a dapil, or all."""

    shape: Shape
    labels: Mapping[str, str]
    blocks: tuple[Block, ...]


def add(areas: Iterable[Area], figure: str) -> int | None:
    """The sum of the areas that have the figure; None when none has."""
    values = [area.figures[figure] for area in areas if area.figures and figure in area.figures]
    return sum(values) if values else None


def d_hasil(
    contest: Contest,
    level: str,
    lead: str,
    counted: Sequence[Counted],
    **head: Any,
) -> Paper:
    """The sheet of a place; several blocks of one shape are added up after them.

    `head` are the other parts of a `Paper`: facts, notes, signers, stamp.
    """
    sections = [part for one in counted for part in _of_shape(one, lead)]
    sections[0] = replace(sections[0], new_page=False)
    widest = max(len(one.columns) for one in sections)
    return Paper(
        title=f"D.HASIL {level.upper()}-{short(contest)}",
        lead=lead,
        sections=(*sections, _agreement(counted)),
        sheet="a4" if widest <= ACROSS else "a3",
        flipped=widest > UPRIGHT,
        size=8,
        figures={
            f"{block.title}/{area.name}": dict(area.figures or {})
            for one in counted
            for block in one.blocks
            for area in block.areas
        },
        **head,
    )


def _of_shape(one: Counted, lead: str) -> list[Section]:
    made = [part for block in one.blocks for part in _sections(one.shape, one.labels, block)]
    if len(one.blocks) > 1:
        areas = tuple(Area(block.title, _sums(one.shape, block)) for block in one.blocks)
        made += _sections(one.shape, one.labels, Block(f"Rekapitulasi {lead}", areas))
    return made


def short(contest: Contest) -> str:
    """The contest as the names of D forms write it."""
    return (contest.form or contest.short).upper().removeprefix("C.HASIL-")


def disagreements(shape: Shape, blocks: Sequence[Block]) -> list[str]:
    """What the papers say of a total and what its rows add up to, place by place, in words."""
    checks = [
        one
        for one in shape.checks
        if one.rule.operator is Operator.EQUAL and one.code.startswith("E-")
    ]
    return [
        f"{block.title}, {area.name}: {sentence(found).id}"
        for block in blocks
        for area in block.areas
        for found in check(area.comparable, checks)
    ]


def _agreement(counted: Sequence[Counted]) -> Section:
    said = [text for one in counted for text in disagreements(one.shape, one.blocks)]
    if not said:
        return Section(lines=("Semua jumlah yang tertulis sama dengan penjumlahan barisnya.",))
    more = [f"dan {cell(len(said) - TOLD)} lainnya."] if len(said) > TOLD else []
    title = "Jumlah yang tertulis berbeda dari penjumlahan barisnya"
    return Section(title, lines=(*said[:TOLD], *more))


def _sums(shape: Shape, block: Block) -> dict[str, int]:
    found = {name: block.sum(name) for name in shape.figures}
    return {name: value for name, value in found.items() if value is not None}


def _sections(shape: Shape, labels: Mapping[str, str], block: Block) -> list[Section]:
    """The block in pages of columns, each with its sum; the last has the sum of all."""
    most = _columns_of(block)
    pages = [block.areas[at : at + most] for at in range(0, len(block.areas), most)] or [()]
    made = []
    for at, areas in enumerate(pages, 1):
        sums = [("Jumlah", block.areas)] if at == len(pages) else []
        if len(pages) > 1:
            sums = [("Jumlah halaman", areas), *sums]
        title = block.title if len(pages) == 1 else f"{block.title} ({at} dari {len(pages)})"
        last = at == len(pages) and block.missing
        lines = (f"Belum masuk: {block.missing} dari {len(block.areas)}.",) if last else ()
        columns = [Column("Kode"), Column("Uraian", share=5)]
        columns += [Column(name, figures=True, share=2) for name in _heads(areas, sums)]
        rows = tuple(_lines(shape, labels, areas, [added for _name, added in sums]))
        made.append(Section(title, tuple(columns), rows, lines=lines, new_page=True))
    return made


def _columns_of(block: Block) -> int:
    """How many areas stand side by side, by the longest number of the sheet."""
    sums = (abs(value) for area in block.areas for value in (area.figures or {}).values())
    longest = len(cell(max(sums, default=0) * max(len(block.areas), 1)))
    return NARROW if longest > LONG else WIDEST


def _heads(areas: Sequence[Area], sums: Sequence[tuple[str, Sequence[Area]]]) -> list[str]:
    return [area.name for area in areas] + [name for name, _added in sums]


def _lines(
    shape: Shape,
    labels: Mapping[str, str],
    areas: Sequence[Area],
    sums: Sequence[Sequence[Area]],
) -> Iterable[Line]:
    for part in paper.parts(shape.choices, params_for(load_regime(shape.regime))):
        yield band(f"{part.code}. {part.title.id}")
        for row in part.rows:
            own = (cell(area.figures.get(row.figure) if area.figures else None) for area in areas)
            added = (cell(add(some, row.figure)) for some in sums)
            yield Line((row.code, _name(row, labels), *own, *added), strong=row.total)


def _name(row: paper.Row, labels: Mapping[str, str]) -> str:
    """The row as the sheet names it: a party's sum by its party, a sex by its figure."""
    if row.figure in labels:
        name = labels[row.figure]
        return f"Jumlah {name}" if row.total else name
    return label(row.figure).id
