"""One meeting with everything its page shows, its papers and files."""

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import clock, files, moments, policy
from jurdil.kernel.acts import query
from jurdil.kernel.documents import sheet
from jurdil.kernel.models import Document, StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.meetings import attendance as law
from jurdil.law.meetings.kinds import Kind, kind
from jurdil.law.meetings.states import State, steps_from
from jurdil.law.text import Text
from jurdil.meetings import ballots, follow_ups, office_desk, quorum
from jurdil.meetings.follow_ups import FollowUp
from jurdil.meetings.models import Attachment, Guest, Meeting, Session
from jurdil.meetings.papers import sheets
from jurdil.meetings.reading import counts_of, entries_of, hours, row_of, scoped
from jurdil.meetings.records import BallotRow, Counts, MeetingRow, NewSession, Plan, QuorumState
from jurdil.office import queries as office
from jurdil.office.records import SpjRow
from jurdil.stages import queries as stages
from jurdil.stages.queries.feeds import Entry


@dataclass(frozen=True)
class SpeakerRow:
    name: str
    institution: str
    topic: str


@dataclass(frozen=True)
class SessionRow:
    """A session with its speakers; `there` people are entered, `represented` of them by others."""

    id: int
    number: int
    name: str
    venue: str
    opens: datetime
    closes: datetime
    hours: str
    speakers: tuple[SpeakerRow, ...]
    there: int
    represented: int
    online: int
    signed: int
    share: Figure
    away: Figure


@dataclass(frozen=True)
class PaperRow:
    """A paper of the meeting on its way through the office."""

    id: int
    number: str
    state: str
    label: str


@dataclass(frozen=True)
class FileRow:
    id: int
    kind: str
    kind_label: str
    caption: str
    name: str
    picture: bool
    added_at: datetime
    by: str


@dataclass(frozen=True)
class MeetingPage:
    """A meeting. `steps` are those that may come next; `late_notice` says by how much the
    invitation came too late; `missing` are offices that must be invited and are not listed."""

    row: MeetingRow
    law: Kind
    election: Text
    online: str
    chair: str
    note_taker: str
    code: str
    summary: str
    quorum_basis: str
    sessions: tuple[SessionRow, ...]
    current: int
    agenda: tuple[tuple[int, int, str, str], ...]
    guests: int
    counts: Counts
    quorum: QuorumState | None
    rule_known: bool
    invitation: PaperRow | None
    minutes: PaperRow | None
    invited_on: date | None
    late_notice: bool
    missing: tuple[str, ...]
    notes: tuple[FollowUp, ...]
    ballots: tuple[BallotRow, ...]
    files: tuple[FileRow, ...]
    history: tuple[tuple[str, str, datetime, str], ...]
    steps: tuple[str, ...]
    expenses: SpjRow | None


@query("meetings.view")
def meeting(viewer: Viewer, meeting_id: int) -> MeetingPage:
    """One meeting in scope. Raises Meeting.DoesNotExist."""
    found = _one(viewer, meeting_id)
    law_kind = kind(found.kind)
    guests = list(found.guests.all())
    return MeetingPage(
        row=row_of(found),
        law=law_kind,
        election=Text(found.election.name, found.election.name_en),
        online=found.online,
        chair=found.chair,
        note_taker=found.note_taker,
        code=found.code,
        summary=found.summary,
        quorum_basis=found.quorum_basis,
        sessions=tuple(_session(one, len(guests)) for one in found.sessions.all()),
        current=quorum.current_session(found).number,
        agenda=tuple((one.pk, one.number, one.text, one.stage) for one in found.agenda.all()),
        guests=len(guests),
        counts=counts_of(found),
        quorum=quorum.state_of(found),
        rule_known=quorum.rule_of(found) is not None,
        invitation=_paper(found.invitation),
        minutes=_paper(found.minutes),
        invited_on=found.invited_on,
        late_notice=_late(found, law_kind),
        missing=_missing(law_kind, guests),
        notes=follow_ups.rows_of(found),
        ballots=ballots.rows_of(found),
        files=tuple(_file(one) for one in found.attachments.select_related("file")),
        history=tuple(
            (one.step, one.reason, one.taken_at, one.account_name) for one in found.steps.all()
        ),
        steps=tuple(steps_from(State(found.state), called=law_kind.invitation)),
        expenses=_expenses(viewer, found),
    )


def _expenses(viewer: Viewer, found: Meeting) -> SpjRow | None:
    if not policy.allows(viewer, "office.spj"):
        return None
    return office.spj_of(viewer, found.path, office_desk.subject_of(found.pk))


def _one(viewer: Viewer, meeting_id: int) -> Meeting:
    rows = scoped(viewer.about(None)).select_related("election", "invitation", "minutes")
    return rows.prefetch_related("sessions").get(pk=meeting_id)


def _session(one: Session, invited: int) -> SessionRow:
    entered = list(one.attendance.all())
    return SessionRow(
        id=one.pk,
        number=one.number,
        name=one.name,
        venue=one.venue,
        opens=one.opens,
        closes=one.closes,
        hours=hours(one.opens, one.closes),
        speakers=tuple(
            SpeakerRow(who.name, who.institution, who.topic) for who in one.speakers.all()
        ),
        there=len(entered),
        represented=len([row for row in entered if row.presence == law.Presence.REPRESENTED]),
        online=len([row for row in entered if row.presence == law.Presence.ONLINE]),
        signed=len([row for row in entered if row.signed]),
        share=law.came(len(entered), invited),
        away=law.stayed_away(len(entered), invited),
    )


def _paper(document: Document | None) -> PaperRow | None:
    if document is None:
        return None
    return PaperRow(document.pk, document.number, document.state, document.get_state_display())


def _late(found: Meeting, law_kind: Kind) -> bool:
    if found.invited_on is None or law_kind.notice is None:
        return False
    day = moments.day_of(found.starts, clock.zone())
    return law.short_of_notice(law_kind.notice, found.invited_on, day)


def _missing(law_kind: Kind, guests: list[Guest]) -> tuple[str, ...]:
    """Offices that must be invited and stand on no line of the list."""
    listed = [f"{one.institution} {one.post}".lower() for one in guests]
    return tuple(
        name for name in law_kind.institutions if not any(name.lower() in one for one in listed)
    )


def _file(one: Attachment) -> FileRow:
    return FileRow(
        id=one.pk,
        kind=one.kind,
        kind_label=one.get_kind_display(),
        caption=one.caption,
        name=one.file.name,
        picture=one.file.media_type.startswith("image/"),
        added_at=one.added_at,
        by=one.account_name,
    )


@dataclass(frozen=True)
class VotingPage:
    """What a vote is recorded with: who has a vote now, and whether a rule says how it falls."""

    title: str
    members: tuple[tuple[int, str, str], ...]
    quorum: QuorumState | None
    rule_known: bool
    agenda: tuple[tuple[int, int, str, str], ...]


@query("meetings.vote_page")
def voting(viewer: Viewer, meeting_id: int) -> VotingPage:
    """The members who are there, to record their votes. Raises Meeting.DoesNotExist."""
    found = _one(viewer, meeting_id)
    state = quorum.state_of(found)
    return VotingPage(
        title=found.title,
        members=tuple((one.pk, one.name, one.post) for one in ballots.voters(found)),
        quorum=state,
        rule_known=quorum.rule_of(found) is not None,
        agenda=tuple((one.pk, one.number, one.text, one.stage) for one in found.agenda.all()),
    )


@query("meetings.view")
def title_of(viewer: Viewer, meeting_id: int) -> str:
    """The title of a meeting in scope. Raises Meeting.DoesNotExist."""
    return scoped(viewer.about(None)).values_list("title", flat=True).get(pk=meeting_id)


@query("meetings.view")
def plan_of(viewer: Viewer, meeting_id: int) -> tuple[str, int, Plan]:
    """Kind, election and plan of a meeting, to change it."""
    found = _one(viewer, meeting_id)
    sessions = tuple(
        NewSession(one.opens, one.closes, one.name, one.venue) for one in found.sessions.all()
    )
    plan = Plan(
        title=found.title,
        venue=found.venue,
        sessions=sessions,
        online=found.online,
        division=found.division,
        chair=found.chair,
        note_taker=found.note_taker,
        agenda=tuple((one.text, one.stage) for one in found.agenda.all()),
    )
    return found.kind, found.election_id, plan


@query("meetings.view")
def agenda_stages(viewer: Viewer, election_id: int) -> tuple[tuple[str, Text], ...]:
    """The stages of an election that an agenda can be tied to."""
    rows = stages.schedule(viewer.about(election_id))
    return tuple((row.span.stage, row.span.name) for row in rows)


@query("meetings.view")
def calendar_entry(viewer: Viewer, meeting_id: int) -> tuple[str, tuple[Entry, ...]]:
    """Title and calendar entries of one meeting."""
    found = _one(viewer, meeting_id)
    return found.title, tuple(entries_of(found))


@query("meetings.view")
def file_of(viewer: Viewer, meeting_id: int, file_id: int) -> tuple[str, str, bytes]:
    """Name, type and bytes of an attachment. Raises Attachment.DoesNotExist."""
    one = Attachment.objects.select_related("file").get(
        pk=file_id, meeting=_one(viewer, meeting_id)
    )
    kept: StoredFile = one.file
    return kept.name, kept.media_type, files.content(kept)


@query("meetings.view")
def notes_pdf(viewer: Viewer, meeting_id: int) -> bytes:
    """The notes as PDF, to be signed with a pen."""
    return sheet.pdf(sheets.notes_sheet(_one(viewer, meeting_id)))
