"""Tasks: opened and closed by people here, and by other rooms' acts through `raise_task`."""

from datetime import datetime

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.fields import within
from jurdil.kernel.models import Account, Election, Task
from jurdil.kernel.viewer import Viewer

CLOSED = (Task.State.DONE, Task.State.DROPPED)


@inner
def raise_task(
    *,
    title: str,
    election_id: int,
    path: str,
    source: str,
    title_en: str = "",
    division: str = "",
    owner_id: int | None = None,
    due: datetime | None = None,
    due_rule: str = "",
    subject: str = "",
    basis: str = "",
) -> Task:
    """Open a task inside another act's transaction; the act's own entry vouches for it."""
    return Task.objects.create(
        title=title,
        title_en=title_en,
        election_id=election_id,
        path=path,
        source=source,
        division=division,
        owner_id=owner_id,
        due=due,
        due_rule=due_rule,
        subject=subject,
        basis=basis,
        opened_at=clock.now(),
    )


@act("task.open")
def open_task(
    *,
    by: Viewer,
    election_id: int,
    title: str,
    due: datetime | None,
    division: str = "",
    owner_id: int | None = None,
    note: str = "",
) -> Done[Task]:
    """Open a task of one's own office. Raises `Refused` for an owner outside the scope."""
    if owner_id is not None:
        _owner(by, owner_id)
    task = raise_task(
        title=title,
        election_id=Election.objects.get(pk=election_id).pk,
        path=by.path,
        source=f"kernel:account:{by.account_id}",
        division=division,
        owner_id=owner_id,
        due=due,
    )
    Task.objects.filter(pk=task.pk).update(note=note)
    task.refresh_from_db()
    return Done(task, f"task:{task.pk}", task.path, {"due": _iso(due), "division": division})


@act("task.close")
def close_task(*, by: Viewer, task_id: int, result: str, dropped: bool = False) -> Done[Task]:
    """Close a task with its result. Raises `Refused` when it is closed already."""
    task = _open_task(by, task_id)
    task.state = Task.State.DROPPED if dropped else Task.State.DONE
    task.result = result
    task.closed_at = clock.now()
    task.save(update_fields=["state", "result", "closed_at"])
    return Done(task, f"task:{task.pk}", task.path, {"state": task.state})


@act("task.wait")
def wait_for_instructions(*, by: Viewer, task_id: int, whom: str) -> Done[Task]:
    """Mark that a task waits for instructions: it is then not late."""
    task = _open_task(by, task_id)
    task.state = Task.State.WAITING
    task.waiting_for = whom
    task.waiting_since = clock.today()
    task.save(update_fields=["state", "waiting_for", "waiting_since"])
    return Done(task, f"task:{task.pk}", task.path, {"whom": whom})


@act("task.assign")
def assign_task(*, by: Viewer, task_id: int, owner_id: int) -> Done[Task]:
    """Give a task to an account of the same scope."""
    task = _open_task(by, task_id)
    task.owner = _owner(by, owner_id)
    task.save(update_fields=["owner"])
    return Done(task, f"task:{task.pk}", task.path, {"owner": owner_id})


def _open_task(by: Viewer, task_id: int) -> Task:
    task = Task.objects.select_for_update().filter(path__within=by.path).get(pk=task_id)
    if task.state in CLOSED:
        raise Refused(_("Tugas ini sudah ditutup. Buat tugas baru bila masih ada pekerjaan."))
    return task


def _owner(by: Viewer, owner_id: int) -> Account:
    owner = Account.objects.get(pk=owner_id)
    if not any(within(grant.path, by.path) for grant in owner.grants.all()):
        raise Refused(_("Pelaksana yang dipilih tidak bertugas di wilayah kerja Anda."))
    return owner


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
