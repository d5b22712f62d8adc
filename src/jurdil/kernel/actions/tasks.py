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
    note: str = "",
    division: str = "",
    owner_id: int | None = None,
    due: datetime | None = None,
    due_rule: str = "",
    subject: str = "",
    basis: str = "",
) -> Task:
    """Open a task inside another act's transaction; the act's own entry vouches for it.

    `subject` is what the task is about (``stage:dpt``): when a stage waits for instructions its
    tasks are not late. `due_rule` names the deadline that a moved trigger recomputes.
    """
    return Task.objects.create(
        title=title[:200],
        title_en=title_en[:200],
        note=note,
        election_id=election_id,
        path=path,
        source=source,
        division=division,
        owner_id=owner_id,
        due=due,
        due_rule=due_rule,
        subject=subject,
        basis=basis[:200],
        opened_at=clock.now(),
    )


@inner
def reschedule_task(task: Task, due: datetime | None) -> None:
    """Give a task another due moment inside another act's transaction."""
    task.due = due
    task.revision += 1
    task.save(update_fields=["due", "revision"])


@inner
def drop_task(task: Task, result: str) -> None:
    """Drop a task that is still open inside another act's transaction, with what became of it."""
    if task.state in CLOSED:
        return
    task.state, task.result, task.closed_at = Task.State.DROPPED, result, clock.now()
    _save(task, "state", "result", "closed_at")


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
    """Open a task of one's own office. Raises `Refused` for an owner outside the scope,
    Election.DoesNotExist for an election of another place."""
    election = Election.objects.get(pk=election_id)
    if not within(by.path, election.path):
        raise Election.DoesNotExist
    if owner_id is not None:
        _owner(by, owner_id)
    task = raise_task(
        title=title,
        note=note,
        election_id=election.pk,
        path=by.path,
        source=f"kernel:account:{by.account_id}",
        division=division,
        owner_id=owner_id,
        due=due,
    )
    return Done(task, f"task:{task.pk}", task.path, {"due": _iso(due), "division": division})


@act("task.close")
def close_task(*, by: Viewer, task_id: int, result: str, dropped: bool = False) -> Done[Task]:
    """Close a task with its result. Raises `Refused` when it is closed already."""
    task = _open_task(by, task_id)
    task.state = Task.State.DROPPED if dropped else Task.State.DONE
    task.result = result
    task.closed_at = clock.now()
    _save(task, "state", "result", "closed_at")
    return Done(task, f"task:{task.pk}", task.path, {"state": task.state})


@act("task.wait")
def wait_for_instructions(*, by: Viewer, task_id: int, whom: str, letter: str = "") -> Done[Task]:
    """Mark that a task waits for instructions (from whom, since which letter): it is not late."""
    task = _open_task(by, task_id)
    task.state = Task.State.WAITING
    task.waiting_for = f"{whom} ({letter})"[:120] if letter else whom[:120]
    task.waiting_since = clock.today()
    _save(task, "state", "waiting_for", "waiting_since")
    return Done(task, f"task:{task.pk}", task.path, {"whom": whom, "letter": letter})


@act("task.resume")
def resume_task(*, by: Viewer, task_id: int) -> Done[Task]:
    """The instructions came: the task runs again. Raises `Refused` when it was not waiting."""
    task = _open_task(by, task_id)
    if task.state != Task.State.WAITING:
        raise Refused(_("Tugas ini tidak sedang menunggu petunjuk."))
    waited = {"whom": task.waiting_for, "since": str(task.waiting_since)}
    task.state = Task.State.OPEN
    task.waiting_for, task.waiting_since = "", None
    _save(task, "state", "waiting_for", "waiting_since")
    return Done(task, f"task:{task.pk}", task.path, waited)


@act("task.move")
def move_task(*, by: Viewer, task_id: int, due: datetime | None, reason: str) -> Done[Task]:
    """Give a task another due moment, with the reason.

    Raises `Refused` for a task whose due moment follows from a rule of law: it moves with its
    trigger or with the schedule, never by hand.
    """
    task = _open_task(by, task_id)
    if task.due_rule or task.subject.startswith("stage:"):
        raise Refused(
            _(
                "Tenggat tugas ini mengikuti jadwal atau peraturan. "
                "Ubah jadwal tahapannya atau catat peristiwanya, lalu tenggat ini ikut bergeser."
            )
        )
    before = _iso(task.due)
    reschedule_task(task, due)
    facts = {"before": before, "due": _iso(due), "reason": reason}
    return Done(task, f"task:{task.pk}", task.path, facts)


@act("task.assign")
def assign_task(*, by: Viewer, task_id: int, owner_id: int) -> Done[Task]:
    """Give a task to an account of the same scope."""
    task = _open_task(by, task_id)
    task.owner = _owner(by, owner_id)
    _save(task, "owner")
    return Done(task, f"task:{task.pk}", task.path, {"owner": owner_id})


def _open_task(by: Viewer, task_id: int) -> Task:
    task = Task.objects.select_for_update().filter(path__within=by.path).get(pk=task_id)
    if task.state in CLOSED:
        raise Refused(_("Tugas ini sudah ditutup. Buat tugas baru bila masih ada pekerjaan."))
    return task


def _save(task: Task, *fields: str) -> None:
    task.revision += 1
    task.save(update_fields=[*fields, "revision"])


def _owner(by: Viewer, owner_id: int) -> Account:
    owner = Account.objects.get(pk=owner_id)
    if not any(within(grant.path, by.path) for grant in owner.grants.all()):
        raise Refused(_("Pelaksana yang dipilih tidak bertugas di wilayah kerja Anda."))
    return owner


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
