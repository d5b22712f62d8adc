"""One way in for both roads: open, examine, take in or hold, and answer with a signed receipt."""

import hashlib
import logging
from dataclasses import dataclass

from django.db import DatabaseError, IntegrityError

from jurdil.kernel import files
from jurdil.kernel.actions import exchange as acts
from jurdil.kernel.actions.exchange import NETWORK, Unopened
from jurdil.kernel.acts import Refused
from jurdil.kernel.exchange import codec, examining, posting, statements
from jurdil.kernel.exchange.examining import Opened
from jurdil.kernel.exchange.reasons import Stop
from jurdil.kernel.models import Held, Office, Parcel
from jurdil.kernel.viewer import Viewer, system_viewer

MOST_UNKNOWN = 20
"""Packages of senders nobody knows that the network may leave here; a stick may bring more."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What came of a package or a receipt.

    `receipt` is sealed to the sender when its signature held; None tells that only `code` can be
    said. `again` marks a package that was taken in before.
    """

    code: str
    facts: dict[str, str]
    parcel: Parcel | None = None
    held: Held | None = None
    receipt: bytes | None = None
    again: bool = False

    @property
    def taken(self) -> bool:
        return self.parcel is not None


def from_network(raw: bytes) -> Answer:
    """Take what another house sent to the intake address."""
    office = Office.objects.get()
    return _take(system_viewer(office.path, office.kind, "pertukaran"), raw, NETWORK)


def from_stick(by: Viewer, raw: bytes) -> Answer:
    """Take a file that somebody brought."""
    return _take(by, raw, acts.STICK)


def once_more(by: Viewer, held: Held, reason: str) -> Answer:
    """Examine a held package again. Raises `Refused` when it was decided or lacks a reason."""
    raw = files.content(held.file)
    try:
        opened = examining.authenticated(examining.unsealed(raw))
        parcel = acts.release(by=by, held_id=held.pk, opened=opened, reason=reason)
    except Stop as stop:
        return Answer(stop.code, stop.facts, held=held)
    return Answer("diterima", {}, parcel=parcel)


def _take(by: Viewer, raw: bytes, via: str) -> Answer:
    body: codec.Body | None = None
    opened: Opened | None = None
    try:
        body = examining.unsealed(raw)
        opened = examining.authenticated(body)
        if opened.said.what == statements.RECEIPT:
            return _receipted(by, opened)
        return _packaged(by, opened, via)
    except Stop as stop:
        return _held(by, Unopened(raw, stop, via, opened, body.digest if body else ""))


def _packaged(by: Viewer, opened: Opened, via: str) -> Answer:
    if known := examining.earlier(opened):
        return Answer("diterima", {}, known, receipt=_known_receipt(known), again=True)
    try:
        parcel = (
            acts.receive(by=by, opened=opened, via=via)
            if via == NETWORK
            else acts.carry(by=by, opened=opened)
        )
    except (Refused, IntegrityError):
        # Two roads brought it at one moment: the first one counts.
        known = examining.earlier(opened)
        if known is None:
            raise
        return Answer("diterima", {}, known, receipt=_known_receipt(known), again=True)
    except (DatabaseError, Stop):
        raise
    except Exception as error:
        # A fault of a room must not lose the package, and is told as what it is.
        _log.exception("the step of a package of type %s failed", opened.said.rest["type"])
        raise Stop("galat") from error
    return Answer("diterima", {}, parcel, receipt=_known_receipt(parcel))


def _receipted(by: Viewer, opened: Opened) -> Answer:
    examining.require_key_of_its_time(opened)
    parcel = acts.take_receipt(by=by, opened=opened, raw_body=codec.joined(opened.body))
    return Answer("diterima", {}, parcel)


def _held(by: Viewer, unopened: Unopened) -> Answer:
    """Hold the bytes once; a stranger on the network gets no receipt, and not endless room."""
    stop, opened = unopened.stop, unopened.opened
    if unopened.via == NETWORK and opened is None and not _room_for_strangers(unopened):
        return Answer(stop.code, stop.facts)
    receipt = opened.said.what == statements.RECEIPT if opened else False
    held = _same_held(unopened) or (None if receipt else acts.hold(by=by, unopened=unopened))
    return Answer(stop.code, stop.facts, held=held, receipt=_held_receipt(opened, stop))


def _room_for_strangers(unopened: Unopened) -> bool:
    """Only what opened with our key is kept for a stranger, and only so many."""
    if not unopened.digest:
        return False
    if _same_held(unopened):
        return True
    waiting = Held.objects.filter(state=Held.State.WAITING, partner=None, via=NETWORK)
    return waiting.count() < MOST_UNKNOWN


def _same_held(unopened: Unopened) -> Held | None:
    if unopened.digest:
        same = Held.objects.filter(digest=unopened.digest, code=unopened.stop.code)
        return same.exclude(state=Held.State.TAKEN).first()
    return Held.objects.filter(file=hashlib.sha256(unopened.raw).hexdigest()).first()


def _known_receipt(parcel: Parcel) -> bytes | None:
    if parcel.receipt is None or posting.key_in_force(parcel.partner) is None:
        return None
    return posting.sealed_body(bytes(parcel.receipt), parcel.partner)


def _held_receipt(opened: Opened | None, stop: Stop) -> bytes | None:
    """A receipt that says *held*, for a sender who is known; never for a receipt."""
    if opened is None or opened.said.what == statements.RECEIPT:
        return None
    if posting.key_in_force(opened.partner) is None:
        return None
    body = posting.receipt_body(opened.said, statements.HELD, stop.code, stop.facts)
    return posting.sealed_body(body, opened.partner)
