"""Places and TPS as files: CSV for programs, XLSX for offices, both with codes as text."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from jurdil.kernel import csv_files
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths, queries

Row = Sequence[str | int | None]
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def places_table(viewer: Viewer, election_id: int | None) -> list[Row]:
    """Every region in scope with its kind, name and number of TPS, header first."""
    counts = queries.expected_tps(viewer, election_id) if election_id else {}
    rows: list[Row] = [["kode", "tingkat", "jenis", "nama", "jumlah_tps"]]
    for path in queries.all_places(viewer):
        number = counts.get(path.path, 0) if election_id else None
        rows.append([path.path, path.level, path.kind, path.name, number])
    return rows


def tps_table(viewer: Viewer, election_id: int) -> list[Row]:
    """Every TPS in scope in its current version, header first; the import of TPS reads it back."""
    names = {place.path: place.name for place in queries.all_places(viewer)}
    rows: list[Row] = [
        [
            "kode_tps",
            "kecamatan",
            "kode_desa",
            "desa",
            "tps",
            "jenis",
            "lokasi",
            "alamat",
            "akses",
            "catatan",
            "keadaan",
        ]
    ]
    for tps in queries.tps_of(viewer, election_id):
        rows.append(
            [
                tps.path,
                names.get(paths.parent(tps.village), ""),
                tps.village,
                names.get(tps.village, ""),
                tps.number,
                tps.kind,
                tps.site,
                tps.address,
                tps.access,
                tps.note,
                tps.state,
            ]
        )
    return rows


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
