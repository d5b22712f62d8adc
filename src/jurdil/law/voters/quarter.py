"""Quarters of the voter update by their code: ``2026-TW4``, as the schedule writes them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from jurdil.law.text import Text

ROMAN = ("I", "II", "III", "IV")
_CODE = re.compile(r"(20\d\d)-TW([1-4])")


class BadPeriod(ValueError):
    """This is no code of a quarter."""


def period_of(day: date) -> str:
    """Return the code of the quarter that a day lies in."""
    return f"{day.year}-TW{(day.month + 2) // 3}"


def read_period(code: str) -> tuple[int, int]:
    """Return year and number of a quarter. Raises `BadPeriod`."""
    found = _CODE.fullmatch(code)
    if found is None:
        raise BadPeriod(f"{code!r} is no quarter such as 2026-TW4")
    return int(found[1]), int(found[2])


def following(code: str) -> str:
    """Return the quarter after one. Raises `BadPeriod`."""
    year, number = read_period(code)
    return f"{year + 1}-TW1" if number == len(ROMAN) else f"{year}-TW{number + 1}"


def last_day(code: str) -> date:
    """Return the last day of a quarter, on which its ages count. Raises `BadPeriod`."""
    year, number = read_period(following(code))
    return date(year, number * 3 - 2, 1) - timedelta(days=1)


def name_of(code: str) -> Text:
    """Return the name of a quarter. Raises `BadPeriod`."""
    year, number = read_period(code)
    roman = ROMAN[number - 1]
    return Text(f"Triwulan {roman} Tahun {year}", f"Quarter {roman} of {year}")
