"""Correction advice in KPU's house: answered by the body it was given to, or by the office."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.exchange import Attachment, posting
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import advice as law
from jurdil.office import keeping
from jurdil.oversight import advice_facts, receiving
from jurdil.oversight.models import AdviceFacts, AdviceReceived, AnswerFile

MOST_FILES = 5


@dataclass(frozen=True)
class NewAnswer:
    """How an advice was followed up, or why not."""

    answer: str
    text: str
    letter: str = ""
    files: tuple[Upload, ...] = ()


@act("oversight.advice_answer")
def answer_advice(*, by: Viewer, advice_id: int, new: NewAnswer) -> Done[AdviceReceived]:
    """Answer an advice; the answer goes back signed, with its evidence.

    An answer after the clock is still sent, and both houses say that it was late. Raises `Refused`
    for an unknown answer, one without text, too many files, or a second answer;
    AdviceReceived.DoesNotExist for advice to another body or place.
    """
    rows = receiving.in_sight(by).select_for_update(of=("self",)).select_related("parcel__partner")
    row = rows.get(pk=advice_id)
    if row.state != AdviceFacts.State.WAITING:
        raise Refused(_("Saran ini sudah dijawab."))
    if new.answer not in law.ANSWERS:
        raise Refused(_("Pilih salah satu jawaban."))
    if not new.text.strip():
        raise Refused(_("Tulis apa yang sudah diperbaiki, atau mengapa tidak."))
    if len(new.files) > MOST_FILES:
        raise Refused(_("Paling banyak 5 berkas bukti."))
    row.state = row.answered = new.answer
    row.answer, row.answer_role = new.text.strip(), by.role
    row.answer_letter, row.answered_at = new.letter.strip(), clock.now()
    row.account_id, row.account_name = by.account_id, by.name
    for upload in new.files:
        AnswerFile.objects.create(
            received=row, file=keeping.keep(row.path, upload), name=upload.name[:200]
        )
    row.answer_parcel = posting.post(
        to=row.parcel.partner,
        type_code=advice_facts.ANSWERED,
        payload=_said(row).payload(),
        title=row.parcel.title,
        subject=f"advice_received:{row.pk}",
        attachments=[Attachment(one.name, one.media_type, one.content) for one in new.files],
    )
    row.save()
    facts = {"answer": row.state, "package": row.answer_parcel.digest, "files": len(new.files)}
    return Done(row, f"advice_received:{row.pk}", row.path, facts)


def _said(row: AdviceReceived) -> advice_facts.Answered:
    if row.answered_at is None:
        raise ValueError("an answer has its moment")
    return advice_facts.Answered(
        advice=row.key,
        answer=row.answered,
        text=row.answer,
        role=row.answer_role,
        letter=row.answer_letter,
        answered_at=row.answered_at,
    )
