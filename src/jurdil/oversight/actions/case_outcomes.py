"""What follows a case: Gakkumdu, hearings, police and court, referrals and what became of them."""

from datetime import date, datetime
from uuid import uuid4

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.viewer import Viewer
from jurdil.law.deadlines import due
from jurdil.law.oversight import case_words, cases, clocks
from jurdil.oversight import case_facts, case_store, identity, keeping
from jurdil.oversight.actions.risk import propose
from jurdil.oversight.case_records import NewMeeting, NewReferral
from jurdil.oversight.models import (
    Case,
    CaseEvent,
    CaseHearing,
    CaseMeeting,
    CaseReferral,
    IkpEvent,
    Ruling,
)

DECIDED = ("diputus", "diumumkan")
ADMINISTRATIVE = "administrasi"
MET = ("ya", "tidak", "belum")


@act("oversight.case_gakkumdu")
def hold_meeting(
    *, by: Viewer, case_id: int, new: NewMeeting, upload: Upload | None = None
) -> Done[CaseMeeting]:
    """Record a meeting of Gakkumdu with its minutes. Raises `Refused` for what the minutes lack."""
    case = case_store.held(by, case_id)
    if case.registered_at is None:
        raise Refused(_("Pembahasan Gakkumdu dimulai setelah perkara diregistrasi."))
    if new.stage not in {one.id for one in cases.gakkumdu()}:
        raise Refused(_("Pilih tahap pembahasan."))
    held_at = case_store.in_order(new.held_at, case.registered_at, _("registrasi"))
    unknown = {*new.members, *new.opinions} - set(case_words.institutions())
    if unknown or not all(new.members.get(name) for name in case_words.institutions()):
        raise Refused(_("Tulis siapa yang hadir dari Bawaslu, Polri, dan Kejaksaan."))
    if not new.articles or not all(_tested(one) for one in new.articles):
        raise Refused(_("Uji paling sedikit satu pasal, unsur demi unsur."))
    made = CaseMeeting.objects.create(
        case=case,
        stage=new.stage,
        held_at=held_at,
        members=new.members,
        articles=new.articles,
        opinions=new.opinions,
        conclusion=keeping.wanted(new.conclusion, _("Tulis kesimpulan pembahasan.")),
        likely=new.likely,
        paper=keeping.wanted(new.paper, _("Tulis nomor berita acara pembahasan."))[:120],
        **keeping.record(by, case.path, upload),
    )
    facts = {"stage": made.stage, "paper": made.paper, "likely": made.likely}
    return Done(made, f"case:{case.pk}", case.path, facts)


def _tested(one: dict[str, object]) -> bool:
    elements = one.get("elements")
    if not str(one.get("article", "")).strip() or not isinstance(elements, list) or not elements:
        return False
    return all(str(e.get("element", "")).strip() and e.get("met") in MET for e in elements)


@act("oversight.case_event")
def note_event_of_case(
    *,
    by: Viewer,
    case_id: int,
    event: str,
    happened_at: datetime,
    paper: str = "",
    note: str = "",
    upload: Upload | None = None,
) -> Done[CaseEvent]:
    """Note what happened before police, prosecutor or court; clocks start and end with it."""
    case = case_store.held(by, case_id)
    if event not in case_words.events():
        raise Refused(_("Pilih kejadiannya."))
    earliest = case.registered_at or case.received_at
    happened_at = case_store.in_order(happened_at, earliest, _("registrasi"))
    made = CaseEvent.objects.create(
        case=case,
        event=event,
        happened_at=happened_at,
        paper=paper.strip()[:120],
        note=note.strip(),
        **keeping.record(by, case.path, upload),
    )
    return Done(made, f"case:{case.pk}", case.path, {"event": event, "paper": made.paper})


@act("oversight.case_hearing")
def hold_hearing(
    *,
    by: Viewer,
    case_id: int,
    agenda: str,
    held_at: datetime,
    paper: str,
    summary: str = "",
    upload: Upload | None = None,
) -> Done[CaseHearing]:
    """Record a hearing of an administrative violation.

    Raises `Refused` in a regime in which Bawaslu recommends and KPU decides.
    """
    case = case_store.held(by, case_id)
    if clocks.regimes()[case.regime].administrative != "putusan":
        raise Refused(_("Dalam aturan perkara ini Bawaslu memberi rekomendasi, tidak bersidang."))
    if agenda not in CaseHearing.Agenda.values:
        raise Refused(_("Pilih acara sidang."))
    if case.registered_at is None:
        raise Refused(_("Sidang dibuka setelah perkara diregistrasi."))
    held_at = case_store.in_order(held_at, case.registered_at, _("registrasi"))
    made = CaseHearing.objects.create(
        case=case,
        agenda=agenda,
        held_at=held_at,
        paper=keeping.wanted(paper, _("Tulis nomor berita acara sidang."))[:120],
        summary=summary.strip(),
        **keeping.record(by, case.path, upload),
    )
    return Done(made, f"case:{case.pk}", case.path, {"agenda": agenda, "paper": made.paper})


@act("oversight.case_refer")
def refer(
    *, by: Viewer, case_id: int, new: NewReferral, upload: Upload | None = None
) -> Done[CaseReferral]:
    """Send a decided case, or one of its outcomes, on; one case may go to many.

    Raises `Refused` before the plenary decided, for an outcome it did not name, without a letter.
    """
    case = case_store.held(by, case_id)
    case_store.require_state(case, *DECIDED)
    if new.outcome not in case.outcomes:
        raise Refused(_("Pleno tidak menyatakan hasil ini dalam perkara ini."))
    decided = case.steps.filter(step="putuskan").latest("taken_at").taken_at
    day = keeping.past(new.sent_on, _("Tanggal surat"))
    if day < decided.astimezone(clock.zone()).date():
        raise Refused(_("Surat ini lebih tua dari pleno yang memutus perkara."))
    form = _form(case, new)
    made = CaseReferral.objects.create(
        case=case,
        key=uuid4(),
        outcome=new.outcome,
        to=new.to,
        to_name=keeping.wanted(new.to_name, _("Tulis kepada siapa."))[:160],
        form=form,
        letter=keeping.wanted(new.letter, _("Tulis nomor surat atau putusan."))[:120],
        sent_on=day,
        content=new.content.strip(),
        ends_at=_ends(case, form, new.to, day),
        **keeping.record(by, case.path, upload),
    )
    facts = {"to": made.to, "outcome": made.outcome, "form": form, "letter": made.letter}
    return Done(made, f"case:{case.pk}", case.path, facts)


def _form(case: Case, new: NewReferral) -> str:
    """A ruling or a recommendation on an administrative violation, by the day of the event."""
    if new.outcome == ADMINISTRATIVE and new.to in ("kpu", "bawaslu"):
        return clocks.regimes()[case.regime].administrative
    return CaseReferral.Form.FORWARD


def _ends(case: Case, form: str, to: str, day: date) -> datetime | None:
    """When KPU must have followed up; None where the regime's rule is not known."""
    rule = clocks.rules(case.regime).get(case_facts.KPU_ANSWERS)
    if to != "kpu" or form == CaseReferral.Form.FORWARD or rule is None:
        return None
    return due(rule, day, case_store.calendar_of(day), clock.zone()).at


@act("oversight.case_answered")
def note_result(
    *, by: Viewer, referral_id: int, result: str, answer: str, letter: str, answered_on: date
) -> Done[CaseReferral]:
    """Note what became of a referral; a later answer replaces an earlier one in the list only.

    Raises `Refused` for an answer from before the letter, and without words.
    """
    rows = CaseReferral.objects.select_for_update(of=("self",))
    row = rows.filter(case__path__within=by.path).get(pk=referral_id)
    if result not in CaseReferral.Result.values or result == CaseReferral.Result.WAITING:
        raise Refused(_("Pilih apa yang terjadi dengan penerusan ini."))
    if Ruling.objects.filter(source=f"referral:{row.pk}").exists():
        raise Refused(_("Penerusan ini dikirim sebagai putusan; tindak lanjutnya dicatat di sana."))
    day = keeping.past(answered_on, _("Tanggal jawaban"))
    if day < row.sent_on:
        raise Refused(
            _("Jawaban (%(a)s) lebih tua dari suratnya (%(b)s).")
            % {"a": f"{day:%d-%m-%Y}", "b": f"{row.sent_on:%d-%m-%Y}"}
        )
    row.result, row.answered_on = result, day
    row.answer = keeping.wanted(answer, _("Tulis isi jawabannya."))
    row.answer_letter, row.answer_name = letter.strip()[:120], by.name
    row.save()
    facts = {"referral": row.pk, "result": result, "letter": row.answer_letter}
    return Done(row, f"case:{row.case_id}", row.case.path, facts)


@act("oversight.case_index")
def propose_index_event(
    *, by: Viewer, case_id: int, indicator: int, severity: str, narrative: str
) -> Done[IkpEvent]:
    """Propose an event of the index from a decided case; a person confirms it.

    Raises `Refused` before the plenary decided, when it found no violation, or a second time.
    """
    case = case_store.held(by, case_id)
    case_store.require_state(case, *DECIDED)
    if not case.outcomes or cases.NO_VIOLATION in case.outcomes:
        raise Refused(_("Pleno tidak menyatakan pelanggaran dalam perkara ini."))
    origin = f"case:{case.pk}"
    if IkpEvent.objects.filter(origin=origin, indicator=indicator).exists():
        raise Refused(_("Kejadian ini sudah pernah diusulkan dari perkara ini."))
    made = propose(
        by=by,
        indicator=indicator,
        happened_on=case.happened_on or case.received_at.astimezone(clock.zone()).date(),
        source=_("Perkara %(number)s") % {"number": case_store.named(case)},
        narrative=identity.masked(narrative, case_facts.persons(case)),
        severity=severity,
        path=case.path,
        origin=origin,
    )
    facts = {"indicator": indicator, "event": made.pk}
    return Done(made, f"case:{case.pk}", case.path, facts)
