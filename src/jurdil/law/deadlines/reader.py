"""Reads and validates `deadlines.toml` of a regime. A fault is a BadRegime with file and row."""

from __future__ import annotations

from datetime import time
from functools import cache
from typing import Any, NamedTuple

from jurdil.law.calendar_days import HolidayPolicy
from jurdil.law.deadlines.model import (
    DeadlineRule,
    Desk,
    Effect,
    Ground,
    Mode,
    TimeUnit,
    Trigger,
    ZonePolicy,
)
from jurdil.law.regime_files import Row, read_citations, read_toml
from jurdil.law.text import Text

DEADLINES_FILE = "deadlines.toml"
MEMORY = "M"
"""Source key of practitioners' memory: never enough to confirm a date."""
_FREE_DAYS = ("national", "joint-leave", "regional", "voting-day")


class Deadlines(NamedTuple):
    """Everything of one `deadlines.toml`."""

    triggers: tuple[Trigger, ...]
    desks: tuple[Desk, ...]
    rules: tuple[DeadlineRule, ...]
    grounds: tuple[Ground, ...]


def load_deadlines(regime_code: str) -> tuple[DeadlineRule, ...]:
    """Return the deadline rules of a regime in the order of its file.

    Raises UnknownRegime for an unknown code, BadRegime for a file that breaks its form.
    """
    return _read(regime_code).rules


def load_grounds(regime_code: str) -> tuple[Ground, ...]:
    """Return the rules without a number (grounds of re-vote, of recount, what a day is)."""
    return _read(regime_code).grounds


def load_desks(regime_code: str) -> tuple[Desk, ...]:
    """Return the counters with office hours that the regime's deadlines know."""
    return _read(regime_code).desks


def load_triggers(regime_code: str) -> tuple[Trigger, ...]:
    """Return the events that the regime's deadlines count from."""
    return _read(regime_code).triggers


@cache
def _read(regime_code: str) -> Deadlines:
    top = Row(read_toml(regime_code, DEADLINES_FILE), f"{regime_code}/{DEADLINES_FILE}", "")
    found = parse(top)
    top.finish()
    return found


def parse(top: Row) -> Deadlines:
    """Read all tables of an opened file; BadRegime when a row breaks its form."""
    triggers = {item.id: item for item in (_trigger(row) for row in top.rows("trigger"))}
    desks = {item.id: item for item in (_desk(row) for row in top.rows("desk"))}
    rules: dict[str, DeadlineRule] = {}
    for row in top.rows("deadline"):
        rule = _rule(row, triggers, desks, rules)
        if rule.id in rules or rule.id in triggers:
            raise row.bad(f"the id {rule.id} is already used")
        rules[rule.id] = rule
    grounds = tuple(_ground(row) for row in top.rows("ground"))
    if len({item.code for item in grounds}) < len(grounds):
        raise top.bad("two grounds share a code")
    return Deadlines(
        tuple(triggers.values()), tuple(desks.values()), tuple(rules.values()), grounds
    )


def _trigger(row: Row) -> Trigger:
    item = Trigger(row.need("id", str), row.text("name"))
    row.finish()
    return item


def _desk(row: Row) -> Desk:
    item = Desk(
        id=row.need("id", str),
        name=row.text("name"),
        weekdays=frozenset(row.need("weekdays", list)),
        opens=row.need("opens", time),
        closes=row.need("closes", time),
        open_during=frozenset(row.words("open_during")),
        holidays=_policy(row),
        **_proof(row),
    )
    row.finish()
    return item


def _policy(row: Row) -> HolidayPolicy:
    skips = row.take("skips", list, list(_FREE_DAYS))
    unknown = set(skips) - set(_FREE_DAYS)
    if unknown:
        raise row.bad(f"skips knows no {', '.join(sorted(map(str, unknown)))}")
    national, joint_leave, regional, voting_day = (kind in skips for kind in _FREE_DAYS)
    return HolidayPolicy(national, joint_leave, regional, voting_day)


def _proof(row: Row) -> dict[str, Any]:
    source = row.words("source")
    unknown = [key for key in source if key not in read_citations()]
    if unknown or not source:
        raise row.bad(f"source is missing or not in sources.toml: {', '.join(unknown)}")
    confirmed = row.need("confirmed", bool)
    if confirmed and MEMORY in source:
        raise row.bad("what rests on memory cannot be confirmed")
    return {"article": row.need("article", str), "confirmed": confirmed, "source": source}


def _rule(
    row: Row,
    triggers: dict[str, Trigger],
    desks: dict[str, Desk],
    earlier: dict[str, DeadlineRule],
) -> DeadlineRule:
    after = row.take("after", str)
    unit = TimeUnit(row.one_of("unit", tuple(TimeUnit)))
    rule = DeadlineRule(
        id=row.need("id", str),
        rule=row.take("rule", str),
        name=row.text("name"),
        trigger=_after(row, after, earlier) if after else _start(row, triggers),
        chained=after is not None,
        mode=Mode(row.one_of("mode", tuple(Mode))),
        unit=unit,
        amount=row.need("amount", int),
        count_start_day=row.take("count_start_day", bool, False),
        end_of_day=row.take("end_of_day", bool, unit is not TimeUnit.HOURS),
        holidays=_policy(row),
        zone=ZonePolicy(row.one_of("zone", tuple(ZonePolicy), ZonePolicy.OFFICE)),
        desk=_desk_of(row, desks),
        effect=Effect(row.one_of("effect", tuple(Effect), Effect.NONE)),
        **_proof(row),
        note=row.text_or_none("note"),
    )
    row.finish()
    _check(row, rule)
    return rule


def _start(row: Row, triggers: dict[str, Trigger]) -> Trigger:
    trigger_id = row.need("trigger", str)
    if trigger_id not in triggers:
        raise row.bad(f"no [[trigger]] is called {trigger_id}")
    return triggers[trigger_id]


def _after(row: Row, rule_id: str, earlier: dict[str, DeadlineRule]) -> Trigger:
    # Only rules further up may be named, so that no chain can close into a ring.
    if rule_id not in earlier:
        raise row.bad(f"after names {rule_id}, which is no [[deadline]] above this one")
    name = earlier[rule_id].name
    return Trigger(rule_id, Text(f"berakhirnya {name.id}", f"the end of {name.en}"))


def _desk_of(row: Row, desks: dict[str, Desk]) -> Desk | None:
    desk_id = row.take("desk", str)
    if desk_id is not None and desk_id not in desks:
        raise row.bad(f"no [[desk]] is called {desk_id}")
    return desks.get(desk_id) if desk_id else None


def _check(row: Row, rule: DeadlineRule) -> None:
    if rule.amount == 0:
        raise row.bad("amount is 0, which is no deadline")
    if rule.unit is TimeUnit.HOURS and (rule.end_of_day or rule.count_start_day or rule.desk):
        raise row.bad("hours run from minute to minute: no end_of_day, count_start_day or desk")
    if rule.unit is TimeUnit.MONTHS and rule.count_start_day:
        raise row.bad("months run from date to date: no count_start_day")


def _ground(row: Row) -> Ground:
    item = Ground(
        code=row.need("code", str),
        kind=row.need("kind", str),
        rule=row.need("rule", str),
        text=row.text("text"),
        **_proof(row),
    )
    row.finish()
    return item
