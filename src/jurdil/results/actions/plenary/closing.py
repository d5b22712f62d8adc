"""The end of a contest in a sitting: signatures, receipts, minutes, determination."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.documents import drafting
from jurdil.kernel.models import Decision, Document
from jurdil.kernel.viewer import Viewer
from jurdil.law import sitting_words
from jurdil.results import determining, minutes, room
from jurdil.results.models import (
    PenetapanSidang,
    Peserta,
    Sidang,
    TandaTangan,
    TandaTerima,
)
from jurdil.results.sitting_facts import RECEIVES, SIGNS, missing, rows_waiting

Kind = Peserta.Kind


@act("results.plenary_sign")
def sign_recap(
    *, by: Viewer, sidang_id: int, contest: str, peserta_id: int, refusal: str | None = None
) -> Done[TandaTangan]:
    """Record that a member or a witness signed the D.Hasil, or refused with a reason.

    A refusal stops nothing (PKPU 18/2024 art. 33). Raises `Refused` for the supervisor, who
    receives and never signs, for a witness of another contest, and for a second signature.
    """
    held, person = _person(by, sidang_id, contest, peserta_id)
    if person.kind not in SIGNS:
        raise Refused(
            _("%(who)s menerima D.Hasil dengan tanda terima dan tidak menandatangani.")
            % {"who": person.code}
        )
    if refusal is not None and not refusal.strip():
        raise Refused(
            _("Siapa yang menolak menandatangani menyebutkan alasannya. Tulis alasannya.")
        )
    if rows_waiting(held, contest):
        raise Refused(_("Sahkan dahulu semua baris; yang ditandatangani adalah hasil lengkap."))
    if TandaTangan.objects.filter(contest=contest, peserta=person).exists():
        raise Refused(_("Tanda tangan %(who)s sudah tercatat.") % {"who": person.code})
    made = TandaTangan.objects.create(
        sidang=held,
        contest=contest,
        peserta=person,
        refusal=(refusal or "").strip(),
        signed_at=clock.now(),
    )
    room.changed(held)
    facts = {"contest": contest, "kind": person.kind, "refused": refusal is not None}
    return Done(made, f"tandatangan:{made.pk}", held.path, facts)


@act("results.plenary_receipt")
def record_receipt(
    *, by: Viewer, sidang_id: int, contest: str, peserta_id: int
) -> Done[TandaTerima]:
    """Record that the supervisor or a witness received D.Hasil. Raises `Refused`."""
    held, person = _person(by, sidang_id, contest, peserta_id)
    if person.kind not in RECEIVES:
        raise Refused(_("Tanda terima D.Hasil dicatat untuk saksi dan pengawas."))
    if TandaTerima.objects.filter(contest=contest, peserta=person).exists():
        raise Refused(_("Tanda terima %(who)s sudah tercatat.") % {"who": person.code})
    made = TandaTerima.objects.create(
        sidang=held, contest=contest, peserta=person, received_at=clock.now()
    )
    room.changed(held)
    facts = {"contest": contest, "kind": person.kind}
    return Done(made, f"tandaterima:{made.pk}", held.path, facts)


@act("results.plenary_close")
def close_contest(*, by: Viewer, sidang_id: int, contest: str) -> Done[Decision]:
    """Determine (or recapitulate and send up) a contest: freeze it and draft its minutes.

    Raises `Refused` with the first thing that is missing.
    """
    held = room.take(by, sidang_id)
    room.require_open(held)
    about = room.contest_of(held, contest)
    if held.decisions.filter(contest=contest).exists():
        raise Refused(_("Jenis pemilihan ini sudah selesai dalam rapat ini."))
    if open_points := missing(by, held, contest):
        raise Refused(
            _("Belum dapat ditutup: %(what)s. Masih %(number)s hal yang kurang.")
            % {"what": open_points[0].what, "number": len(open_points)}
        )
    place = room.place_name(by, held.path)
    name = about.name_in(held.election.path[:2])
    title = sitting_words.decision_title(name, about.determined_at, held.level, place).id
    document = _minutes(by, held, contest, title)
    decision = determining.determine(
        election_id=held.election_id,
        contest=contest,
        path=held.path,
        title=title,
        document=document,
    )
    PenetapanSidang.objects.create(
        sidang=held, contest=contest, decision=decision, document=document
    )
    room.note_step(by, held, "penetapan", title, decision.decided_at)
    room.changed(held)
    facts = {"contest": contest, "digest": decision.digest, "decision": decision.pk}
    return Done(decision, f"sidang:{held.pk}", held.path, facts)


def _person(by: Viewer, sidang_id: int, contest: str, peserta_id: int) -> tuple[Sidang, Peserta]:
    held = room.take(by, sidang_id)
    room.contest_of(held, contest)
    if held.state == Sidang.State.PREPARED:
        raise Refused(_("Rapat pleno ini belum dibuka."))
    person = held.people.get(pk=peserta_id)
    keys = {one.key for one in room.standing_in(held, contest)}
    if person.kind == Kind.WITNESS and person.participant not in keys:
        raise Refused(
            _("%(who)s adalah saksi peserta yang tidak ikut dalam jenis pemilihan ini.")
            % {"who": person.code}
        )
    return held, person


def _minutes(by: Viewer, held: Sidang, contest: str, title: str) -> Document | None:
    """The minutes as a draft of the office's papers; the command line drafts none."""
    if by.account_id is None:
        return None
    return drafting.open_draft(
        by,
        kind="ba",
        title=title[:200],
        body=minutes.body(by, held, contest),
        path=held.path,
        election_id=held.election_id,
    )
