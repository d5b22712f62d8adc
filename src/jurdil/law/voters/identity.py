"""Numbers of identity (NIK, NKK) and the rows of a source list: what is wrong, what only looks so.

A NIK is sixteen digits: six of the area of first registration, the day of birth as DDMMYY (women
DD + 40), and a serial. It stays when the person moves or a birth date is corrected, so that an
area or a date that differs is no fault (Dukcapil; handbook calendar §3.8). Faults are named, and
the row is still taken: a voter is not lost because a spreadsheet rounded a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jurdil.law.text import Text

ELEMENTS: tuple[str, ...] = (
    "nkk",
    "nik",
    "nama",
    "tempat_lahir",
    "tanggal_lahir",
    "status_kawin",
    "jenis_kelamin",
    "alamat",
    "rt",
    "rw",
    "disabilitas",
    "ktp_el",
    "keterangan",
)
"""The thirteen elements of Model A-Daftar Pemilih, in its order (Bawaslu, S79)."""

LENGTH = 16
_POWER = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_DATE = re.compile(r"(\d{1,4})[-/. |](\d{1,2})[-/. |](\d{1,4})")
_OLDEST = 130


@dataclass(frozen=True, slots=True)
class Trap:
    """A known trap of source lists; `blocks` says that the row cannot be taken at all."""

    code: str
    text: Text
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A trap met by an element of a row."""

    element: str
    trap: Trap


def _trap(code: str, id_: str, en: str, *, blocks: bool = False) -> Trap:
    return Trap(code, Text(id_, en), blocks)


TRAPS: Mapping[str, Trap] = {
    trap.code: trap
    for trap in (
        _trap("N-101", "Nomor kosong.", "The number is empty."),
        _trap(
            "N-102",
            "Nomor memuat tanda selain angka.",
            "The number has characters other than digits.",
        ),
        _trap(
            "N-103",
            "Nomor ditulis lembar kerja sebagai bilangan berpangkat; digit belakangnya hilang.",
            "A spreadsheet wrote the number as a power; its last digits are lost.",
        ),
        _trap(
            "N-104",
            "Nomor 15 angka: lembar kerja hanya menyimpan 15 angka.",
            "The number has 15 digits: a spreadsheet keeps only 15.",
        ),
        _trap("N-105", "Panjang nomor bukan 16 angka.", "The number is not 16 digits long."),
        _trap("N-106", "Nomor hanya angka nol.", "The number is all zeros."),
        _trap(
            "N-107",
            "Nomor urut di akhir nomor adalah 0000, yang tidak pernah diterbitkan.",
            "The serial at the end is 0000, which is never issued.",
        ),
        _trap("N-201", "Nama kosong.", "The name is empty.", blocks=True),
        _trap("N-202", "Nama hanya satu atau dua huruf.", "The name has one or two letters."),
        _trap("N-203", "Nama memuat angka.", "The name has digits."),
        _trap("N-301", "Tanggal lahir kosong.", "The date of birth is empty."),
        _trap("N-302", "Tanggal lahir tidak terbaca.", "The date of birth cannot be read."),
        _trap(
            "N-303",
            "Hari dan bulan lahir tertukar: hanya terbaca sebagai bulan-hari-tahun.",
            "Day and month are swapped: it reads only as month-day-year.",
        ),
        _trap(
            "N-304",
            "Tanggal lahir di masa depan atau lebih dari 130 tahun lalu.",
            "The date of birth is in the future or over 130 years ago.",
        ),
        _trap(
            "N-401",
            "Jenis kelamin bukan L atau P.",
            "The sex is neither L nor P.",
        ),
        _trap("N-402", "Status kawin bukan B, S, atau P.", "The marital status is not B, S or P."),
        _trap("N-501", "RT nol atau kosong.", "The RT is zero or empty."),
        _trap(
            "N-601",
            "Sel berisi rumus lembar kerja; isinya diambil sebagai teks.",
            "The cell holds a spreadsheet formula; it is taken as text.",
        ),
        _trap("N-502", "RW nol atau kosong.", "The RW is zero or empty."),
    )
}


@dataclass(frozen=True, slots=True)
class Born:
    """A date of birth as read: None when it cannot be; `swapped` when only month first reads."""

    day: date | None
    swapped: bool = False


def traps_of(row: Mapping[str, str], on: date) -> tuple[Hit, ...]:
    """Return what is wrong with a row of a source list, in the order of the form.

    `row` maps the elements to their text as in the file, `on` is the day of reading.
    """
    found: list[Hit] = []
    for element in ELEMENTS:
        text = row.get(element, "").strip()
        if element in _CHECKS:
            found.extend(Hit(element, TRAPS[code]) for code in _CHECKS[element](text, on))
        if text.startswith("="):
            found.append(Hit(element, TRAPS["N-601"]))
    return tuple(found)


def number_traps(text: str) -> Iterator[str]:
    """Yield the codes of what is wrong with a NIK or NKK; nothing for a sound one."""
    if not text:
        yield "N-101"
    elif _POWER.fullmatch(text):
        yield "N-103"
    elif not (text.isascii() and text.isdigit()):
        yield "N-102"
    elif not text.strip("0"):
        yield "N-106"
    elif len(text) == LENGTH - 1:
        yield "N-104"
    elif len(text) != LENGTH:
        yield "N-105"
    elif text.endswith("0000"):
        yield "N-107"


def is_sound(number: str) -> bool:
    """Tell whether a NIK or NKK can be looked up: sixteen digits and no known trap."""
    return next(number_traps(number), None) is None


def read_birth(text: str) -> Born:
    """Return the day that `text` gives as day-month-year or year-month-day.

    When only month-day-year makes a day, that day is returned and marked as swapped: a person has
    to look at it.
    """
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return Born(None)
    first, second, third = found.groups()
    if len(first) == 4:
        return Born(_day(first, second, third))
    if len(third) != 4:
        return Born(None)
    right = _day(third, second, first)
    if right is not None:
        return Born(right)
    wrong = _day(third, first, second)
    return Born(wrong, swapped=wrong is not None)


def hints(nik: str, born: date | None, sex: str, area: str) -> tuple[str, ...]:
    """Return what of a sound NIK differs from the row, for people who look at duplicates.

    `area` is the six-digit code of today's sub-district. None of these is a fault: "area" (moved
    since), "birth" (corrected, or unknown and set to 1 July), "sex".
    """
    if not is_sound(nik):
        return ()
    day = int(nik[6:8])
    woman = day > 40
    found = []
    if nik[:6] != area:
        found.append("area")
    if born is not None and (day - 40 * woman, nik[8:12]) != (born.day, born.strftime("%m%y")):
        found.append("birth")
    if sex in ("L", "P") and woman != (sex == "P"):
        found.append("sex")
    return tuple(found)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _number(text: str, _on: date) -> Iterable[str]:
    return number_traps(text)


def _name(text: str, _on: date) -> Iterator[str]:
    letters = sum(sign.isalpha() for sign in text)
    if not text:
        yield "N-201"
    elif letters <= 2:
        yield "N-202"
    if any(sign.isdigit() for sign in text):
        yield "N-203"


def _birth(text: str, on: date) -> Iterator[str]:
    if not text:
        yield "N-301"
        return
    born = read_birth(text)
    if born.day is None:
        yield "N-302"
    elif born.swapped:
        yield "N-303"
    elif born.day > on or on.year - born.day.year > _OLDEST:
        yield "N-304"


def _one_of(allowed: str, code: str) -> Callable[[str, date], Iterator[str]]:
    def wrong(text: str, _on: date) -> Iterator[str]:
        if text.upper() not in tuple(allowed):
            yield code

    return wrong


def _area_number(code: str) -> Callable[[str, date], Iterator[str]]:
    def wrong(text: str, _on: date) -> Iterator[str]:
        if not text.strip("0 -"):
            yield code

    return wrong


_CHECKS: Mapping[str, Callable[[str, date], Iterable[str]]] = {
    "nkk": _number,
    "nik": _number,
    "nama": _name,
    "tanggal_lahir": _birth,
    "status_kawin": _one_of("BSP", "N-402"),
    "jenis_kelamin": _one_of("LP", "N-401"),
    "rt": _area_number("N-501"),
    "rw": _area_number("N-502"),
}
