"""Numbers, shares and days as text, in Indonesian and English.

`1.234.567`, `46,2%` and `Jum 21 Nov 2031, 14.00 WIB`; in English `1,234,567`, `46.2%` and
`Fri 21 Nov 2031, 14:00 WIB`. Rounding is exact and half away from zero, as on paper.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from jurdil.law.text import Text

MINUS = "\N{MINUS SIGN}"
ABSENT = Text("belum ada", "not available")
"""What is printed for a figure that is not known: unknown is never printed as zero."""

_SEPARATORS = {"id": (".", ","), "en": (",", ".")}
_DAYS = {
    "id": ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def _language(lang: str) -> str:
    return Text("id", "en").pick(lang)


def number(value: int | Fraction | Decimal, lang: str, places: int = 0) -> str:
    """Return the value with thousands marks and exactly `places` decimals."""
    if isinstance(value, int) and not places:
        return f"{value:,}".replace("-", MINUS).replace(",", _SEPARATORS[_language(lang)][0])
    exact = Fraction(value)
    units = (abs(exact) * 10**places * 2 + 1) // 2
    thousands, point = _SEPARATORS[_language(lang)]
    whole, rest = divmod(units, 10**places)
    text = f"{whole:,}".replace(",", thousands)
    if places:
        text += f"{point}{rest:0{places}d}"
    return f"{MINUS}{text}" if exact < 0 and units else text


def percent(value: int | Fraction | Decimal, lang: str, places: int = 1) -> str:
    """Return a share (1 is the whole) as a percentage.

    A share that is not the whole is never printed as 100, and one that is not nothing never as 0:
    `> 99,9%` and `< 0,1%` keep 793 of 794 from looking finished.
    """
    share = Fraction(value)
    smallest = Fraction(1, 10**places)
    rounded = number(share * 100, lang, places)
    if 0 < share < 1:
        if rounded == number(100, lang, places):
            return f"> {number(100 - smallest, lang, places)}%"
        if rounded == number(0, lang, places):
            return f"< {number(smallest, lang, places)}%"
    return f"{rounded}%"


def day(value: date, lang: str) -> str:
    """Return a day as `Jum 21 Nov 2031`."""
    code = _language(lang)
    names = _DAYS[code][value.weekday()], _MONTHS[code][value.month - 1]
    return f"{names[0]} {value.day} {names[1]} {value.year}"


def moment(value: datetime, lang: str) -> str:
    """Return a moment as `Jum 21 Nov 2031, 14.00 WIB`, its zone always named when it has one."""
    return f"{day(value, lang)}, {_clock(value.strftime('%H:%M'), lang)}{_zone(value)}"


def day_end(value: datetime, lang: str) -> str:
    """Return the midnight that ends a day as `24.00` of that day, not `00.00` of the next."""
    last = value - timedelta(minutes=1)
    return f"{day(last, lang)}, {_clock('24:00', lang)}{_zone(value)}"


def _clock(text: str, lang: str) -> str:
    return text.replace(":", Text(".", ":").pick(lang))


def _zone(value: datetime) -> str:
    return f" {value.tzname()}" if value.tzinfo is not None else ""
