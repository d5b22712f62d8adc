"""Institutions and people as other rooms get them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class InstitutionRow:
    """An institution with how many people it has in the directory today."""

    id: int
    name: str
    kind: str
    kind_label: str
    association: str
    place: str
    address: str
    closed_on: date | None
    people: int = 0


@dataclass(frozen=True)
class Contact:
    """A person in a position. `kinds` are the institution's kind, and its association for media.

    `address` is how an invitation writes to the person: the position, else greeting and name.
    `phone_masked` shows the last three digits; the whole number is told by the act
    ``office.reveal`` alone.
    """

    id: int
    institution_id: int
    institution: str
    person: str
    position: str
    greeting: str
    path: str
    division: str
    kinds: tuple[str, ...]
    sex: str
    term_from: date | None
    term_until: date | None
    phone_masked: str
    has_email: bool

    @property
    def salutation(self) -> str:
        """`Bapak Dr. Contoh, S.H.`"""
        return f"{self.greeting} {self.person}".strip()

    @property
    def address(self) -> str:
        """`Kapolres Contoh`: one writes to the position; without one to the person."""
        return self.position or self.salutation
