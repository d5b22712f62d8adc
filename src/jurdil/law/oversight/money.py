"""Money politics: the article by phase x actor, never chosen by hand.

UU 7/2017 art. 523 (campaign, quiet period, voting day) and UU 10/2016 art. 187A. The phase is
computed from the schedule's windows; what no row covers has no article and goes to a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from jurdil.law.oversight import files
from jurdil.law.oversight.words import Word, listed

FILE = "money.toml"
BEFORE, CAMPAIGN, QUIET, VOTING, AFTER = "sebelum", "kampanye", "tenang", "pemungutan", "sesudah"
RECEIVER = "penerima"
CAMPAIGN_STAGE, QUIET_STAGE = "kampanye", "masa-tenang"


@dataclass(frozen=True, slots=True)
class Rule:
    """An article with the most it names: imprisonment in months, fine in rupiah."""

    kind: str
    phases: tuple[str, ...]
    actors: tuple[str, ...]
    months: int
    rupiah: int
    article: str
    confirmed: bool


@cache
def rules() -> tuple[Rule, ...]:
    """All rows of the table."""
    return tuple(_rule(row) for row in files.top(FILE).rows("rule"))


@cache
def phases() -> Mapping[str, Word]:
    """The phases of an election for this purpose."""
    return listed(FILE, "phase")


@cache
def actors() -> Mapping[str, Word]:
    """Who gives, promises or receives."""
    return listed(FILE, "actor")


@cache
def modes() -> Mapping[str, Word]:
    """How it is given: money, goods, promises."""
    return listed(FILE, "mode")


def phase_of(
    day: date,
    voting: date,
    campaign: tuple[date, date] | None,
    quiet: tuple[date, date] | None,
) -> str | None:
    """Return the phase a day lies in, from the windows (first and last day) of the schedule.

    Voting day is its own phase. None between windows, or before voting while the campaign's window
    is not known: a person names it then.
    """
    if day == voting:
        return VOTING
    if day > voting:
        return AFTER
    if quiet is not None and quiet[0] <= day <= quiet[1]:
        return QUIET
    if campaign is None:
        return None
    if campaign[0] <= day <= campaign[1]:
        return CAMPAIGN
    return BEFORE if day < campaign[0] else None


def rule_of(kind: str, phase: str, actor: str) -> Rule | None:
    """Return the article for `pemilu` or `pilkada`, a phase and an actor; None where none is known.

    Raises KeyError for an unknown phase or actor.
    """
    if phase not in phases() or actor not in actors():
        raise KeyError(phase if phase not in phases() else actor)
    found = (r for r in rules() if r.kind == kind and phase in r.phases and actor in r.actors)
    return next(found, None)


def _rule(row: files.Row) -> Rule:
    article, confirmed = files.proof(row)
    made = Rule(
        row.one_of("kind", ("pemilu", "pilkada")),
        row.some_of("phases", phases()),
        row.some_of("actors", actors()),
        row.need("months", int),
        row.need("rupiah", int),
        article,
        confirmed,
    )
    row.finish()
    return made
