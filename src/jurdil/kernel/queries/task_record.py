"""What became of tasks, for reports: planned, done, late."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import query
from jurdil.kernel.models import Task, Waiting
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text


@dataclass(frozen=True)
class TaskRecord:
    """A task with its due moment and its end; `held` while it waits for instructions."""

    id: int
    text: Text
    division: str
    owner: str
    due: datetime | None
    opened_at: datetime
    closed_at: datetime | None
    dropped: bool
    held: bool
    source: str
    subject: str
    result: str


@query("task.view")
def task_record(
    viewer: Viewer, first: date, last: date, election_id: int | None = None
) -> tuple[TaskRecord, ...]:
    """The tasks in scope that were due between two days, or without a due day opened in them."""
    zone = clock.zone()
    days = moments.start_of(first, zone), moments.end_of(last, zone)
    due, undated = Q(due__range=days), Q(due__isnull=True, opened_at__range=days)
    found = Task.objects.filter(due | undated, path__within=viewer.path).select_related("owner")
    if election_id is not None:
        found = found.filter(election_id=election_id)
    waiting = Waiting.objects.filter(ended__isnull=True).values_list("election_id", "subject")
    held = set(waiting)
    return tuple(_record(one, held) for one in found.order_by("due", "pk"))


def _record(task: Task, held: set[tuple[int, str]]) -> TaskRecord:
    waits = task.state == Task.State.WAITING or (task.election_id, task.subject) in held
    return TaskRecord(
        id=task.pk,
        text=Text(task.title, task.title_en or task.title),
        division=task.division,
        owner=task.owner.name if task.owner else "",
        due=task.due,
        opened_at=task.opened_at,
        closed_at=task.closed_at,
        dropped=task.state == Task.State.DROPPED,
        held=waits and task.closed_at is None,
        source=task.source,
        subject=task.subject,
        result=task.result,
    )
