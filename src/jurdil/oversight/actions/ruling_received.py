"""Rulings of Bawaslu in KPU's house: what was done is told by the body that had to do it."""

from uuid import uuid4

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.exchange import Attachment, posting
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import rulings as law
from jurdil.office import keeping as office_keeping
from jurdil.oversight import keeping, ruling_facts, ruling_store
from jurdil.oversight.actions.advice_received import MOST_FILES, NewAnswer
from jurdil.oversight.models import RulingProof, RulingReceived


@act("oversight.ruling_answer")
def answer_ruling(*, by: Viewer, ruling_id: int, new: NewAnswer) -> Done[RulingReceived]:
    """Tell what was done with a ruling; it goes back signed, with its papers.

    What was followed in part, or not, may be answered again. Raises `Refused` for an unknown
    answer, one without words, too many papers, or when it was carried out already;
    RulingReceived.DoesNotExist for a ruling to another body or place.
    """
    rows = ruling_store.in_sight(by).select_for_update(of=("self",))
    row = rows.select_related("parcel__partner").get(pk=ruling_id)
    if new.answer not in law.ANSWERS:
        raise Refused(_("Pilih salah satu jawaban."))
    words = keeping.wanted(new.text, _("Tulis apa yang dilakukan, atau mengapa tidak."))
    if len(new.files) > MOST_FILES:
        raise Refused(_("Paling banyak 5 berkas bukti."))
    said = ruling_facts.Answered(
        row.key, uuid4(), new.answer, words, by.role, new.letter.strip(), clock.now()
    )
    parcel = posting.post(
        to=row.parcel.partner,
        type_code=ruling_facts.ANSWERED,
        payload=said.payload(),
        title=row.parcel.title,
        subject=f"ruling_received:{row.pk}",
        attachments=[Attachment(one.name, one.media_type, one.content) for one in new.files],
    )
    made = ruling_store.answer_received(row, said, by, parcel)
    for upload in new.files:
        file = office_keeping.keep(row.path, upload)
        RulingProof.objects.create(answer=made, file=file, name=upload.name[:200])
    facts = {"answer": row.state, "package": parcel.digest, "files": len(new.files)}
    return Done(row, f"ruling_received:{row.pk}", row.path, facts)
