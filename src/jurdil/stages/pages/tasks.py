"""Tasks as lines under their headings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jurdil.kernel import clock, moments
from jurdil.kernel.language import say
from jurdil.kernel.policy import matrix
from jurdil.kernel.queries import tasks
from jurdil.kernel.queries.tasks import TaskPage, TaskRow
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.stages import divisions
from jurdil.stages.plan import STAGE
from jurdil.web import words

MINE, DIVISION, EVERYONE = "saya", "divisi", "semua"
HEADINGS: dict[str, str | Promise] = {
    tasks.LATE: gettext_lazy("Terlambat"),
    tasks.TODAY: gettext_lazy("Hari ini"),
    tasks.WEEK: gettext_lazy("Minggu ini"),
    tasks.ON_HOLD: gettext_lazy("Menunggu petunjuk"),
    tasks.LATER: gettext_lazy("Nanti"),
    tasks.UNDATED: gettext_lazy("Tanpa tanggal"),
    tasks.FINISHED: gettext_lazy("Selesai"),
}
STATES = {
    tasks.LATE: "bad",
    tasks.TODAY: "warn",
    tasks.WEEK: "info",
    tasks.ON_HOLD: "wait",
    tasks.LATER: "none",
    tasks.UNDATED: "none",
    tasks.FINISHED: "ok",
}
URGENT = (tasks.LATE, tasks.TODAY, tasks.WEEK)
"""What the home page shows of everybody's work."""


@dataclass(frozen=True)
class TaskLine:
    """A task on a list: its row, and its state in words."""

    row: TaskRow
    state: str
    tag: str
    source: str


@dataclass(frozen=True)
class TaskGroup:
    """Tasks that stand alike to today; `hidden` are left out of a short list."""

    standing: str
    heading: str | Promise
    state: str
    total: int
    lines: tuple[TaskLine, ...]
    hidden: int


@dataclass(frozen=True)
class Chip:
    """A filter: its value, words, how many rows, and whether it is on."""

    value: str
    label: str | Promise
    count: int | None
    on: bool


def line(row: TaskRow, today: date) -> TaskLine:
    """A task with its tag: how far, at which hour, or what it waits for."""
    parts = [say(row.election), _division(row), row.basis]
    return TaskLine(row, STATES[row.standing], _tag(row, today), " · ".join(filter(None, parts)))


def _division(row: TaskRow) -> str:
    return say(divisions.short(row.division)) if row.division else ""


def division_of(row: TaskRow) -> Text:
    """The full name of a task's division."""
    return divisions.full(row.division)


def stage_of(row: TaskRow) -> str:
    """The stage a task belongs to, '' for none."""
    return row.subject.removeprefix(STAGE) if row.subject.startswith(STAGE) else ""


def history(page: TaskPage) -> tuple[tuple[datetime, Text, str], ...]:
    """What was done with a task, each act by its name in the matrix of rights."""
    rights = matrix()
    return tuple((when, rights[act].name, who) for when, act, who in page.history)


def _tag(row: TaskRow, today: date) -> str:
    if row.standing == tasks.ON_HOLD:
        return _("menunggu %(whom)s") % {"whom": row.waiting_for}
    if row.standing == tasks.FINISHED:
        return _("selesai") if row.state == "selesai" else _("batal")
    if row.due is None:
        return _("tanpa tanggal")
    if row.standing == tasks.TODAY and not row.whole_day:
        return words.clock(row.due)
    if row.standing == tasks.LATE and moments.day_of(row.due, clock.zone()) == today:
        return _("lewat %(clock)s") % {"clock": words.clock(row.due)}
    return words.distance(row.due, today)


def grouped(
    rows: Sequence[TaskRow],
    today: date,
    standings: Collection[str] = tasks.STANDINGS,
    most: int | None = None,
) -> tuple[TaskGroup, ...]:
    """Tasks under their headings, at most `most` under each; empty headings are left out."""
    groups = []
    for standing in tasks.STANDINGS:
        own = [row for row in rows if row.standing == standing]
        if own and standing in standings:
            shown = own if most is None else own[:most]
            groups.append(
                TaskGroup(
                    standing,
                    HEADINGS[standing],
                    "bad" if standing == tasks.LATE else "",
                    len(own),
                    tuple(line(row, today) for row in shown),
                    len(own) - len(shown),
                )
            )
    return tuple(groups)


def whose(rows: Sequence[TaskRow], viewer: Viewer, scope: str) -> tuple[TaskRow, ...]:
    """The tasks of a scope: one's own, those of one's division and of none, or all."""
    if scope == MINE:
        return tuple(row for row in rows if row.owner_id == viewer.account_id)
    own = divisions.served_by(viewer.division)
    if scope == DIVISION and own:
        return tuple(row for row in rows if row.division in own or not row.division)
    return tuple(rows)


def chosen_scope(wanted: str, viewer: Viewer) -> str:
    """The scope asked for, or by default one's division, if one has a division."""
    if wanted in (MINE, DIVISION, EVERYONE):
        return wanted
    return DIVISION if divisions.served_by(viewer.division) else EVERYONE


def scopes(rows: Sequence[TaskRow], viewer: Viewer, chosen: str) -> tuple[Chip, ...]:
    """The three scopes with what is urgent in each."""
    labels = {MINE: _("Tugas saya"), DIVISION: _("Divisi saya"), EVERYONE: _("Semua")}
    if not divisions.served_by(viewer.division):
        labels.pop(DIVISION)
    return tuple(
        Chip(scope, label, len(whose(rows, viewer, scope)), scope == chosen)
        for scope, label in labels.items()
    )


def standings(rows: Sequence[TaskRow], chosen: str) -> tuple[Chip, ...]:
    """The states of open tasks with their counts, and the closed ones without."""
    chips = [Chip("", _("Semua terbuka"), len(rows), not chosen)]
    for standing in tasks.STANDINGS:
        count = len([row for row in rows if row.standing == standing])
        if count or standing == chosen:
            chips.append(Chip(standing, HEADINGS[standing], count, standing == chosen))
    closed = tasks.FINISHED
    return (*chips, Chip(closed, HEADINGS[closed], None, chosen == closed))
