"""Delivering packages over the network: one address on record, no redirects, small answers."""

import http.client
import json
import logging
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.actions import exchange as acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.exchange import addresses, codec, examining, posting, statements
from jurdil.kernel.exchange.posting import MEDIA_TYPE
from jurdil.kernel.exchange.reasons import REASONS, Stop
from jurdil.kernel.models import Office, Parcel, ParcelTry, Partner
from jurdil.kernel.viewer import system_viewer

TIMEOUT = 20
"""Seconds for each step of a call."""
MOST_ANSWER = 64_000

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reply:
    status: int
    kind: str
    body: bytes


def deliver(parcel_id: int) -> str:
    """Try to deliver a package once; returns what came of it as a code of REASONS."""
    parcel = Parcel.objects.select_related("partner", "body").get(pk=parcel_id)
    if parcel.way != Parcel.Way.OUT or parcel.state == Parcel.State.ARRIVED:
        return "diterima"
    facts: dict[str, str] = {}
    try:
        reply = call(parcel.partner, posting.sealed(parcel))
        code = _read(parcel.partner, reply)
    except Refused:
        code = "alamat"
    except Stop as stop:
        code, facts = stop.code, stop.facts
    ParcelTry.objects.create(parcel=parcel, at=clock.real(), code=code, facts=facts)
    return code


def call(partner: Partner, package: bytes) -> Reply:
    """Post a package to the address on record. Raises `Stop`."""
    training = Office.objects.get().mode == Office.Mode.TRAINING
    try:
        address = addresses.checked(partner.address)
    except addresses.BadAddress as error:
        raise Stop("alamat") from error
    parts = urlsplit(address)
    if parts.scheme == "http" and not training:
        raise Stop("alamat")
    connection = _connection(parts.scheme, str(parts.hostname), parts.port)
    try:
        return _exchanged(connection, parts.path, package, training=training)
    except (OSError, http.client.HTTPException) as error:
        raise Stop("sambungan", address=address, detail=_said(error)) from error
    finally:
        connection.close()


def _connection(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=TIMEOUT)
    context = ssl.create_default_context()
    return http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=context)


def _exchanged(
    connection: http.client.HTTPConnection, prefix: str, package: bytes, *, training: bool
) -> Reply:
    connection.connect()
    # The machine that was reached is judged, not its name, which could mean another one by now.
    peer = str(connection.sock.getpeername()[0])
    if not addresses.is_safe(peer, training=training):
        raise Stop("alamat")
    connection.request(
        "POST", prefix + reverse("kernel:exchange_intake"), package, {"Content-Type": MEDIA_TYPE}
    )
    answer = connection.getresponse()
    body = answer.read(MOST_ANSWER + 1)
    return Reply(answer.status, answer.headers.get_content_type(), body)


def _read(partner: Partner, reply: Reply) -> str:
    """What a reply says; only a receipt that its office signed changes anything."""
    if len(reply.body) > MOST_ANSWER:
        raise Stop("jawaban", address=partner.address, detail=str(reply.status))
    if reply.kind != MEDIA_TYPE:
        raise Stop(_code_of(reply), address=partner.address, detail=str(reply.status))
    try:
        opened = examining.authenticated(examining.unsealed(reply.body))
        if opened.said.what != statements.RECEIPT or opened.partner != partner:
            raise Stop("tanda-asing")
        office = Office.objects.get()
        parcel = acts.take_receipt(
            by=system_viewer(office.path, office.kind, "pertukaran"),
            opened=opened,
            raw_body=codec.joined(opened.body),
        )
    except Stop as stop:
        raise Stop("jawaban", address=partner.address, detail=stop.code) from stop
    return parcel.code


def _code_of(reply: Reply) -> str:
    """An unsigned answer is only a hint, taken from the words that this house knows."""
    try:
        code = json.loads(reply.body).get("code", "") if reply.status != 404 else ""
    except (ValueError, AttributeError, RecursionError):
        code = ""
    return code if isinstance(code, str) and code in REASONS else "jawaban"


def _said(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return "sertifikat tidak sah"
    if isinstance(error, socket.gaierror):
        return "nama tidak dikenal"
    if isinstance(error, TimeoutError):
        return f"tidak menjawab dalam {TIMEOUT} detik"
    return getattr(error, "strerror", None) or type(error).__name__
