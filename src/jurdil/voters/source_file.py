"""Reading a source list: the thirteen elements under the names that offices give their columns.

A fault of structure (columns, another regency, an unknown village) refuses the file; what is wrong
with a person's data is named and comes in. Numbers leave this module sealed.
"""

import base64
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jurdil.kernel import faults, tables
from jurdil.kernel.faults import Fault, FileRefused
from jurdil.law.voters.identity import traps_of
from jurdil.voters.people import NAMES, Elements, columns
from jurdil.voters.sealing import NIK, NKK, Seals

VILLAGE, TPS = "desa", "tps"
_COLUMNS: Mapping[str, str] = {
    name: column
    for column, names in {
        VILLAGE: "kode_wilayah kode_desa kode_kel kode_kelurahan kode_desa_kelurahan kode",
        TPS: "tps no_tps nomor_tps kode_tps",
        "nkk": "nkk no_kk nomor_kk kk no_nkk",
        "nik": "nik no_nik nomor_nik no_ktp",
        "nama": "nama nama_lengkap nama_pemilih",
        "tempat_lahir": "tempat_lahir tmpt_lahir tmp_lahir tempat",
        "tanggal_lahir": "tanggal_lahir tgl_lahir tgl_lhr tanggal",
        "status_kawin": "status_kawin status_perkawinan kawin sts_kawin",
        "jenis_kelamin": "jenis_kelamin jk l_p kelamin jns_kelamin sex",
        "alamat": "alamat jalan_dukuh jalan dusun jalan_dusun alamat_jalan_dukuh",
        "rt": "rt no_rt",
        "rw": "rw no_rw",
        "disabilitas": "disabilitas difabel ragam_disabilitas kode_disabilitas",
        "ktp_el": "ktp_el ektp e_ktp ktpel status_ktp_el status_ktp status_perekaman",
        "keterangan": "keterangan ket sumberdata sumber_data",
    }.items()
    for name in names.split()
}
_NEEDED = ("nik", "nama", "tanggal_lahir", "jenis_kelamin")
_IDENTITY = re.compile(r"\d{15,}")
_SHORTEST = 15


@dataclass(frozen=True)
class Line:
    """One person of a source list, sealed and fit to be staged, with what is wrong in the row."""

    number: int
    village: str
    data: dict[str, Any]
    nameless: bool


def read_people(
    content: bytes, villages: Collection[str], regency: str, chosen: str, on: date
) -> Iterator[Line | Fault]:
    """Yield the people of a file in its order; faults of structure as they are met.

    `villages` are the known codes; `chosen` the village of a file without a column for it. Raises
    `FileRefused` for a header without the needed columns.
    """
    rows = tables.rows(content)
    header = next(rows, None)
    if header is None:
        raise FileRefused([faults.empty()])
    at = _positions(header, chosen)
    seals = Seals()
    for row in rows:
        cells = [tables.written(cell) for cell in row.cells]
        village = chosen or _village(_cell(cells, at, VILLAGE), regency)
        if village not in villages:
            yield _wrong_village(row.number, village, regency)
            continue
        yield _line(row.number, cells, at, village, seals, on)


def _positions(header: tables.Row, chosen: str) -> dict[str, int]:
    at: dict[str, int] = {}
    for position, cell in enumerate(header.cells):
        name = re.sub(r"[^a-z]+", "_", tables.written(cell).lower().lstrip("\ufeff")).strip("_")
        column = _COLUMNS.get(name)
        if column and column in at:
            raise FileRefused([faults.duplicate_column(tables.written(cell), position + 1)])
        if column:
            at[column] = position
    missing = [name for name in _NEEDED if name not in at]
    if not chosen and VILLAGE not in at:
        missing.append("kode_wilayah")
    if missing:
        raise FileRefused([faults.missing_columns(missing)])
    return at


def _cell(cells: list[str], at: Mapping[str, int], column: str) -> str:
    position = at.get(column)
    return cells[position] if position is not None and position < len(cells) else ""


def _village(code: str, regency: str) -> str:
    """A village's path from ``73.12.01.1001`` or ``7312011001``."""
    digits = re.sub(r"\D", "", code)
    if len(digits) != 10:
        return code
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}"


def _wrong_village(row: int, village: str, regency: str) -> Fault:
    if village and not village.startswith(f"{regency}."):
        return faults.in_cell(
            "another-regency",
            row,
            "kode_wilayah",
            f"Desa {village[:20]} bukan desa kabupaten/kota ini ({regency}). Periksa berkasnya.",
            f"Village {village[:20]} is not of this regency ({regency}). Check the file.",
        )
    return faults.in_cell(
        "unknown-village",
        row,
        "kode_wilayah",
        f"Kode wilayah “{village[:20]}” tidak dikenal. Periksa edisi kode wilayahnya.",
        f"The village code “{village[:20]}” is not known. Check the edition of the codes.",
    )


def _line(
    number: int,
    cells: list[str],
    at: Mapping[str, int],
    village: str,
    seals: Seals,
    on: date,
) -> Line:
    elements = Elements(**{name: _text(name, _cell(cells, at, name)) for name in NAMES})
    hits = traps_of(elements.as_row(), on)
    kept = columns(elements, seals, on, hits=hits)
    for name in ("nik_sealed", "nkk_sealed"):
        kept[name] = base64.b64encode(kept[name]).decode()
    kept["born"] = kept["born"].isoformat() if kept["born"] else None
    station = re.sub(r"\D", "", _cell(cells, at, TPS))[-3:]
    kept["tps"] = f"{village}/{int(station):03}" if station.strip("0") else ""
    kept["hits"] = [[hit.element, hit.trap.code] for hit in hits]
    nameless = any(hit.trap.blocks for hit in hits)
    return Line(number, village, kept, nameless)


def _text(name: str, cell: str) -> str:
    """The cell; a number of identity that slipped into another column is not kept in the clear."""
    if len(cell) < _SHORTEST or name in (NIK, NKK):
        return cell
    return _IDENTITY.sub("…", cell)


def unstaged(data: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of `PemilihVersi` from staged data."""
    kept = {name: value for name, value in data.items() if name != "hits"}
    for name in ("nik_sealed", "nkk_sealed"):
        kept[name] = base64.b64decode(kept[name])
    kept["born"] = date.fromisoformat(kept["born"]) if kept["born"] else None
    return kept
