"""The cells of a table file, row by row with the numbers that a spreadsheet program shows."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from jurdil.law.text import Text
from jurdil.results.sirekap import faults
from jurdil.results.sirekap.faults import Refused

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

_UNPACKED_MAX = 300_000_000
"""Bytes; the largest regency needs a hundredth of this, a malicious archive far more."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table and its number in the file, the header being row 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def blank(self) -> bool:
        """True for a row without any content."""
        return all(isinstance(cell, str) and not cell.strip() for cell in self.cells)


def written(cell: Cell) -> str:
    """Return the cell as text; spreadsheets keep whole numbers as floats."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def read_lines(content: bytes) -> tuple[Line, ...]:
    """Return the rows of a CSV or XLSX file; Refused when it is neither, or has no content."""
    if not content.strip():
        raise Refused([faults.empty(Text("tidak ada isi", "it has no content"))])
    if content.startswith(b"PK\x03\x04"):
        return tuple(_xlsx(content))
    if content.startswith((b"\xd0\xcf\x11\xe0", b"\x89PNG", b"%PDF")):
        raise Refused([faults.unreadable("XLS, PDF, PNG")])
    return tuple(_csv(_decode(content)))


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise Refused([faults.encoding(row)]) from None


def _csv(text: str) -> Iterator[Line]:
    if "\0" in text:
        raise Refused([faults.unreadable("NUL")])
    head = text.lstrip("\r\n").splitlines()[0]
    for mark in (";", "\t", "|"):
        if "," not in head and mark in head:
            raise Refused([faults.delimiter(mark)])
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            yield Line(start, tuple(cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise Refused([faults.unreadable(f"{start}: {error}")]) from None


def _xlsx(content: bytes) -> Iterator[Line]:
    """Only an XLSX needs the workbook library, so it is imported when one comes."""
    from python_calamine import CalamineError, load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED_MAX:
                raise Refused([faults.unreadable("> 300 MB")])
        workbook = load_workbook(io.BytesIO(content))
        rows = workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, IndexError) as error:
        raise Refused([faults.unreadable(str(error))]) from None
    for number, cells in enumerate(rows, start=1):
        yield Line(number, tuple(cells))
