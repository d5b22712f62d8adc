"""Writing a point of the minutes with its task: the step that notes and votes share."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock, moments
from jurdil.kernel.actions.tasks import raise_task
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings.states import State
from jurdil.meetings.follow_ups import owner_for
from jurdil.meetings.models import Meeting, Note
from jurdil.meetings.records import NewNote

WRITABLE = (State.OPEN, State.CLOSED)
TITLE = 200


def require_text(new: NewNote) -> None:
    """Raise `Refused` for a point without a word."""
    if not new.text.strip():
        raise Refused(_("Isi butir notulanya."))


@inner
def write(by: Viewer, meeting: Meeting, new: NewNote) -> Note:
    """A point with its task. Raises `Refused` for a due day before the meeting or an owner of
    another place."""
    zone = clock.zone()
    if new.due < moments.day_of(meeting.starts, zone):
        raise Refused(_("Tenggat tindak lanjut tidak mendahului hari rapatnya."))
    number = meeting.notes.count() + 1
    text = new.text.strip()
    task = raise_task(
        title=text if len(text) <= TITLE else f"{text[: TITLE - 1]}…",
        note=text if len(text) > TITLE else "",
        election_id=meeting.election_id,
        path=meeting.path,
        source=f"meetings:note:{meeting.pk}.{number}",
        division=new.division,
        owner_id=owner_for(meeting.path, new.owner_id),
        due=moments.end_of(new.due, zone),
        subject=f"meeting:{meeting.pk}",
        basis=meeting.title,
    )
    return Note.objects.create(
        meeting=meeting,
        number=number,
        kind=new.kind,
        text=text,
        agenda=meeting.agenda.get(pk=new.agenda_id) if new.agenda_id else None,
        institution=new.institution.strip(),
        task=task,
        account_name=by.name,
        noted_at=clock.now(),
    )
