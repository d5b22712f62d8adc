"""Tasks as their readers need them: sorted by how near they are, what waits is never late."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import query
from jurdil.kernel.models import Account, Election, Grant, LedgerEntry, Task, Waiting
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

LATE, TODAY, WEEK, LATER, UNDATED, ON_HOLD, FINISHED = (
    "terlambat",
    "hari-ini",
    "minggu-ini",
    "nanti",
    "tanpa-tanggal",
    "menunggu",
    "selesai",
)
STANDINGS = (LATE, TODAY, WEEK, ON_HOLD, LATER, UNDATED)
"""How an open task stands to the legal day, in the order of a list."""
WEEK_AHEAD = timedelta(days=7)
GUESTS = frozenset({"pengawas"})
"""Roles of the overseer's people inside the house that they oversee."""


@dataclass(frozen=True)
class TaskRow:
    """A task on a list; `state` is a `Task.State` value, `standing` one of `STANDINGS`.

    `whole_day`: due at the end of the day and not at an hour. `waiting_for` is filled for a task
    that waits and for one whose stage waits.
    """

    id: int
    text: Text
    election: Text
    election_id: int
    division: str
    owner: str
    owner_id: int | None
    due: datetime | None
    whole_day: bool
    state: str
    standing: str
    source: str
    subject: str
    basis: str
    waiting_for: str
    path: str
    revision: int


@dataclass(frozen=True)
class TaskPage:
    """One task with everything its page shows."""

    row: TaskRow
    note: str
    result: str
    opened_at: datetime
    closed_at: datetime | None
    waiting_since: date | None
    by_rule: bool
    history: tuple[tuple[datetime, str, str], ...]


@dataclass(frozen=True)
class Owner:
    """A person a task can be given to."""

    id: int
    name: str
    division: str


@query("task.view")
def open_tasks(
    viewer: Viewer, *, mine: bool = False, divisions: Collection[str] = ()
) -> tuple[TaskRow, ...]:
    """Open and waiting tasks in scope of every running election, earliest due first.

    With `divisions` those of these divisions and those of none, which are everybody's.
    """
    tasks = _scoped(viewer).filter(
        state__in=[Task.State.OPEN, Task.State.WAITING],
        election__state=Election.State.RUNNING,
    )
    if mine:
        tasks = tasks.filter(owner_id=viewer.account_id)
    if divisions:
        tasks = tasks.filter(Q(division__in=divisions) | Q(division=""))
    rows = _rows(tasks.order_by(F("due").asc(nulls_last=True), "id"))
    return tuple(sorted(rows, key=lambda row: STANDINGS.index(row.standing)))


@query("task.view")
def late_count(viewer: Viewer) -> int:
    """How many open tasks of the viewer's own are past due and wait for nothing."""
    held = Waiting.objects.filter(
        election=OuterRef("election"), subject=OuterRef("subject"), ended__isnull=True
    )
    own = _scoped(viewer).filter(
        owner_id=viewer.account_id,
        state=Task.State.OPEN,
        election__state=Election.State.RUNNING,
        due__lt=clock.now(),
    )
    return own.exclude(Exists(held)).count() if viewer.account_id else 0


@query("task.view")
def closed_tasks(
    viewer: Viewer, *, before: int | None = None, limit: int = 50
) -> tuple[TaskRow, ...]:
    """Closed tasks in scope, the newest first, those with an id below `before`."""
    tasks = _scoped(viewer).filter(state__in=[Task.State.DONE, Task.State.DROPPED])
    if before is not None:
        tasks = tasks.filter(pk__lt=before)
    return _rows(tasks.order_by("-id")[:limit])


@query("task.view")
def tasks_about(viewer: Viewer, election_id: int, subject: str) -> tuple[TaskRow, ...]:
    """All tasks in scope about one subject (``stage:dpt``), open ones first."""
    tasks = _scoped(viewer).filter(election_id=election_id, subject=subject)
    rows = _rows(tasks.order_by(F("due").asc(nulls_last=True), "id"))
    return tuple(sorted(rows, key=lambda row: row.standing == FINISHED))


@query("task.view")
def task(viewer: Viewer, task_id: int) -> TaskPage:
    """One task in scope, of any election. Raises `Task.DoesNotExist`."""
    found = _scoped(viewer.about(None)).get(pk=task_id)
    entries = LedgerEntry.objects.filter(subject=f"task:{found.pk}").order_by("seq")
    return TaskPage(
        row=_rows([found])[0],
        note=found.note,
        result=found.result,
        opened_at=found.opened_at,
        closed_at=found.closed_at,
        waiting_since=found.waiting_since,
        by_rule=bool(found.due_rule) or found.subject.startswith("stage:"),
        history=tuple((entry.legal_at, entry.act, entry.actor_name) for entry in entries),
    )


@query("task.view")
def owners(viewer: Viewer) -> tuple[Owner, ...]:
    """The people with a role in the viewer's place today, by name."""
    today = clock.today()
    held = Grant.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=today),
        path__within=viewer.path,
        valid_from__lte=today,
        account__is_active=True,
    ).select_related("account")
    people: dict[int, Owner] = {}
    for grant in held.order_by("account__name", "account_id", "id"):
        account: Account = grant.account
        people.setdefault(account.pk, Owner(account.pk, account.name, grant.division))
    return tuple(people.values())


def _scoped(viewer: Viewer) -> QuerySet[Task]:
    """Tasks in scope. A guest from the other house sees those of the schedule and his own: the
    others name letters, closed meetings and people of an office that is not his."""
    tasks = Task.objects.filter(path__within=viewer.path).select_related("owner", "election")
    if viewer.role in GUESTS:
        own = Q(owner_id=viewer.account_id) if viewer.account_id else Q()
        tasks = tasks.filter(own | Q(subject__startswith="stage:"))
    return tasks.filter(election_id=viewer.election_id) if viewer.election_id else tasks


def _rows(tasks: "QuerySet[Task] | list[Task]") -> tuple[TaskRow, ...]:
    held = {
        (waiting.election_id, waiting.subject): waiting.whom
        for waiting in Waiting.objects.filter(ended__isnull=True)
    }
    now = clock.now()
    return tuple(_row(task, held.get((task.election_id, task.subject), ""), now) for task in tasks)


def _row(task: Task, stage_waits_for: str, now: datetime) -> TaskRow:
    waits = task.waiting_for or stage_waits_for
    return TaskRow(
        id=task.pk,
        text=Text(task.title, task.title_en or task.title),
        election=Text(task.election.name, task.election.name_en),
        election_id=task.election_id,
        division=task.division,
        owner=task.owner.name if task.owner else "",
        owner_id=task.owner_id,
        due=task.due,
        whole_day=task.due is not None and moments.ends_day(task.due, clock.zone()),
        state=task.state,
        standing=_standing(task, waits, now),
        source=task.source,
        subject=task.subject,
        basis=task.basis,
        waiting_for=waits,
        path=task.path,
        revision=task.revision,
    )


def _standing(task: Task, waits: str, now: datetime) -> str:
    if task.state in (Task.State.DONE, Task.State.DROPPED):
        return FINISHED
    if task.state == Task.State.WAITING or waits:
        return ON_HOLD
    if task.due is None:
        return UNDATED
    return _nearness(task.due, now)


def _nearness(due: datetime, now: datetime) -> str:
    """How near a moment is: LATE once it passed, TODAY, WEEK for seven days ahead, else LATER."""
    if due < now:
        return LATE
    zone = clock.zone()
    day, today = moments.day_of(due, zone), moments.day_of(now, zone)
    if day == today:
        return TODAY
    return WEEK if day <= today + WEEK_AHEAD else LATER
