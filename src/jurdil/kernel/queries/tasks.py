"""Tasks as their readers need them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jurdil.kernel.acts import query
from jurdil.kernel.models import Election, Task
from jurdil.kernel.viewer import Viewer


@dataclass(frozen=True)
class TaskRow:
    """A task on a list; `state` is a `Task.State` value."""

    id: int
    title: str
    title_en: str
    election: str
    election_id: int
    division: str
    owner: str
    due: datetime | None
    state: str
    source: str
    subject: str
    basis: str
    waiting_for: str
    path: str


@query("task.view")
def open_tasks(viewer: Viewer, *, mine: bool = False, division: str = "") -> tuple[TaskRow, ...]:
    """Open and waiting tasks in scope of every running election, earliest due first."""
    tasks = _scoped(viewer).filter(
        state__in=[Task.State.OPEN, Task.State.WAITING],
        election__state=Election.State.RUNNING,
    )
    if mine:
        tasks = tasks.filter(owner_id=viewer.account_id)
    if division:
        tasks = tasks.filter(division=division)
    return tuple(_row(task) for task in tasks.order_by("due", "id"))


@query("task.view")
def task(viewer: Viewer, task_id: int) -> Task:
    """One task in scope. Raises `Task.DoesNotExist`."""
    return _scoped(viewer).get(pk=task_id)


def _scoped(viewer: Viewer) -> QuerySet[Task]:
    tasks = Task.objects.filter(path__within=viewer.path).select_related("owner", "election")
    return tasks.filter(election_id=viewer.election_id) if viewer.election_id else tasks


def _row(task: Task) -> TaskRow:
    return TaskRow(
        id=task.pk,
        title=task.title,
        title_en=task.title_en,
        election=task.election.name,
        election_id=task.election_id,
        division=task.division,
        owner=task.owner.name if task.owner else "",
        due=task.due,
        state=task.state,
        source=task.source,
        subject=task.subject,
        basis=task.basis,
        waiting_for=task.waiting_for,
        path=task.path,
    )
