"""From a document row to what its template prints."""

import io
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import segno
from django.conf import settings

from jurdil.kernel import chain as hashing
from jurdil.kernel import clock, ledger
from jurdil.kernel.documents import render
from jurdil.kernel.documents.kinds import KINDS
from jurdil.kernel.models import Document, Office

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 10


def new_check_code() -> str:
    """A code that can be read aloud: no 0/O, no 1/I."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))


def digest(document: Document) -> str:
    """SHA-256 of what the paper says: kind, title, number, date and body."""
    return hashing.sha256(
        hashing.canonical(
            {
                "kind": document.kind,
                "title": document.title,
                "number": document.number,
                "dated": document.dated.isoformat() if document.dated else "",
                "body": document.data["body"],
                "unconfirmed": document.data.get("unconfirmed", []),
            }
        )
    )


def check_address(document: Document) -> str:
    """The address of the check page, as printed and in the QR code."""
    return f"{settings.JURDIL_ADDRESS}/periksa/{document.check_code}/"


def pdf(document: Document, signers: Sequence[Mapping[str, Any]], *, final: bool) -> bytes:
    """The paper as it stands now. Raises `render.Unprintable`."""
    dated = document.dated or clock.today()
    return render.pdf(KINDS[document.kind].template, data(document, signers, final=final), dated)


def data(
    document: Document, signers: Sequence[Mapping[str, Any]], *, final: bool
) -> dict[str, Any]:
    """Everything a template may print."""
    office = Office.objects.get()
    seq, head = document.data.get("printed") or ledger.head()
    address = check_address(document)
    return {
        "title": document.title,
        "number": document.number,
        "dated": document.dated.isoformat() if document.dated else "",
        "letterhead": {"name": office.name, **_filled(office.letterhead)},
        "digest": digest(document),
        "ledger_seq": seq,
        "ledger_head": head,
        "check_url": address,
        "qr": qr(address),
        "training": office.mode == Office.Mode.TRAINING,
        "draft": not final,
        "signers": signers,
        "unconfirmed": document.data.get("unconfirmed", []),
        "sheet": document.data.get("sheet", "a4"),
        "body": document.data["body"],
    }


def moment(at: datetime) -> str:
    """A moment as papers print it, with its zone."""
    return at.astimezone(clock.zone()).strftime("%d-%m-%Y %H.%M %Z")


def _filled(letterhead: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in letterhead.items() if value}


def qr(address: str) -> str:
    """An address as a QR code, as templates print it (SVG)."""
    image = io.BytesIO()
    segno.make(address, error="m").save(image, kind="svg", border=0)
    return image.getvalue().decode()
