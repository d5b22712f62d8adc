"""PAW: the letter of the DPRD's leaders, the check of who is next, and the answer."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import raise_task
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import Election, Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.seats.replacement import Successor
from jurdil.seats import clocks, keeping, replacing
from jurdil.seats.inputs import contest_for, election_for
from jurdil.seats.models import Paw, PawLangkah
from jurdil.stages.spans import closing

CHECKS = ("anggota-partai", "hidup", "syarat", "lhkpn")
"""What is asked of the candidate who is next; all must be true."""


@act("seats.register_paw")
def register_paw(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    dapil: str,
    party: str,
    number: int,
    reason: str,
    letter: str,
    received: date,
    term_ends: date,
    paper: keeping.Paper | None = None,
) -> Done[Paw]:
    """Register the letter that asks for the name replacing a member, and start its clock.

    Raises `Refused` for a letter registered before, for who has no seat, for an open case about
    the same member, or for a letter of the future.
    """
    election = election_for(by, election_id)
    contest_for(election, contest)
    key = dapil, party, number
    _require_new(by, election, contest, key, letter, received)
    due = clocks.paw_answer(received)
    answer_by = closing(due, clock.zone())
    task = _task(election, letter.strip(), answer_by, due.rule.article)
    case = Paw.objects.create(
        election=election,
        contest=contest,
        dapil=dapil,
        party=party,
        number=number,
        reason=reason,
        letter=letter.strip(),
        received=received,
        term_ends=term_ends,
        due=answer_by,
        task=task.pk,
        **keeping.record(by, election.path, paper),
    )
    facts = {"contest": contest, "dapil": dapil, "party": party, "number": number}
    facts |= {"letter": case.letter, "received": received.isoformat(), "due": answer_by.isoformat()}
    return Done(case, f"paw:{case.pk}", election.path, facts)


def _require_new(
    by: Viewer,
    election: Election,
    contest: str,
    key: tuple[str, str, int],
    letter: str,
    received: date,
) -> None:
    """Raise `Refused` for a letter or a member that no new case can be about."""
    if not letter.strip():
        raise Refused(_("Isi nomor surat pimpinan DPRD."))
    if received > clock.today():
        raise Refused(_("Tanggal terima surat ini belum tiba."))
    if Paw.objects.filter(election=election, letter=letter.strip()).exists():
        raise Refused(_("Surat %(letter)s sudah dicatat.") % {"letter": letter.strip()})
    if key not in {one.key for one in replacing.holders(by, election, contest)}:
        raise Refused(_("Orang ini tidak menduduki kursi menurut hasil yang tersimpan."))
    dapil, party, number = key
    same = Paw.objects.filter(
        election=election, contest=contest, dapil=dapil, party=party, number=number
    )
    if any(not replacing.ended(case) for case in same.prefetch_related("steps")):
        raise Refused(_("Permintaan untuk anggota ini sudah dicatat dan belum dijawab."))


@inner
def _task(election: Election, letter: str, answer_by: datetime, article: str) -> Task:
    return raise_task(
        title=_("Jawab permintaan nama calon PAW, surat %(letter)s") % {"letter": letter},
        title_en=f"Answer the request for a PAW candidate, letter {letter}",
        election_id=election.pk,
        path=election.path,
        source="seats:paw",
        division="teknis",
        due=answer_by,
        subject=f"paw:{letter}"[:80],
        basis=article,
    )


@act("seats.check_paw")
def check_paw(
    *,
    by: Viewer,
    case_id: int,
    checks: Mapping[str, bool],
    chosen: int | None = None,
    note: str = "",
    paper: keeping.Paper | None = None,
) -> Done[PawLangkah]:
    """Record the check of the candidate who is next. Who fails one point is passed over.
    `chosen` is the one of several who are level that the plenary looks at.

    Raises `Refused` for a closed case, when nobody is left, or for a failure without its ground.
    """
    case = _open_case(by, case_id)
    first = replacing.line_of(by, case).among(chosen)
    if first is None:
        raise Refused(
            _("Tidak ada calon lagi dalam urutan. Jawab bahwa tidak ada calon pengganti.")
        )
    if set(checks) != set(CHECKS):
        raise Refused(_("Jawab semua butir pemeriksaan."))
    fit = all(checks.values())
    if not fit and not note.strip():
        raise Refused(
            _("Tulis dasar mengapa calon ini tidak memenuhi syarat, dengan nomor suratnya.")
        )
    kind = PawLangkah.Kind.FIT if fit else PawLangkah.Kind.UNFIT
    step = _step(by, case, kind, first, note, paper, checks=dict(checks))
    facts = {"case": case.pk, "dapil": first.dapil, "number": step.number, "fit": fit}
    return Done(step, f"paw:{case.pk}", case.election.path, facts)


@act("seats.answer_paw")
def answer_paw(
    *,
    by: Viewer,
    case_id: int,
    letter: str,
    day: date,
    chosen: int | None = None,
    note: str = "",
    paper: keeping.Paper | None = None,
) -> Done[PawLangkah]:
    """Answer the DPRD's leaders with the name that follows, or that there is none.

    `chosen` names one of several who are level, with the decision in `note`. Raises `Refused` for a
    closed case, while the next one is not checked, or while level candidates are not decided.
    """
    case = _open_case(by, case_id)
    if not letter.strip():
        raise Refused(_("Isi nomor surat jawaban."))
    line = replacing.line_of(by, case)
    follower = _follower(line, chosen, note)
    kind = PawLangkah.Kind.ANSWER if follower else PawLangkah.Kind.NOBODY
    step = _step(by, case, kind, follower, note, paper, letter=letter.strip(), day=day)
    Task.objects.filter(pk=case.task or 0).update(
        state=Task.State.DONE, result=letter.strip(), closed_at=clock.now()
    )
    facts = {"case": case.pk, "letter": letter.strip(), "number": step.number, "dapil": step.dapil}
    return Done(step, f"paw:{case.pk}", case.election.path, {**facts, "kind": step.kind})


def _follower(line: replacing.Line, chosen: int | None, note: str) -> Successor | None:
    if not line.in_time or line.first is None:
        return None
    follower = line.first
    if follower.tied:
        if chosen not in follower.tied or not note.strip():
            raise Refused(
                _("Beberapa calon suaranya sama. Pilih salah satu dan tulis keputusan plenonya.")
            )
        follower = line.among(chosen) or follower
    if (follower.dapil, follower.candidate.number) not in line.fit:
        raise Refused(_("Calon berikutnya belum diperiksa. Catat dulu hasil pemeriksaannya."))
    return follower


@inner
def _step(
    by: Viewer,
    case: Paw,
    kind: str,
    who: Successor | None,
    note: str,
    paper: keeping.Paper | None,
    *,
    checks: dict[str, bool] | None = None,
    letter: str = "",
    day: date | None = None,
) -> PawLangkah:
    return PawLangkah.objects.create(
        case=case,
        kind=kind,
        number=who.candidate.number if who else None,
        dapil=who.dapil if who else "",
        checks=checks or {},
        letter=letter,
        day=day or clock.today(),
        note=note.strip(),
        **keeping.record(by, case.election.path, paper),
    )


def _open_case(by: Viewer, case_id: int) -> Paw:
    case = Paw.objects.select_related("election").prefetch_related("steps").get(pk=case_id)
    election_for(by, case.election_id)
    if replacing.ended(case):
        raise Refused(_("Permintaan ini sudah dijawab."))
    return case
