"""Reader of lists of TPS, CSV or XLSX. Pure: nothing is written.

A row needs `kode_tps` (13 digits, or `73.12.01.1001/007`) or `kode_desa` and `tps`. So the public
Sirekap file per TPS can be read as it is: its other columns are left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jurdil.kernel.faults import Fault, FileRefused, missing_columns
from jurdil.kernel.tables import Record, Sheet
from jurdil.places import paths
from jurdil.places.code_faults import Codes
from jurdil.places.records import NewTps

KINDS = ("reguler", "lapas", "panti", "bencana", "konflik", "lokasi-lain", "khusus")
ACCESS = ("ya", "tidak")
FIRST_SPECIAL = 901
"""Sirekap numbers the TPS of special locations from 901 (seen in the public record of 2024)."""
OPTIONAL = ("kode_tps", "kode_desa", "tps", "jenis", "lokasi", "alamat", "akses", "catatan")
EXAMPLE = "7312011001001"

_THIRTEEN = re.compile(r"[0-9]{13}")
_PATH = re.compile(r"[0-9.]+/[0-9]{3}")


@dataclass(frozen=True, slots=True)
class TpsLine:
    """A TPS and the row it stands on."""

    row: int
    tps: NewTps


def read_tps(content: bytes, regency: str, villages: Mapping[str, object]) -> Iterator[TpsLine]:
    """The TPS of a file, row by row; `villages` are those of the office by path.

    Raises `FileRefused`, at the end at the latest, when anything is structurally wrong.
    """
    sheet = Sheet(content, required=(), optional=OPTIONAL, others=True)
    _check_columns(sheet)
    codes = Codes(regency, villages, (paths.VILLAGE,), lambda row: f"baris {row}")
    for record in sheet.records():
        if (line := _line(record, sheet, codes)) is not None:
            yield line
    if (verdict := codes.verdict()) is not None:
        raise FileRefused([verdict])
    sheet.faults.refuse()


def _check_columns(sheet: Sheet) -> None:
    if "kode_tps" in sheet.columns:
        return
    if missing := [name for name in ("kode_desa", "tps") if name not in sheet.columns]:
        raise FileRefused([missing_columns(missing)])


def _line(record: Record, sheet: Sheet, codes: Codes) -> TpsLine | None:
    found = _place(record, sheet, codes)
    kind = record.choice("jenis", KINDS, optional=True)
    access = record.choice("akses", ACCESS, optional=True)
    site, address, note = (
        record.text(column, optional=True)[:most]
        for column, most in (("lokasi", 120), ("alamat", 200), ("catatan", 300))
    )
    if found is None:
        return None
    village, number = found
    path = paths.tps_path(village, number)
    if not record.once("kode_tps" if "kode_tps" in sheet.columns else "tps", path):
        return None
    special = "khusus" if number >= FIRST_SPECIAL else "reguler"
    tps = NewTps(village, number, kind or special, site, address, access, note)
    return TpsLine(record.number, tps)


def _place(record: Record, sheet: Sheet, codes: Codes) -> tuple[str, int] | None:
    """Village and number of a row, or None after its fault was noted."""
    column = "kode_tps" if "kode_tps" in sheet.columns else "kode_desa"
    text, number = _split(record) if column == "kode_tps" else _two_columns(record)
    if not text or number is None:
        return None
    village = codes.read(record.number, column, text, EXAMPLE)
    if isinstance(village, Fault):
        sheet.faults.add(village)
        return None
    if village is None or not _agrees(record, village, number):
        return None
    return village, number


def _split(record: Record) -> tuple[str, int | None]:
    cell = record.cell("kode_tps")
    if isinstance(cell, str) and _PATH.fullmatch(cell.strip()):
        text = cell.strip().replace("/", "").replace(".", "")
    else:
        text = record.digits("kode_tps")
    if not text:
        return "", None
    if not _THIRTEEN.fullmatch(text) or int(text[10:]) == 0:
        record.fault(
            "code",
            "kode_tps",
            f"“{text}” bukan kode TPS: 10 angka desa/kelurahan dan 3 angka nomor TPS.",
            f"“{text}” is no TPS code: 10 digits of the village and 3 of the TPS number.",
        )
        return "", None
    return text[:10], int(text[10:])


def _two_columns(record: Record) -> tuple[str, int | None]:
    village, number = record.text("kode_desa"), record.whole("tps", most=999)
    if number == 0 or (number is None and not record.cell("tps")):
        record.fault(
            "number",
            "tps",
            "nomor TPS kosong atau nol. Isi 1 sampai 999.",
            "the TPS number is empty or zero. Fill in 1 to 999.",
        )
        return village, None
    return village, number


def _agrees(record: Record, village: str, number: int) -> bool:
    """Whether the columns beside `kode_tps` say the same place; a contradiction is a fault."""
    desa = record.text("kode_desa", optional=True)
    if desa and desa.replace(".", "") != village.replace(".", ""):
        record.fault(
            "contradiction",
            "kode_desa",
            f"{desa} berbeda dari desa/kelurahan pada kode TPS ({village}). Perbaiki salah satu.",
            f"{desa} differs from the village in the TPS code ({village}). Correct one of them.",
        )
        return False
    if record.cell("tps") != "" and record.whole("tps", most=999) not in (number, None):
        record.fault(
            "contradiction",
            "tps",
            f"nomor TPS tidak sama dengan kode TPS ({number}). Perbaiki salah satu.",
            f"the TPS number differs from the TPS code ({number}). Correct one of them.",
        )
        return False
    return True
