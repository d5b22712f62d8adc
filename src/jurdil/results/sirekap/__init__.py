"""Reader of the public Sirekap record per TPS, as CSV or XLSX. Pure: no Django, nothing is written.

Structural faults (columns, types, sign, duplicates, wrong place, BPS codes) refuse the file, each
in one sentence with row and column. Arithmetic is none of the reader's business: 131131 for 131 is
taken as it stands and becomes a finding of the rules.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from jurdil.kernel import tables
from jurdil.kernel.faults import (
    Faults,
    FileRefused,
    cell_count,
    empty,
    header_only,
    negative,
    not_a_number,
    out_of_range,
)
from jurdil.kernel.tables import Cell, Row, written
from jurdil.results.sirekap import faults
from jurdil.results.sirekap.columns import ADMINISTRATION, TOTALS, choices_of, read_header
from jurdil.results.sirekap.places import (
    Place,
    bps_fault,
    check_codes,
    read_place,
    regency_fault,
)

__all__ = [
    "ADMINISTRATION",
    "TOTALS",
    "SirekapFile",
    "SirekapRow",
    "read",
]

LARGEST = 999_999_999
_WHOLE = re.compile(r"[0-9]{1,9}")
_NEGATIVE = re.compile(r"[-\N{MINUS SIGN}][0-9]+")


@dataclass(frozen=True, slots=True)
class SirekapRow:
    """One TPS of the file: its place, its figures (None: no figure), photos and time of reading."""

    row: int
    kode_tps: str
    path: str
    figures: Mapping[str, int | None]
    photos: int | None
    taken_at: str


@dataclass(frozen=True, slots=True)
class SirekapFile:
    """A file that was read whole: its rows in order, its vote columns, the SHA-256 of its bytes."""

    filename: str
    digest: str
    choices: tuple[str, ...]
    rows: tuple[SirekapRow, ...]

    @property
    def with_votes(self) -> int:
        """How many TPS have a vote figure for every choice."""
        return sum(all(row.figures[name] is not None for name in self.choices) for row in self.rows)


def read(
    source: Path | str | bytes,
    filename: str = "",
    regency: str | None = None,
    *,
    villages: Collection[str] | None = None,
    pairs: int | None = None,
) -> SirekapFile:
    """Read a file of the Sirekap layout, given as path or as bytes with its name.

    `regency` refuses rows of another one, `villages` (paths) rows of unknown villages, `pairs` a
    number of vote columns other than the contest's. Raises FileRefused with all faults, and OSError
    when the path cannot be opened.
    """
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    name = filename or (Path(source).name if not isinstance(source, bytes) else "")
    lines = list(tables.rows(content))
    if not lines:
        raise FileRefused([empty()])
    positions = read_header(lines[0], pairs)
    if len(lines) == 1:
        raise FileRefused([header_only()])
    choices = choices_of(positions)
    rows = _rows(lines[1:], len(lines[0].cells), positions, regency, villages, choices)
    return SirekapFile(name, hashlib.sha256(content).hexdigest(), choices, rows)


def _rows(
    lines: list[Row],
    width: int,
    positions: Mapping[str, int],
    regency: str | None,
    villages: Collection[str] | None,
    choices: tuple[str, ...],
) -> tuple[SirekapRow, ...]:
    found = Faults()
    table: list[tuple[Place, dict[str, Cell]]] = []
    for line in lines:
        if len(line.cells) != width:
            found.add(cell_count(line.number, len(line.cells), width))
            continue
        cells = {name: line.cells[at] for name, at in positions.items()}
        place = read_place(line.number, cells, found)
        if place is not None:
            table.append((place, cells))
    _check_places([place for place, _ in table], regency, villages, found)
    names = (*choices, *TOTALS, *ADMINISTRATION)
    rows = []
    for place, cells in table:
        check_codes(place, cells, found)
        rows.append(_row(place, cells, names, found))
    found.refuse()
    return tuple(rows)


def _check_places(
    places: list[Place],
    regency: str | None,
    villages: Collection[str] | None,
    found: Faults,
) -> None:
    """A file of the wrong place or code system is refused for that alone."""
    fault = bps_fault(places, villages) or (regency and regency_fault(places, regency)) or None
    if fault:
        raise FileRefused([fault])
    first: dict[str, int] = {}
    for place in places:
        if place.code in first:
            found.add(faults.duplicate_tps(place.row, place.code, first[place.code]))
        first.setdefault(place.code, place.row)
        if villages is not None and place.village not in villages:
            found.add(faults.unknown_village(place.row, place.village))


def _row(
    place: Place, cells: Mapping[str, Cell], names: Iterable[str], found: Faults
) -> SirekapRow:
    figures: dict[str, int | None] = {}
    for name in names:
        figures[name] = _figure(place.row, name, cells[name], found)
    photos = _figure(place.row, "n_foto_c", cells.get("n_foto_c", ""), found)
    return SirekapRow(
        place.row, place.code, place.path, figures, photos, _time(cells.get("waktu_sirekap", ""))
    )


def _figure(row: int, column: str, cell: Cell, found: Faults) -> int | None:
    """Return the figure; None for an empty cell, or after adding the fault of a wrong one."""
    text = written(cell)
    if text == "":
        return None
    if _WHOLE.fullmatch(text):
        return int(text)
    if _NEGATIVE.fullmatch(text):
        found.add(negative(row, column, cell))
    elif text.isascii() and text.isdigit():
        found.add(out_of_range(row, column, cell, LARGEST))
    else:
        found.add(not_a_number(row, column, cell))
    return None


def _time(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell).strip()
