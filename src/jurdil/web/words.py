"""Numbers, days and distances as this house writes them, in the language of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from jurdil.law import formats

Number = int | Fraction | Decimal


def language() -> str:
    """The language of the page: `id` or `en`."""
    return (get_language() or "id").split("-")[0]


def number(value: Number | None, places: int = 0) -> str:
    """`1.234.567`; an absent value is said to be absent, never printed as 0."""
    if value is None:
        return formats.ABSENT.pick(language())
    return formats.number(value, language(), places)


def percent(share: Number | None, places: int = 1) -> str:
    """`46,2%` of a share of 1."""
    if share is None:
        return formats.ABSENT.pick(language())
    return formats.percent(share, language(), places)


def day(value: date | datetime | None) -> str:
    """`Jum 21 Nov 2031`, a moment by the office's own calendar day."""
    return formats.day(_local_day(value), language()) if value else ""


def short_day(value: date | datetime | None) -> str:
    """`Jum 21 Nov`, where the year is plain from the page."""
    return day(value).rpartition(" ")[0]


def long_day(value: date | datetime | None) -> str:
    """`Jumat, 21 November 2031`."""
    return date_format(_local_day(value), "l, j F Y") if value else ""


def month(value: date) -> str:
    """`Jan`, and in January the year instead, so that the axis of a chart stays readable."""
    return str(value.year) if value.month == 1 else date_format(value, "M")


def clock(value: datetime | None) -> str:
    """`14.00 WIB`, the zone always named."""
    if value is None:
        return ""
    return formats.moment(timezone.localtime(value), language()).split(", ")[1]


def moment(value: datetime | None) -> str:
    """`Jum 21 Nov 2031, 14.00 WIB`."""
    return formats.moment(timezone.localtime(value), language()) if value else ""


def deadline(value: datetime | None) -> str:
    """A moment that ends something: the midnight after a day is `24.00` of that day."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    whole = (local.hour, local.minute) == (0, 0)
    return (formats.day_end if whole else formats.moment)(local, language())


def _local_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def distance(value: date | datetime, today: date) -> str:
    """How far a day is: `3 hari lewat`, `hari ini`, `besok`, `5 hari lagi`."""
    days = (_local_day(value) - today).days
    if days < 0:
        return ngettext("%(days)s hari lewat", "%(days)s hari lewat", -days) % {
            "days": number(-days)
        }
    if days == 0:
        return gettext("hari ini")
    if days == 1:
        return gettext("besok")
    return ngettext("%(days)s hari lagi", "%(days)s hari lagi", days) % {"days": number(days)}


def day_heading(value: date | datetime, today: date) -> str:
    """A heading over the rows of one day: `Besok, Sabtu, 22 November 2031`."""
    days = (_local_day(value) - today).days
    near = {-1: gettext("Kemarin"), 0: gettext("Hari ini"), 1: gettext("Besok")}.get(days)
    return f"{near} · {long_day(value)}" if near else long_day(value)


class Dated(Protocol):
    """A row that belongs to a day."""

    @property
    def day(self) -> date | datetime | None: ...


@dataclass(frozen=True)
class DayGroup:
    """Rows of one day under its heading."""

    heading: str
    rows: tuple[Any, ...]


def by_day(rows: Iterable[Dated], today: date) -> tuple[DayGroup, ...]:
    """Rows under their day headings in time order; rows without a day come last."""
    days: dict[date | None, list[Dated]] = {}
    for row in rows:
        days.setdefault(_local_day(row.day) if row.day else None, []).append(row)
    dated = sorted(key for key in days if key)
    groups = [DayGroup(day_heading(key, today), tuple(days[key])) for key in dated]
    if None in days:
        groups.append(DayGroup(gettext("Tanpa tanggal"), tuple(days[None])))
    return tuple(groups)


def initials(name: str) -> str:
    """Up to two letters for the round sign before a person's name."""
    words = [word for word in name.split() if word[:1].isalpha()]
    ends = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0].upper() for word in ends)
