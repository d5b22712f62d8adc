"""A-Rekap: the figures of a revision for a place and those below it, as rows and as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jurdil.kernel.documents.tables import Column, Line, table
from jurdil.law.formats import number
from jurdil.law.voters.flow import Count, Flow
from jurdil.places import paths
from jurdil.voters.models import RekapTps, Revisi
from jurdil.voters.pdpb.counting import Figures, by_village, together


@dataclass(frozen=True)
class RecapRow:
    """A place in a revision. A TPS has no figures of the list before: voters change their TPS."""

    path: str
    figures: Figures

    @property
    def flow(self) -> Flow:
        return self.figures.flow


def rows_below(revision: Revisi, path: str, villages: Sequence[str]) -> list[RecapRow]:
    """The rows of A-Rekap: TPS of a village, villages of a kecamatan, kecamatan of the regency."""
    if paths.level(path) == paths.VILLAGE:
        return of_tps(revision, path)
    found = {place: one for place, one in by_village(revision, path).items() if place in villages}
    if paths.level(path) == paths.KECAMATAN:
        return [RecapRow(place, found.get(place, Figures())) for place in villages]
    groups: dict[str, list[Figures]] = {}
    for place in villages:
        groups.setdefault(place.rpartition(".")[0], []).append(found.get(place, Figures()))
    return [RecapRow(place, together(parts)) for place, parts in sorted(groups.items())]


def of_tps(revision: Revisi, village: str) -> list[RecapRow]:
    """The rows of a village that the revision fixed, TPS by TPS."""
    rows = RekapTps.objects.filter(revision=revision, path__within=village)
    return [RecapRow(row.path, Figures(flow=_flow(row), tps=1)) for row in rows]


def total(rows: Sequence[RecapRow]) -> Figures:
    """The sum of rows."""
    return together(row.figures for row in rows)


def _flow(row: RekapTps) -> Flow:
    return Flow(
        new=Count(row.came_men, row.came_women, row.came_unknown),
        tms=Count(row.gone_men, row.gone_women, row.gone_unknown),
        now=Count(row.men, row.women, row.unknown),
        changed=row.changed,
    )


def recap_table(
    title: str, rows: Sequence[RecapRow], names: Mapping[str, str], whole: Figures
) -> dict[str, Any]:
    """A-Rekap as a table of a paper; its last row is the sum, its figures those of `whole`."""
    in_village = bool(rows) and "/" in rows[0].path
    lines = [_line(str(at), names[row.path], row.figures, in_village) for at, row in _listed(rows)]
    lines.append(_line("", "Jumlah", whole, in_village, strong=True))
    return table(title, _columns(in_village), lines)


def _listed(rows: Sequence[RecapRow]) -> list[tuple[int, RecapRow]]:
    return list(enumerate(rows, 1))


def _columns(in_village: bool) -> tuple[Column, ...]:
    first = (Column("No."), Column("TPS" if in_village else "Wilayah", share=4))
    before = () if in_village else (("TPS", 2), ("Sebelum", 3))
    moved = () if in_village else (("Pindah", 2),)
    figures = (*before, ("Baru", 2), ("TMS", 2), *moved, ("Ubah", 2), ("L", 3), ("P", 3))
    last = Column("Jumlah", figures=True, share=3)
    return (*first, *(Column(name, figures=True, share=share) for name, share in figures), last)


def _line(at: str, name: str, one: Figures, in_village: bool, *, strong: bool = False) -> Line:
    flow = one.flow
    before = () if in_village else (one.tps, flow.before.total)
    moved = () if in_village else (flow.moved.total,)
    values = (
        *before,
        *(flow.new.total, flow.tms.total),
        *moved,
        *(flow.changed, flow.now.men, flow.now.women, flow.now.total),
    )
    return Line((at, name, *(number(value, "id") for value in values)), strong)
