"""Closed lists of findings and reports: reporters, reported parties, moves, numbers, desk hours.

Perbawaslu 7/2022 arts. 8, 10, 20. How registers are numbered was seen once, for a case of the
national office; the series are therefore unconfirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from jurdil.law.oversight import files
from jurdil.law.oversight.words import Word, listed
from jurdil.law.text import Text

FILE = "case-words.toml"
MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
RECEPTION, TIP = "penerimaan", "informasi-awal"


@dataclass(frozen=True, slots=True)
class Capacity:
    """In which capacity somebody reports; empty `regimes` mean every regime of handling."""

    id: str
    name: Text
    regimes: tuple[str, ...]
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Move:
    """A case goes from one level of Bawaslu to another; `by` is the level that takes the step."""

    id: str
    name: Text
    before: str
    after: str
    by: str
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Series:
    """A register with its own numbers; `pattern` names the parts between the slashes."""

    id: str
    name: Text
    mark: str
    pattern: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """When the desk is open: ISO weekdays (1 is Monday) and local times."""

    kind: str
    days: tuple[int, ...]
    opens: time
    closes: time
    article: str
    confirmed: bool


@cache
def actors() -> Mapping[str, Word]:
    """The kinds of reported parties, which decide where a case goes."""
    return listed(FILE, "actor")


@cache
def institutions() -> Mapping[str, Word]:
    """The three institutions of Gakkumdu."""
    return listed(FILE, "institution")


@cache
def events() -> Mapping[str, Word]:
    """What happens before police, prosecutor, court and KPU, in the order it happens."""
    return listed(FILE, "event")


@cache
def capacities() -> Mapping[str, Capacity]:
    """Who may report."""
    return {one.id: one for one in (_capacity(row) for row in files.top(FILE).rows("capacity"))}


def may_report(regime: str) -> tuple[Capacity, ...]:
    """The capacities in which one may report under a regime of handling."""
    return tuple(c for c in capacities().values() if not c.regimes or regime in c.regimes)


@cache
def moves() -> Mapping[str, Move]:
    """Moves between the levels of Bawaslu."""
    return {one.id: one for one in (_move(row) for row in files.top(FILE).rows("move"))}


def moves_from(level: str, by: str) -> tuple[Move, ...]:
    """What a level (`kabko`, `kecamatan`) may do with a case that lies at `level`."""
    return tuple(one for one in moves().values() if (one.before, one.by) == (level, by))


@cache
def series() -> Mapping[str, Series]:
    """The registers and how their numbers are written."""
    return {one.id: one for one in (_series(row) for row in files.top(FILE).rows("series"))}


def number(
    series_id: str, seq: int, *, kind: str, level: str, code: str, day: date, type_: str = ""
) -> str:
    """Write a number of a register, such as ``22/LP/PL/ADM/Kab/73.12/V/2019``.

    `kind` is the kind of election, `level` of Bawaslu, `code` the region's, `type_` an outcome of
    the initial study. A part whose mark is not known is left out. Raises KeyError for an unknown
    register, ValueError for a number below 1.
    """
    if seq < 1:
        raise ValueError("numbers of a register begin at 1")
    one = series()[series_id]
    parts = {
        "seq": f"{seq:03d}",
        "mark": one.mark,
        "election": _marks().get(("election", kind), ""),
        "type": _marks().get(("type", type_), ""),
        "level": _marks().get(("level", level), ""),
        "code": code,
        "month": MONTHS[day.month - 1],
        "year": str(day.year),
    }
    wanted = (name.strip("{}") for name in one.pattern.split("/"))
    return "/".join(parts[name] for name in wanted if parts[name])


@cache
def hours(kind: str) -> tuple[Hours, ...]:
    """The hours of the report desk for a kind of election (local time)."""
    found = (_hours(row) for row in files.top(FILE).rows("hours"))
    return tuple(one for one in found if one.kind == kind)


@cache
def _marks() -> Mapping[tuple[str, str], str]:
    found = {}
    for row in files.top(FILE).rows("mark"):
        part = row.one_of("part", ("election", "type", "level"))
        found[part, row.need("of", str)] = row.need("mark", str)
        files.proof(row)
        row.finish()
    return found


def _capacity(row: files.Row) -> Capacity:
    article, confirmed = files.proof(row)
    made = Capacity(row.need("id", str), row.text("name"), row.words("regimes"), article, confirmed)
    row.finish()
    return made


def _move(row: files.Row) -> Move:
    article, confirmed = files.proof(row)
    levels = ("kabko", "kecamatan")
    made = Move(
        id=row.need("id", str),
        name=row.text("name"),
        before=row.one_of("before", levels),
        after=row.one_of("after", levels),
        by=row.one_of("by_level", levels, "kabko"),
        article=article,
        confirmed=confirmed,
    )
    row.finish()
    return made


def _series(row: files.Row) -> Series:
    _article, confirmed = files.proof(row)
    made = Series(
        row.need("id", str),
        row.text("name"),
        row.need("mark", str),
        row.need("pattern", str),
        confirmed,
    )
    row.finish()
    return made


def _hours(row: files.Row) -> Hours:
    article, confirmed = files.proof(row)
    made = Hours(
        kind=row.need("kind", str),
        days=tuple(int(day) for day in row.words("days")),
        opens=row.need("opens", time),
        closes=row.need("closes", time),
        article=article,
        confirmed=confirmed,
    )
    row.finish()
    return made
