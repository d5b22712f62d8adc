"""Signed packages between offices: rooms register what a type of package does when it arrives.

A package is typed, signed by its office, sealed to its receiver, and told by a receipt. It goes
over the network or on a stick, in any order and as often as it likes: it counts once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Attachment:
    """A file of a package."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Arrival:
    """A package that is being taken in.

    `parcel` is its id in this house, `number` its id in the world, `sender` the office that signed
    it. `legal_at` is the sender's legal clock; `received_at` the legal clock of this house.
    """

    parcel: int
    number: UUID
    digest: str
    sender: str
    sender_name: str
    type: str
    schema: int
    title: str
    payload: Payload
    files: tuple[Attachment, ...]
    legal_at: datetime
    received_at: datetime


@dataclass(frozen=True)
class Arrived:
    """What a step made of a package: the subject (``table:id``) and the place concerned."""

    subject: str
    path: str
    payload: Payload = field(default_factory=dict)


class BadContent(ValueError):
    """A payload is not what its type says; the message names the field, never its content."""


Lines = tuple[tuple[Text, str], ...]


def _no_lines(payload: Payload) -> Lines:
    return ()


@dataclass(frozen=True)
class PackageType:
    """A type of package.

    `schema` is the newest version this house reads. `check` raises `BadContent`. `step` changes the
    room's rows inside the kernel's act; it may raise `acts.Refused` or ObjectDoesNotExist, and then
    the package is held with the sentence. `house` is the kind of office that takes it in, '' for
    both. `right` is a code of the room's matrix: who may read its content on the exchange pages.
    `lines` say the content in words; `link` leads to what it became.
    """

    code: str
    name: Text
    schema: int
    check: Callable[[int, Payload], None]
    step: Callable[[Viewer, Arrival], Arrived]
    right: str
    house: str = ""
    lines: Callable[[Payload], Lines] = _no_lines
    link: Callable[[str], str] | None = None


_TYPES: dict[str, PackageType] = {}


def register(kind: PackageType) -> None:
    """Make a type known. Raises ValueError when its code is taken."""
    if kind.code in _TYPES:
        raise ValueError(f"two types of packages are called {kind.code}")
    _TYPES[kind.code] = kind


def unregister(code: str) -> None:
    """Forget a type, for the tests that bring their own."""
    _TYPES.pop(code, None)


def type_of(code: str) -> PackageType | None:
    """A registered type; None for one that this house does not know."""
    return _TYPES.get(code)


def types() -> tuple[PackageType, ...]:
    """All types by code."""
    return tuple(kind for _code, kind in sorted(_TYPES.items()))
