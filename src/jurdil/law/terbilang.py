"""Numbers in words, as official papers write them beside the digits (*terbilang*)."""

from __future__ import annotations

from datetime import date

_UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
LIMIT = 10**15


def terbilang(number: int) -> str:
    """Return a whole number in Indonesian words, such as "seratus delapan belas".

    Raises ValueError below 0 and from a thousand billion times a thousand (10**15) on.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"{number} has no words here")
    return " ".join(_words(number))


def written_day(day: date) -> str:
    """Return a day as papers write it: "3 Februari 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def named_day(day: date) -> str:
    """Return a day with its weekday: "Senin, 3 Februari 2025"."""
    return f"{_DAYS[day.weekday()]}, {written_day(day)}"


def day_in_words(day: date) -> str:
    """Return a day as minutes tell it: "Kamis, tanggal lima belas bulan Februari tahun ..."."""
    return (
        f"{_DAYS[day.weekday()]}, tanggal {terbilang(day.day)} bulan {_MONTHS[day.month - 1]} "
        f"tahun {terbilang(day.year)}"
    )


def _words(number: int) -> list[str]:
    if number < 12:
        return [_UNITS[number]]
    if number < 20:
        return [_UNITS[number - 10], "belas"]
    if number < 100:
        return [_UNITS[number // 10], "puluh", *_rest(number % 10)]
    if number < 200:
        return ["seratus", *_rest(number - 100)]
    if number < 1000:
        return [_UNITS[number // 100], "ratus", *_rest(number % 100)]
    if number < 2000:
        return ["seribu", *_rest(number - 1000)]
    size, name = next((size, name) for size, name in _SCALES if number >= size)
    return [*_words(number // size), name, *_rest(number % size)]


def _rest(number: int) -> list[str]:
    return _words(number) if number else []
