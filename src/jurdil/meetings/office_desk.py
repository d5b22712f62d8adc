"""What the room `office` keeps of a meeting: its expense file, and its invitation as a letter."""

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import inner
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.meetings.models import Attachment, Meeting, Speaker
from jurdil.office import actions as office
from jurdil.office.records import NewPerson

ACTIVITIES = {
    "rakor": "rakor",
    "raker": "raker",
    "bimtek": "bimtek",
    "fgd": "fgd",
    "jumpa-pers": "jumpa-pers",
}
OFFICE_MEETING = "rapat-kantor"
"""Every other kind of meeting."""

PAPERS = {
    Attachment.Kind.PHOTO: "foto",
    Attachment.Kind.MATERIAL: "materi",
    Attachment.Kind.LIST: "hadir-peserta",
}
"""Which paper of the file an attachment is."""


def subject_of(meeting_id: int) -> str:
    """How the expense file names its meeting."""
    return f"meetings:meeting:{meeting_id}"


@inner
def open_file(by: Viewer, meeting: Meeting) -> int:
    """Open the file of a meeting, or bring it up to date; returns its id."""
    zone = clock.zone()
    speakers = Speaker.objects.filter(session__meeting=meeting)
    people = {one.name: NewPerson(one.name, "narasumber", one.institution) for one in speakers}
    made = office.open_spj(
        by=by,
        subject=subject_of(meeting.pk),
        kind=ACTIVITIES.get(meeting.kind, OFFICE_MEETING),
        title=meeting.title,
        path=meeting.path,
        held_from=moments.day_of(meeting.starts, zone),
        held_until=moments.day_of(meeting.ends, zone),
        venue=meeting.venue,
        division=meeting.division,
        election_id=meeting.election_id,
        source=meeting.code,
        people=tuple(people.values()),
    )
    mark(by, meeting)
    return made


@inner
def mark(by: Viewer, meeting: Meeting) -> None:
    """Mark what the meeting has by now; does nothing while no file is open."""
    paper = meeting.invitation
    if paper is not None and paper.state == Document.State.SIGNED:
        _mark(by, meeting, "undangan", paper.number)
    if meeting.state == Meeting.State.SETTLED:
        _mark(by, meeting, "notula", meeting.title)
    latest = {one.kind: one for one in meeting.attachments.select_related("file")}
    for kind, paper_id in PAPERS.items():
        if one := latest.get(kind):
            _mark(by, meeting, paper_id, one.caption or one.file.name, one.file_id)


@inner
def register_invitation(by: Viewer, meeting: Meeting) -> None:
    """Put a signed invitation into the office's register of letters, once."""
    paper = meeting.invitation
    if paper is None or paper.state != Document.State.SIGNED or not paper.number:
        return
    today = clock.today()
    count = meeting.guests.filter(walk_in=False).count()
    office.note_outgoing(
        by=by,
        path=meeting.path,
        number=paper.external_number or paper.number,
        dated=paper.dated or today,
        day=today,
        subject=f"Undangan: {meeting.title}",
        correspondent=f"Daftar undangan ({count} orang)",
        division=meeting.division,
        document_id=paper.pk,
    )


@inner
def _mark(
    by: Viewer, meeting: Meeting, paper: str, reference: str, file_id: str | None = None
) -> None:
    office.spj_paper(
        by=by,
        path=meeting.path,
        subject=subject_of(meeting.pk),
        paper=paper,
        reference=reference[:120],
        file_id=file_id,
    )
