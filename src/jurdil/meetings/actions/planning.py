"""Planning a meeting, changing it, its speakers and files, and its steps."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock, files, moments
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings.states import REASONED, State
from jurdil.law.meetings.states import Step as Move
from jurdil.meetings import office_desk, store
from jurdil.meetings.models import Attachment, Meeting, Session, Speaker
from jurdil.meetings.records import Plan

LIVE = (State.PLANNED, State.INVITED, State.OPEN, State.CLOSED)


@act("meetings.plan")
def plan_meeting(
    *, by: Viewer, kind: str, plan: Plan, election_id: int, subject: str = ""
) -> Done[int]:
    """Plan a meeting of one's own office; the members of a deciding body are on its list at once.

    Raises `Refused` for an unknown kind or a plan that lacks something, Election.DoesNotExist for
    an election of another place.
    """
    made = store.create(
        by, kind=kind, plan=plan, election_id=election_id, path=by.path, subject=subject
    )
    facts = {"kind": kind, "subject": subject, "sessions": len(plan.sessions)}
    return Done(made, f"meeting:{made}", by.path, facts)


@act("meetings.change")
def change(*, by: Viewer, meeting_id: int, plan: Plan) -> Done[Meeting]:
    """Change title, place, days, or agenda of a meeting that was not opened yet."""
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, State.PLANNED, State.INVITED, State.POSTPONED)
    store.write_again(meeting, plan)
    facts = {"starts": meeting.starts.isoformat(), "sessions": len(plan.sessions)}
    return _done(meeting, facts)


@act("meetings.speaker")
def add_speaker(
    *, by: Viewer, meeting_id: int, session_id: int, name: str, topic: str, institution: str = ""
) -> Done[Speaker]:
    """Record who speaks in a session. Raises Session.DoesNotExist for one of another meeting."""
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, *LIVE)
    session = Session.objects.get(pk=session_id, meeting=meeting)
    if session.speakers.filter(name__iexact=name.strip(), topic=topic.strip()).exists():
        raise Refused(_("Narasumber ini sudah tercatat untuk sesi dan topik yang sama."))
    made = Speaker.objects.create(
        session=session,
        name=name.strip(),
        topic=topic.strip(),
        institution=institution.strip(),
    )
    done = _done(meeting, {"session": session.number, "speaker": made.pk})
    return Done(made, done.subject, done.path, done.payload)


@act("meetings.attach")
def attach(
    *,
    by: Viewer,
    meeting_id: int,
    kind: str,
    name: str,
    content: bytes,
    media_type: str,
    caption: str = "",
) -> Done[Attachment]:
    """Attach a photo, material or the signed list. Raises `Refused` for the same file again."""
    meeting = store.meeting_for(by, meeting_id)
    if State(meeting.state) is State.CANCELLED:
        raise Refused(_("Rapat ini dibatalkan."))
    kept = files.keep(
        content,
        name=name,
        media_type=media_type,
        level=StoredFile.Level.INTERNAL,
        path=meeting.path,
    )
    if meeting.attachments.filter(file=kept).exists():
        raise Refused(_("Berkas yang sama sudah dilampirkan."))
    made = Attachment.objects.create(
        meeting=meeting,
        kind=kind,
        caption=caption.strip(),
        file=kept,
        account_name=by.name,
        added_at=clock.now(),
    )
    office_desk.mark(by, meeting)
    facts = {"kind": kind, "file": kept.sha256}
    return Done(made, f"meeting:{meeting.pk}", meeting.path, facts)


@act("meetings.open_spj")
def open_spj(*, by: Viewer, meeting_id: int) -> Done[int]:
    """Open the expense file of a meeting, or bring it up to date with what the meeting has."""
    meeting = store.meeting_for(by, meeting_id)
    if State(meeting.state) is State.CANCELLED:
        raise Refused(_("Rapat ini dibatalkan."))
    made = office_desk.open_file(by, meeting)
    return Done(made, f"meeting:{meeting.pk}", meeting.path, {"spj": made})


@act("meetings.step")
def step(
    *, by: Viewer, meeting_id: int, move: str, reason: str = "", plan: Plan | None = None
) -> Done[Meeting]:
    """Send the invitations, open, close, put off, call again or cancel a meeting.

    To call a postponed meeting again takes its new `plan`. Raises `Refused` for a step that does
    not follow, without a reason where one is needed, or for an invitation to nobody.
    """
    meeting = store.meeting_for(by, meeting_id)
    wanted = _move(move)
    store.state_after(meeting, wanted)
    if wanted in REASONED and not reason.strip():
        raise Refused(_("Tuliskan alasannya; alasan ini tercatat pada riwayat rapat."))
    if wanted is Move.OPEN:
        _require_its_day(meeting)
    if wanted is Move.INVITE:
        if not meeting.guests.exists():
            raise Refused(_("Daftar undangan masih kosong. Pilih dulu siapa yang diundang."))
        meeting.invited_on = clock.today()
    if wanted is Move.RESCHEDULE:
        if plan is None:
            raise Refused(_("Isi hari dan jam yang baru."))
        meeting.invited_on = None
    store.take_step(by, meeting, wanted, reason)
    if wanted is Move.INVITE:
        office_desk.register_invitation(by, meeting)
        office_desk.mark(by, meeting)
    if wanted is Move.RESCHEDULE and plan is not None:
        store.write_again(meeting, plan)
    return _done(meeting, {"step": move, "state": meeting.state})


def _move(move: str) -> Move:
    """A step that people may ask for; minutes are settled by their own act."""
    if move == Move.SETTLE or move not in set(Move):
        raise Refused(_("Langkah ini tidak dikenal."))
    return Move(move)


def _done(meeting: Meeting, facts: dict) -> Done[Meeting]:
    return Done(meeting, f"meeting:{meeting.pk}", meeting.path, facts)


def _require_its_day(meeting: Meeting) -> None:
    """Raise `Refused` for a meeting that is opened before its first day; it cannot be unopened."""
    day, today = moments.day_of(meeting.starts, clock.zone()), clock.today()
    if today < day:
        raise Refused(
            _(
                "Rapat ini dijadwalkan %(day)s, sedangkan hari ini %(today)s. Bila rapatnya "
                "dimajukan, ubah dulu harinya."
            )
            % {"day": f"{day:%d-%m-%Y}", "today": f"{today:%d-%m-%Y}"}
        )
