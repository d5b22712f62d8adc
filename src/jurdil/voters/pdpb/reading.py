"""Reading the rows of an agency's file: columns by their many names, elements as text.

What is wrong with a cell is said by row and column and never by its content, which may be a number
of identity.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import faults
from jurdil.kernel.faults import FileRefused
from jurdil.kernel.tables import Cell, rows, written
from jurdil.voters.people import Elements

MOST_ROWS = 5_000
_COLUMNS: Mapping[str, str] = {
    name: column
    for column, names in {
        "nik": "nik no_nik nomor_induk_kependudukan",
        "nkk": "nkk no_kk nomor_kk kk",
        "nama": "nama nama_lengkap nama_pemilih nama_siswa",
        "tempat_lahir": "tempat_lahir tmp_lahir tmpt_lahir",
        "tanggal_lahir": "tanggal_lahir tgl_lahir tanggallahir tgl_lhr",
        "status_kawin": "status_kawin status_perkawinan kawin",
        "jenis_kelamin": "jenis_kelamin jk kelamin l/p l_p",
        "alamat": "alamat jalan dusun jalan/dusun alamat_lengkap",
        "rt": "rt no_rt",
        "rw": "rw no_rw",
        "disabilitas": "disabilitas kode_disabilitas",
        "ktp_el": "ktp_el ktp-el status_ktp_el",
        "keterangan": "keterangan ket",
        "desa": "desa kelurahan desa/kelurahan desa_kelurahan kode_desa kode_wilayah kel nama_kel",
        "kecamatan": "kecamatan kec nama_kec",
    }.items()
    for name in names.split()
}
_SEXES = {"L": "L", "P": "P", "LK": "L", "PR": "P", "LAKI-LAKI": "L", "PEREMPUAN": "P"}


@dataclass(frozen=True)
class AgencyRow:
    """A row as read. `place` is the village as it was written, `district` its kecamatan."""

    number: int
    elements: Elements
    place: str
    district: str


def read(content: bytes) -> Iterator[AgencyRow]:
    """The rows of a CSV or XLSX. Raises `FileRefused` for what is no such table."""
    found = rows(content)
    header = next(found, None)
    if header is None:
        raise FileRefused([faults.empty()])
    columns = _columns(header.cells)
    if "nama" not in columns:
        raise FileRefused([faults.missing_columns(["nama"])])
    for count, row in enumerate(found):
        if count >= MOST_ROWS:
            raise FileRefused([faults.too_many_rows(MOST_ROWS)])
        values = {name: _text(row.cells[at]) for name, at in columns.items() if at < len(row.cells)}
        yield AgencyRow(
            row.number, _elements(values), values.get("desa", ""), values.get("kecamatan", "")
        )


def _columns(cells: tuple[Cell, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        name = re.sub(r"[\s.]+", "_", written(cell).lower()).strip("_")
        column = _COLUMNS.get(name)
        if column and column not in found:
            found[column] = at
    return found


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime("%d-%m-%Y")
    return " ".join(written(cell).split())


def _elements(values: Mapping[str, str]) -> Elements:
    own = {name: value for name, value in values.items() if name in Elements.__slots__}
    sex = own.get("jenis_kelamin", "").upper()
    return Elements(**{**own, "jenis_kelamin": _SEXES.get(sex, sex)})
