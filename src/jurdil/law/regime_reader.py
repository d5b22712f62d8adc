"""Reads and validates the files of one regime. A fault is a BadRegime with file and row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

from jurdil.law.regime_files import REGIME_FILE, Row, read_citations, read_toml
from jurdil.law.regime_types import (
    BODIES,
    CHOICE_KINDS,
    LEVELS,
    PERIODS,
    BadRegime,
    Band,
    Basis,
    Body,
    Code,
    Contest,
    Division,
    Exemption,
    Group,
    Moment,
    Parameter,
    ParameterValue,
    Pay,
    Regime,
    Stage,
    TurnoutFormula,
    UserCategory,
)

STAGES_FILE = "stages.toml"
MEMORY = "M"
"""Source key of practitioners' memory: never enough to confirm a fact."""

ItemT = TypeVar("ItemT", Basis, Body, Contest, Division, Group, Stage, TurnoutFormula, UserCategory)


def read_regime(code: str) -> Regime:
    """Read `regime.toml` and `stages.toml` of the regime `code`.

    Raises UnknownRegime for a code without folder, BadRegime for a file that breaks its form.
    """
    top = Row(read_toml(code, REGIME_FILE), f"{code}/{REGIME_FILE}", "")
    schedule = Row(read_toml(code, STAGES_FILE), f"{code}/{STAGES_FILE}", "")
    if top.need("id", str) != code:
        raise top.bad(f"the id differs from the folder {code}")
    regime = Regime(
        code=code,
        kind=top.one_of("kind", ("pemilu", "pilkada", "rutin")),
        name=top.text("name"),
        voting_day=top.moment("voting_day"),
        draft=top.need("draft", bool),
        basis=_unique(top, "basis", _basis),
        divisions=_unique(top, "division", _division),
        contests=_unique(top, "contest", _contest),
        groups=_unique(schedule, "group", _group),
        stages=_unique(schedule, "stage", _stage),
        codes=tuple(_code(row) for row in top.rows("code")),
        user_categories=_unique(top, "user_category", _user_category),
        turnout=_unique(top, "turnout", _turnout),
        bodies=_unique(top, "body", _body),
        parameters=MappingProxyType(
            {key: _parameter(key, row) for key, row in top.tables("parameters").items()}
        ),
        citations=read_citations(),
    )
    top.finish()
    schedule.finish()
    _check_divisions(regime)
    _check_stages(regime)
    _check_codes(regime)
    _check_turnout(regime)
    return regime


def _unique(file: Row, key: str, read: Callable[[Row], ItemT]) -> tuple[ItemT, ...]:
    seen: dict[str, ItemT] = {}
    for row in file.rows(key):
        item = read(row)
        row.finish()
        if item.id in seen:
            raise row.bad(f"the id {item.id} is there twice")
        seen[item.id] = item
    return tuple(seen.values())


def _proof(row: Row) -> dict[str, Any]:
    """Read what every fact must carry: article, mark, sources, and a note where they differ."""
    return {"article": row.need("article", str), "note": row.text_or_none("note"), **_seen(row)}


def _seen(row: Row) -> dict[str, Any]:
    confirmed = row.need("confirmed", bool)
    source = row.words("source")
    if not source:
        raise row.bad("source is missing")
    unknown = [key for key in source if key not in read_citations()]
    if unknown:
        raise row.bad(f"source is not in sources.toml: {', '.join(unknown)}")
    if confirmed and set(source) == {MEMORY}:
        raise row.bad("a fact from memory alone cannot be confirmed")
    return {"confirmed": confirmed, "source": source}


def _basis(row: Row) -> Basis:
    return Basis(
        id=row.need("id", str),
        title=row.need("title", str),
        about=row.text("about"),
        **_seen(row),
    )


def _division(row: Row) -> Division:
    return Division(
        id=row.need("id", str),
        kind=row.one_of("kind", ("divisi", "subbagian")),
        name=row.text("name"),
        serves=row.words("serves"),
        since=row.take("since", int),
        until=row.take("until", int),
        **_proof(row),
    )


def _contest(row: Row) -> Contest:
    divisors = row.take("divisors", list)
    threshold = row.take("threshold_percent", (int, Decimal))
    return Contest(
        id=row.need("id", str),
        name=row.text("name"),
        short=row.need("short", str),
        order=row.need("order", int),
        choice=row.one_of("choice", CHOICE_KINDS),
        determined_at=row.one_of("determined_at", LEVELS),
        area_kind=row.take("area_kind", str),
        colour=row.text_or_none("colour"),
        colour_hex=row.take("colour_hex", str),
        form=row.take("form", str),
        threshold_percent=None if threshold is None else Decimal(threshold),
        divisors=None if divisors is None else tuple(divisors),
        exemptions=tuple(_exemption(part) for part in row.rows("exemption")),
        **_proof(row),
    )


def _exemption(row: Row) -> Exemption:
    exemption = Exemption(
        province=row.need("province", str),
        held=row.take("held", bool, True),
        name=row.text_or_none("name"),
        **_seen(row),
    )
    row.finish()
    return exemption


def _group(row: Row) -> Group:
    return Group(id=row.need("id", str), name=row.text("name"))


def _stage(row: Row) -> Stage:
    stage = Stage(
        id=row.need("id", str),
        group=row.need("group", str),
        parent=row.take("parent", str),
        name=row.text("name"),
        level=row.one_of("level", LEVELS),
        start=row.moment("start"),
        end=row.moment("end"),
        every=row.take("every", str),
        weekday=row.take("weekday", int),
        trigger=row.words("trigger"),
        body=row.one_of("body", BODIES, "kpu"),
        division=row.take("division", str),
        alt_start=row.moment("alt_start"),
        alt_end=row.moment("alt_end"),
        needed=row.take("needed", bool, True),
        **_proof(row),
    )
    _check_dates(row, stage)
    if stage.every is not None and stage.every not in PERIODS:
        raise row.bad(f"every is {stage.every!r}, not one of {', '.join(PERIODS)}")
    if (stage.every == "week") != (stage.weekday in range(1, 8)):
        raise row.bad("a weekly row, and only that, has a weekday from 1 (Monday) to 7")
    if (stage.division is None) == (stage.body == "kpu"):
        raise row.bad("a stage of the KPU, and only that, has an owner division")
    return stage


def _check_dates(row: Row, stage: Stage) -> None:
    if stage.start and stage.end and _minute(stage.start) > _minute(stage.end, last=True):
        raise row.bad("start is after end")
    if (stage.alt_start or stage.alt_end) and stage.note is None:
        raise row.bad("a date of another source needs a note that says who prints it")


def _minute(moment: Moment, *, last: bool = False) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.max if last else time.min)


def _code(row: Row) -> Code:
    code = Code(
        list=row.need("list", str),
        code=row.need("code", str),
        name=row.text("name"),
        removes=row.take("removes", bool),
        moves=row.take("moves", bool, False),
        double=row.take("double", bool, False),
        until_days_before=row.take("until_days_before", int),
        **_proof(row),
    )
    row.finish()
    return code


def _user_category(row: Row) -> UserCategory:
    return UserCategory(id=row.need("id", str), name=row.text("name"), **_proof(row))


def _turnout(row: Row) -> TurnoutFormula:
    return TurnoutFormula(
        id=row.need("id", str),
        name=row.text("name"),
        numerator=row.words("numerator"),
        denominator=row.words("denominator"),
        official=row.take("official", bool, False),
        **_proof(row),
    )


def _body(row: Row) -> Body:
    return Body(
        id=row.need("id", str),
        name=row.text("name"),
        level=row.one_of("level", LEVELS),
        members=row.take("members", int),
        pay=tuple(_pay(part) for part in row.rows("pay")),
        **_proof(row),
    )


def _pay(row: Row) -> Pay:
    pay = Pay(post=row.text("post"), amount=row.need("amount", int), **_proof(row))
    row.finish()
    return pay


def _parameter(key: str, row: Row) -> Parameter:
    value = row.need("value", (int, bool, Decimal, str, date, list))
    parameter = Parameter(key=key, value=_value(row, value), unit=row.text("unit"), **_proof(row))
    row.finish()
    return parameter


def _value(row: Row, value: Any) -> ParameterValue:
    if not isinstance(value, list):
        result: ParameterValue = value
        return result
    if all(isinstance(item, dict) for item in value):
        bands = tuple(_band(row, item) for item in value)
        limits = [band.up_to for band in bands if band.up_to is not None]
        if limits != sorted(set(limits)) or None in [band.up_to for band in bands[:-1]]:
            raise row.bad("the steps of the ladder do not rise")
        return bands
    return tuple(_value(row, item) for item in value)


def _band(row: Row, item: dict[str, Any]) -> Band:
    if set(item) - {"up_to"} != {"value"}:
        raise row.bad(f"a step of a ladder has up_to and value only: {item!r}")
    return Band(up_to=item.get("up_to"), value=item["value"])


def _check_divisions(regime: Regime) -> None:
    known = {item.id for item in regime.divisions if item.kind == "divisi"}
    for item in regime.divisions:
        if item.kind == "subbagian" and not (item.serves and set(item.serves) <= known):
            raise BadRegime(f"{regime.code}/{REGIME_FILE}: division {item.id}: serves is unknown")


def _check_stages(regime: Regime) -> None:
    groups = {group.id for group in regime.groups}
    owners = {item.id for item in regime.divisions if item.kind == "divisi"}
    above: set[str] = set()
    for stage in regime.stages:
        label = f"{regime.code}/{STAGES_FILE}: stage {stage.id}"
        if stage.group not in groups:
            raise BadRegime(f"{label}: unknown group {stage.group!r}")
        if stage.parent is not None and stage.parent not in above:
            raise BadRegime(f"{label}: no row above has the id of the parent {stage.parent!r}")
        if stage.division is not None and stage.division not in owners:
            raise BadRegime(f"{label}: unknown division {stage.division!r}")
        above.add(stage.id)


def _check_codes(regime: Regime) -> None:
    seen: set[tuple[str, str]] = set()
    for code in regime.codes:
        if (code.list, code.code) in seen:
            raise BadRegime(
                f"{regime.code}/{REGIME_FILE}: code {code.code} is twice in list {code.list}"
            )
        seen.add((code.list, code.code))


def _check_turnout(regime: Regime) -> None:
    if sum(formula.official for formula in regime.turnout) > 1:
        raise BadRegime(f"{regime.code}/{REGIME_FILE}: more than one official turnout formula")
