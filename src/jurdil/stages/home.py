"""The home page: my work in ten seconds, from every running election and the routine work."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows
from jurdil.kernel.queries.tasks import TaskRow, open_tasks
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.text import Text
from jurdil.stages import queries
from jurdil.stages.deadlines import VOTING
from jurdil.stages.pages import agenda
from jurdil.stages.pages import tasks as task_pages
from jurdil.stages.queries.first_hour import FirstHour
from jurdil.stages.queries.schedule import Current, ElectionRow, ScheduleRow
from jurdil.stages.spans import DONE, NEXT, NOW

MOST_IN_GROUP = 8
MOST_RUNNING, MOST_COMING = 5, 2
NOON, AFTERNOON, EVENING = 11, 15, 18


@dataclass(frozen=True)
class Countdown:
    """Days to the voting day of a running election."""

    name: str
    figure: Figure


@dataclass(frozen=True)
class Strip:
    """The main stages of an election around today."""

    election: ElectionRow
    rows: tuple[ScheduleRow, ...]


@dataclass(frozen=True)
class Home:
    """What the page and its panels show; panels of other rooms find it in the slot's values."""

    greeting: str
    today: date
    scope: str
    tasks: tuple[TaskRow, ...]
    groups: tuple[task_pages.TaskGroup, ...]
    scopes: tuple[task_pages.Chip, ...]
    waiting: int
    countdowns: tuple[Countdown, ...]
    strips: tuple[Strip, ...]
    over: tuple[ElectionRow, ...]
    current: Current
    first_hour: FirstHour | None


def build(viewer: Viewer, wanted: str) -> Home:
    """The home page of a viewer; `wanted` is the scope of tasks asked for, '' for the default."""
    rows = open_tasks(viewer)
    current = queries.current(viewer)
    dead = {election.id for election in current.elections if election.over}
    rows = tuple(row for row in rows if row.election_id not in dead)
    scope = task_pages.chosen_scope(wanted, viewer)
    own = task_pages.whose(rows, viewer, scope)
    today = clock.today()
    urgent = [row for row in own if row.standing in task_pages.URGENT]
    return Home(
        greeting=greeting(viewer.name),
        today=today,
        scope=scope,
        tasks=rows,
        groups=task_pages.grouped(urgent, today, task_pages.URGENT, MOST_IN_GROUP),
        scopes=task_pages.scopes(
            [row for row in rows if row.standing in task_pages.URGENT], viewer, scope
        ),
        waiting=len([row for row in own if row.standing == "menunggu"]),
        countdowns=countdowns(current),
        strips=strips(current),
        over=tuple(election for election in current.elections if election.over),
        current=current,
        first_hour=queries.first_hour(viewer) if allows(viewer, "stages.first_hour") else None,
    )


def greeting(name: str) -> str:
    """A greeting by the hour of the office's clock."""
    hour = clock.now().astimezone(clock.zone()).hour
    if hour < NOON:
        return _("Selamat pagi, %(name)s") % {"name": name}
    if hour < AFTERNOON:
        return _("Selamat siang, %(name)s") % {"name": name}
    if hour < EVENING:
        return _("Selamat sore, %(name)s") % {"name": name}
    return _("Selamat malam, %(name)s") % {"name": name}


def countdowns(current: Current) -> tuple[Countdown, ...]:
    """Days to voting of every election whose voting day is still ahead."""
    today = clock.today()
    found = []
    for election in current.elections:
        day = election.voting_day
        if day is None or day < today:
            continue
        window = next((r.span for r in current.of(election.id) if r.span.stage == VOTING), None)
        figure = agenda.countdown(
            day,
            Text("Hari pemungutan suara", "Voting day"),
            window.basis if window else "",
            confirmed=window.confirmed if window else False,
        )
        found.append(Countdown(say(election.name), figure))
    return tuple(found)


def strips(current: Current) -> tuple[Strip, ...]:
    """The main stages around today, of each election that is not over."""
    found = []
    for election in current.elections:
        main = [row for row in current.of(election.id) if not row.span.parent]
        rows = _around([row for row in main if not row.recurring])
        if rows and not election.over:
            found.append(Strip(election, rows))
    return tuple(found)


def _around(rows: list[ScheduleRow]) -> tuple[ScheduleRow, ...]:
    dated = [row for row in rows if row.span.closes]
    done = [row for row in dated if row.state == DONE]
    running = [row for row in dated if row.state == NOW]
    coming = [row for row in dated if row.state == NEXT]
    if not running and not coming:
        return ()
    done.sort(key=lambda row: row.span.closes or clock.now())
    coming.sort(key=lambda row: row.span.opens or row.span.closes or clock.now())
    return (*done[-1:], *running[:MOST_RUNNING], *coming[:MOST_COMING])


def this_week(home: Home) -> tuple[date, date]:
    """Monday and Sunday of the legal day's week."""
    first = home.today.fromordinal(home.today.toordinal() - home.today.weekday())
    return first, first.fromordinal(first.toordinal() + 6)


def runs_between(row: ScheduleRow, first: date, last: date) -> bool:
    """Whether a stage touches the days between two days."""
    zone = clock.zone()
    if row.span.opens is None or row.span.closes is None:
        return False
    opens, closes = moments.day_of(row.span.opens, zone), moments.day_of(row.span.closes, zone)
    return opens <= last and closes >= first
