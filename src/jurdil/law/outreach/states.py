"""An activity as a machine: planned, filed, verified or returned; only a verified one counts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class State(StrEnum):
    """Where an activity stands."""

    PLANNED = "direncanakan"
    FILED = "menunggu"
    VERIFIED = "terverifikasi"
    RETURNED = "dikembalikan"
    CANCELLED = "dibatalkan"


class Step(StrEnum):
    """What happens to an activity."""

    FILE = "lapor"
    VERIFY = "verifikasi"
    RETURN = "kembalikan"
    CANCEL = "batal"


REASONED = frozenset({Step.RETURN, Step.CANCEL})
"""Steps that need a reason."""


class IllegalStep(ValueError):
    """A step that the state does not allow."""


_NEXT: Mapping[tuple[State, Step], State] = {
    (State.PLANNED, Step.FILE): State.FILED,
    (State.PLANNED, Step.CANCEL): State.CANCELLED,
    (State.FILED, Step.FILE): State.FILED,
    (State.FILED, Step.VERIFY): State.VERIFIED,
    (State.FILED, Step.RETURN): State.RETURNED,
    (State.RETURNED, Step.FILE): State.FILED,
    (State.RETURNED, Step.CANCEL): State.CANCELLED,
    (State.VERIFIED, Step.RETURN): State.RETURNED,
}


def after(state: State, step: Step) -> State:
    """The state that a step leads to. Raises `IllegalStep`."""
    found = _NEXT.get((state, step))
    if found is None:
        raise IllegalStep(f"{step} does not follow {state}")
    return found


def allowed(state: State) -> tuple[Step, ...]:
    """The steps that may be taken now."""
    return tuple(step for at, step in _NEXT if at is state)
