"""Numbers of letters by a pattern, such as ``{nomor}/PPK-01/{bulan}/{tahun}``.

KPU numbers its letters in Srikandi; an own pattern is for forms and for PPK and PPS, by the decree
of the regency (handbook of practice, section 1).
"""

from __future__ import annotations

import re
from datetime import date

from jurdil.law.text import Text

SEQUENCE, MONTH, YEAR, CODE, AREA = "nomor", "bulan", "tahun", "kode", "wilayah"
FIELDS = (SEQUENCE, MONTH, YEAR, CODE, AREA)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_FIELD = re.compile(r"\{([^{}]*)\}")


def fault(pattern: str) -> Text | None:
    """What is wrong with a pattern, None when it can be used."""
    names = _FIELD.findall(pattern)
    if unknown := [name for name in names if name not in FIELDS]:
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        return Text(
            f"“{{{unknown[0]}}}” bukan bagian pola. Yang ada: {known}.",
            f"“{{{unknown[0]}}}” is no part of a pattern. There are: {known}.",
        )
    if any(mark in _FIELD.sub("", pattern) for mark in "{}"):
        return Text("Kurung pola tidak berpasangan.", "A bracket of the pattern has no partner.")
    if SEQUENCE not in names:
        return Text("Pola harus memuat {nomor}.", "The pattern must hold {nomor}.")
    if YEAR not in names:
        return Text(
            "Pola harus memuat {tahun}, karena nomor mulai lagi dari 1 setiap tahun.",
            "The pattern must hold {tahun}, because numbers begin with 1 again every year.",
        )
    return None


def make(pattern: str, sequence: int, day: date, *, code: str = "", area: str = "") -> str:
    """The number that a pattern gives. Raises ValueError for a faulty pattern.

    `code` is the classification of the letter, `area` the code of the place.
    """
    if wrong := fault(pattern):
        raise ValueError(wrong.en)
    values = {
        SEQUENCE: str(sequence),
        MONTH: ROMAN[day.month - 1],
        YEAR: str(day.year),
        CODE: code,
        AREA: area,
    }
    return _FIELD.sub(lambda found: values[found.group(1)], pattern)
