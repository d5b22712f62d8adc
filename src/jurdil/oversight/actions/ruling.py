"""Rulings in Bawaslu's house: sent to KPU, followed until they are carried out.

UU 7/2017 arts. 461-462, 466-471; UU 1/2015 arts. 139-140.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.brought import Upload
from jurdil.kernel.exchange import Attachment, posting
from jurdil.kernel.roles import KPU
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import rulings as law
from jurdil.office import keeping as office_keeping
from jurdil.oversight import case_store, keeping, ruling_facts, ruling_origin, ruling_store
from jurdil.oversight.models import Ruling
from jurdil.oversight.ruling_origin import Origin


@dataclass(frozen=True)
class NewRuling:
    """What a person writes. Number and days count only where the source does not settle them."""

    about: str
    article: str
    order: str
    todo: str
    number: str = ""
    decided_on: date | None = None
    served_on: date | None = None
    until: date | None = None


@act("oversight.ruling_send")
def send_ruling(
    *, by: Viewer, source: str, new: NewRuling, upload: Upload | None = None
) -> Done[Ruling]:
    """Give a ruling its clock and send it to KPU's house.

    Raises `Refused` for a source that is no ruling for KPU, one that was sent already, a text that
    names a party of the case, days in the wrong order, or a day outside the rule; DoesNotExist for
    a source out of sight.
    """
    origin = ruling_origin.of(by, source)
    if Ruling.objects.filter(source=source).exists():
        raise Refused(_("Putusan ini sudah dicatat untuk KPU."))
    number, decided, served = _settled(origin, new)
    texts = _texts(new)
    ruling_origin.clean(origin, (number, *texts.values()))
    ends = _clock(origin, served, new.until)
    row = Ruling.objects.create(
        **texts,
        key=uuid4(),
        source=source,
        election=origin.election,
        kind=origin.kind,
        basis=origin.basis,
        path=origin.path,
        level=law.kinds()[origin.kind].level,
        role=by.role,
        to=origin.to,
        number=number,
        decided_on=decided,
        served_on=served,
        ends_at=ends.at,
        set_by_hand=ends.set_by_hand,
        document=office_keeping.keep(origin.path, _named(upload)) if upload else None,
        account_id=by.account_id,
        account_name=by.name,
        recorded_at=clock.now(),
    )
    if posting.partner_of(KPU) is not None:
        _post(row)
    return _done(row, {"source": source, "kind": row.kind, "number": row.number})


@act("oversight.ruling_post")
def post_ruling(*, by: Viewer, ruling_id: int) -> Done[Ruling]:
    """Send a ruling that waited because KPU's house was not introduced. Raises `Refused`."""
    row = _locked(by, ruling_id)
    if row.parcel_id is not None:
        raise Refused(_("Putusan ini sudah dikirim."))
    _post(row)
    return _done(row, {"sent": True})


@act("oversight.ruling_noted")
def note_follow_up(
    *, by: Viewer, ruling_id: int, answer: str, text: str, letter: str, answered_at: datetime
) -> Done[Ruling]:
    """Note a follow-up that came on paper, when KPU's house is not connected.

    Raises `Refused` for an answer the law does not know, one without words, one from before the
    ruling or from ahead, or when it was carried out already.
    """
    row = _locked(by, ruling_id)
    if answer not in law.ANSWERS:
        raise Refused(_("Pilih salah satu jawaban."))
    words = keeping.wanted(text, _("Tulis apa yang dilakukan, atau mengapa tidak."))
    day = answered_at.astimezone(clock.zone()).date()
    if answered_at > clock.now() or day < row.served_on:
        raise Refused(
            _("Tindak lanjut tidak mungkin mendahului putusan, dan tidak mungkin di depan hari.")
        )
    said = ruling_facts.Answered(row.key, uuid4(), answer, words, "", letter.strip(), answered_at)
    ruling_store.take_answer(row, said, name=by.name)
    return _done(row, {"answer": answer})


def _settled(origin: Origin, new: NewRuling) -> tuple[str, date, date]:
    """Number, day of the ruling and day it was served, from the source where it settles them."""
    number = origin.number or keeping.wanted(new.number, _("Isi nomor putusan atau rekomendasi."))
    decided = origin.decided_on or new.decided_on
    served = origin.served_on or new.served_on
    if decided is None or served is None:
        raise Refused(_("Isi tanggal putusan dan tanggal disampaikan."))
    keeping.past(served, _("Tanggal disampaikan"))
    if served < decided:
        days = {"a": f"{served:%d-%m-%Y}", "b": f"{decided:%d-%m-%Y}"}
        raise Refused(_("Disampaikan (%(a)s) lebih dahulu daripada putusannya (%(b)s).") % days)
    return number, decided, served


def _texts(new: NewRuling) -> dict[str, str]:
    return {
        "about": keeping.wanted(new.about, _("Sebutkan pokok putusan ini.")),
        "article": keeping.wanted(new.article, _("Isi ketentuan yang dilanggar.")),
        "order": keeping.wanted(new.order, _("Tulis amar atau isi putusan.")),
        "todo": keeping.wanted(new.todo, _("Tulis apa yang harus dilakukan.")),
    }


def _clock(origin: Origin, served: date, until: date | None) -> law.Clock:
    try:
        return law.clock(
            origin.kind,
            origin.basis,
            served,
            until=until,
            calendar=case_store.calendar_of(served),
            zone=clock.zone(),
        )
    except ValueError as error:
        raise Refused(
            _(
                "Hari batas dalam putusan harus sesudah putusan disampaikan dan paling lama sampai "
                "batas aturannya."
            )
        ) from error


def _named(upload: Upload) -> Upload:
    """The document under our own name: the one that a person gave it may name somebody."""
    name = ruling_facts.DOCUMENT.get(upload.media_type)
    if name is None:
        raise Refused(_("Berkas putusan berupa PDF atau foto."))
    return Upload(name, upload.content, upload.media_type)


def _post(row: Ruling) -> None:
    said = ruling_facts.Given(
        ruling=row.key,
        election=row.election.regime if row.election else "",
        kind=row.kind,
        basis=row.basis,
        path=row.path,
        level=row.level,
        role=row.role,
        to=row.to,
        number=row.number,
        decided_on=row.decided_on,
        served_on=row.served_on,
        about=row.about,
        article=row.article,
        order=row.order,
        todo=row.todo,
        ends_at=row.ends_at,
        set_by_hand=row.set_by_hand,
        document=row.document.sha256 if row.document else "",
    )
    row.parcel = posting.post(
        to=posting.partner_of(KPU),
        type_code=ruling_facts.GIVEN,
        payload=said.payload(),
        title=ruling_store.title_of(row),
        subject=f"ruling:{row.pk}",
        attachments=_attached(row),
    )
    row.save(update_fields=["parcel"])


def _attached(row: Ruling) -> list[Attachment]:
    if row.document is None:
        return []
    kind = row.document.media_type
    return [Attachment(ruling_facts.DOCUMENT[kind], kind, files.content(row.document))]


def _locked(by: Viewer, ruling_id: int) -> Ruling:
    rows = Ruling.objects.select_for_update(of=("self",)).select_related("election", "document")
    row: Ruling = keeping.seen(by, rows, ruling_id)
    return row


def _done(row: Ruling, facts: dict[str, object]) -> Done[Ruling]:
    package = {"package": row.parcel.digest} if row.parcel else {}
    return Done(row, f"ruling:{row.pk}", row.path, {"to": row.to} | package | facts)
