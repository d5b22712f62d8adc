"""The road of a case of neutrality as a machine, its words, and what became of many cases.

ASN: noted -> SBT (task force, 7 days) -> study by Bawaslu (3 working days) -> BKN -> appointing
official (PPK) -> sanction -> I'DIS, or reprimand and block of SIASN data (SE MenPANRB 4/2024).
Village heads, TNI and police: study -> their own authority.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from jurdil.law.figure import Figure, Input, share
from jurdil.law.oversight import files, machine
from jurdil.law.oversight.neutrality import ASN, FILE, Stop, persons, route
from jurdil.law.oversight.words import Word, listed
from jurdil.law.text import Text

IllegalStep = machine.IllegalStep
BEGIN, CLOSED = "dicatat", "selesai"
PROVEN, NOT_PROVEN = "terbukti", "tidak-terbukti"
SANCTIONED, STRUCK = "ppk-sanksi", "dicoret"
NEEDS = ("letter", "reference", "note", "sanction")
REPORTED_WORD = Text("Dilaporkan", "Reported")
PROVEN_WORD = Text("Terbukti", "Proven")
SANCTIONED_WORD = Text("Dijatuhi sanksi", "Sanctioned")


@dataclass(frozen=True, slots=True)
class State:
    """Where a case stands; `stop` is the stop of the route whose clock runs there ('' for none)."""

    id: str
    name: Text
    stop: str
    final: bool


@dataclass(frozen=True, slots=True)
class Step(machine.Change):
    """A change of state, whose cases take it, and what it must be given (see `NEEDS`)."""

    persons: tuple[str, ...]
    needs: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class Determination:
    """The stage of a regime's schedule that determines the candidates of some contests."""

    regime: str
    contests: tuple[str, ...]
    stage: str
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were reported, found to be proven, and sanctioned, with their shares.

    `proven` is a share of what was reported, `sanctioned` of what was proven.
    """

    reported: int
    proven: int
    sanctioned: int
    proven_share: Figure
    sanctioned_share: Figure


@cache
def states() -> Mapping[str, State]:
    """All states by id."""
    return {one.id: one for one in (_state(row) for row in files.top(FILE).rows("state"))}


@cache
def steps() -> Mapping[str, Step]:
    """All steps by id."""
    return {one.id: one for one in (_step(row) for row in files.top(FILE).rows("step"))}


@cache
def addressees() -> Mapping[str, Word]:
    """Whom a case may be for."""
    return listed(FILE, "addressee")


@cache
def posts() -> Mapping[str, Word]:
    """The groups of posts that statistics use."""
    return listed(FILE, "post")


@cache
def employments() -> Mapping[str, tuple[Word, tuple[str, ...]]]:
    """How somebody is employed, and the kinds of persons it belongs to."""
    found = {}
    for row in files.top(FILE).rows("employment"):
        word = Word(row.need("id", str), row.text("name"))
        found[word.id] = (word, row.words("persons"))
        row.finish()
    return found


@cache
def determinations() -> tuple[Determination, ...]:
    """Which stages determine candidates."""
    return tuple(_determination(row) for row in files.top(FILE).rows("determination"))


def determination_of(regime: str, contest: str) -> Determination | None:
    """The stage that determines the candidates of a contest; None where no schedule names it."""
    return next((d for d in determinations() if d.regime == regime and contest in d.contests), None)


def steps_from(state: str, person: str) -> tuple[Step, ...]:
    """The steps that may follow for this kind of person. Raises KeyError for unknown words."""
    if state not in states() or person not in persons():
        raise KeyError(state if state not in states() else person)
    return tuple(one for one in steps().values() if state in one.sources and person in one.persons)


def advance(state: str, step: str, person: str, *, given: Collection[str]) -> Step:
    """Return the step when it may be taken; `given` names what it was given of `NEEDS`.

    Raises `IllegalStep` when it does not follow or lacks something, KeyError for unknown words.
    """
    found = machine.following(steps_from(state, person), step, f"{state} for {person}")
    machine.check_given(step, found.needs, given)
    return found


def stop_of(state: str, person: str) -> Stop | None:
    """The stop whose clock runs in a state; None where none does. Only ASN have clocks."""
    stop = states()[state].stop
    if not stop or person != ASN:
        return None
    return next((one for one in route() if one.id == stop), None)


def on_time(last: date | None, day: date) -> bool:
    """Tell whether an act of `day` keeps a last day; without a clock it always does."""
    return last is None or day <= last


def tally(reported: int, proven: int, sanctioned: int) -> Tally:
    """Return the shares of a period. Raises ValueError unless sanctioned <= proven <= reported."""
    if not 0 <= sanctioned <= proven <= reported:
        raise ValueError(f"{sanctioned} sanctioned, {proven} proven, {reported} reported")
    whole, part = Input(REPORTED_WORD, reported), Input(PROVEN_WORD, proven)
    last = Input(SANCTIONED_WORD, sanctioned)
    return Tally(
        reported,
        proven,
        sanctioned,
        share(part, whole, article="", confirmed=True),
        share(last, part, article="", confirmed=True),
    )


def parts_agree(whole: int, *parts: int) -> int:
    """Return how far published parts miss their whole: 0 when they add up."""
    return sum(parts) - whole


def _state(row: files.Row) -> State:
    made = State(
        row.need("id", str),
        row.text("name"),
        row.take("clock", str, ""),
        row.take("final", bool, False),
    )
    row.finish()
    return made


def _step(row: files.Row) -> Step:
    made = Step(
        **machine.change(row, states()),
        persons=row.some_of("persons", persons()),
        needs=row.some_of("needs", NEEDS),
        result=row.take("result", str, ""),
    )
    row.finish()
    return made


def _determination(row: files.Row) -> Determination:
    article, confirmed = files.proof(row)
    made = Determination(
        row.need("regime", str),
        row.words("contests"),
        row.need("stage", str),
        article,
        confirmed,
    )
    row.finish()
    return made
