"""Photos and papers after their event: in pieces over a weak signal, whole or not at all.

A phone announces its files with the event (`outbox.Announced`) and sends each in pieces afterwards.
A piece that came twice changes nothing; after a break the phone asks how much is here. The whole
file is checked by its digest, looked into in a process of its own, and kept by `outbox.attach`.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from jurdil.kernel import clock, crypto, outbox, photos
from jurdil.kernel.actions.outbox import attach
from jurdil.kernel.acts import Refused, person
from jurdil.kernel.models import SyncEvent, SyncFile, SyncPiece
from jurdil.kernel.viewer import Viewer

MOST = 8
"""Files of an event at most."""
LARGEST = 3 * 1024 * 1024
"""Bytes of a file at most."""
PIECE = 256 * 1024
"""Bytes of a piece at most."""
ABANDONED = timedelta(days=30)
"""After so long a file that never became whole is not waited for."""
ENOUGH = PIECE + 1
"""Bytes to read of a request, so that one that is too long shows."""


@dataclass(frozen=True)
class Way:
    """How far a file has come: `have` of its bytes; `message` says why it could not be kept."""

    event: SyncEvent
    number: int
    file: outbox.Announced
    have: int
    done: bool = False
    message: str = ""


def on_its_way(viewer: Viewer, event_id: UUID, number: int) -> Way:
    """How far a file of an own event has come.

    Raises SyncEvent.DoesNotExist for another's event, and for a file that was not announced.
    """
    own = Q(worker_id=person(viewer)) | Q(sender_id=person(viewer))
    event = SyncEvent.objects.filter(own).get(pk=event_id)
    listed = outbox.announced(event)
    if number >= len(listed):
        raise SyncEvent.DoesNotExist
    return _way(event, number, listed[number])


def take(viewer: Viewer, way: Way, begins: int, content: bytes) -> Way:
    """Take a piece; the last one makes the file whole. A piece out of turn changes nothing."""
    if way.done or begins != way.have or way.have + len(content) > way.file.size:
        return way
    key_id, sealed = crypto.encrypt(content, _bound(way, begins))
    piece = {"size": len(content), "key_id": key_id, "sealed": sealed}
    key = {"event": way.event, "number": way.number, "begins": begins}
    with transaction.atomic():
        SyncPiece.objects.get_or_create(**key, defaults=piece)
    if _have(way.event, way.number) == way.file.size:
        return _whole(viewer, way)
    return _way(way.event, way.number, way.file)


def _way(event: SyncEvent, number: int, file: outbox.Announced) -> Way:
    kept = SyncFile.objects.filter(event=event, number=number).first()
    if kept is not None:
        return Way(event, number, file, file.size, True, kept.message)
    have = _have(event, number)
    # All pieces and no file: something broke off at the end, so the last piece is asked for again.
    return Way(event, number, file, have if have < file.size else _last(event, number))


def _have(event: SyncEvent, number: int) -> int:
    have = 0
    for begins, size in _pieces(event, number).values_list("begins", "size"):
        if begins != have:
            break
        have += size
    return have


def _whole(viewer: Viewer, way: Way) -> Way:
    content = _content(way)
    if hashlib.sha256(content).hexdigest() != way.file.sha256:
        _pieces(way.event, way.number).delete()
        return replace(way, have=0)
    try:
        photo, message = photos.examine(content, way.file.name), ""
    except photos.Busy:
        return _way(way.event, way.number, way.file)
    except Refused as refusal:
        photo, message = None, str(refusal)
    facts = {"event_id": way.event.pk, "number": way.number, "sha256": way.file.sha256}
    try:
        attach(by=viewer, photo=photo, message=message, **facts)
    except Refused as refusal:
        if not SyncFile.objects.filter(event=way.event, number=way.number).exists():
            message = str(refusal)
            attach(by=viewer, photo=photo, message=message, **facts)
    _pieces(way.event, way.number).delete()
    SyncPiece.objects.filter(event__received_at__lt=clock.real() - ABANDONED).delete()
    return replace(way, done=True, message=message)


def _last(event: SyncEvent, number: int) -> int:
    return int(_pieces(event, number).values_list("begins", flat=True).last() or 0)


def _content(way: Way) -> bytes:
    opener = crypto.Opener()
    return b"".join(
        opener.open(one.key_id, bytes(one.sealed), _bound(way, one.begins))
        for one in _pieces(way.event, way.number)
    )


def _pieces(event: SyncEvent, number: int):
    return SyncPiece.objects.filter(event=event, number=number).order_by("begins")


def _bound(way: Way, begins: int) -> str:
    return f"sync-piece:{way.event.pk}:{way.number}:{begins}"
