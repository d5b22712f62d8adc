"""The way of a legal product: draft, legal study, plenary, decree, certified copy, JDIH.

Told by practitioners (handbook of practice, section 1), so nothing here is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jurdil.law.text import Text

CONFIRMED = False


class State(StrEnum):
    """Where a legal product stands."""

    DRAFT = "draf"
    STUDY = "telaah"
    PLENARY = "pleno"
    DECREED = "ditetapkan"
    COPIED = "salinan"
    PUBLISHED = "jdih"
    DROPPED = "batal"


class Link(StrEnum):
    """What a later product does to an earlier one."""

    REVOKES = "mencabut"
    AMENDS = "mengubah"


class Force(StrEnum):
    """Whether a product holds today."""

    NOT_YET = "belum"
    IN_FORCE = "berlaku"
    AMENDED = "diubah"
    REVOKED = "dicabut"
    NEVER = "batal"


NAMES: dict[str, Text] = {
    State.DRAFT: Text("Draf", "Draft"),
    State.STUDY: Text("Telaah hukum selesai", "Legal study done"),
    State.PLENARY: Text("Disetujui pleno", "Approved by the plenary"),
    State.DECREED: Text("Ditetapkan", "Decreed"),
    State.COPIED: Text("Salinan resmi terbit", "Certified copy issued"),
    State.PUBLISHED: Text("Terbit di JDIH", "Published in JDIH"),
    State.DROPPED: Text("Batal", "Dropped"),
}

STEPS: dict[str, Text] = {
    State.DRAFT: Text("Kembalikan ke konseptor", "Send back to the drafter"),
    State.STUDY: Text("Catat hasil telaah hukum", "Record the legal study"),
    State.PLENARY: Text("Catat persetujuan pleno", "Record the plenary's approval"),
    State.DECREED: Text("Catat penetapan", "Record the decree"),
    State.COPIED: Text("Catat salinan resmi", "Record the certified copy"),
    State.PUBLISHED: Text("Catat penerbitan di JDIH", "Record the publication in JDIH"),
    State.DROPPED: Text("Batalkan naskah", "Drop the draft"),
}

_FORWARD = (
    State.DRAFT,
    State.STUDY,
    State.PLENARY,
    State.DECREED,
    State.COPIED,
    State.PUBLISHED,
)
_BEFORE_DECREE = frozenset({State.DRAFT, State.STUDY, State.PLENARY})
ENDED = frozenset({State.PUBLISHED, State.DROPPED})
MADE = frozenset({State.DECREED, State.COPIED, State.PUBLISHED})
"""States in which the product exists as law."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A later product revokes or amends an earlier one (ids of products)."""

    later: int
    earlier: int
    kind: str


def route(plenary: bool) -> tuple[State, ...]:
    """The states in their order; a product of the secretary has no plenary."""
    return tuple(state for state in _FORWARD if plenary or state is not State.PLENARY)


def next_state(state: str, *, plenary: bool) -> State | None:
    """The state after this one, None at the end."""
    way = route(plenary)
    if state not in way or state == way[-1]:
        return None
    return way[way.index(State(state)) + 1]


def allowed(state: str, *, plenary: bool) -> tuple[State, ...]:
    """Every state that may follow: the next one, back to the draft, or dropped."""
    following = next_state(state, plenary=plenary)
    found = [following] if following else []
    if state in _BEFORE_DECREE:
        if state != State.DRAFT:
            found.append(State.DRAFT)
        found.append(State.DROPPED)
    return tuple(found)


def force(product: int, state: str, ties: Iterable[Tie], made: Iterable[int]) -> Force:
    """Whether a product holds. `made` are the products that exist as law: drafts touch nothing."""
    if state == State.DROPPED:
        return Force.NEVER
    if state not in MADE:
        return Force.NOT_YET
    real = set(made)
    kinds = {tie.kind for tie in ties if tie.earlier == product and tie.later in real}
    if Link.REVOKES in kinds:
        return Force.REVOKED
    return Force.AMENDED if Link.AMENDS in kinds else Force.IN_FORCE
