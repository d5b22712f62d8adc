"""Clocks of findings, reports, advice and disputes, each in its own unit.

UU 7/2017 arts. 454, 461, 468, 476-482; Perbawaslu 7/2022, 8/2022, 5/2022 for Pemilu; UU 10/2016 and
Perbawaslu 8/2020 as changed by 9/2024 for Pilkada. MK 104/PUU-XXIII/2025 (30 July 2025) makes the
recommendation of Pilkada a decision and is not retroactive, so it starts a regime of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache

from jurdil.law.calendar_days import DayCalendar
from jurdil.law.deadlines import DeadlineRule, Due, Moment, due, load_deadlines
from jurdil.law.deadlines.reader import parse
from jurdil.law.oversight import files
from jurdil.law.text import Text

PEMILU, PILKADA = "pemilu", "pilkada"
REPORTED, FINDING_MADE = "laporan-disampaikan", "temuan-ditetapkan"
ADVICE, DISPUTE = "saran-perbaikan", "sengketa-proses-putusan"


@dataclass(frozen=True, slots=True)
class Regime:
    """How violations of one kind of election are handled in one period.

    `administrative` is what Bawaslu gives on an administrative violation, ``putusan`` or
    ``rekomendasi``; `kpu_reexamines` whether KPU examines it again; `handling` the id of the clock
    of handling. `since` and `until` bound the day of the event (both inclusive, None is open).
    """

    id: str
    name: Text
    kind: str
    clocks: str
    handling: str
    administrative: str
    administrative_text: Text
    kpu_reexamines: bool
    since: date | None
    until: date | None
    article: str
    confirmed: bool


@cache
def regimes() -> Mapping[str, Regime]:
    """All regimes of handling by their id."""
    return {one.id: one for one in (_regime(row) for row in files.top("cases.toml").rows("regime"))}


def regime_for(kind: str, event_day: date) -> Regime:
    """Return the regime for an event of `event_day`; a new ruling never reaches back.

    Raises KeyError for a kind of election that no regime knows.
    """
    for one in regimes().values():
        begun = one.since is None or one.since <= event_day
        if one.kind == kind and begun and (one.until is None or event_day <= one.until):
            return one
    raise KeyError(kind)


@cache
def rules(regime_id: str) -> Mapping[str, DeadlineRule]:
    """Return the clocks of a regime by id. Raises KeyError for an unknown regime."""
    top = files.top(regimes()[regime_id].clocks)
    calendar, borrowed = top.need("regime", str), top.words("borrow")
    own = {rule.id: rule for rule in parse(top).rules}
    top.finish()
    known = {rule.id: rule for rule in load_deadlines(calendar)}
    if missing := [name for name in borrowed if name not in known or name in own]:
        raise top.bad(f"borrow names what is not there or twice: {', '.join(missing)}")
    return {**{name: known[name] for name in borrowed}, **own}


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs: its deadline and whether `now` has passed it."""

    due: Due
    lapsed: bool


def running(
    regime_id: str,
    events: Mapping[str, Moment],
    *,
    now: datetime,
    calendar: DayCalendar,
    zone: tzinfo,
    only: Collection[str] = (),
    done: Collection[str] = (),
) -> tuple[Running, ...]:
    """Return the clocks that started, what lapses next on top.

    `events` are the triggers that happened, with day or moment; a rule of hours whose trigger has
    no time is left out. `only` limits to some rules, `done` leaves kept ones out.
    """
    chosen = (
        rule
        for rule in rules(regime_id).values()
        if rule.id not in done and (not only or rule.id in only)
    )
    return started(chosen, events, now=now, calendar=calendar, zone=zone)


def started(
    found: Iterable[DeadlineRule],
    events: Mapping[str, Moment],
    *,
    now: datetime,
    calendar: DayCalendar,
    zone: tzinfo,
) -> tuple[Running, ...]:
    """Return the clocks of these rules whose trigger happened, what lapses next on top.

    A rule of hours whose trigger has no time is left out.
    """
    clocks = []
    for rule in found:
        start = events.get(rule.trigger.id)
        if start is None or (rule.unit == "hours" and not isinstance(start, datetime)):
            continue
        end = due(rule, start, calendar, zone)
        clocks.append(Running(end, not end.in_time(now)))
    return tuple(sorted(clocks, key=lambda one: one.due.at))


def in_time(
    regime_id: str,
    rule_id: str,
    start: Moment,
    at: datetime,
    *,
    calendar: DayCalendar,
    zone: tzinfo,
) -> tuple[bool, Due]:
    """Tell whether an act at `at` keeps a rule that started at `start`, and its deadline.

    A report outside its limit is recorded all the same, with this as the reason. Raises KeyError
    for a rule the regime does not have.
    """
    end = due(rules(regime_id)[rule_id], start, calendar, zone)
    return end.in_time(at), end


def _regime(row: files.Row) -> Regime:
    article, confirmed = files.proof(row)
    made = Regime(
        id=row.need("id", str),
        name=row.text("name"),
        kind=row.one_of("kind", (PEMILU, PILKADA)),
        clocks=row.need("clocks", str),
        handling=row.need("handling", str),
        administrative=row.one_of("administrative", ("putusan", "rekomendasi")),
        administrative_text=row.text("administrative"),
        kpu_reexamines=row.need("kpu_reexamines", bool),
        since=row.moment("since"),
        until=row.moment("until"),
        article=article,
        confirmed=confirmed,
    )
    row.finish()
    return made
