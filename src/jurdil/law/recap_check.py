"""Check any published recapitulation of voters: sums, men + women, flow, and what is missing.

A table has one row per place and, where it was printed, a row with the totals. Every number stays
as it was printed; an empty cell is absent and never 0. The identities are those of the A-Rekap
forms and of the quarterly update: a total is the sum of its places, L + P make the voters, and
previous + new - TMS make the voters now (PKPU 7/2022, PKPU 1/2025). A printed difference to the
previous period, the only figure with a sign, must lead there too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from jurdil.law.formats import number
from jurdil.law.text import Text

ARTICLE = "PKPU 7/2022; PKPU 1/2025"
COLUMNS: Mapping[str, Text] = {
    "place": Text("wilayah", "place"),
    "districts": Text("kecamatan", "districts"),
    "villages": Text("desa/kelurahan", "villages"),
    "tps": Text("TPS", "TPS"),
    "men": Text("laki-laki", "men"),
    "women": Text("perempuan", "women"),
    "before": Text("periode sebelumnya", "previous period"),
    "new": Text("pemilih baru", "new voters"),
    "tms": Text("TMS", "TMS"),
    "changed": Text("ubah data", "changed"),
    "net": Text("selisih", "difference"),
    "total": Text("jumlah pemilih", "voters"),
}
"""The columns that are known, in the order in which a form prints them."""

LANGS = ("id", "en")
NOTHING = Text(
    "Tidak ada yang dapat dibandingkan: tambahkan baris Jumlah, atau kolom laki-laki dan "
    "perempuan.",
    "Nothing can be compared: add a row of totals, or the columns of men and women.",
)
"""What to say of a table that was read and holds no two figures that speak of one thing."""

_NAMES: Mapping[str, str] = {
    name: column
    for column, names in {
        "place": "place wilayah nama kabupaten kabupaten/kota kab/kota regency village district",
        "districts": "districts kec jumlah_kecamatan jumlah_kec",
        "villages": "villages desa desa/kel desa/kelurahan kelurahan jumlah_desa jumlah_desa/kel",
        "tps": "tps jumlah_tps polling_stations",
        "men": "l laki-laki laki_laki laki men pria",
        "women": "p perempuan women wanita",
        "before": "previous before sebelumnya periode_sebelumnya pemilih_sebelumnya",
        "new": "new baru pemilih_baru",
        "tms": "tms tidak_memenuhi_syarat",
        "changed": "changed ubah ubah_data perubahan",
        "net": "net selisih difference naik/turun kenaikan",
        "total": "total jumlah l+p voters pemilih jumlah_pemilih now dpt dps dphp dpshp",
    }.items()
    for name in names.split()
}
_TOTALS = frozenset({"total", "jumlah", "jumlah total", "total jumlah", "jumlah akhir"})
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0 ]\d{3})+")
_SIGNS = {"+": 1, "-": -1, "\N{MINUS SIGN}": -1, "\N{EN DASH}": -1}


class BadTable(ValueError):
    """The table cannot be read; `text` names row and column."""

    def __init__(self, id_: str, en: str) -> None:
        super().__init__(id_)
        self.text = Text(id_, en)


class Kind(Enum):
    """What a fault is about."""

    SUM = "sum"
    SEXES = "sexes"
    FLOW = "flow"
    NET = "net"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: its line in the file (1 is the header), the place, the figures that it has."""

    line: int
    place: str
    figures: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Table:
    """A recapitulation as printed; `total` is None when no row of totals was printed."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row | None


@dataclass(frozen=True, slots=True)
class Fault:
    """Two numbers that disagree: `left` is what the parts make, `right` what is printed."""

    kind: Kind
    line: int
    place: str
    column: str
    left: int
    right: int
    text: Text


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many rows have a figure of a column, of all rows, and what those that have it make."""

    column: str
    have: int
    rows: int
    sum: int


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome: faults in the order of the rows, and the coverage of every column."""

    faults: tuple[Fault, ...]
    coverage: tuple[Coverage, ...]
    comparisons: int

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to compare, which is no agreement."""
        return not (self.comparisons or self.faults)


def read_table(lines: Iterable[Sequence[str]]) -> Table:
    """Read the cells of a table, header first. Raises `BadTable`.

    The first column is the place when none is named so. Numbers may be grouped in thousands by dot,
    comma or space. Empty rows are left out.
    """
    cells = [[cell.strip() for cell in line] for line in lines]
    if not cells or not any(cells[0]):
        raise BadTable(
            "Tabel kosong: baris pertama harus memuat nama kolom.",
            "The table is empty: its first row must name the columns.",
        )
    columns = _columns(cells[0])
    rows = [
        _row(at, line, columns, len(cells[0])) for at, line in enumerate(cells[1:], 2) if any(line)
    ]
    totals = [row for row in rows if row.place.casefold() in _TOTALS]
    if len(totals) > 1:
        raise BadTable(
            f"Baris {totals[1].line}: baris jumlah kedua; hanya boleh satu.",
            f"Row {totals[1].line}: a second row of totals; there may be only one.",
        )
    places = tuple(row for row in rows if row not in totals)
    if not places:
        raise BadTable(
            "Tabel tidak memuat satu wilayah pun di bawah nama kolom.",
            "The table has no place below the names of the columns.",
        )
    named = tuple(column for column in COLUMNS if column in columns and column != "place")
    return Table(named, places, totals[0] if totals else None)


def check(table: Table) -> Checked:
    """Compare everything that can be compared; a missing figure leaves its comparison out."""
    found: list[Fault | None] = []
    for row in (*table.rows, *((table.total,) if table.total else ())):
        found += [_sexes(row), _flow(row), _net(row)]
    coverage = tuple(_coverage(table, column) for column in table.columns)
    found += [_sum(table, column) for column in coverage]
    compared = sum(_compared(table, coverage))
    twice = _twice(table)
    return Checked((*twice, *(fault for fault in found if fault)), coverage, compared)


def _columns(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, title in enumerate(header):
        column = _NAMES.get(re.sub(r"[\s_]+", "_", title.casefold().lstrip("\ufeff")))
        if column in found:
            raise BadTable(
                f"Kolom {at + 1} “{title}”: kolom {COLUMNS[column].id} sudah ada.",
                f"Column {at + 1} “{title}”: there is a column {COLUMNS[column].en} already.",
            )
        if column:
            found[column] = at
    # A table of districts calls its first column by their level, which elsewhere is a count.
    if "place" not in found:
        found = {column: at for column, at in found.items() if at != 0} | {"place": 0}
    if len(found) < 2:
        known, english = (", ".join(text.pick(lang) for text in COLUMNS.values()) for lang in LANGS)
        raise BadTable(
            f"Baris 1: tidak ada kolom angka yang dikenal. Yang dikenal: {known}.",
            f"Row 1: no column of figures is known. Known are: {english}.",
        )
    return found


def _row(line: int, cells: Sequence[str], columns: Mapping[str, int], width: int) -> Row:
    if len(cells) > width:
        raise BadTable(
            f"Baris {line}: {len(cells)} sel, sedangkan tabel punya {width} kolom.",
            f"Row {line}: {len(cells)} cells, but the table has {width} columns.",
        )
    place = cells[columns["place"]] if columns["place"] < len(cells) else ""
    if not place:
        raise BadTable(f"Baris {line}: nama wilayah kosong.", f"Row {line}: the place has no name.")
    figures = {}
    for column, at in columns.items():
        text = cells[at] if at < len(cells) else ""
        if column != "place" and text not in ("", "-", "–"):
            figures[column] = _figure(text, line, column)
    return Row(line, place, figures)


def _figure(text: str, line: int, column: str) -> int:
    """The number in a cell; only a difference may carry a sign."""
    sign = _SIGNS.get(text[0]) if column == "net" else None
    return sign * _whole(text[1:].strip(), line, column) if sign else _whole(text, line, column)


def _whole(text: str, line: int, column: str) -> int:
    plain = re.sub(r"[.,\u00a0 ]", "", text) if _GROUPED.fullmatch(text) else text
    if not (plain.isascii() and plain.isdigit()):
        raise BadTable(
            f"Baris {line}, kolom {COLUMNS[column].id}: “{text}” bukan bilangan bulat.",
            f"Row {line}, column {COLUMNS[column].en}: “{text}” is no whole number.",
        )
    return int(plain)


def _sexes(row: Row) -> Fault | None:
    if not {"men", "women", "total"} <= row.figures.keys():
        return None
    men, women, printed = (row.figures[name] for name in ("men", "women", "total"))
    if men + women == printed:
        return None
    text = _said(
        "{place}: laki-laki {men} + perempuan {women} = {makes}, tetapi tertulis {printed}.",
        "{place}: men {men} + women {women} make {makes}, but {printed} is printed.",
        place=row.place,
        men=men,
        women=women,
        makes=men + women,
        printed=printed,
    )
    return Fault(Kind.SEXES, row.line, row.place, "total", men + women, printed, text)


def _flow(row: Row) -> Fault | None:
    if not {"before", "new", "tms", "total"} <= row.figures.keys():
        return None
    before, new, tms, printed = (row.figures[name] for name in ("before", "new", "tms", "total"))
    makes = before + new - tms
    if makes == printed:
        return None
    text = _said(
        "{place}: sebelumnya {before} + baru {new} \N{MINUS SIGN} TMS {tms} = {makes}, tetapi "
        "tertulis {printed}.",
        "{place}: previous {before} + new {new} \N{MINUS SIGN} TMS {tms} make {makes}, but "
        "{printed} is printed.",
        place=row.place,
        before=before,
        new=new,
        tms=tms,
        makes=makes,
        printed=printed,
    )
    return Fault(Kind.FLOW, row.line, row.place, "total", makes, printed, text)


def _net(row: Row) -> Fault | None:
    if not {"before", "net", "total"} <= row.figures.keys():
        return None
    before, net, printed = (row.figures[name] for name in ("before", "net", "total"))
    if before + net == printed:
        return None
    text = _said(
        "{place}: dari {before} ke {printed} selisihnya {makes}, tetapi tertulis {net}.",
        "{place}: from {before} to {printed} the difference is {makes}, but {net} is printed.",
        place=row.place,
        before=before,
        printed=printed,
        makes=printed - before,
        net=net,
    )
    return Fault(Kind.NET, row.line, row.place, "net", printed - before, net, text)


def _coverage(table: Table, column: str) -> Coverage:
    values = [row.figures[column] for row in table.rows if column in row.figures]
    return Coverage(column, len(values), len(table.rows), sum(values))


def _sum(table: Table, column: Coverage) -> Fault | None:
    """A column with a gap can still be too large for its printed total, never too small."""
    total, name = table.total, COLUMNS[column.column]
    printed = total.figures.get(column.column) if total else None
    if total is None or printed is None or column.sum == printed:
        return None
    if column.have < column.rows and (column.sum < printed or column.column == "net"):
        return None
    text = _said(
        f"{{place}}, {name.id}: {{have}} dari {{rows}} wilayah berjumlah {{sum}}, tetapi tertulis "
        "{printed}.",
        f"{{place}}, {name.en}: {{have}} of {{rows}} places make {{sum}}, but {{printed}} is "
        "printed.",
        place=total.place,
        have=column.have,
        rows=column.rows,
        sum=column.sum,
        printed=printed,
    )
    return Fault(Kind.SUM, total.line, total.place, column.column, column.sum, printed, text)


def _compared(table: Table, coverage: Sequence[Coverage]) -> Iterable[int]:
    rows = [*table.rows, *([table.total] if table.total else [])]
    for needed in (
        {"men", "women", "total"},
        {"before", "new", "tms", "total"},
        {"before", "net", "total"},
    ):
        yield sum(needed <= row.figures.keys() for row in rows)
    if table.total:
        yield sum(one.column in table.total.figures for one in coverage)


def _twice(table: Table) -> tuple[Fault, ...]:
    times = Counter(row.place.casefold() for row in table.rows)
    seen: set[str] = set()
    faults = []
    for row in table.rows:
        name = row.place.casefold()
        if name in seen:
            text = _said(
                "{place} tercantum {times} kali.",
                "{place} is listed {times} times.",
                place=row.place,
                times=times[name],
            )
            faults.append(Fault(Kind.TWICE, row.line, row.place, "place", times[name], 1, text))
        seen.add(name)
    return tuple(faults)


def _said(id_: str, en: str, *, place: str, **numbers: int) -> Text:
    return Text(
        id_.format(place=place, **{name: number(value, "id") for name, value in numbers.items()}),
        en.format(place=place, **{name: number(value, "en") for name, value in numbers.items()}),
    )
