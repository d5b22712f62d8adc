"""Activities and coverage as tables, header first; the import reads activities back."""

from collections.abc import Iterable

from jurdil.kernel.language import say
from jurdil.kernel.spreadsheets import Row
from jurdil.outreach.records import ActivityRow, CoverGrid

COLUMNS = (
    "tanggal",
    "tempat",
    "kegiatan",
    "basis",
    "metode",
    "tahapan",
    "kelompok",
    "organisasi",
    "mitra",
    "materi",
    "gedung",
    "laki_laki",
    "perempuan",
    "jumlah",
    "disabilitas_laki_laki",
    "disabilitas_perempuan",
    "jangkauan",
    "biaya",
    "sumber_dana",
    "tautan",
)
"""What a file of activities may have; see `activity_file`."""
READ_ONLY = ("keadaan", "dicatat_oleh", "wilayah")


def activities_table(rows: Iterable[ActivityRow]) -> list[Row]:
    """Activities with who came; an empty cell was not counted."""
    table: list[Row] = [[*COLUMNS, *READ_ONLY]]
    for row in rows:
        came = row.came
        table.append(
            [
                row.held_on.isoformat(),
                row.path,
                row.title,
                row.base,
                row.method,
                row.stage,
                row.group,
                row.institution,
                row.partner,
                row.topic,
                row.venue,
                came.men,
                came.women,
                came.total,
                came.disabled_men,
                came.disabled_women,
                row.reach,
                row.cost,
                row.money,
                "",
                row.state,
                row.origin,
                row.place,
            ]
        )
    return table


def coverage_table(grid: CoverGrid) -> list[Row]:
    """A line per village and base."""
    table: list[Row] = [
        ["kode", "kecamatan", "desa", "basis", "sasaran", "terverifikasi", "berjalan", "keadaan"]
    ]
    names = dict(grid.bases)
    for row in grid.rows:
        for cell in row.cells:
            table.append(
                [
                    row.path,
                    row.kecamatan,
                    row.name,
                    say(names[cell.base]),
                    cell.wanted,
                    cell.verified,
                    cell.ahead,
                    str(cell.mark),
                ]
            )
    return table
