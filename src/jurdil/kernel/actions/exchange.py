"""Packages between offices: taken in, held, released, receipted, handed over as a file."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.exchange import Arrival, Arrived, codec, examining, posting, statements, type_of
from jurdil.kernel.exchange.examining import Opened
from jurdil.kernel.exchange.reasons import Stop
from jurdil.kernel.models import Held, Office, Parcel, StoredFile
from jurdil.kernel.viewer import Viewer

NETWORK, STICK = "jaringan", "berkas"


@dataclass(frozen=True)
class Unopened:
    """What is known of a package that is held: its bytes, the reason, and who signed it if anyone.

    `body` are the opened bytes when the seal opened, else None.
    """

    raw: bytes
    stop: Stop
    via: str
    opened: Opened | None = None
    digest: str = ""


@act("exchange.receive")
def receive(*, by: Viewer, opened: Opened, via: str) -> Done[Parcel]:
    """Take in a package that came over the network. Raises `Stop`, and then nothing changed."""
    return _taken_in(by, opened, via)


@act("exchange.carry")
def carry(*, by: Viewer, opened: Opened) -> Done[Parcel]:
    """Take in a package that somebody brought as a file. Raises `Stop`."""
    return _taken_in(by, opened, STICK)


@act("exchange.release")
def release(*, by: Viewer, held_id: int, opened: Opened, reason: str) -> Done[Parcel]:
    """Take in a held package after all, because what held it is settled, or despite its number.

    The key, the signature and the content are examined as ever; only a doubled sequence number is
    overlooked, for a reason. Raises `Stop` or `Refused`.
    """
    held = _waiting(by, held_id)
    doubled = held.code == "nomor-kembar"
    if doubled and not reason.strip():
        raise Refused(_("Tulis jawaban kantor pengirim tentang nomor yang sama itu."))
    done = _taken_in(by, opened, held.via, doubled=doubled)
    held.state, held.parcel, held.reason = Held.State.TAKEN, done.value, reason.strip()
    _close(held, by)
    return done


@act("exchange.discard")
def discard(*, by: Viewer, held_id: int, reason: str) -> Done[Held]:
    """Put a held package aside; its bytes stay. Raises `Refused` without a reason."""
    held = _waiting(by, held_id)
    if not reason.strip():
        raise Refused(_("Tulis mengapa paket ini disisihkan."))
    held.state, held.reason = Held.State.DROPPED, reason.strip()
    _close(held, by)
    return _held_done(held)


@act("exchange.hold")
def hold(*, by: Viewer, unopened: Unopened) -> Done[Held]:
    """Keep a package that is not taken in, as its bytes with the reason."""
    opened, stop = unopened.opened, unopened.stop
    said = opened.said if opened else None
    stored = files.keep(
        unopened.raw,
        name=f"ditahan{posting.SUFFIX}",
        media_type=posting.MEDIA_TYPE,
        level=StoredFile.Level.INTERNAL,
        path=by.path,
    )
    held = Held.objects.create(
        file=stored,
        partner=opened.partner if opened else None,
        title=said.rest.get("title", "") if said else "",
        type=said.rest.get("type", "") if said else "",
        digest=unopened.digest,
        code=stop.code,
        facts=stop.facts,
        path=Office.objects.get().path,
        via=unopened.via,
        arrived_at=clock.real(),
    )
    return _held_done(held)


@act("exchange.receipt")
def take_receipt(*, by: Viewer, opened: Opened, raw_body: bytes) -> Done[Parcel]:
    """Note the signed receipt of a package this office sent. Raises `Stop` for another's.

    A receipt for content that is not ours proves nothing and is refused; one that says *held*
    never undoes one that said *taken in*.
    """
    said = opened.said
    own = Parcel.objects.select_for_update().filter(way=Parcel.Way.OUT, partner=opened.partner)
    parcel = own.filter(number=said.number, digest=said.rest["digest"]).first()
    if parcel is None or said.rest["outcome"] not in (statements.TAKEN, statements.HELD):
        raise Stop("tanda-asing")
    if parcel.state != Parcel.State.ARRIVED:
        taken = said.rest["outcome"] == statements.TAKEN
        parcel.state = Parcel.State.ARRIVED if taken else Parcel.State.HELD
        parcel.receipt, parcel.receipt_at = raw_body, said.created_at
        parcel.code, parcel.facts = said.rest["code"], statements.facts_of(said)
        parcel.save(update_fields=["state", "receipt", "receipt_at", "code", "facts"])
    facts = {"package": parcel.digest, "outcome": said.rest["outcome"], "receipt": said.digest}
    return Done(parcel, _subject(parcel), parcel.path, facts)


@act("exchange.hand")
def hand_over(*, by: Viewer, parcel_id: int) -> Done[bytes]:
    """Give a package of the outbox as a sealed file; the ledger says who took it along."""
    parcel = Parcel.objects.filter(path__within=by.path, way=Parcel.Way.OUT).get(pk=parcel_id)
    facts = {"package": parcel.digest, "to": parcel.partner.office}
    return Done(posting.sealed(parcel), _subject(parcel), parcel.path, facts)


def _taken_in(by: Viewer, opened: Opened, via: str, *, doubled: bool = False) -> Done[Parcel]:
    """The one way in: once, with the room's step, in one transaction."""
    examining.require_key_of_its_time(opened)
    if not doubled:
        examining.require_own_sequence(opened)
    if examining.earlier(opened) is not None:
        raise Refused(_("Paket ini sudah diterima."))
    examining.require_readable(opened)
    parcel = _stored(opened, via)
    arrived = _step(by, opened, parcel)
    parcel.subject = arrived.subject
    parcel.receipt, parcel.receipt_at = _receipt(opened), clock.real()
    parcel.save(update_fields=["subject", "receipt", "receipt_at"])
    facts = _facts(opened, via) | dict(arrived.payload)
    return Done(parcel, _subject(parcel), parcel.path, facts | {"became": arrived.subject})


def _stored(opened: Opened, via: str) -> Parcel:
    said, here = opened.said, Office.objects.get().path
    body = codec.joined(opened.body)
    return Parcel.objects.create(
        way=Parcel.Way.IN,
        partner=opened.partner,
        fingerprint=said.fingerprint,
        number=said.number,
        sequence=said.rest["sequence"],
        type=said.rest["type"],
        schema=said.rest["schema"],
        title=said.rest["title"],
        digest=said.digest,
        body=posting.keep(body, here),
        path=here,
        legal_at=said.legal_at,
        created_at=said.created_at,
        arrived_at=clock.real(),
        via=via,
        late=examining.comes_late(opened),
        state=Parcel.State.ARRIVED,
    )


def _step(by: Viewer, opened: Opened, parcel: Parcel) -> Arrived:
    kind = type_of(parcel.type)
    if kind is None:
        raise Stop("jenis", type=parcel.type)
    arrival = Arrival(
        parcel=parcel.pk,
        number=parcel.number,
        digest=parcel.digest,
        sender=parcel.partner.office,
        sender_name=parcel.partner.name,
        type=parcel.type,
        schema=parcel.schema,
        title=parcel.title,
        payload=opened.said.rest["payload"],
        files=statements.attachments(opened.body),
        legal_at=parcel.legal_at,
        received_at=clock.now(),
    )
    try:
        with transaction.atomic():
            return kind.step(by, arrival)
    except ObjectDoesNotExist as error:
        raise Stop("tidak-ada") from error
    except Refused as error:
        raise Stop("aturan", detail=str(error)) from error


def _receipt(opened: Opened) -> bytes:
    return posting.receipt_body(opened.said, statements.TAKEN, "diterima", {})


def _waiting(by: Viewer, held_id: int) -> Held:
    held = Held.objects.select_for_update(of=("self",)).filter(path__within=by.path).get(pk=held_id)
    if held.state != Held.State.WAITING:
        raise Refused(_("Paket ini sudah diputuskan."))
    return held


def _close(held: Held, by: Viewer) -> None:
    held.closed_at, held.closed_name = clock.real(), by.name
    held.save(update_fields=["state", "parcel", "reason", "closed_at", "closed_name"])


def _held_done(held: Held) -> Done[Held]:
    facts = {"package": held.digest, "file": held.file_id, "code": held.code, "state": held.state}
    return Done(held, f"held:{held.pk}", held.path, facts)


def _facts(opened: Opened, via: str) -> dict[str, Any]:
    return {
        "package": opened.said.digest,
        "number": str(opened.said.number),
        "from": opened.partner.office,
        "type": opened.said.rest["type"],
        "sequence": opened.said.rest["sequence"],
        "via": via,
    }


def _subject(parcel: Parcel) -> str:
    return f"parcel:{parcel.pk}"
