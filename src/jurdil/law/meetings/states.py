"""A meeting as a machine: planned, called, opened, closed, minutes signed; put off or cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class State(StrEnum):
    """Where a meeting stands."""

    PLANNED = "direncanakan"
    INVITED = "diundang"
    OPEN = "dibuka"
    CLOSED = "ditutup"
    SETTLED = "disahkan"
    POSTPONED = "ditunda"
    CANCELLED = "dibatalkan"


class Step(StrEnum):
    """What happens to a meeting."""

    INVITE = "undang"
    OPEN = "buka"
    CLOSE = "tutup"
    SETTLE = "sahkan"
    POSTPONE = "tunda"
    RESCHEDULE = "jadwalkan"
    CANCEL = "batal"


ENDED = frozenset({State.SETTLED, State.CANCELLED})
AHEAD = frozenset({State.PLANNED, State.INVITED, State.POSTPONED})
REASONED = frozenset({Step.POSTPONE, Step.CANCEL})
"""Steps that need a reason."""


class IllegalStep(ValueError):
    """A step that the state does not allow."""


_NEXT: Mapping[tuple[State, Step], State] = {
    (State.PLANNED, Step.INVITE): State.INVITED,
    (State.PLANNED, Step.OPEN): State.OPEN,
    (State.PLANNED, Step.POSTPONE): State.POSTPONED,
    (State.PLANNED, Step.CANCEL): State.CANCELLED,
    (State.INVITED, Step.OPEN): State.OPEN,
    (State.INVITED, Step.POSTPONE): State.POSTPONED,
    (State.INVITED, Step.CANCEL): State.CANCELLED,
    (State.OPEN, Step.CLOSE): State.CLOSED,
    (State.OPEN, Step.POSTPONE): State.POSTPONED,
    (State.CLOSED, Step.SETTLE): State.SETTLED,
    (State.POSTPONED, Step.RESCHEDULE): State.PLANNED,
    (State.POSTPONED, Step.CANCEL): State.CANCELLED,
}


def after(state: State, step: Step, *, called: bool = False) -> State:
    """The state that a step leads to. Raises IllegalStep.

    `called`: this kind of meeting is opened only after its invitation went out.
    """
    if called and (state, step) == (State.PLANNED, Step.OPEN):
        raise IllegalStep("this kind of meeting is opened only after its invitation")
    try:
        return _NEXT[state, step]
    except KeyError:
        raise IllegalStep(f"{step} does not follow {state}") from None


def steps_from(state: State, *, called: bool = False) -> tuple[Step, ...]:
    """The steps that may come next."""
    return tuple(
        step
        for known, step in _NEXT
        if known == state and not (called and (state, step) == (State.PLANNED, Step.OPEN))
    )
