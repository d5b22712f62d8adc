"""Process disputes: received, registered, mediated, adjudicated, decided, carried out."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import process_disputes as law
from jurdil.office import keeping as office_keeping
from jurdil.oversight import dispute_store as store
from jurdil.oversight import keeping
from jurdil.oversight.dispute_records import DisputeMove, NewDispute, NewSession
from jurdil.oversight.models import (
    DisputeEvidence,
    DisputeSession,
    DisputeStep,
    ProcessDispute,
)


@act("oversight.dispute_receive")
def receive_dispute(
    *, by: Viewer, path: str, new: NewDispute, upload: Upload | None = None
) -> Done[ProcessDispute]:
    """Take in a petition; one outside its limit is recorded with that fact, never sent away.

    Raises `Refused` for words the law does not know, a level that does not decide this kind, or
    days that contradict each other; Election.DoesNotExist for one out of sight.
    """
    place = keeping.place(by, path)
    election = office_keeping.election_of(by, new.election_id)
    level = store.level_of(by, place)
    store.check(election, new, level)
    year = new.received_on.year
    row = ProcessDispute.objects.create(
        **keeping.columns(new),
        election=election,
        path=place,
        level=level,
        late=store.is_late(new.track, new.object_day, new.received_on),
        year=year,
        serial=office_keeping.next_number(ProcessDispute.objects.filter(year=year), "serial"),
        state=law.BEGIN,
        since=new.received_on,
        **keeping.record(by, place, upload),
    )
    facts = {"track": row.track, "number": [year, row.serial], "late": row.late}
    return Done(row, f"dispute:{row.pk}", place, facts)


@act("oversight.dispute_step")
def step_dispute(*, by: Viewer, dispute_id: int, new: DisputeMove) -> Done[ProcessDispute]:
    """Take a step; registration gives the next number of its year.

    A step after its clock is taken and says so. Raises `Refused` for one that does not follow,
    lacks its paper, or lies before the last one or ahead.
    """
    row = _locked(by, dispute_id)
    step = store.step_of(row, new)
    late = store.breaks(row, step, new.on)
    ruling = step.ruling or (new.ruling if "ruling" in step.needs else "")
    if step.id == law.REGISTERED:
        rows = ProcessDispute.objects.filter(register_year=new.on.year)
        row.register = office_keeping.next_number(rows, "register")
        row.register_year = new.on.year
    DisputeStep.objects.create(
        dispute=row,
        step=step.id,
        state=step.target,
        on=new.on,
        letter=new.letter.strip(),
        note=new.note.strip(),
        ruling=ruling,
        late=late,
        **keeping.record(by, row.path, new.upload),
    )
    if ruling:
        row.ruling, row.decision = ruling, new.letter.strip()
    row.state, row.since = step.target, new.on
    row.save()
    facts = {"step": step.id, "state": row.state, "ruling": ruling, "late": late}
    return Done(row, f"dispute:{row.pk}", row.path, facts)


@act("oversight.dispute_evidence")
def add_dispute_evidence(
    *, by: Viewer, dispute_id: int, side: str, title: str, upload: Upload | None = None
) -> Done[DisputeEvidence]:
    """Record evidence of a side under its next number. Raises `Refused` after the decision."""
    row = _locked(by, dispute_id)
    if side not in DisputeEvidence.Side.values:
        raise Refused(_("Pilih pihak yang mengajukan bukti."))
    if row.ruling or law.states()[row.state].ended:
        raise Refused(_("Sengketa ini sudah diputus; bukti tidak ditambah lagi."))
    made = DisputeEvidence.objects.create(
        dispute=row,
        side=side,
        number=office_keeping.next_number(row.evidence.filter(side=side), "number"),
        title=keeping.wanted(title, _("Sebutkan bukti apa ini.")),
        **keeping.record(by, row.path, upload),
    )
    return Done(made, f"dispute:{row.pk}", row.path, {"evidence": f"{side}-{made.number}"})


@act("oversight.dispute_session")
def call_session(*, by: Viewer, dispute_id: int, new: NewSession) -> Done[DisputeSession]:
    """Call a session. Raises `Refused` before registration or after the decision."""
    row = _locked(by, dispute_id)
    if new.kind not in DisputeSession.Kind.values:
        raise Refused(_("Pilih jenis sidangnya."))
    if row.ruling or law.states()[row.state].ended:
        raise Refused(_("Sengketa ini sudah diputus; tidak ada sidang lagi."))
    if row.register is None and row.track != law.BETWEEN:
        raise Refused(_("Registrasi permohonannya dahulu; sidang dijadwalkan sesudah itu."))
    made = DisputeSession.objects.create(
        dispute=row,
        kind=new.kind,
        held_at=new.held_at,
        venue=keeping.wanted(new.venue, _("Isi tempat sidang.")),
        agenda=keeping.wanted(new.agenda, _("Isi acara sidang.")),
        **keeping.record(by, row.path),
    )
    return Done(made, f"dispute:{row.pk}", row.path, {"session": made.kind})


@act("oversight.dispute_result")
def note_session(
    *, by: Viewer, session_id: int, result: str, minutes: str, upload: Upload | None = None
) -> Done[DisputeSession]:
    """Record what a session brought, with its minutes. Raises `Refused` before it was held."""
    rows = DisputeSession.objects.filter(dispute__path__within=by.path)
    session = rows.select_for_update(of=("self",)).get(pk=session_id)
    if session.held_at > clock.now():
        raise Refused(_("Sidang ini belum berlangsung."))
    if session.minutes:
        raise Refused(_("Hasil sidang ini sudah dicatat."))
    session.result = keeping.wanted(result, _("Tulis hasil sidang."))
    session.minutes = keeping.wanted(minutes, _("Isi nomor berita acaranya."))
    if upload is not None:
        session.file = keeping.record(by, session.dispute.path, upload)["file"]
    session.save(update_fields=["result", "minutes", "file"])
    subject = f"dispute:{session.dispute_id}"
    return Done(session, subject, session.dispute.path, {"session": session.pk})


def _locked(by: Viewer, dispute_id: int) -> ProcessDispute:
    rows = ProcessDispute.objects.select_for_update(of=("self",))
    row: ProcessDispute = keeping.seen(by, rows, dispute_id)
    return row
