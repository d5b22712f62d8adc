"""Tables from outside, CSV or XLSX, read row by row without trusting them.

Pure: no Django, nothing is written and no formula is run (a workbook gives the values it was saved
with). What is wrong with a file becomes a `Fault` with row and column; see `faults`.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from jurdil.kernel import faults
from jurdil.kernel.faults import Fault, Faults, FileRefused
from jurdil.law.text import Text

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

MAX_BYTES = 50_000_000
MAX_ROWS = 1_000_000
MAX_UNPACKED = 300_000_000
"""Bytes; a malicious archive unpacks to far more than any register of a regency."""

_ZIP = b"PK\x03\x04"
_FOREIGN = {
    b"\xff\xd8\xff": Text("foto JPEG", "a JPEG photo"),
    b"\x89PNG": Text("gambar PNG", "a PNG picture"),
    b"GIF8": Text("gambar GIF", "a GIF picture"),
    b"%PDF": Text("berkas PDF", "a PDF file"),
    b"\xd0\xcf\x11\xe0": Text("berkas Excel lama (XLS)", "an old Excel file (XLS)"),
    b"{\\rtf": Text("dokumen RTF", "an RTF document"),
}
_BINARY = Text("berkas biner", "a binary file")
_LONGEST = 18
"""Digits; more are no figure of an election, and thousands are slow to read."""
_DELIMITERS = (",", ";", "\t")
_WHOLE = re.compile(r"[0-9]+")
_NEGATIVE = re.compile(r"[-\N{MINUS SIGN}][0-9]+")
_MOMENTS = (date, datetime, time, timedelta)
_A_MOMENT = Text("tanggal atau jam", "a date or time")
_A_NUMBER = Text("angka", "a number")
_A_TRUTH = Text("benar/salah", "true or false")


@dataclass(frozen=True, slots=True)
class Row:
    """One row and its number in the file, the header being row 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def blank(self) -> bool:
        return all(isinstance(cell, str) and not cell.strip() for cell in self.cells)


def rows(content: bytes, most_unpacked: int | None = None) -> Iterator[Row]:
    """The rows of a CSV (comma, semicolon or tab) or of the first sheet of an XLSX.

    A workbook may unpack to `most_unpacked` bytes (else `MAX_UNPACKED`). Blank rows are left out.
    Raises `FileRefused` for anything else, also in mid-file.
    """
    if len(content) > MAX_BYTES:
        raise FileRefused([faults.too_large(len(content), MAX_BYTES)])
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise FileRefused([faults.empty()])
    found = (
        _xlsx(content, most_unpacked or MAX_UNPACKED) if content.startswith(_ZIP) else _csv(content)
    )
    for count, row in enumerate(row for row in found if not row.blank):
        if count > MAX_ROWS:
            raise FileRefused([faults.too_many_rows(MAX_ROWS)])
        yield row


def _csv(content: bytes) -> Iterator[Row]:
    _check_text(content)
    text = io.TextIOWrapper(io.BytesIO(content), "utf-8-sig", newline="")
    first = next((line for line in text if line.strip()), "")
    text.seek(0)
    reader = csv.reader(text, delimiter=_delimiter(first), strict=True)
    start = 1
    try:
        for cells in reader:
            yield Row(start, tuple(cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise FileRefused([faults.damaged(f"baris {start}: {error}")]) from None


def _check_text(content: bytes) -> None:
    for magic, name in _FOREIGN.items():
        if content.startswith(magic):
            raise FileRefused([faults.not_a_table(name)])
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileRefused([faults.encoding(1, "UTF-16")])
    if b"\0" in content:
        raise FileRefused([faults.not_a_table(_BINARY)])
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise FileRefused([faults.encoding(row, "Windows-1252")]) from None


def _delimiter(header: str) -> str:
    """The mark that gives the header the most columns; a comma for a table of one column."""
    widths = {mark: len(next(csv.reader([header], delimiter=mark), [])) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: widths[mark])


def _xlsx(content: bytes, most_unpacked: int) -> Iterator[Row]:
    """Only an XLSX needs the workbook library, so it is imported when one comes."""
    from python_calamine import CalamineError, load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > most_unpacked:
            raise FileRefused([faults.too_large(unpacked, most_unpacked)])
        sheet = load_workbook(io.BytesIO(content)).get_sheet_by_index(0)
        found = sheet.to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, IndexError) as error:
        raise FileRefused([faults.damaged(str(error))]) from None
    for number, cells in enumerate(found, start=1):
        yield Row(number, tuple(cells))


def written(cell: Cell) -> str:
    """The cell as text; spreadsheets keep whole numbers as floats."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


class Sheet:
    """A table with a header row, read by column name; `faults` collects what is wrong with it.

    Column names are compared in lower case. `optional` columns may be absent; any other column
    refuses the file unless `others` allows it. Raises `FileRefused` for a faulty header.
    """

    def __init__(
        self,
        content: bytes,
        *,
        required: Collection[str],
        optional: Collection[str] = (),
        others: bool = False,
    ) -> None:
        self.faults = Faults()
        self._rows = rows(content)
        self._required, self._optional = tuple(required), frozenset(optional)
        self._others = others
        self._seen: dict[tuple[str, str], int] = {}
        header = next(self._rows, None)
        if header is None:
            raise FileRefused([faults.empty()])
        self._width = len(header.cells)
        self.columns = self._header(header)

    def _header(self, header: Row) -> Mapping[str, int]:
        positions: dict[str, int] = {}
        known = {*self._required, *self._optional}
        for at, cell in enumerate(header.cells):
            name = written(cell).lower()
            if name in positions:
                self.faults.add(faults.duplicate_column(name, at + 1))
            elif name not in known and not (self._others and name):
                self.faults.add(faults.unknown_column(name, at + 1))
            else:
                positions[name] = at
        if missing := [name for name in self._required if name not in positions]:
            self.faults.add(faults.missing_columns(missing))
        self.faults.refuse()
        return positions

    def records(self) -> Iterator[Record]:
        """The rows below the header. Raises `FileRefused` when there is none."""
        count = 0
        for row in self._rows:
            count += 1
            if len(row.cells) != self._width:
                self.faults.add(faults.cell_count(row.number, len(row.cells), self._width))
                continue
            yield Record(self, row)
        if not count:
            raise FileRefused([faults.header_only()])

    def once(self, row: int, column: str, value: str) -> bool:
        """Whether `value` stands in this column for the first time; the second is a fault."""
        first = self._seen.setdefault((column, value), row)
        if first != row:
            self.faults.add(faults.repeated(row, column, value, first))
        return first == row


class Record:
    """One row of a `Sheet`. A reading that fails adds its fault to the sheet and gives nothing."""

    __slots__ = ("_row", "_sheet", "number")

    def __init__(self, sheet: Sheet, row: Row) -> None:
        self._sheet, self._row = sheet, row
        self.number = row.number

    def cell(self, column: str) -> Cell:
        """The cell as it stands in the file; '' where the table lacks an optional column."""
        at = self._sheet.columns.get(column)
        return "" if at is None else self._row.cells[at]

    def text(self, column: str, *, optional: bool = False) -> str:
        """Text as typed, '' when empty or faulty. A date, number or truth value is a fault."""
        cell = self.cell(column)
        if not isinstance(cell, str):
            what = _A_MOMENT if isinstance(cell, _MOMENTS) else _A_NUMBER
            what = _A_TRUTH if isinstance(cell, bool) else what
            return self._fault(faults.converted(self.number, column, cell, what))
        if not cell.strip() and not optional:
            return self._fault(faults.wanted(self.number, column))
        return cell.strip()

    def digits(self, column: str, *, optional: bool = False) -> str:
        """A code of digits without a leading zero, which a spreadsheet may keep as a number."""
        cell = self.cell(column)
        if isinstance(cell, bool | date | time | timedelta):
            return self._fault(faults.converted(self.number, column, cell, _A_MOMENT))
        text = written(cell)
        if not text and optional:
            return ""
        if not _WHOLE.fullmatch(text):
            return self._fault(faults.not_a_number(self.number, column, cell))
        return text

    def whole(self, column: str, most: int = 999_999_999) -> int | None:
        """A whole number from 0 to `most`; None when empty (absent is not 0) or faulty."""
        text = written(self.cell(column))
        if not text:
            return None
        if _NEGATIVE.fullmatch(text):
            self._fault(faults.negative(self.number, column, text))
            return None
        if isinstance(self.cell(column), bool) or not _WHOLE.fullmatch(text):
            self._fault(faults.not_a_number(self.number, column, text))
            return None
        if len(text) > _LONGEST or int(text) > most:
            self._fault(faults.out_of_range(self.number, column, text, most))
            return None
        return int(text)

    def choice(self, column: str, known: Collection[str], *, optional: bool = False) -> str:
        """One of the words in `known`, in lower case; '' when empty or faulty."""
        text = self.text(column, optional=optional).lower()
        if text and text not in known:
            return self._fault(faults.not_among(self.number, column, text, known))
        return text

    def once(self, column: str, value: str) -> bool:
        """Whether this key stands in the file for the first time; a second one is a fault."""
        return self._sheet.once(self.number, column, value)

    def fault(self, kind: str, column: str, id_: str, en: str) -> None:
        """Add a fault of the importer's own for one cell of this row."""
        self._fault(faults.in_cell(kind, self.number, column, id_, en))

    def _fault(self, fault: Fault) -> str:
        self._sheet.faults.add(fault)
        return ""
