"""Tables as files: CSV for programs, XLSX for offices, both with codes as text."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from jurdil.kernel import csv_files

Row = Sequence[str | int | None]
CSV = "text/csv; charset=utf-8"
MEDIA = {
    "csv": CSV,
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def as_csv(rows: Iterable[Row]) -> bytes:
    """UTF-8 with a mark, so that spreadsheets read the letters; text that would run is quoted."""
    return (csv_files.MARK + csv_files.written(rows, end="\r\n")).encode()


def as_xlsx(rows: Sequence[Row], title: str) -> bytes:
    """One sheet with a frozen, filtered header; every text stays text."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, bold if number == 0 else None)
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
    sheet.autofit()
    book.close()
    return out.getvalue()


def _write(sheet, number: int, column: int, cell: str | int | None, style) -> None:
    if isinstance(cell, int):
        sheet.write_number(number, column, cell, style)
    elif cell:
        sheet.write_string(number, column, cell, style)
