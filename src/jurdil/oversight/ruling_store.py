"""Steps of rulings inside acts: what arrives in either house, and what an answer closes."""

import hashlib

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.exchange import Arrival, Arrived
from jurdil.kernel.models import Parcel, StoredFile
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import rulings as law
from jurdil.law.oversight.advice import Standing
from jurdil.oversight import receiving, ruling_facts
from jurdil.oversight.models import (
    CaseReferral,
    Ruling,
    RulingAnswer,
    RulingFacts,
    RulingProof,
    RulingReceived,
)
from jurdil.oversight.ruling_facts import Answered

PPK = "ppk"


def in_sight(viewer: Viewer) -> QuerySet[RulingReceived]:
    """Rulings of the viewer's place; a PPK sees what was addressed to it."""
    rows = RulingReceived.objects.filter(path__within=viewer.path)
    return rows.filter(to=PPK) if viewer.role == PPK else rows


def title_of(row: RulingFacts) -> str:
    """How a ruling is called on lists: kind and number."""
    return f"{law.kinds()[row.kind].name.id} {row.number}"[:200]


@inner
def take_ruling(by: Viewer, arrival: Arrival) -> Arrived:
    """A ruling arrives at KPU: kept as it was said, with its document when the digest agrees."""
    said = ruling_facts.given(arrival.schema, arrival.payload)
    receiving.in_reach(said.path)
    if RulingReceived.objects.filter(key=said.ruling).exists():
        raise Refused(_("Putusan ini sudah pernah diterima dengan paket lain."))
    row = RulingReceived.objects.create(
        key=said.ruling,
        election=receiving.election_of(said.election),
        kind=said.kind,
        basis=said.basis,
        path=said.path,
        level=said.level,
        role=said.role,
        to=said.to,
        number=said.number,
        decided_on=said.decided_on,
        served_on=said.served_on,
        about=said.about,
        article=said.article,
        order=said.order,
        todo=said.todo,
        ends_at=said.ends_at,
        set_by_hand=said.set_by_hand,
        document=_document(arrival, said),
        parcel=Parcel.objects.get(pk=arrival.parcel),
        sender_name=arrival.sender_name,
        received_at=arrival.received_at,
    )
    return Arrived(f"ruling_received:{row.pk}", row.path, {"number": row.number})


def _document(arrival: Arrival, said: ruling_facts.Given) -> StoredFile | None:
    """The document, when there is exactly the one that the ruling names."""
    digests = [hashlib.sha256(one.content).hexdigest() for one in arrival.files]
    if digests != ([said.document] if said.document else []):
        raise Refused(_("Berkas putusan tidak sama dengan yang disebut paketnya."))
    if not arrival.files:
        return None
    (file,) = arrival.files
    if file.media_type not in ruling_facts.DOCUMENT:
        raise Refused(_("Berkas putusan berupa PDF atau foto."))
    return files.keep(
        file.content,
        name=ruling_facts.DOCUMENT[file.media_type],
        media_type=file.media_type,
        level=StoredFile.Level.INTERNAL,
        path=said.path,
    )


@inner
def take_follow_up(by: Viewer, arrival: Arrival) -> Arrived:
    """A follow-up arrives at Bawaslu: put to its ruling, with its papers.

    Raises Ruling.DoesNotExist when the ruling is not of this house, or was sent to another office.
    """
    said = ruling_facts.answered(arrival.schema, arrival.payload)
    rows = Ruling.objects.select_for_update(of=("self",)).filter(path__within=by.path)
    kind, _sign, path = arrival.sender.partition(":")
    row = rows.get(key=said.ruling, parcel__partner__kind=kind, parcel__partner__path=path)
    if RulingAnswer.objects.filter(key=said.key).exists():
        raise Refused(_("Tindak lanjut ini sudah pernah diterima dengan paket lain."))
    name = ROLES[said.role].name.id if said.role in ROLES else arrival.sender_name
    made = take_answer(row, said, name=name)
    for one, stored in zip(arrival.files, receiving.kept(arrival, row.path), strict=True):
        RulingProof.objects.create(answer=made, file=stored, name=files.plain_name(one.name))
    return Arrived(f"ruling:{row.pk}", row.path, {"answer": row.state})


@inner
def take_answer(row: Ruling, said: Answered, *, name: str) -> RulingAnswer:
    """Put an answer to the ruling that this house sent, and to the referral it came from."""
    made = RulingAnswer.objects.create(ruling=row, account_name=name, **_columns(said))
    _stand(row)
    code, _sign, number = row.source.partition(":")
    if code == "referral":
        _told(CaseReferral.objects.select_for_update().get(pk=int(number)), row)
    return made


@inner
def answer_received(
    row: RulingReceived, said: Answered, by: Viewer, parcel: Parcel
) -> RulingAnswer:
    """Put this house's own answer to the ruling. Raises `Refused` once it was carried out."""
    if row.state == Standing.FOLLOWED:
        raise Refused(_("Putusan ini sudah dilaksanakan; tindak lanjutnya sudah dikirim."))
    made = RulingAnswer.objects.create(
        received=row,
        account_id=by.account_id,
        account_name=by.name,
        parcel=parcel,
        **_columns(said),
    )
    _stand(row)
    return made


def _columns(said: Answered) -> dict[str, object]:
    return {
        "key": said.key,
        "answer": said.answer,
        "text": said.text,
        "role": said.role,
        "letter": said.letter,
        "answered_at": said.answered_at,
    }


def _stand(row: Ruling | RulingReceived) -> None:
    """The last answer counts, by when it was given and not by when it came."""
    row.state = row.answers.latest("answered_at", "pk").answer
    row.save(update_fields=["state"])


def _told(referral: CaseReferral, row: Ruling) -> None:
    """The referral of the case says the same as its ruling."""
    last = row.answers.latest("answered_at", "pk")
    referral.result, referral.answer = last.answer, last.text
    referral.answer_letter, referral.answer_name = last.letter, last.account_name
    referral.answered_on = last.answered_at.astimezone(clock.zone()).date()
    referral.save()
