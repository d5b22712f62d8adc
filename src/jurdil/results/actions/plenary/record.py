"""What goes into D.Kejadian Khusus: objections with their answers, events, or NIHIL."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting
from jurdil.results import room
from jurdil.results.models import Keberatan, Kejadian, Peserta, Sidang
from jurdil.results.sitting_facts import events_of, require_participant

Outcome = Keberatan.Outcome


@act("results.plenary_object")
def record_objection(
    *,
    by: Viewer,
    row_id: int,
    text: str,
    participant: str = "",
    said_by: str = "",
    field: str = "",
    document: StoredFile | None = None,
) -> Done[Keberatan]:
    """Record an objection to a row: by a participant's witness, or by the office `said_by`.

    Raises `Refused` without text, for a participant of another contest, and for one who has no
    witness in attendance.
    """
    held, row = room.take_row(by, row_id)
    if not text.strip():
        raise Refused(_("Tulis isi keberatan sebagaimana diucapkan."))
    speaker, number = _speaker(held, row.contest, participant, said_by.strip())
    room.move(held, row, sitting.Move.OBJECT)
    row.save(update_fields=["state"])
    event = Kejadian.objects.create(
        election_id=held.election_id,
        level=held.level,
        path=row.path,
        contest=row.contest,
        kind=Kejadian.Kind.OBJECTION,
        text=text.strip(),
        party=number,
        said_by=speaker[:120],
        document=document,
        account=by.account_id,
        account_name=by.name,
        recorded_at=clock.now(),
    )
    made = Keberatan.objects.create(
        sidang=held, row=row, kejadian=event, participant=participant, field=field
    )
    room.changed(held)
    facts = {"contest": row.contest, "place": row.path, "participant": participant}
    return Done(made, f"keberatan:{made.pk}", held.path, facts)


@act("results.plenary_answer")
def answer_objection(
    *,
    by: Viewer,
    objection_id: int,
    outcome: str,
    answer: str,
    opinion: str = "",
    opinion_by: str = "",
) -> Done[Keberatan]:
    """Answer an objection: explained, corrected at once, or still contested.

    A contested one needs the opinion of Panwaslu/Bawaslu (PKPU 18/2024 art. 39). The answer is
    written once. Raises `Refused`.
    """
    made = (
        Keberatan.objects.select_related("kejadian", "row")
        .filter(sidang__path__within=by.path)
        .get(pk=objection_id)
    )
    held = room.take(by, made.sidang_id)
    room.require_open(held)
    made.refresh_from_db()
    if made.outcome != Outcome.OPEN:
        raise Refused(_("Keberatan ini sudah dijawab; catatannya tidak diubah lagi."))
    if outcome not in Outcome.values or outcome == Outcome.OPEN or not answer.strip():
        raise Refused(_("Pilih hasilnya dan tulis jawaban rapat."))
    now = clock.now()
    if outcome == Outcome.CONTESTED:
        if not opinion.strip() or not opinion_by.strip():
            raise Refused(
                _("Saksi tetap keberatan: mintakan pendapat pengawas dan catat pendapatnya.")
            )
        made.opinion, made.opinion_by, made.opinion_at = opinion.strip(), opinion_by.strip(), now
    made.outcome = outcome
    made.save(update_fields=["outcome", "opinion", "opinion_by", "opinion_at"])
    Kejadian.objects.filter(pk=made.kejadian_id).update(
        answer=answer.strip(), answered_at=now, answered_by=by.name
    )
    _settle(held, made)
    room.changed(held)
    return Done(made, f"keberatan:{made.pk}", held.path, {"outcome": outcome})


@act("results.plenary_event")
def record_event(
    *,
    by: Viewer,
    sidang_id: int,
    contest: str,
    text: str = "",
    document: StoredFile | None = None,
) -> Done[Kejadian]:
    """Record a special event of a contest's recapitulation; without text: NIHIL.

    Raises `Refused` for NIHIL where something is on record, and once the contest is closed.
    """
    held = room.take(by, sidang_id)
    room.require_open(held)
    room.contest_of(held, contest)
    if held.decisions.filter(contest=contest).exists():
        raise Refused(_("Jenis pemilihan ini sudah selesai dalam rapat ini."))
    words = text.strip()
    if not words and (known := events_of(held, contest)):
        raise Refused(
            _("Ada %(number)s catatan untuk jenis pemilihan ini, jadi formulirnya tidak NIHIL.")
            % {"number": len(known)}
        )
    made = Kejadian.objects.create(
        election_id=held.election_id,
        level=held.level,
        path=held.path,
        contest=contest,
        kind=Kejadian.Kind.EVENT if words else Kejadian.Kind.NONE,
        text=words,
        document=document,
        account=by.account_id,
        account_name=by.name,
        recorded_at=clock.now(),
    )
    room.changed(held)
    return Done(made, f"kejadian:{made.pk}", held.path, {"contest": contest, "nihil": not words})


def _speaker(held: Sidang, contest: str, participant: str, said_by: str) -> tuple[str, str]:
    """Who speaks, by office, and the ballot number of the participant ('' for none)."""
    if not participant:
        if not said_by:
            raise Refused(_("Pilih peserta yang keberatan, atau tulis kedudukan yang berbicara."))
        return said_by, ""
    standing = require_participant(held, contest, participant)
    witness = held.people.filter(kind=Peserta.Kind.WITNESS, participant=participant).first()
    if witness is None:
        raise Refused(
            _("Saksi %(name)s belum tercatat hadir. Catat dahulu mandatnya.")
            % {"name": standing.name}
        )
    return said_by or witness.code, str(standing.number)


def _settle(held: Sidang, made: Keberatan) -> None:
    """A row whose objections are all answered is read again to be matched."""
    row = made.row
    if row is None or row.state != sitting.Row.CONTESTED:
        return
    if not row.objections.filter(outcome=Outcome.OPEN).exists():
        room.move(held, row, sitting.Move.SETTLE)
        row.save(update_fields=["state"])
