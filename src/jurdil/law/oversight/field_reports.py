"""The supervision report (LHP, Formulir Model A): its chain, its versions, its number.

Perbawaslu 5/2022 art. 18: every act of supervision is written down. In practice it goes PTPS, PKD,
Panwascam, Bawaslu, and may be returned for repair; it is numbered later in one series of the
regency (SE Bawaslu 15/2023 E.8).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from jurdil.law.oversight import files
from jurdil.law.oversight.machine import IllegalStep
from jurdil.law.oversight.words import Word, listed
from jurdil.law.regime_files import Row

FILE = "field-reports.toml"
TABLES = ("chain", "number", "paper")
BAWASLU = "bawaslu"
CLOCKS_APART = timedelta(minutes=10)


class State(StrEnum):
    """Where a report stands."""

    WAITING = "menunggu"
    EXAMINED = "diperiksa"
    RETURNED = "dikembalikan"
    ACCEPTED = "diterima"


class Step(StrEnum):
    """What happens to a report."""

    AMEND = "ubah"
    EXAMINE = "periksa"
    RETURN = "kembalikan"
    ACCEPT = "terima"
    RESUBMIT = "kirim-ulang"


EXAMINERS_STEPS = (Step.EXAMINE, Step.RETURN, Step.ACCEPT)
AUTHORS_STEPS = (Step.AMEND, Step.RESUBMIT)


class ReasonMissing(ValueError):
    """A step that needs its reason in words."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands, and the level whose turn it is (or that returned or accepted it)."""

    state: State
    level: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """How reports are numbered: pattern, classifications, and whether somebody saw it."""

    pattern: str
    series: tuple[str, ...]
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A field that two versions have otherwise."""

    field: str
    before: str
    after: str


@cache
def chain() -> tuple[str, ...]:
    """The levels from the polling station up: PTPS, PKD, Panwascam, Bawaslu."""
    row = Row(files.top(FILE).take("chain", dict), FILE, "[chain]")
    order = row.words("order")
    files.proof(row)
    row.finish()
    return order


@cache
def numbering() -> Numbering:
    """The pattern of the number (SE Bawaslu 15/2023 E.8); its middle was not seen."""
    row = Row(files.top(FILE).take("number", dict), FILE, "[number]")
    pattern, series = row.need("pattern", str), row.words("series")
    article, confirmed = files.proof(row)
    row.finish()
    return Numbering(pattern, series, article, confirmed)


@cache
def unconfirmed() -> frozenset[str]:
    """Which of the tables ``chain``, ``number``, ``paper`` nobody saw as they stand here."""
    rows = {name: Row(files.top(FILE).take(name, dict), FILE, f"[{name}]") for name in TABLES}
    return frozenset(name for name, row in rows.items() if not files.proof(row)[1])


@cache
def forms() -> Mapping[str, Word]:
    """The forms of supervision that the paper offers."""
    return listed(FILE, "form", proven=True)


@cache
def witness_roles() -> Mapping[str, Word]:
    """Roles of people in an event; a report names roles, their names are sealed."""
    return listed(FILE, "witness")


def rank(level: str) -> int:
    """How high a level stands in the chain, 0 for PTPS. Raises ValueError for another word."""
    return chain().index(level)


def first(author: str) -> str:
    """Who examines a report first: the level above its author's; Bawaslu's own stay there."""
    return chain()[min(rank(author) + 1, rank(BAWASLU))]


def begin(author: str) -> Standing:
    """A report that was submitted by somebody of a level."""
    return Standing(State.WAITING, first(author))


def steps(standing: Standing, level: str) -> tuple[Step, ...]:
    """What an examiner of a level may do now: nothing below the level whose turn it is."""
    if rank(level) < rank(standing.level):
        return ()
    if standing.state is State.WAITING:
        return EXAMINERS_STEPS
    return (Step.RETURN, Step.ACCEPT) if standing.state is State.EXAMINED else ()


def examine(standing: Standing, step: Step, *, by: str, reason: str = "") -> Standing:
    """Where a report stands after an examiner's step.

    A level above may take the turn of one below that is vacant or silent, with a reason. Raises
    `IllegalStep`, or `ReasonMissing` for a return or such a taking over without words.
    """
    if step not in steps(standing, by):
        raise IllegalStep(f"{step} by {by} does not follow {standing.state} at {standing.level}")
    if not reason.strip() and (step is Step.RETURN or by != standing.level):
        raise ReasonMissing(f"{step} by {by}")
    if step is Step.EXAMINE:
        return Standing(State.EXAMINED, by)
    if step is Step.RETURN:
        return Standing(State.RETURNED, by)
    if by == BAWASLU:
        return Standing(State.ACCEPTED, BAWASLU)
    return Standing(State.WAITING, chain()[rank(by) + 1])


def write(standing: Standing) -> tuple[Step, Standing]:
    """What it is when the author writes again, and where the report stands then.

    Before anybody examines it the author may amend it; when it was returned it goes back to the
    level that returned it. Raises `IllegalStep` while it is examined and after it was accepted.
    """
    if standing.state is State.WAITING:
        return Step.AMEND, standing
    if standing.state is State.RETURNED:
        return Step.RESUBMIT, Standing(State.WAITING, standing.level)
    raise IllegalStep(f"nobody writes while it is {standing.state}")


def number(serial: int, series: str, place: str, day: date) -> str:
    """The number of a report. Raises ValueError below 1 or for an unknown classification."""
    known = numbering()
    if serial < 1 or series not in known.series:
        raise ValueError(f"no number {serial} in {series}")
    return known.pattern.format(
        serial=serial, series=series, place=place, month=day.month, year=day.year
    )


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fields that two versions have otherwise, in the order of the later one.

    Tables inside (answers) are compared entry by entry and called ``field.entry``.
    """
    one, two = _flat(before), _flat(after)
    names = [*two, *(name for name in one if name not in two)]
    return tuple(
        Change(name, one.get(name, ""), two.get(name, ""))
        for name in names
        if one.get(name, "") != two.get(name, "")
    )


def _flat(values: Mapping[str, Any], stem: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{stem}{name}.")
        elif isinstance(value, list | tuple):
            found[f"{stem}{name}"] = "\n".join(str(one) for one in value)
        else:
            found[f"{stem}{name}"] = "" if value is None else str(value)
    return found


def doubts(begin: datetime, end: datetime, arrived: datetime, gap: timedelta) -> tuple[str, ...]:
    """What an examiner should look at in the times of a report; nothing is refused for it.

    ``jam-hp``: the phone's clock was more than ten minutes off. ``di-depan``: it says to have
    looked later than it arrived.
    """
    found = []
    if abs(gap) > CLOCKS_APART:
        found.append("jam-hp")
    if max(begin, end) > arrived + CLOCKS_APART:
        found.append("di-depan")
    return tuple(found)
