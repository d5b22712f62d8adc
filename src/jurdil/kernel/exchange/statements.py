"""What a statement says: a package or a receipt, read strictly and written in one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from jurdil.kernel.exchange import Attachment, codec
from jurdil.kernel.exchange.keys import OwnKey
from jurdil.kernel.exchange.reasons import Stop

FORMAT = 1
PACKAGE, RECEIPT = "paket", "tanda-terima"
TAKEN, HELD = "diterima", "ditahan"

_COMMON = {"format": int, "what": str, "id": str, "from": str, "to": str, "key": str}
_OF_PACKAGE: dict[str, type] = {
    **_COMMON,
    "type": str,
    "schema": int,
    "sequence": int,
    "title": str,
    "legal_at": str,
    "created_at": str,
    "payload": dict,
    "files": list,
}
_OF_RECEIPT: dict[str, type] = {
    **_COMMON,
    "digest": str,
    "outcome": str,
    "code": str,
    "facts": dict,
    "legal_at": str,
    "created_at": str,
}
_LONGEST = {"type": 40, "title": 200, "from": 40, "to": 40, "key": 32, "code": 20, "digest": 64}
_MOST_NUMBER = 2**31
_MOST_FACTS = 10


@dataclass(frozen=True)
class Said:
    """The head of a statement; `rest` holds what only packages or only receipts say."""

    what: str
    number: UUID
    sender: str
    receiver: str
    fingerprint: str
    legal_at: datetime
    created_at: datetime
    digest: str
    rest: Mapping[str, Any]


def read(body: codec.Body) -> Said:
    """The statement of a body. Raises `Stop` for a newer format and for what is incomplete."""
    said = body.said
    if type(said.get("format")) is int and said["format"] > FORMAT:
        raise Stop("versi", schema=str(said["format"]), known=str(FORMAT))
    wanted = _OF_PACKAGE if said.get("what") == PACKAGE else _OF_RECEIPT
    for name, kind in wanted.items():
        if type(said.get(name)) is not kind or _too_long(name, said[name]):
            raise Stop("isi", detail=name)
    if said["what"] not in (PACKAGE, RECEIPT) or set(said) - set(wanted) - {"files"}:
        raise Stop("isi", detail="what")
    return Said(
        what=said["what"],
        number=_number(said["id"]),
        sender=said["from"],
        receiver=said["to"],
        fingerprint=said["key"],
        legal_at=_moment("legal_at", said["legal_at"]),
        created_at=_moment("created_at", said["created_at"]),
        digest=body.digest,
        rest=said,
    )


def attachments(body: codec.Body) -> tuple[Attachment, ...]:
    """The files of a package with their names."""
    described = body.said.get("files", [])
    return tuple(
        Attachment(one["name"], one["media_type"], content)
        for one, content in zip(described, body.files, strict=True)
    )


def package(
    own: OwnKey,
    *,
    number: UUID,
    receiver: str,
    type_code: str,
    schema: int,
    sequence: int,
    title: str,
    payload: Mapping[str, Any],
    described: list[dict[str, Any]],
    moments: tuple[datetime, datetime],
) -> dict[str, Any]:
    """What a package says; `moments` are the legal and the technical one."""
    return {
        **_head(own, PACKAGE, number, receiver, moments),
        "type": type_code,
        "schema": schema,
        "sequence": sequence,
        "title": title,
        "payload": dict(payload),
        "files": described,
    }


def receipt(
    own: OwnKey,
    said: Said,
    *,
    outcome: str,
    code: str,
    facts: Mapping[str, str],
    moments: tuple[datetime, datetime],
) -> dict[str, Any]:
    """What a receipt says about a package."""
    return {
        **_head(own, RECEIPT, said.number, said.sender, moments),
        "digest": said.digest,
        "outcome": outcome,
        "code": code,
        "facts": dict(facts),
    }


def facts_of(said: Said) -> dict[str, str]:
    """The facts of a receipt, as far as they are short texts."""
    given = list(said.rest["facts"].items())[:_MOST_FACTS]
    return {k: v[:300] for k, v in given if isinstance(v, str) and len(k) <= 20}


def _head(
    own: OwnKey, what: str, number: UUID, receiver: str, moments: tuple[datetime, datetime]
) -> dict[str, Any]:
    legal, real = moments
    return {
        "format": FORMAT,
        "what": what,
        "id": str(number),
        "from": own.card.office,
        "to": receiver,
        "key": own.card.fingerprint,
        "legal_at": legal.astimezone(UTC).isoformat(),
        "created_at": real.astimezone(UTC).isoformat(),
    }


def _too_long(name: str, value: Any) -> bool:
    if isinstance(value, int):
        return not 0 < value < _MOST_NUMBER
    return isinstance(value, str) and len(value) > _LONGEST.get(name, 60)


def _number(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Stop("isi", detail="id") from error


def _moment(name: str, text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise Stop("isi", detail=name) from error
    if found.tzinfo is None:
        raise Stop("isi", detail=name)
    return found
