"""What Bawaslu decides or recommends and KPU carries out, and until when.

UU 7/2017 arts. 461-462 (KPU follows a decision within three working days after it was read) and
466-471 (process disputes); UU 1/2015 arts. 139-140 (recommendation of a Pilkada), a decision
since MK 104/PUU-XXIII/2025; Panwaslu Kecamatan recommends only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache

from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import DeadlineRule, due
from jurdil.law.oversight import clocks, files, process_disputes
from jurdil.law.oversight.advice import Standing, end_of
from jurdil.law.text import Text

FILE = "rulings.toml"
DECISION, RECOMMENDATION = "putusan-administrasi", "rekomendasi"
DISTRICT, DISPUTE = "rekomendasi-kecamatan", "putusan-sengketa"
ANSWERS = (Standing.FOLLOWED, Standing.PARTLY, Standing.NOT)
"""How KPU may answer; whoever followed it in part, or not, may answer again."""
OPEN = (Standing.WAITING, Standing.PARTLY)
"""While a ruling stands so, somebody still has something to do."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of ruling: the level that gives it, the body it goes to, its clock ('' unknown)."""

    id: str
    name: Text
    level: str
    to: str
    clock: str
    article: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """The last moment to follow a ruling; `at` is None where neither law nor ruling says it."""

    at: datetime | None
    set_by_hand: bool


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds of rulings by id."""
    return {one.id: one for one in (_kind(row) for row in files.top(FILE).rows("kind"))}


def of_regime(regime_id: str) -> str:
    """What Bawaslu gives on an administrative violation. Raises KeyError for an unknown regime."""
    decides = clocks.regimes()[regime_id].administrative == "putusan"
    return DECISION if decides else RECOMMENDATION


def is_based(kind: str, basis: str) -> bool:
    """Tell whether a kind of ruling is given under a regime, or on a track of disputes."""
    if kind == DISPUTE:
        return basis in process_disputes.tracks() and basis != process_disputes.BETWEEN
    if kind not in kinds() or basis not in clocks.regimes():
        return False
    return kind == DISTRICT or kind == of_regime(basis)


def rule_of(kind: str, basis: str) -> DeadlineRule | None:
    """The deadline of a ruling, None where none is known. Raises KeyError for unknown words."""
    name = kinds()[kind].clock
    known = process_disputes.rules(basis) if kind == DISPUTE else clocks.rules(basis)
    return known.get(name)


def basis_name(kind: str, basis: str) -> Text:
    """What a ruling rests on, in words: the procedure of the dispute, or the regime."""
    return (process_disputes.tracks() if kind == DISPUTE else clocks.regimes())[basis].name


def duty(kind: str, basis: str) -> Text | None:
    """Who decides in a regime and what is left to KPU; None where the regime does not say it."""
    if kind in (DECISION, RECOMMENDATION):
        return clocks.regimes()[basis].administrative_text
    return None


def basis_article(kind: str, basis: str) -> str:
    """The articles of what a ruling rests on."""
    if kind == DISPUTE:
        return process_disputes.tracks()[basis].article
    return kinds()[kind].article if kind == DISTRICT else clocks.regimes()[basis].article


def clock(
    kind: str,
    basis: str,
    served: date,
    *,
    until: date | None = None,
    calendar: DayCalendar,
    zone: tzinfo,
) -> Clock:
    """Return when a ruling that was read or served on a day must have been followed.

    `until` is the day that the ruling itself sets. Raises ValueError when that day lies before the
    serving or after the rule's end.
    """
    rule = rule_of(kind, basis)
    end = due(rule, served, calendar, zone).at if rule else None
    if until is None:
        return Clock(end, False)
    return Clock(end_of(until, served, end, zone), True)


def standing(answer: Standing | None, ends: datetime | None, now: datetime) -> Standing:
    """How a ruling stands: by its last answer, else waiting, or lapsed once its clock ended.

    Raises ValueError for an answer that is none.
    """
    if answer is not None:
        if answer not in ANSWERS:
            raise ValueError(f"{answer} is no answer to a ruling")
        return answer
    return Standing.LAPSED if ends is not None and now >= ends else Standing.WAITING


def _kind(row: files.Row) -> Kind:
    article, confirmed = files.proof(row)
    made = Kind(
        id=row.need("id", str),
        name=row.text("name"),
        level=row.one_of("level", ("kabko", "kecamatan")),
        to=row.one_of("to", ("kpu", "ppk")),
        clock=row.take("clock", str, ""),
        article=article,
        confirmed=confirmed,
    )
    row.finish()
    return made
