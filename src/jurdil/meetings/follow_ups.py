"""Follow-ups of meetings: who may own one, how they stand, what a plenary left behind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Task
from jurdil.meetings.models import Ballot, Meeting, Note
from jurdil.meetings.store import grants_today

CLOSED = (Task.State.DONE, Task.State.DROPPED)


def owner_for(path: str, owner_id: int | None) -> int | None:
    """The account that takes a task at a place. Raises `Refused` for one without a role there."""
    if owner_id is None:
        return None
    if not grants_today(path).filter(account_id=owner_id).exists():
        raise Refused(_("Pelaksana yang dipilih tidak bertugas di wilayah rapat ini."))
    return owner_id


@dataclass(frozen=True)
class FollowUp:
    """A point of the minutes and how its task stands; `late` counts on the legal clock."""

    number: int
    kind: str
    kind_label: str
    text: str
    institution: str
    task_id: int
    owner: str
    division: str
    due: datetime | None
    state: str
    done: bool
    late: bool
    result: str
    meeting_id: int
    meeting: str
    held: datetime


def of_notes(notes: Iterable[Note]) -> tuple[FollowUp, ...]:
    """Points with their tasks, as they stand now; the notes come with task, owner and meeting."""
    now = clock.now()
    return tuple(_follow_up(one, now) for one in notes)


def _follow_up(one: Note, now: datetime) -> FollowUp:
    task = one.task
    done = task.state in CLOSED
    return FollowUp(
        number=one.number,
        kind=one.kind,
        kind_label=one.get_kind_display(),
        text=one.text,
        institution=one.institution,
        task_id=task.pk,
        owner=task.owner.name if task.owner else "",
        division=task.division,
        due=task.due,
        state=task.state,
        done=done,
        late=not done and task.state != Task.State.WAITING and bool(task.due and task.due < now),
        result=task.result,
        meeting_id=one.meeting_id,
        meeting=one.meeting.title,
        held=one.meeting.starts,
    )


def standing(notes: QuerySet[Note]) -> QuerySet[Note]:
    """Points without those whose vote was struck: what was never decided is not followed up."""
    struck = Ballot.objects.exclude(struck_for="").filter(note__isnull=False)
    return notes.exclude(pk__in=struck.values("note"))


def rows_of(meeting: Meeting) -> tuple[FollowUp, ...]:
    """The points of one meeting."""
    return of_notes(standing(meeting.notes.select_related("task__owner", "meeting")))
