"""The last PDPB recapitulation, brought as a table: read, checked against itself, summed."""

from collections.abc import Iterable
from dataclasses import dataclass

from jurdil.kernel.tables import Record, Sheet
from jurdil.kernel.viewer import Viewer
from jurdil.law import pdpb
from jurdil.law.figure import Figure, Input, total
from jurdil.law.text import Text
from jurdil.stages import queries

KIND = "rekap-pdpb"
REQUIRED = ("kecamatan", "l", "p", "jumlah")
OPTIONAL = ("no", "desa", "sebelumnya", "baru", "tms", "ubah")
NUMBERS = ("l", "p", "jumlah", "sebelumnya", "baru", "tms", "ubah")
SUM_ROW = {"jumlah", "total"}
NAMES = {
    "l": pdpb.MEN,
    "p": pdpb.WOMEN,
    "jumlah": Text("Jumlah pemilih", "Voters"),
    "sebelumnya": pdpb.BEFORE,
    "baru": pdpb.NEW,
    "tms": pdpb.TMS,
    "ubah": Text("Ubah data", "Changed data"),
}


@dataclass(frozen=True)
class Line:
    """One kecamatan of the recap; a column the table does not have is None."""

    name: str
    l: int | None  # noqa: E741  (the column is called L on the paper)
    p: int | None
    jumlah: int | None
    sebelumnya: int | None
    baru: int | None
    tms: int | None
    ubah: int | None

    def number(self, column: str) -> int | None:
        """The figure of a column."""
        value: int | None = getattr(self, column)
        return value


@dataclass(frozen=True)
class Mismatch:
    """A row whose figures do not agree: what it should be, and what stands there."""

    place: str
    rule: Text
    computed: Figure
    written: int


@dataclass(frozen=True)
class Totals:
    """The sums of a recap as figures; `balance` is before + new - TMS when the table has these."""

    voters: Figure
    men: Figure
    women: Figure
    balance: Figure | None
    mismatches: int


@dataclass(frozen=True)
class Recap:
    """A recap as read: its lines, its sums by column, and what does not agree."""

    lines: tuple[Line, ...]
    sums: tuple[tuple[str, Figure], ...]
    mismatches: tuple[Mismatch, ...]


def read(content: bytes) -> Recap:
    """Read and check a recap. Raises `FileRefused` for what is no recap (row and column named).

    Figures that do not agree are taken: they are findings, and the paper says what it says.
    """
    sheet = Sheet(content, required=REQUIRED, optional=OPTIONAL, others=True)
    lines, written_sums = [], []
    for record in sheet.records():
        name = record.text("kecamatan")
        line = Line(name, *(_number(record, column, sheet) for column in NUMBERS))
        if name.lower() in SUM_ROW:
            written_sums.append(line)
        elif name and record.once("kecamatan", name):
            lines.append(line)
    sheet.faults.refuse()
    sums = tuple((column, _sum(lines, column)) for column in NUMBERS if column in sheet.columns)
    return Recap(tuple(lines), sums, tuple(_mismatches(lines, written_sums, dict(sums))))


def _number(record: Record, column: str, sheet: Sheet) -> int | None:
    if column not in sheet.columns:
        return None
    return record.whole(column)


def _sum(lines: Iterable[Line], column: str) -> Figure:
    inputs = [Input(Text(line.name, line.name), line.number(column)) for line in lines]
    return total(inputs, article=pdpb.ARTICLE, confirmed=pdpb.CONFIRMED, formula=NAMES[column])


def _mismatches(
    lines: Iterable[Line], written_sums: Iterable[Line], sums: dict[str, Figure]
) -> Iterable[Mismatch]:
    for line in lines:
        yield from _of_line(line)
    for line in written_sums:
        for column, figure in sums.items():
            written = line.number(column)
            if written is not None and figure.value != written:
                rule = Text(f"Jumlah kolom {NAMES[column].id}", f"Sum of column {NAMES[column].en}")
                yield Mismatch(line.name, rule, figure, written)


def _of_line(line: Line) -> Iterable[Mismatch]:
    if line.jumlah is None:
        return
    sexes = pdpb.both_sexes(line.l, line.p)
    if not sexes.absent and sexes.value != line.jumlah:
        yield Mismatch(line.name, Text("L + P = jumlah", "Men + women = total"), sexes, line.jumlah)
    carried = pdpb.carried_on(line.sebelumnya, line.baru, line.tms)
    if not carried.absent and carried.value != line.jumlah:
        rule = Text("Sebelumnya + baru − TMS = jumlah", "Before + new − TMS = total")
        yield Mismatch(line.name, rule, carried, line.jumlah)


def summary(recap: Recap) -> dict[str, int]:
    """The sums to keep beside the file: counts only."""
    kept = {column: figure.value for column, figure in recap.sums}
    found = {column: value for column, value in kept.items() if isinstance(value, int)}
    return {**found, "mismatches": len(recap.mismatches)}


def totals(kept: dict[str, int]) -> Totals:
    """The kept sums as figures that explain themselves."""
    men, women = kept.get("l"), kept.get("p")
    balance = pdpb.carried_on(kept.get("sebelumnya"), kept.get("baru"), kept.get("tms"))
    return Totals(
        voters=pdpb.both_sexes(men, women),
        men=_kept("l", men),
        women=_kept("p", women),
        balance=None if balance.absent else balance,
        mismatches=kept.get("mismatches", 0),
    )


def _kept(column: str, value: int | None) -> Figure:
    item = Input(NAMES[column], value)
    return total([item], article=pdpb.ARTICLE, confirmed=pdpb.CONFIRMED)


def last_totals(viewer: Viewer) -> Totals | None:
    """The totals of the last recap brought in; None before there is one."""
    kept = queries.kept_summary(viewer, KIND)
    return totals(kept) if kept else None
