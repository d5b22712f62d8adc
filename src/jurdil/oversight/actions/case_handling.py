"""How a case is handled: requirements, steps with their paper, levels, identities, hearing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.language import say
from jurdil.kernel.models import Document
from jurdil.kernel.roles import SYSTEM
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import case_words, cases
from jurdil.oversight import case_facts, case_store, identity, keeping, sealing
from jurdil.oversight.case_records import NewStep, Revealed, label
from jurdil.oversight.models import (
    Case,
    CaseCheck,
    CaseEvidence,
    CaseParty,
    CaseReveal,
    CaseStep,
    CaseSummons,
)
from jurdil.oversight.rights.roles import PLENARY

STUDY, REGISTER, FIND, DECIDE, CAME, REFUSE = (
    "kaji-awal",
    "registrasi",
    "jadi-temuan",
    "putuskan",
    "pelapor-datang",
    "tolak-registrasi",
)
JUST_AFTER = timedelta(microseconds=1)


@act("oversight.case_check")
def check_requirements(
    *, by: Viewer, case_id: int, met: Mapping[str, bool], note: str = ""
) -> Done[Case]:
    """Tick the formal and material requirements as they are found today; earlier ticks stay."""
    case = case_store.open_still(by, case_id)
    known = {one.id for one in case_facts.requirements(case)}
    wanted = {name: value for name, value in met.items() if name in known}
    if not wanted:
        raise Refused(_("Nyatakan terpenuhi atau tidak, paling sedikit satu syarat."))
    for name, value in wanted.items():
        CaseCheck.objects.create(
            case=case,
            requirement=name,
            met=value,
            note=note.strip()[:300],
            checked_on=clock.today(),
            account_id=by.account_id,
            account_name=by.name,
        )
    return Done(case, f"case:{case.pk}", case.path, {"met": wanted})


@act("oversight.case_step")
def take_step(
    *, by: Viewer, case_id: int, seen: str, new: NewStep, upload: Upload | None = None
) -> Done[Case]:
    """Take a case one step on, with the number of the paper that carries it.

    `seen` is the state that the person had on the page: when two take the same step, the second
    is told. Raises `Refused` for a step that does not follow, is another level's, lacks its paper,
    reason or outcomes, for requirements not met, and for a moment out of order.
    """
    case = case_store.held(by, case_id)
    _require_seen(case, seen)
    before = case.state
    new = replace(new, taken_at=_moment(case, new.taken_at))
    after = _advanced(case, new)
    made = CaseStep.objects.create(
        case=case,
        step=new.step,
        before=before,
        after=after,
        level=case.level,
        paper=new.paper.strip()[:120],
        document=_document(by, new.document_id),
        reason=new.reason,
        found=list(new.found),
        note=new.note.strip(),
        taken_at=new.taken_at,
        **keeping.record(by, case.path, upload),
    )
    _apply(case, new, after)
    facts = {
        "step": new.step,
        "from": before,
        "to": after,
        "paper": made.paper,
        "found": made.found,
        "reason": made.reason,
        "number": case.number,
    }
    return Done(case, f"case:{case.pk}", case.path, facts)


def _require_seen(case: Case, seen: str) -> None:
    if case.state != seen:
        raise Refused(
            _("Sementara itu perkara ini menjadi “%(now)s”. Muat ulang halamannya.")
            % {"now": say(cases.states()[case.state].name)}
        )


def _advanced(case: Case, new: NewStep) -> str:
    """The state after a step. Raises `Refused` for one that may not be taken here and now."""
    _require_known(new.found)
    try:
        after = cases.advance(
            case.state,
            new.step,
            level=case.level,
            paper=new.paper,
            reason=new.reason,
            found=new.found,
        )
    except ValueError as error:
        raise Refused(_why(case, new, error)) from error
    if new.step == REGISTER:
        _require_requirements(case)
    return after


def _apply(case: Case, new: NewStep, after: str) -> None:
    """What a step changes in the case beside its state."""
    case.state = after
    if new.step == STUDY and new.found:
        case.suspected = list(new.found)
    if new.step == REGISTER:
        case_store.register(case, new.taken_at)
    if new.step == FIND:
        case.kind = Case.Kind.FINDING
    if new.step == DECIDE:
        case.outcomes = list(new.found)
    if new.step == REFUSE:
        case.reason = new.reason
    if new.step == "jadi-informasi-awal":
        case.kind = Case.Kind.TIP
    if new.step == CAME:
        case_store.bring(case, new.taken_at)
    case.save()
    if new.step in (CAME, "jadi-informasi-awal") and not case.intake_number:
        case_store.number_intake(case)


def _moment(case: Case, at: datetime) -> datetime:
    """The moment of a step, strictly after the one before it, as clocks count from one to the next.

    Raises `Refused` for one out of order.
    """
    last = case.steps.order_by("-taken_at").values_list("taken_at", flat=True).first()
    moment = case_store.in_order(at, last or case.received_at, _("langkah sebelumnya"))
    return moment + JUST_AFTER if moment == last else moment


def _require_known(found: tuple[str, ...]) -> None:
    if any(one not in cases.outcomes() for one in found):
        raise Refused(_("Pilih jenis pelanggaran dari daftar."))


def _require_requirements(case: Case) -> None:
    lacking = case_facts.lacking(case)
    if lacking:
        names = "; ".join(say(one.name) for one in lacking)
        raise Refused(
            _("Belum dinyatakan terpenuhi: %(what)s. Periksa syaratnya dulu.") % {"what": names}
        )


def _why(case: Case, new: NewStep, error: ValueError) -> str:
    """Why the law refuses a step, in the words of the page."""
    law = cases.steps().get(new.step)
    if law is None or case.state not in law.sources:
        state = say(cases.states()[case.state].name)
        return _("Langkah ini tidak mengikuti keadaan “%(state)s”.") % {"state": state}
    if law.plenary and case.level != cases.REGENCY:
        return _("Langkah ini diambil pleno Bawaslu Kabupaten/Kota.")
    if not new.paper.strip():
        return _("Tulis nomor %(paper)s yang membawa langkah ini.") % {"paper": say(law.paper)}
    if law.reason and new.reason not in cases.reasons():
        return _("Pilih alasannya.")
    if not new.found:
        return _("Pilih paling sedikit satu hasil.")
    return _("“Bukan pelanggaran” tidak dapat dipilih bersama jenis pelanggaran lain.")


def _document(by: Viewer, document_id: int | None) -> Document | None:
    if document_id is None:
        return None
    return Document.objects.filter(path__within=by.path).get(pk=document_id)


@act("oversight.case_move")
def move_case(
    *, by: Viewer, case_id: int, move: str, paper: str, taken_at: datetime, note: str = ""
) -> Done[Case]:
    """Hand a case up, take it over, or delegate it; its state stays. Raises `Refused`."""
    case = case_store.locked(by, case_id)
    found = case_words.moves().get(move)
    level = case_store.level_of(by)
    if found is None or (found.before, found.by) != (case.level, level):
        raise Refused(_("Perkara ini tidak dapat dipindahkan begitu dari tingkatnya sekarang."))
    case_store.require_open(case)
    if found.after == Case.Level.DISTRICT and len(case.path) < case_store.KECAMATAN:
        raise Refused(_("Perkara ini tidak bertempat di satu kecamatan."))
    number = keeping.wanted(paper, _("Tulis nomor surat atau berita acara yang memindahkannya."))
    CaseStep.objects.create(
        case=case,
        step=move,
        before=case.state,
        after=case.state,
        level=found.after,
        paper=number[:120],
        note=note.strip(),
        taken_at=_moment(case, taken_at),
        **keeping.record(by, case.path),
    )
    case.level = found.after
    case.save(update_fields=["level"])
    facts = {"move": move, "level": case.level, "paper": number}
    return Done(case, f"case:{case.pk}", case.path, facts)


@act("oversight.case_file")
def set_file(
    *, by: Viewer, case_id: int, title: str, actor: str, path: str, officer_id: int | None
) -> Done[Case]:
    """Set what a case is called, who is reported, where it happened, and who handles it.

    Raises `Refused` for an officer without a role of Bawaslu here, or a place outside the scope.
    """
    case = case_store.held(by, case_id)
    if actor not in case_words.actors():
        raise Refused(_("Pilih siapa yang dilaporkan."))
    place = keeping.place(by, path)
    if officer_id is not None and officer_id not in case_store.officers(place):
        raise Refused(_("Petugas ini tidak berperan di Bawaslu untuk tempat perkara ini."))
    if officer_id != case.officer_id and by.role not in PLENARY | {SYSTEM}:
        raise Refused(_("Petugas perkara ditunjuk ketua atau anggota Bawaslu."))
    called = keeping.wanted(title, _("Tulis pokok perkara, tanpa nama orang."))
    case.title = identity.masked(called, case_facts.persons(case))[:160]
    case.actor, case.path, case.officer_id = actor, place, officer_id
    case.save(update_fields=["title", "actor", "path", "officer"])
    facts = {"actor": actor, "officer": officer_id}
    return Done(case, f"case:{case.pk}", case.path, facts)


@act("oversight.case_reveal")
def reveal(
    *,
    by: Viewer,
    case_id: int,
    why: str,
    note: str = "",
    party_id: int | None = None,
    evidence_id: int | None = None,
) -> Done[Revealed]:
    """Open an identity, with the reason in the ledger; the chair, members and the case's officer.

    Without `party_id` all parties are opened; `evidence_id` opens the copy of an identity card
    instead. Raises `Refused` for anybody else and without a reason of the list.
    """
    case = case_store.locked(by, case_id)
    if by.role not in PLENARY | {SYSTEM} and (
        by.account_id is None or case.officer_id != by.account_id
    ):
        raise Refused(
            _("Identitas dibuka oleh ketua, anggota, atau petugas yang ditunjuk untuk perkara ini.")
        )
    if why not in CaseReveal.Why.values:
        raise Refused(_("Pilih alasan membuka identitas."))
    shown = _file_of(case, evidence_id) if evidence_id is not None else _persons(case, party_id)
    row = CaseReveal.objects.create(
        case=case,
        party_id=party_id,
        why=why,
        note=note.strip()[:300],
        account_id=by.account_id,
        account_name=by.name,
        role=by.role,
        opened_at=clock.now(),
    )
    facts = {"why": why, "party": party_id, "evidence": evidence_id, "reveal": row.pk}
    return Done(shown, f"case:{case.pk}", case.path, facts)


def _persons(case: Case, party_id: int | None) -> Revealed:
    rows = case.parties.filter(struck_at=None).order_by("role", "number")
    chosen = [rows.get(pk=party_id)] if party_id is not None else list(rows)
    heard = case.summons.filter(party__in=chosen, sealed__isnull=False).order_by("held_at")
    return Revealed(
        tuple((label(row.role, row.number, row.capacity), identity.opened(row)) for row in chosen),
        tuple((row.paper, sealing.opened(identity.MINUTES, row)["answers"]) for row in heard),
    )


def _file_of(case: Case, evidence_id: int) -> Revealed:
    row = case.evidence.select_related("file").get(pk=evidence_id)
    if row.kind != CaseEvidence.Kind.IDENTITY or row.file is None:
        raise CaseEvidence.DoesNotExist
    return Revealed((), (), row.name, row.file.media_type, files.content(row.file))


@act("oversight.case_summon")
def summon(
    *, by: Viewer, case_id: int, party_id: int, letter: str, held_at: datetime, venue: str
) -> Done[CaseSummons]:
    """Invite a party to a clarification. Raises `Refused` before registration, without letter."""
    case = case_store.held(by, case_id)
    case_store.require_state(case, *case_store.CLARIFYING)
    party: CaseParty = case.parties.get(pk=party_id, struck_at=None)
    made = CaseSummons.objects.create(
        case=case,
        party=party,
        letter=keeping.wanted(letter, _("Tulis nomor surat undangan."))[:120],
        held_at=held_at,
        venue=keeping.wanted(venue, _("Tulis tempat klarifikasi."))[:160],
        **keeping.record(by, case.path),
    )
    facts = {"party": party.pk, "letter": made.letter}
    return Done(made, f"case:{case.pk}", case.path, facts)


@act("oversight.case_heard")
def note_hearing_of(
    *,
    by: Viewer,
    summons_id: int,
    came: bool,
    oath: bool = False,
    paper: str = "",
    answers: str = "",
) -> Done[CaseSummons]:
    """Note what came of an invitation: the number of the minutes, the oath, the answers (sealed).

    Raises `Refused` when it was noted before, or for somebody heard without minutes.
    """
    rows = CaseSummons.objects.select_for_update(of=("self",))
    row = rows.filter(case__path__within=by.path).get(pk=summons_id)
    case = case_store.held(by, row.case_id)
    if row.state != CaseSummons.State.INVITED:
        raise Refused(_("Hasil undangan ini sudah dicatat."))
    values: dict[str, Any] = {"state": CaseSummons.State.ABSENT}
    if came:
        number = keeping.wanted(paper, _("Tulis nomor berita acara klarifikasi."))
        values = {"state": CaseSummons.State.HEARD, "paper": number[:120], "oath": oath}
        values |= sealing.sealed(identity.MINUTES, {"answers": answers.strip()})
    values |= {"heard_name": by.name, "heard_at": clock.now()}
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    facts = {"summons": row.pk, "state": row.state, "paper": row.paper, "oath": row.oath}
    return Done(row, f"case:{case.pk}", case.path, facts)
