"""Planned against done: how a stage, a task or a meeting stands, and the shares over many.

An evaluation tells what the data says; waiting for instructions is not lateness (handbook of
practice, section 7).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jurdil.law.figure import Figure, Input, share, total
from jurdil.law.text import Text

ON_TIME, LATE_DONE, OVERDUE, RUNNING, AHEAD, HELD, PASSED, UNDATED = (
    "tepat-waktu",
    "terlambat",
    "lewat-tenggat",
    "berjalan",
    "belum-mulai",
    "menunggu-petunjuk",
    "waktu-lewat",
    "belum-bertanggal",
)

NAMES: dict[str, Text] = {
    ON_TIME: Text("selesai tepat waktu", "done on time"),
    LATE_DONE: Text("selesai terlambat", "done late"),
    OVERDUE: Text("lewat tenggat, belum selesai", "overdue"),
    RUNNING: Text("berjalan", "running"),
    AHEAD: Text("belum mulai", "ahead"),
    HELD: Text("menunggu petunjuk", "waiting for instructions"),
    PASSED: Text("berakhir menurut jadwal", "ended by its schedule"),
    UNDATED: Text("belum bertanggal", "not dated"),
}
DONE = frozenset({ON_TIME, LATE_DONE, PASSED})


@dataclass(frozen=True, slots=True)
class Planned:
    """Something planned. `finishes`: only a recorded end makes it done; a stage without a
    determination has none, its window simply passes."""

    opens: datetime | None
    closes: datetime | None
    done_at: datetime | None
    held: bool = False
    finishes: bool = True


def standing(one: Planned, now: datetime) -> str:
    """One of the codes above for a planned thing at a moment."""
    if one.done_at is not None:
        return LATE_DONE if one.closes is not None and one.done_at > one.closes else ON_TIME
    if one.held:
        return HELD
    if one.opens is None and one.closes is None:
        return UNDATED
    if one.closes is not None and one.closes < now:
        return OVERDUE if one.finishes else PASSED
    if one.opens is not None and one.opens > now:
        return AHEAD
    return RUNNING


@dataclass(frozen=True, slots=True)
class Balance:
    """How many things stand how, with the shares that a report prints. `on_time` is a share of
    those whose end was recorded."""

    counts: tuple[tuple[str, int], ...]
    planned: int
    done: Figure
    on_time: Figure
    late: Figure


def balance(standings: Iterable[str], what: Text) -> Balance:
    """Count the standings of things called `what`; shares of nothing are absent."""
    counted = Counter(standings)
    planned = counted.total()
    finished = sum(counted[code] for code in DONE)
    late = counted[LATE_DONE] + counted[OVERDUE]
    whole = Input(Text(f"{what.id} direncanakan", f"{what.en} planned"), planned)
    done = Input(Text(f"{what.id} selesai", f"{what.en} done"), finished)
    return Balance(
        counts=tuple((code, counted[code]) for code in NAMES if counted[code]),
        planned=planned,
        done=share(done, whole, article="", confirmed=True),
        on_time=share(
            Input(Text("Selesai tepat waktu", "Done on time"), counted[ON_TIME]),
            Input(
                Text("Selesai dan tercatat", "Done and recorded"),
                counted[ON_TIME] + counted[LATE_DONE],
            ),
            article="",
            confirmed=True,
        ),
        late=total(
            [Input(Text("Terlambat atau lewat tenggat", "Late or overdue"), late)],
            article="",
            confirmed=True,
        ),
    )
