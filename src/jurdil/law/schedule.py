"""What a regime's schedule gives for given days: recurring rows, a printed table, a what-if.

Pure: days are handed in, nothing here asks for today.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from jurdil.law.regime_types import Moment, Regime, Stage
from jurdil.law.text import Text

MONTHS_PER_PERIOD = {"quarter": 3, "semester": 6}
PERIOD_NAMES = {
    "quarter": Text("triwulan", "quarter"),
    "semester": Text("semester", "semester"),
    "week": Text("minggu", "week"),
}
ROMAN = ("I", "II", "III", "IV")

SHIFTED_NOTE = Text(
    "Simulasi: jarak hari ke pemungutan suara disalin dari {name}; tidak ada dasar hukumnya.",
    "Simulation: the distance in days to voting is copied from {name}; it has no legal basis.",
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence of a recurring row.

    `key` is stable (`pdpb-triwulan/2025-TW2`), `start` and `end` are the inclusive days of the
    period. `confirmed` and `trigger` are those of the row.
    """

    key: str
    stage_id: str
    name: Text
    start: date
    end: date
    trigger: tuple[str, ...]
    confirmed: bool


def expand(regime: Regime, since: date, until: date) -> tuple[Occurrence, ...]:
    """Return the occurrences of recurring rows that touch the days `since` to `until`.

    A quarter or semester is the whole calendar period, also where only a part lies in the range.
    A row that holds from or until a day gives only periods that lie wholly within. Ordered by
    start, then by the order of the schedule. Raises ValueError when `until` is before `since`.
    """
    if until < since:
        raise ValueError(f"the range ends on {until} before it starts on {since}")
    found = [
        occurrence
        for stage in regime.stages
        if stage.every is not None
        for occurrence in _occurrences(stage, since, until)
        if _holds(stage, occurrence)
    ]
    return tuple(sorted(found, key=lambda occurrence: occurrence.start))


def _occurrences(stage: Stage, since: date, until: date) -> Iterator[Occurrence]:
    if stage.every == "week":
        yield from _weeks(stage, since, until)
    else:
        yield from _periods(stage, since, until)


def _holds(stage: Stage, occurrence: Occurrence) -> bool:
    if stage.start is not None and occurrence.start < _day(stage.start):
        return False
    return stage.end is None or occurrence.end <= _day(stage.end)


def _weeks(stage: Stage, since: date, until: date) -> Iterator[Occurrence]:
    weekday = stage.weekday or 1
    day = since + timedelta(days=(weekday - since.isoweekday()) % 7)
    while day <= until:
        year, week, _ = day.isocalendar()
        label = Text(f"minggu {week} {year}", f"week {week} of {year}")
        yield _occurrence(stage, f"{year}-W{week:02}", label, day, day)
        day += timedelta(days=7)


def _periods(stage: Stage, since: date, until: date) -> Iterator[Occurrence]:
    every = str(stage.every)
    months = MONTHS_PER_PERIOD[every]
    word = PERIOD_NAMES[every]
    tag = "TW" if every == "quarter" else "S"
    year, number = since.year, (since.month - 1) // months
    start = date(year, number * months + 1, 1)
    while start <= until:
        following = _month_start(year, (number + 1) * months)
        name = ROMAN[number]
        label = Text(f"{word.id} {name} {year}", f"{word.en} {name} of {year}")
        end = following - timedelta(days=1)
        yield _occurrence(stage, f"{year}-{tag}{number + 1}", label, start, end)
        start = following
        year, number = start.year, (start.month - 1) // months


def _month_start(year: int, months_later: int) -> date:
    """Return the first day of the month that comes `months_later` after January of `year`."""
    return date(year + months_later // 12, months_later % 12 + 1, 1)


def _occurrence(stage: Stage, period: str, label: Text, start: date, end: date) -> Occurrence:
    return Occurrence(
        key=f"{stage.id}/{period}",
        stage_id=stage.id,
        name=Text(f"{stage.name.id}, {label.id}", f"{stage.name.en}, {label.en}"),
        start=start,
        end=end,
        trigger=stage.trigger,
        confirmed=stage.confirmed,
    )


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def shifted(regime: Regime, new_voting_day: date) -> Regime:
    """Return the schedule as it would be if voting were on `new_voting_day` (a what-if).

    Every dated row keeps its distance in days to voting, every row becomes unconfirmed, and the
    result is a draft. A rule in months (art. 167(6)) may give another day than this copy does.
    Raises ValueError for a regime without a voting day.
    """
    if regime.voting_day is None:
        raise ValueError(f"regime {regime.code} has no voting day to shift from")
    delta = new_voting_day - regime.voting_day
    name = Text(
        f"Simulasi {new_voting_day} menurut {regime.name.id}",
        f"Simulation {new_voting_day} after {regime.name.en}",
    )
    note = Text(
        SHIFTED_NOTE.id.format(name=regime.name.id), SHIFTED_NOTE.en.format(name=regime.name.en)
    )
    return replace(
        regime,
        code=f"{regime.code}@{new_voting_day}",
        name=name,
        voting_day=new_voting_day,
        draft=True,
        stages=tuple(_shift(stage, delta, note) for stage in regime.stages),
    )


def _shift(stage: Stage, delta: timedelta, note: Text) -> Stage:
    if stage.every is not None:
        return replace(stage, confirmed=False, note=note)
    return replace(
        stage,
        start=_moved(stage.start, delta),
        end=_moved(stage.end, delta),
        alt_start=None,
        alt_end=None,
        confirmed=False,
        note=note,
    )


def _moved(moment: Moment | None, delta: timedelta) -> Moment | None:
    return None if moment is None else moment + delta


def printed(regime: Regime, lang: str = "id") -> str:
    """Return the schedule as plain text, one block per table, for a terminal.

    A `?` before a row says that no source confirms it; `-` in the place of a date that it is not
    known or that an event sets it.
    """
    lines = [_title(regime, lang), ""]
    for group in regime.groups:
        stages = regime.stages_in(group.id)
        lines.append(f"{group.name.pick(lang)} ({len(stages)})")
        for stage in stages:
            lines.extend(_row_lines(regime, stage, lang))
        lines.append("")
    return "\n".join(lines)


def _title(regime: Regime, lang: str) -> str:
    words = [f"{regime.code}: {regime.name.pick(lang)}"]
    if regime.voting_day is not None:
        label = Text("pemungutan suara", "voting").pick(lang)
        words.append(f"{label} {regime.voting_day}")
    if regime.draft:
        words.append(Text("rancangan", "draft").pick(lang))
    return ", ".join(words)


def _row_lines(regime: Regime, stage: Stage, lang: str) -> Iterator[str]:
    mark = " " if stage.confirmed else "?"
    owner = stage.division or stage.body
    name = "  " * _depth(regime, stage) + stage.name.pick(lang)
    unneeded = "" if stage.needed else f" ({Text('tidak diperlukan', 'not needed').pick(lang)})"
    yield (
        f"{mark} {_when(stage.start):<16} {_when(stage.end):<16} {stage.level:<10} "
        f"{owner:<10} {name}{unneeded} [{stage.id}] {{{stage.article}}}"
    )
    yield from (f"{'':<59}{extra}" for extra in _extras(stage, lang))


def _extras(stage: Stage, lang: str) -> Iterator[str]:
    if stage.every is not None:
        yield f"{Text('setiap', 'every').pick(lang)} {PERIOD_NAMES[stage.every].pick(lang)}"
    if stage.trigger:
        yield f"{Text('menurut tenggat', 'by deadline').pick(lang)} {', '.join(stage.trigger)}"
    if stage.alt_start is not None or stage.alt_end is not None:
        label = Text("sumber lain", "other source").pick(lang)
        yield f"{label}: {_when(stage.alt_start)} .. {_when(stage.alt_end)}"
    if stage.note is not None:
        yield stage.note.pick(lang)


def _when(moment: Moment | None) -> str:
    if moment is None:
        return "-"
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%d %H:%M")
    return moment.isoformat()


def _depth(regime: Regime, stage: Stage) -> int:
    depth = 0
    while stage.parent is not None:
        stage = regime.stage(stage.parent)
        depth += 1
    return depth
