"""Payloads of this room's packages, made and read: exactly the fields named, each of its shape."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jurdil.kernel.exchange import BadContent

LONG, SHORT = 4000, 300
"""Signs of a text and of a word at most."""


class Said:
    """What a package says (a dataclass), written as it is read here."""

    def payload(self) -> dict[str, Any]:
        """As JSON: identities, days and moments as text, none as ''."""
        return {name: _plain(value) for name, value in asdict(self).items()}  # type: ignore[call-overload]


def _plain(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def words(payload: Mapping[str, Any], sizes: Mapping[str, int]) -> dict[str, str]:
    """Exactly these fields, each a text of at most its size. Raises BadContent with the name."""
    if extra := set(payload) - set(sizes):
        raise BadContent(sorted(extra)[0][:40])
    for name, most in sizes.items():
        value = payload.get(name)
        if not isinstance(value, str) or len(value) > most:
            raise BadContent(name)
    return dict(payload)


def truth(payload: Mapping[str, Any], name: str) -> tuple[bool, dict[str, Any]]:
    """A field that is true or false, and the payload without it. Raises BadContent."""
    value = payload.get(name)
    if type(value) is not bool:
        raise BadContent(name)
    return value, {key: other for key, other in payload.items() if key != name}


def require(name: str, holds: bool) -> None:
    """Raise BadContent with the field's name unless it holds."""
    if not holds:
        raise BadContent(name)


def uuid(name: str, text: str) -> UUID:
    """An identity. Raises BadContent."""
    try:
        return UUID(text)
    except ValueError as error:
        raise BadContent(name) from error


def day(name: str, text: str) -> date | None:
    """A day, None for ''. Raises BadContent."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadContent(name) from error


def moment(name: str, text: str) -> datetime:
    """A moment with its zone. Raises BadContent."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadContent(name) from error
    require(name, found.tzinfo is not None)
    return found
