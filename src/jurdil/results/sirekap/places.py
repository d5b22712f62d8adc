"""The codes of a row: a TPS is a village of ten digits and a number of three."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from jurdil.kernel.faults import Fault, Faults, converted
from jurdil.kernel.tables import Cell, written
from jurdil.law.text import Text
from jurdil.results.sirekap import faults

_TPS = re.compile(r"[1-9][0-9]{12}")
_VILLAGE = re.compile(r"[1-9][0-9]\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}")
_DATES = (date, datetime, time, timedelta)
_DATE = Text("tanggal atau jam", "a date or time")
_NUMBER = Text("angka", "a number")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row belongs: its code as in the file and its path (`73.12.01.1001/001`)."""

    row: int
    code: str
    path: str

    @property
    def village(self) -> str:
        """Path of the village."""
        return self.path.partition("/")[0]

    @property
    def regency(self) -> str:
        """Path of the regency."""
        return self.path[:5]


def read_place(row: int, cells: Mapping[str, Cell], found: Faults) -> Place | None:
    """Return the place of a row, or None after adding the fault of its TPS code."""
    code = _tps_code(row, cells["kode_tps"])
    if isinstance(code, Fault):
        found.add(code)
        return None
    village = f"{code[:2]}.{code[2:4]}.{code[4:6]}.{code[6:10]}"
    return Place(row, code, f"{village}/{code[10:]}")


def _tps_code(row: int, cell: Cell) -> str | Fault:
    if isinstance(cell, _DATES):
        return converted(row, "kode_tps", cell, _DATE)
    # Thirteen digits fit a spreadsheet number exactly and never begin with a zero.
    text = written(cell)
    dense = text.replace(".", "")
    if _TPS.fullmatch(text) or (_TPS.fullmatch(dense) and _looks_like_bps(dense)):
        return dense
    return faults.bad_code(row, "kode_tps", cell, "7312011001001")


def check_codes(place: Place, cells: Mapping[str, Cell], found: Faults) -> None:
    """Add a fault for every other code column that is damaged or contradicts the TPS code."""
    expected = {"kode_desa": place.village, "kode_kec": place.village[:8]}
    for column, code in expected.items():
        if column not in cells or (column == "kode_kec" and cells[column] == ""):
            continue
        cell = cells[column]
        if isinstance(cell, _DATES):
            found.add(converted(place.row, column, cell, _DATE))
        elif not isinstance(cell, str):
            found.add(converted(place.row, column, cell, _NUMBER))
        elif column == "kode_desa" and not _VILLAGE.fullmatch(cell.strip()):
            found.add(faults.bad_code(place.row, column, cell, "73.12.01.1001"))
        elif cell.strip() != code:
            found.add(faults.contradiction(place.row, column, cell, code))
    number = cells["tps"]
    if isinstance(number, _DATES):
        found.add(converted(place.row, "tps", number, _DATE))
    elif _tps_number(number) != int(place.code[10:]):
        found.add(faults.contradiction(place.row, "tps", number, int(place.code[10:])))


def _tps_number(cell: Cell) -> int | None:
    text = written(cell)
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text) else None


def bps_fault(places: list[Place], villages: Collection[str] | None) -> Fault | None:
    """Return the fault when the codes are those of BPS.

    A BPS village code has a kecamatan of three digits, mostly multiples of ten, and a village of
    three; read as Kemendagri's its village then begins with 0, which no village's does (1 is a
    kelurahan, 2 a desa, 3 a customary village).
    """
    known = villages if villages is not None else ()
    hits = [place for place in places if place.village not in known and _looks_like_bps(place.code)]
    if not hits:
        return None
    return faults.bps_codes(hits[0].row, "kode_tps", hits[0].code[:10], len(hits))


def _looks_like_bps(code: str) -> bool:
    return code[6] == "0"


def regency_fault(places: list[Place], regency: str) -> Fault | None:
    """Return the fault when rows belong to another regency."""
    strangers = [place for place in places if place.regency != regency]
    if not strangers:
        return None
    first = strangers[0]
    return faults.other_regency(first.row, first.code, first.regency, regency, len(strangers))
