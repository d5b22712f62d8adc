"""Steps for acts of other rooms: a plenary of theirs is a meeting of this room."""

from collections.abc import Iterable

from jurdil.kernel.acts import inner
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import quorum, store
from jurdil.meetings.records import Invited, NewGuest, Plan, QuorumState


@inner
def prepare(by: Viewer, *, kind: str, plan: Plan, election_id: int, path: str, subject: str) -> int:
    """Plan a meeting about a subject of another room (``voters:revision:12``); returns its id.

    The members of the body at `path` are put on the list. Raises `Refused` as `plan_meeting`.
    """
    return store.create(
        by, kind=kind, plan=plan, election_id=election_id, path=path, subject=subject
    )


@inner
def add_guests(by: Viewer, *, meeting_id: int, people: Iterable[NewGuest]) -> Invited:
    """Put people on the list of a meeting in the viewer's scope."""
    return store.put_on_list(store.meeting_for(by, meeting_id), people)


@inner
def require_quorum(by: Viewer, *, meeting_id: int) -> QuorumState:
    """The quorum of a meeting that decides. Raises `Refused` with the numbers when it lacks."""
    return quorum.demand(store.meeting_for(by, meeting_id))


@inner
def tie_minutes(by: Viewer, *, meeting_id: int, document_id: int) -> None:
    """Make a BA that another room drafted the minutes of a meeting."""
    meeting = store.meeting_for(by, meeting_id)
    meeting.minutes_id = document_id
    meeting.save(update_fields=["minutes"])
    readers = store.readers_of(meeting)
    if readers:
        Document.objects.filter(pk=document_id).update(readers=readers)
