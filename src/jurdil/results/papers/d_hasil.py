"""D.Hasil of a kecamatan (TPS by TPS within a village) and of the regency (by kecamatan).

The rows are those of the C form, so that each figure stands where it stands there. A place that is
not in has a dash, and its column says nothing instead of zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.law.rules import label, params_for
from jurdil.results import paper
from jurdil.results.papers.sheet import Column, Line, Paper, Section, Signer, cell
from jurdil.results.shapes import Shape

WIDEST = 20
"""Columns of figures that fit across an A3 page."""


@dataclass(frozen=True)
class Area:
    """A column of the sheet: its name and figures (None: not in)."""

    name: str
    figures: Mapping[str, int] | None


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
        values = [
            area.figures[figure] for area in self.areas if area.figures and figure in area.figures
        ]
        return sum(values) if values else None


def d_hasil(
    contest: Contest,
    level: str,
    lead: str,
    facts: Sequence[tuple[str, str]],
    shape: Shape,
    labels: Mapping[str, str],
    blocks: Sequence[Block],
    signers: Sequence[Signer],
    stamp: str,
    notes: Sequence[str],
) -> Paper:
    """The sheet of a place; with several blocks a last section adds the blocks up."""
    sections = [part for block in blocks for part in _sections(shape, labels, block)]
    if len(blocks) > 1:
        areas = tuple(Area(block.title, _sums(shape, block)) for block in blocks)
        sections += _sections(shape, labels, Block(f"Rekapitulasi {lead}", areas))
    sections[0] = replace(sections[0], new_page=False)
    return Paper(
        title=f"D.HASIL {level.upper()}-{short(contest)}",
        lead=lead,
        facts=tuple(facts),
        sections=tuple(sections),
        notes=tuple(notes),
        signers=tuple(signers),
        stamp=stamp,
        sheet="a3",
        flipped=True,
        size=8,
        across=4,
        figures={
            f"{block.title}/{area.name}": dict(area.figures or {})
            for block in blocks
            for area in block.areas
        },
    )


def short(contest: Contest) -> str:
    """The contest as the names of D forms write it."""
    return (contest.form or contest.short).upper().removeprefix("C.HASIL-")


def _sums(shape: Shape, block: Block) -> dict[str, int]:
    found = {name: block.sum(name) for name in shape.figures}
    return {name: value for name, value in found.items() if value is not None}


def _sections(shape: Shape, labels: Mapping[str, str], block: Block) -> list[Section]:
    """The block in pages of at most `WIDEST` columns, its sum on the last of them."""
    pages = [block.areas[at : at + WIDEST] for at in range(0, len(block.areas), WIDEST)] or [()]
    made = []
    for at, areas in enumerate(pages):
        last = at == len(pages) - 1
        title = block.title if len(pages) == 1 else f"{block.title} ({at + 1}/{len(pages)})"
        columns = [Column("Kode"), Column("Uraian", wide=True)]
        columns += [Column(area.name, figures=True) for area in areas]
        columns += [Column("Jumlah", figures=True)] if last else []
        rows = tuple(
            Line(
                (
                    row.code,
                    _name(row, labels),
                    *(
                        cell(area.figures.get(row.figure) if area.figures else None)
                        for area in areas
                    ),
                    *([cell(block.sum(row.figure))] if last else []),
                ),
                strong=row.total,
            )
            for row in _rows(shape)
        )
        lines = (
            (f"Belum masuk: {block.missing} dari {len(block.areas)}.",)
            if last and block.missing
            else ()
        )
        made.append(Section(title, tuple(columns), rows, lines=lines, new_page=True))
    return made


def _rows(shape: Shape) -> list[paper.Row]:
    params = params_for(load_regime(shape.regime))
    return [row for part in paper.parts(shape.choices, params) for row in part.rows]


def _name(row: paper.Row, labels: Mapping[str, str]) -> str:
    """The row as the sheet names it: a party's sum by its party, a sex by its figure."""
    if row.figure in labels:
        name = labels[row.figure]
        return f"Jumlah {name}" if row.total else name
    return label(row.figure).id
