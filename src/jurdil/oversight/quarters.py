"""Quarters of the calendar, by which the voter list is updated and checked between elections."""

from dataclasses import dataclass
from datetime import date, timedelta

from jurdil.law.text import Text

MONTHS = 3
ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Quarter:
    """A quarter with its first and last day."""

    name: Text
    first: date
    last: date


def of(day: date) -> Quarter:
    """The quarter of a day."""
    number = (day.month - 1) // MONTHS
    first = date(day.year, number * MONTHS + 1, 1)
    after = date(day.year + (number == 3), (number * MONTHS + MONTHS) % 12 + 1, 1)
    name = Text(f"Triwulan {ROMAN[number]} {day.year}", f"Quarter {ROMAN[number]} {day.year}")
    return Quarter(name, first, after - timedelta(days=1))
