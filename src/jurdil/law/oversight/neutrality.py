"""Neutrality of ASN: the sanction of an act before and after determination, and the route.

SKB of five bodies of 22 September 2022, PP 42/2004, PP 94/2021. Since KASN was abolished the route
is SBT -> study by Bawaslu -> BKN -> appointing official (PPK) -> outcome (SE MenPANRB 4/2024).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from jurdil.law.calendar_days import DayCalendar, HolidayPolicy, walk
from jurdil.law.oversight import files
from jurdil.law.oversight.words import Word, listed
from jurdil.law.text import Text

FILE = "neutrality.toml"
ASN = "asn"
CALENDAR, WORKING = "calendar-days", "working-days"


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the annex and its sanction before and after determination ('' where not known)."""

    id: str
    name: Text
    before: str
    after: str
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of the route; `amount` and `unit` are its clock, None where it has none."""

    id: str
    name: Text
    amount: int | None
    unit: str
    note: Text | None
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A kind of person who must be neutral, and where their case goes."""

    id: str
    name: Text
    to: str
    article: str
    confirmed: bool


@cache
def acts() -> Mapping[str, Act]:
    """The acts of the annex by id."""
    return {one.id: one for one in (_act(row) for row in files.top(FILE).rows("act"))}


@cache
def sanctions() -> Mapping[str, Word]:
    """The kinds of sanction."""
    return listed(FILE, "sanction", proven=True)


@cache
def route() -> tuple[Stop, ...]:
    """The stops of a case of ASN, in order."""
    return tuple(_stop(row) for row in files.top(FILE).rows("route"))


@cache
def results() -> Mapping[str, Word]:
    """How the last stop may end."""
    return listed(FILE, "result")


@cache
def persons() -> Mapping[str, Person]:
    """Kinds of persons: ASN, village heads, TNI, police."""
    return {one.id: one for one in (_person(row) for row in files.top(FILE).rows("person"))}


def sanction_of(act_id: str, happened: date, determined: date | None) -> str | None:
    """Return the sanction of an act by whether candidates were determined by then.

    `determined` is the day of the determination; an act of that day counts as after it. None when
    the day is not known although it decides, or when the annex's sanction is not on record. Raises
    KeyError for an unknown act.
    """
    one = acts()[act_id]
    if determined is None:
        return one.before if one.before and one.before == one.after else None
    return (one.after if happened >= determined else one.before) or None


def next_stop(stop: str) -> Stop | None:
    """The stop after another, None at the end. Raises KeyError for an unknown stop."""
    names = [one.id for one in route()]
    if stop not in names:
        raise KeyError(stop)
    at = names.index(stop) + 1
    return route()[at] if at < len(names) else None


def last_day(stop: Stop, since: date, calendar: DayCalendar) -> date | None:
    """Return the last day of a stop that began on `since` (not counted); None without a clock."""
    if stop.amount is None:
        return None
    left = stop.amount
    for day in walk(since, True):
        if stop.unit == CALENDAR or calendar.is_working(day, HolidayPolicy()):
            left -= 1
        if not left:
            break
    return day


def _act(row: files.Row) -> Act:
    article, confirmed = files.proof(row)
    before, after = row.take("before", str, ""), row.take("after", str, "")
    if unknown := {before, after} - {"", *sanctions()}:
        raise row.bad(f"unknown sanction: {', '.join(unknown)}")
    made = Act(row.need("id", str), row.text("name"), before, after, article, confirmed)
    row.finish()
    return made


def _stop(row: files.Row) -> Stop:
    article, confirmed = files.proof(row)
    amount = row.take("amount", int)
    unit = row.one_of("unit", (CALENDAR, WORKING)) if amount else ""
    note = row.text_or_none("note")
    made = Stop(row.need("id", str), row.text("name"), amount, unit, note, article, confirmed)
    row.finish()
    return made


def _person(row: files.Row) -> Person:
    article, confirmed = files.proof(row)
    made = Person(row.need("id", str), row.text("name"), row.need("to", str), article, confirmed)
    row.finish()
    return made
