"""Legal products as lists and pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurdil.law.text import Text


@dataclass(frozen=True)
class ProductRow:
    """A legal product; `force` says whether it holds, `next` the state it waits for."""

    id: int
    register: int
    year: int
    kind: str
    kind_name: Text
    title: str
    subject: str
    division: str
    number: str
    dated: date | None
    state: str
    state_name: Text
    force: str
    next: str
    public_address: str
    path: str


@dataclass(frozen=True)
class ProductStepRow:
    """A step taken."""

    id: int
    state: str
    name: Text
    number: str
    day: date
    note: str
    by: str
    has_file: bool


@dataclass(frozen=True)
class TieRow:
    """Another product that revokes, amends, or is revoked or amended."""

    product: ProductRow
    kind: str
    note: str


@dataclass(frozen=True)
class ProductPage:
    """One product with its way; `may` are the states that the viewer can take it to now."""

    row: ProductRow
    steps: tuple[ProductStepRow, ...]
    touches: tuple[TieRow, ...]
    touched_by: tuple[TieRow, ...]
    may: tuple[str, ...]
    document_id: int | None
    way: tuple[tuple[str, Text, bool], ...]
