"""Putting a package into the outbox, inside the act of a room; and sealing it when it leaves."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.exchange import Attachment, PackageType, codec, keys, statements, type_of
from jurdil.kernel.models import Parcel, Partner, PartnerKey, StoredFile

MEDIA_TYPE = "application/vnd.jurdil.paket"
SUFFIX = ".jurdil-paket"


def partner_of(kind: str, path: str = "") -> Partner | None:
    """The office of this kind with a key in force, here or at `path`; None when there is none."""
    wanted = {"kind": kind, "path": path or clock.office_path()}
    keyed = {"keys__confirmed_at__isnull": False, "keys__ended_at__isnull": True}
    return Partner.objects.filter(**wanted, **keyed).first()


@inner
def post(
    *,
    to: Partner | None,
    type_code: str,
    payload: Mapping[str, Any],
    title: str,
    subject: str,
    attachments: Iterable[Attachment] = (),
    schema: int | None = None,
) -> Parcel:
    """Sign a package for another office and put it into the outbox; the act's entry vouches for it.

    The act names `parcel.digest` in its payload. `schema` is the version of the payload, the newest
    this house knows unless given. Raises `Refused` for an office that was never introduced, or for
    a package that is too large.
    """
    if to is None or key_in_force(to) is None:
        raise Refused(
            _("Kantor tujuan belum diperkenalkan, jadi paket tidak dapat disegel untuknya.")
        )
    kind, taken = type_of(type_code), tuple(attachments)
    if kind is None:
        raise ValueError(f"no room registered packages of type {type_code}")
    version = schema or kind.schema
    kind.check(version, payload)
    said = _statement(to, kind, version, payload, title, taken)
    return _stored(to, said, _signed(said, taken), subject)


def _statement(
    to: Partner,
    kind: PackageType,
    version: int,
    payload: Mapping[str, Any],
    title: str,
    taken: tuple[Attachment, ...],
) -> dict[str, Any]:
    return statements.package(
        keys.newest(),
        number=uuid4(),
        receiver=to.office,
        type_code=kind.code,
        schema=version,
        sequence=_next_sequence(to),
        title=title[:200],
        payload=payload,
        described=[_described(one) for one in taken],
        moments=(clock.now(), clock.real()),
    )


def _stored(to: Partner, said: dict[str, Any], body: bytes, subject: str) -> Parcel:
    parcel = Parcel.objects.create(
        way=Parcel.Way.OUT,
        partner=to,
        fingerprint=said["key"],
        number=UUID(said["id"]),
        sequence=said["sequence"],
        type=said["type"],
        schema=said["schema"],
        title=said["title"],
        subject=subject,
        digest=codec.read_body(body).digest,
        body=keep(body, to.path),
        path=clock.office_path(),
        legal_at=datetime.fromisoformat(said["legal_at"]),
        created_at=datetime.fromisoformat(said["created_at"]),
        state=Parcel.State.WAITING,
    )
    transaction.on_commit(lambda: _deliver_soon(parcel.pk))
    return parcel


def key_in_force(partner: Partner) -> PartnerKey | None:
    """The key that packages to a partner are sealed to."""
    return partner.keys.filter(confirmed_at__isnull=False, ended_at__isnull=True).first()


def keep(body: bytes, path: str) -> StoredFile:
    """A body as a sealed file of this house."""
    return files.keep(
        body,
        name=f"paket{SUFFIX}",
        media_type=MEDIA_TYPE,
        level=StoredFile.Level.INTERNAL,
        path=path,
    )


def sealed(parcel: Parcel) -> bytes:
    """A package of the outbox, sealed to the key its receiver has in force now.

    Raises `Refused` when that office has none.
    """
    return sealed_body(files.content(parcel.body), parcel.partner)


def sealed_body(body: bytes, to: Partner) -> bytes:
    """A signed body, sealed to a partner. Raises `Refused` when that office has no key in force."""
    key = key_in_force(to)
    if key is None:
        raise Refused(
            _("Kunci kantor tujuan sudah berakhir. Lakukan perkenalan dengan kunci baru.")
        )
    return codec.seal(body, to=to.office, key_name=key.fingerprint, key=bytes.fromhex(key.sealing))


def receipt_body(said: statements.Said, outcome: str, code: str, facts: Mapping[str, str]) -> bytes:
    """A signed receipt for a package of `said`."""
    own = keys.newest()
    told = statements.receipt(
        own,
        said,
        outcome=outcome,
        code=code,
        facts=facts,
        moments=(clock.now(), clock.real()),
    )
    return codec.make_body(told, [], own.signing)


def _signed(said: dict[str, Any], taken: tuple[Attachment, ...]) -> bytes:
    try:
        return codec.make_body(said, [one.content for one in taken], keys.newest().signing)
    except codec.NoPackage as error:
        raise Refused(
            _("Paket ini terlalu besar: paling banyak 20 berkas, bersama-sama 30 MB.")
        ) from error


def _described(one: Attachment) -> dict[str, Any]:
    return {
        "name": files.plain_name(one.name),
        "media_type": one.media_type[:100],
        "sha256": hashlib.sha256(one.content).hexdigest(),
        "size": len(one.content),
    }


def _next_sequence(to: Partner) -> int:
    """The next number towards a partner; the lock on its row keeps two writers apart."""
    Partner.objects.select_for_update().get(pk=to.pk)
    sent = Parcel.objects.filter(partner=to, way=Parcel.Way.OUT)
    return int(sent.aggregate(last=Max("sequence"))["last"] or 0) + 1


def _deliver_soon(parcel_id: int) -> None:
    from jurdil.kernel.exchange import jobs  # it knows this module

    jobs.deliver_soon(parcel_id)
