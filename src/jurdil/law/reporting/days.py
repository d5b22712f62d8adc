"""Days as Indonesian papers write them, with what can be wrong about one.

`Rabu, 14 Februari 2024`, `14-02-2024`, `12 s.d. 14 Februari 2024`. A report of 22 July 2019 that
told of "15 oktober 2019" is the slip that these checks are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_SPELLINGS = {"jum'at": 4, "ahad": 6, **{name: at for at, name in enumerate(WEEKDAYS)}}
MONTHS = (
    ("januari", "jan"),
    ("februari", "feb", "pebruari"),
    ("maret", "mar"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("agustus", "agu", "agt", "ags"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov", "nopember", "nop"),
    ("desember", "des"),
)
_MONTH = {name: at for at, names in enumerate(MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_DAYS = "|".join(_SPELLINGS)
_WRITTEN = re.compile(
    rf"(?:\b(?P<weekday>{_DAYS})(?:,|\s)\s*(?:tanggal\s+)?)?"
    rf"(?:(?P<first>\d{{1,2}})\s?(?:[-–]|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s?)?"
    rf"(?<![\d.,])(?P<day>\d{{1,2}})\s+(?:bulan\s+)?(?P<month>{_NAMES})\b\.?"
    rf"(?:\s+(?:tahun\s+)?(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    rf"(?:\b(?P<weekday>{_DAYS})(?:,|\s)\s*(?:tanggal\s+)?)?(?<![\d/.-])"
    rf"(?P<day>\d{{1,2}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?![\d/-])",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day in a text; `day` is None for one that no calendar has. `first` opens a span of days.

    `weekday` is the day of the week as it stands there, 0 for Monday; `dated`: with its year.
    """

    start: int
    end: int
    text: str
    day: date | None
    first: date | None = None
    weekday: int | None = None
    dated: bool = True

    @property
    def wrong_weekday(self) -> bool:
        """Whether the day of the week that stands there is that of neither end."""
        ends = [one for one in (self.first or self.day,) if one is not None]
        return self.weekday is not None and bool(ends) and ends[0].weekday() != self.weekday


def find(text: str, year: int) -> tuple[DayMention, ...]:
    """The days of a text in its order; one without a year gets that of the next day that has one
    in the same sentence, else `year`."""
    hits = [*_WRITTEN.finditer(text), *_FIGURES.finditer(text), *_ISO.finditer(text)]
    hits.sort(key=lambda hit: hit.start())
    return tuple(_mention(hit, _year(text, hit, hits, year)) for hit in hits)


def parse(text: str) -> date:
    """The one day that a text says. Raises ValueError for none, several or an impossible one."""
    found = find(text, 0)
    if len(found) != 1 or found[0].day is None or not found[0].dated:
        raise ValueError(f"{text!r} is no day")
    return found[0].day


def written(day: date) -> str:
    """A day as a release writes it: "Rabu, 14 Februari 2024"."""
    name = WEEKDAYS[day.weekday()].capitalize()
    return f"{name}, {day.day} {MONTHS[day.month - 1][0].capitalize()} {day.year}"


def spans(found: tuple[DayMention, ...]) -> Iterator[tuple[int, int]]:
    """Where days stand, so that no number is looked for there."""
    return ((one.start, one.end) for one in found)


def _mention(hit: re.Match[str], year: int) -> DayMention:
    groups = hit.groupdict()
    month = hit["month"].lower()
    number = _MONTH[month] if month in _MONTH else int(month)
    name = groups.get("weekday")
    first = groups.get("first")
    return DayMention(
        start=hit.start(),
        end=hit.end(),
        text=hit.group(),
        day=_day(year, number, int(hit["day"])),
        first=_day(year, number, int(first)) if first else None,
        weekday=_SPELLINGS[name.lower()] if name else None,
        dated=bool(hit["year"]),
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str, hit: re.Match[str], hits: list[re.Match[str]], year: int) -> int:
    if hit["year"]:
        return int(hit["year"])
    for later in hits:
        between = text[hit.end() : later.start()]
        if later.start() > hit.start() and later["year"] and not re.search(r"[.!?]\s", between):
            return int(later["year"])
    return year or 1
