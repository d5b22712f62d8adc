"""Notes of a meeting: text, points with their tasks, minutes, and the end."""

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.documents.chain import ENDED
from jurdil.kernel.documents.drafting import open_draft
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings.kinds import kind as kind_of
from jurdil.law.meetings.states import State
from jurdil.law.meetings.states import Step as Move
from jurdil.meetings import noting, office_desk, quorum, store
from jurdil.meetings.models import Attachment, Meeting, Note
from jurdil.meetings.noting import WRITABLE
from jurdil.meetings.papers import minutes as papers
from jurdil.meetings.records import NewNote


@act("meetings.summarize")
def summarize(
    *, by: Viewer, meeting_id: int, summary: str, chair: str, note_taker: str
) -> Done[Meeting]:
    """Write down what was said, who led and who wrote. Raises `Refused` outside the meeting."""
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, *WRITABLE)
    meeting.summary = summary.strip()
    meeting.chair = chair.strip()
    meeting.note_taker = note_taker.strip()
    meeting.save(update_fields=["summary", "chair", "note_taker"])
    return _done(meeting, {"letters": len(meeting.summary)})


@act("meetings.note")
def note(*, by: Viewer, meeting_id: int, new: NewNote) -> Done[Note]:
    """Note a decision, an obstacle or an input; its task stands on the owner's home page at once.

    Raises `Refused` outside the meeting, once its minutes are signed, without quorum for a decision
    of a body, for a due day before the meeting, or for an owner of another place.
    """
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, *WRITABLE)
    store.require_unsigned(meeting)
    if new.kind not in Note.Kind.values:
        raise Refused(_("Pilih keputusan, hambatan, atau masukan."))
    noting.require_text(new)
    if new.kind == Note.Kind.DECISION and kind_of(meeting.kind).decides:
        quorum.demand(meeting)
    made = noting.write(by, meeting, new)
    facts = {"number": made.number, "kind": new.kind, "task": made.task_id}
    done = _done(meeting, facts)
    return Done(made, done.subject, done.path, done.payload)


@act("meetings.quorum_basis")
def note_quorum_basis(*, by: Viewer, meeting_id: int, basis: str) -> Done[Meeting]:
    """Write down the ground of the quorum of a body whose rule is not on record."""
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, State.PLANNED, State.INVITED, *WRITABLE)
    if quorum.rule_of(meeting) is not None:
        raise Refused(_("Kuorum badan ini sudah tercatat dalam aturan."))
    if not basis.strip():
        raise Refused(_("Tuliskan dasarnya, misalnya tata tertib dan jumlah anggota yang hadir."))
    meeting.quorum_basis = basis.strip()[:200]
    meeting.save(update_fields=["quorum_basis"])
    return _done(meeting, {"basis": meeting.quorum_basis})


@act("meetings.draft_minutes")
def draft_minutes(*, by: Viewer, meeting_id: int) -> Done[Document]:
    """Draft the BA of a meeting that decides: attendance, points, next week's tasks.

    A draft that carries no initials yet is written anew, but for one that another room may have
    made. Raises `Refused` without quorum (with the numbers), for a kind that makes no BA, or once
    the BA is on its way.
    """
    meeting = store.meeting_for(by, meeting_id)
    store.require_alive(meeting, *WRITABLE)
    quorum.demand(meeting)
    before = meeting.minutes
    if before is not None and meeting.subject:
        raise Refused(
            _(
                "Berita acara rapat ini sudah disusun. Buka naskahnya untuk mengubah atau "
                "mencetaknya."
            )
        )
    paper = papers.draft(meeting)
    if before is not None and before.state == Document.State.DRAFT:
        before.title = paper.title
        before.data = {**before.data, "body": paper.body, "unconfirmed": list(paper.unconfirmed)}
        before.save(update_fields=["title", "data"])
        return _drafted(meeting, before)
    if before is not None and before.state not in ENDED:
        raise Refused(_("Berita acara sudah diparaf. Kembalikan dulu sebelum menyusunnya ulang."))
    made = open_draft(
        by,
        kind="ba",
        title=paper.title,
        body=paper.body,
        path=meeting.path,
        election_id=meeting.election_id,
        division=meeting.division,
        unconfirmed=paper.unconfirmed,
        replaces=before,
        readers=store.readers_of(meeting),
    )
    meeting.minutes = made
    meeting.save(update_fields=["minutes"])
    return _drafted(meeting, made)


def _drafted(meeting: Meeting, document: Document) -> Done[Document]:
    return Done(document, f"meeting:{meeting.pk}", meeting.path, {"document": document.pk})


@act("meetings.settle")
def settle(*, by: Viewer, meeting_id: int) -> Done[Meeting]:
    """Settle the notes: from now on nothing of the meeting changes but its follow-ups.

    Raises `Refused` for notes without a word, and for a body that decides until its BA is signed.
    """
    meeting = store.meeting_for(by, meeting_id)
    if not (meeting.summary or meeting.notes.exists()):
        raise Refused(_("Notula masih kosong. Tulis uraiannya atau paling sedikit satu butir."))
    if kind_of(meeting.kind).decides and not _minutes_signed(meeting):
        raise Refused(
            _(
                "Berita acara belum ditandatangani. Selesaikan naskahnya, atau lampirkan pindaian "
                "berita acara yang bertanda tangan basah."
            )
        )
    store.take_step(by, meeting, Move.SETTLE, "")
    office_desk.mark(by, meeting)
    return _done(meeting, {"state": meeting.state, "notes": meeting.notes.count()})


def _minutes_signed(meeting: Meeting) -> bool:
    """Signed in the office's chain, or with a pen and attached: villages and PPK have no chain."""
    paper = meeting.minutes
    signed = paper is not None and paper.state == Document.State.SIGNED
    return signed or meeting.attachments.filter(kind=Attachment.Kind.MINUTES).exists()


def _done(meeting: Meeting, facts: dict) -> Done[Meeting]:
    return Done(meeting, f"meeting:{meeting.pk}", meeting.path, facts)
