"""A finding or report as a machine: no change of state without its paper (*berita acara*).

Perbawaslu 7/2022 arts. 8-20 and UU 7/2017 arts. 454-455; initial study -> plenary -> registration
-> clarification -> study -> plenary -> status. One case may end in several kinds of violation and
go to several addressees. Panwascam studies and recommends; what a plenary of Bawaslu takes, it
cannot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from jurdil.law.oversight import files, machine
from jurdil.law.oversight.clocks import Regime
from jurdil.law.oversight.machine import IllegalStep, State
from jurdil.law.text import Text

FILE = "cases.toml"
REGENCY, DISTRICT = "kabko", "kecamatan"
REPORT, FINDING, TIP = "laporan", "temuan", "informasi-awal"
NO_VIOLATION = "bukan-pelanggaran"
HANDLING = "penanganan"
"""Stands for the clock of handling, which each regime calls and counts in its own way."""


@dataclass(frozen=True, slots=True)
class Step(machine.Change):
    """A change of state with the paper that carries it.

    `plenary`: only the plenary of Bawaslu of the regency takes it. `reason`: one of `reasons()`
    must be named. `outcome`: at least one outcome must be named. `clock`: see `clock_of`.
    """

    plenary: bool
    reason: bool
    outcome: bool
    paper: Text
    clock: str


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a closed list; an outcome that stands `alone` excludes the others."""

    id: str
    name: Text
    alone: bool = False
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A formal or material requirement (Perbawaslu 7/2022 art. 15(3) and (4))."""

    id: str
    kind: str
    name: Text
    clock: str
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Referral:
    """Where an outcome goes; empty `regimes` or `actors` mean all."""

    outcome: str
    regimes: tuple[str, ...]
    actors: tuple[str, ...]
    to: str
    name: Text
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the law. Numbers moved between rules, so they are data; '' is one not known."""

    regime: str
    kind: str
    code: str
    name: Text
    confirmed: bool


@cache
def states() -> Mapping[str, State]:
    """All states by id."""
    return machine.states(FILE)


@cache
def steps() -> Mapping[str, Step]:
    """All steps by id."""
    return {one.id: one for one in (_step(row) for row in files.top(FILE).rows("step"))}


@cache
def requirements() -> tuple[Requirement, ...]:
    """The formal and material requirements of a report."""
    return tuple(_requirement(row) for row in files.top(FILE).rows("requirement"))


@cache
def reasons() -> Mapping[str, Named]:
    """Why a report is not registered (from memory, none confirmed)."""
    return _named("reason")


@cache
def outcomes() -> Mapping[str, Named]:
    """The kinds of violation, and none."""
    return _named("outcome")


@cache
def gakkumdu() -> tuple[Named, ...]:
    """The stages of the Gakkumdu branch, which runs beside the case; each has signed minutes."""
    return tuple(_named("gakkumdu").values())


@cache
def forms() -> tuple[Form, ...]:
    """The forms of the law, by kind of election."""
    return tuple(_form(row) for row in files.top(FILE).rows("form"))


def clock_of(regime: Regime, step: Step) -> str:
    """The id of the deadline that a step keeps in a regime, '' when it keeps none."""
    return regime.handling if step.clock == HANDLING else step.clock


def steps_from(state: str, level: str = REGENCY) -> tuple[Step, ...]:
    """The steps that may come next at a level (`kabko` or `kecamatan`).

    A plenary of Bawaslu is of the regency only: Panwascam studies, hands up and recommends.
    """
    return tuple(
        step
        for step in steps().values()
        if state in step.sources and (level == REGENCY or not step.plenary)
    )


def advance(
    state: str,
    step_id: str,
    *,
    level: str = REGENCY,
    paper: str,
    reason: str = "",
    found: Collection[str] = (),
) -> str:
    """Return the state after a step.

    `paper` is the number of the paper that carries it; `found` are outcome ids, `reason` one of
    `reasons()`. Raises IllegalStep when the step does not follow, is the regency's, or lacks its
    paper, its reason or its outcomes; ValueError for outcomes that exclude each other.
    """
    step = machine.following(steps_from(state), step_id, state)
    if step.plenary and level != REGENCY:
        raise IllegalStep(f"{step_id} is taken by the plenary of Bawaslu of the regency")
    if not paper.strip():
        raise IllegalStep(f"{step_id} needs its paper: {step.paper.en}")
    if step.reason and reason not in reasons():
        raise IllegalStep(f"{step_id} needs one of the reasons")
    if step.outcome:
        check_outcomes(found)
    return step.target


def check_outcomes(found: Collection[str]) -> None:
    """Raise ValueError for no outcome, an unknown one, or 'none' beside a violation."""
    known = outcomes()
    if not found or any(one not in known for one in found):
        raise ValueError("name at least one known outcome")
    if len(set(found)) > 1 and any(known[one].alone for one in found):
        raise ValueError("no violation excludes every kind of violation")


def referrals(regime: Regime, found: Collection[str], actor: str = "") -> tuple[Referral, ...]:
    """Where a case with these outcomes goes; `actor` is the reported party's kind.

    Many outcomes give many addressees. An outcome whose addressee depends on an actor that is not
    known gives none, so that a person names it.
    """
    return tuple(
        one
        for one in _referrals()
        if one.outcome in found
        and (not one.regimes or regime.id in one.regimes)
        and (not one.actors or actor in one.actors)
    )


def lacking(met: Collection[str], kind: str = "") -> tuple[Requirement, ...]:
    """The requirements that are not met yet, of one kind or of both."""
    return tuple(r for r in requirements() if r.id not in met and kind in ("", r.kind))


@dataclass(frozen=True, slots=True)
class Tally:
    """Outcomes of a number of cases.

    `by_outcome` counts a case under each of its outcomes; `total` is their sum. `overlap` is how
    many more outcomes than cases there are (cases without any outcome yet are not counted).
    """

    cases: int
    by_outcome: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_outcome.values())

    @property
    def overlap(self) -> int:
        return self.total - self.cases


def tally(cases: Iterable[Collection[str]]) -> Tally:
    """Count outcomes of decided cases; a case with two counts under both."""
    decided = [set(one) for one in cases if one]
    counts = Counter(outcome for one in decided for outcome in one)
    return Tally(len(decided), {name: counts[name] for name in outcomes()})


def _named(key: str) -> Mapping[str, Named]:
    found = {}
    for row in files.top(FILE).rows(key):
        one = Named(
            row.need("id", str),
            row.text("name"),
            row.take("alone", bool, False),
            row.take("clock", str, ""),
        )
        row.finish()
        found[one.id] = one
    return found


def _step(row: files.Row) -> Step:
    made = Step(
        **machine.change(row, states()),
        plenary=row.take("plenary", bool, False),
        reason=row.take("reason", bool, False),
        outcome=row.take("outcome", bool, False),
        paper=row.text("paper"),
        clock=row.take("clock", str, ""),
    )
    row.finish()
    return made


def _requirement(row: files.Row) -> Requirement:
    article, confirmed = files.proof(row)
    made = Requirement(
        row.need("id", str),
        row.one_of("kind", ("formal", "materiel")),
        row.text("name"),
        row.take("clock", str, ""),
        article,
        confirmed,
    )
    row.finish()
    return made


@cache
def _referrals() -> tuple[Referral, ...]:
    return tuple(_referral(row) for row in files.top(FILE).rows("referral"))


def _referral(row: files.Row) -> Referral:
    article, confirmed = files.proof(row)
    made = Referral(
        row.one_of("outcome", tuple(outcomes())),
        row.words("regimes"),
        row.words("actors"),
        row.need("to", str),
        row.text("name"),
        article,
        confirmed,
    )
    row.finish()
    return made


def _form(row: files.Row) -> Form:
    _article, confirmed = files.proof(row)
    made = Form(
        row.need("regime", str),
        row.need("kind", str),
        row.take("code", str, ""),
        row.text("name"),
        confirmed,
    )
    row.finish()
    return made
