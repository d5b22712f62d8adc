"""Correction advice in Bawaslu's house: given, sent, answered, lapsed into a draft finding.

Perbawaslu 5/2022 art. 18.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.utils.translation import gettext as _

from jurdil.kernel import clock, roles
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.exchange import posting
from jurdil.kernel.fields import within
from jurdil.kernel.models import Election
from jurdil.kernel.roles import SYSTEM
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import advice as law
from jurdil.law.oversight import clocks
from jurdil.oversight import advice_facts, drafting, keeping
from jurdil.oversight.models import Advice, AdviceFacts, FindingDraft
from jurdil.stages.deadlines import office_calendar

KPU = "kpu"


@dataclass(frozen=True)
class NewAdvice:
    """What a supervisor writes down. `given_at` is when it was said or handed over."""

    path: str
    to: str
    form: str
    letter: str
    about: str
    about_day: date | None
    stage: str
    rule: str
    fact: str
    request: str
    given_at: datetime
    until: date | None = None


@act("oversight.advice_give")
def give_advice(
    *, by: Viewer, election_id: int, new: NewAdvice, source: str = "", note: str = ""
) -> Done[Advice]:
    """Note an advice that was given, start its clock, and send it to KPU's house.

    `source` and `note` stay here. Raises `Refused` for a body this role does not advise, a place
    that is not of its level, a moment ahead, a letter without number, or a day outside the rule;
    Election.DoesNotExist for an election of another place.
    """
    election = _election(by, election_id)
    _check(by, new)
    regime = clocks.regime_for(keeping.election_kind(election), new.given_at.date()).id
    ends = _clock(regime, new)
    row = Advice.objects.create(
        key=uuid4(),
        election=election,
        path=new.path,
        regime=regime,
        role=by.role,
        to=new.to,
        form=new.form,
        letter=new.letter.strip(),
        about=new.about,
        about_day=new.about_day,
        stage=new.stage.strip(),
        rule=new.rule.strip(),
        fact=new.fact.strip(),
        request=new.request.strip(),
        given_at=new.given_at,
        ends_at=ends.at,
        set_by_hand=ends.set_by_hand,
        account_id=by.account_id,
        account_name=by.name,
        source=source,
        note=note.strip(),
    )
    if posting.partner_of(KPU) is not None:
        _send(row)
    return _done(row, {"ends": row.ends_at.isoformat(), "source": source})


@act("oversight.advice_send")
def send_advice(*, by: Viewer, advice_id: int) -> Done[Advice]:
    """Send an advice that waited because KPU's house was not introduced. Raises `Refused`."""
    row = _advice(by, advice_id)
    if row.parcel_id is not None:
        raise Refused(_("Saran ini sudah dikirim."))
    _send(row)
    return _done(row, {"sent": True})


@act("oversight.advice_answered")
def note_answer(
    *, by: Viewer, advice_id: int, answer: str, text: str, letter: str, answered_at: datetime
) -> Done[Advice]:
    """Note an answer that came on paper or by word, when KPU's house is not connected.

    Raises `Refused` for an answer the law does not know, one without text, one from before the
    advice or from ahead, or when there is one already.
    """
    row = _advice(by, advice_id)
    if not text.strip():
        raise Refused(_("Tulis isi jawabannya."))
    if not row.given_at <= answered_at <= clock.now():
        raise Refused(_("Jawaban tidak mungkin mendahului saran, dan tidak mungkin di depan hari."))
    if answer not in law.ANSWERS:
        raise Refused(_("Pilih salah satu jawaban."))
    said = advice_facts.Answered(row.key, answer, text.strip(), "", letter.strip(), answered_at)
    drafting.take_answer(row, said)
    return _done(row, {"answer": answer, "late": row.late})


@act("oversight.advice_lapse")
def lapse_advice(*, by: Viewer, advice_id: int) -> Done[Advice]:
    """The clock of an advice ended without an answer: a draft finding follows by itself.

    Raises `Refused` while the clock runs or when it was answered.
    """
    row = _advice(by, advice_id)
    answer = None if row.state == AdviceFacts.State.WAITING else law.Standing(row.state)
    if answer is not None or law.standing(None, row.ends_at, clock.now()) != law.Standing.LAPSED:
        raise Refused(_("Saran ini belum lewat waktu, atau sudah dijawab."))
    row.state = AdviceFacts.State.LAPSED
    row.save(update_fields=["state"])
    draft = drafting.from_advice(row)
    return _done(row, {"draft": draft.pk})


@act("oversight.draft_drop")
def drop_draft(*, by: Viewer, draft_id: int, reason: str) -> Done[FindingDraft]:
    """Strike a draft that is no finding. Raises `Refused` without a reason, or when closed."""
    rows = FindingDraft.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    draft = rows.get(pk=draft_id)
    if draft.state != FindingDraft.State.OPEN:
        raise Refused(_("Konsep ini sudah ditutup."))
    if not reason.strip():
        raise Refused(_("Tulis mengapa ini bukan temuan."))
    drafting.close(draft, FindingDraft.State.DROPPED, by, reason=reason.strip())
    return Done(draft, f"finding_draft:{draft.pk}", draft.path, {"source": draft.source})


def _send(row: Advice) -> None:
    said = advice_facts.Given(
        advice=row.key,
        election=row.election.regime if row.election else "",
        regime=row.regime,
        path=row.path,
        role=row.role,
        to=row.to,
        form=row.form,
        letter=row.letter,
        stage=row.stage,
        about=row.about,
        about_day=row.about_day,
        rule=row.rule,
        fact=row.fact,
        request=row.request,
        given_at=row.given_at,
        ends_at=row.ends_at,
        set_by_hand=row.set_by_hand,
    )
    row.parcel = posting.post(
        to=posting.partner_of(KPU),
        type_code=advice_facts.GIVEN,
        payload=said.payload(),
        title=drafting.title_of(row),
        subject=f"advice:{row.pk}",
    )
    row.save(update_fields=["parcel"])


def _check(by: Viewer, new: NewAdvice) -> None:
    if by.role != SYSTEM and not law.may_advise(by.role, new.to):
        raise Refused(_("Saran kepada badan ini diberikan oleh pengawas setingkatnya."))
    if not within(new.path, by.path):
        raise Refused(_("Tempat %(place)s di luar wilayah kerja Anda.") % {"place": new.path})
    if roles.depth(new.path) < advice_facts.LEVEL_OF[new.to]:
        raise Refused(_("Tulis tempat badan yang diberi saran, sampai tingkatnya."))
    if new.given_at > clock.now():
        raise Refused(_("Saran dicatat setelah disampaikan; waktunya masih di depan."))
    if new.form == AdviceFacts.Form.LETTER and not new.letter.strip():
        raise Refused(_("Tulis nomor dan tanggal surat saran perbaikan."))
    if not all(text.strip() for text in (new.stage, new.rule, new.fact, new.request)):
        raise Refused(_("Tahapan, ketentuan, keadaan, dan perbaikan yang diminta harus diisi."))


def _clock(regime: str, new: NewAdvice) -> law.Clock:
    zone = clock.zone()
    year = new.given_at.astimezone(zone).year
    calendar = office_calendar(frozenset({year, year + 1}))
    try:
        return law.clock(regime, new.given_at, until=new.until, calendar=calendar, zone=zone)
    except ValueError as error:
        raise Refused(
            _(
                "Hari batas yang Anda tetapkan harus sesudah saran disampaikan dan paling lama "
                "sampai batas aturan."
            )
        ) from error


def _election(by: Viewer, election_id: int) -> Election:
    election = Election.objects.get(pk=election_id)
    if not (within(by.path, election.path) or within(election.path, by.path)):
        raise Election.DoesNotExist
    return election


def _advice(by: Viewer, advice_id: int) -> Advice:
    rows = Advice.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    return rows.get(pk=advice_id)


def _done(row: Advice, facts: dict[str, object]) -> Done[Advice]:
    package = {"package": row.parcel.digest} if row.parcel else {}
    return Done(
        row, f"advice:{row.pk}", row.path, {"to": row.to, "form": row.form} | package | facts
    )
