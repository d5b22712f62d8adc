"""The plenary sitting that recapitulates votes, as a machine: its steps, its rows, who takes part.

A sitting is prepared, opened, suspended (`skors`) and resumed (`cabut skors`), and closed. Inside
an open sitting every row of paper (a TPS at the kecamatan, a kecamatan at the regency) is read
aloud, matched with the copies in the room, perhaps objected to, and approved. An objection stays
on record and does not stop the approval (PKPU 5/2024 and PKPU 18/2024 art. 39).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

MANDATES = 2
"""Witnesses that a participant may mandate (PKPU 5/2024 art. 14)."""

IN_ROOM = 1
"""Witnesses of a participant who may be in the room at a time (PKPU 5/2024 art. 14)."""

MANDATE_LEVELS = ("kabko", "provinsi", "nasional")
"""Levels of the participant's organisation that may sign a mandate (PKPU 5/2024 art. 14)."""


class Sitting(StrEnum):
    """Where a sitting stands."""

    PREPARED = "disiapkan"
    OPEN = "dibuka"
    SUSPENDED = "skors"
    CLOSED = "ditutup"


class Step(StrEnum):
    """What the chair declares."""

    OPEN = "buka"
    SUSPEND = "skors"
    RESUME = "cabut-skors"
    CLOSE = "tutup"


class Row(StrEnum):
    """Where a row of the recapitulation stands."""

    WAITING = "belum"
    READ = "dibacakan"
    MATCHED = "dicocokkan"
    CONTESTED = "keberatan"
    APPROVED = "disahkan"


class Move(StrEnum):
    """What happens to a row in the room."""

    READ = "baca"
    MATCH = "cocok"
    CORRECT = "betulkan"
    OBJECT = "keberatan"
    SETTLE = "jawab"
    APPROVE = "sahkan"


class Outcome(StrEnum):
    """What became of an objection (PKPU 18/2024 art. 39)."""

    OPEN = "terbuka"
    EXPLAINED = "dijelaskan"
    CORRECTED = "dibetulkan"
    CONTESTED = "tetap"


class IllegalStep(ValueError):
    """A step that the state does not allow."""


_SITTING: Mapping[tuple[Sitting, Step], Sitting] = {
    (Sitting.PREPARED, Step.OPEN): Sitting.OPEN,
    (Sitting.OPEN, Step.SUSPEND): Sitting.SUSPENDED,
    (Sitting.SUSPENDED, Step.RESUME): Sitting.OPEN,
    (Sitting.OPEN, Step.CLOSE): Sitting.CLOSED,
}

_ROW: Mapping[tuple[Row, Move], Row] = {
    (Row.WAITING, Move.READ): Row.READ,
    (Row.READ, Move.MATCH): Row.MATCHED,
    (Row.READ, Move.CORRECT): Row.READ,
    (Row.READ, Move.OBJECT): Row.CONTESTED,
    (Row.MATCHED, Move.CORRECT): Row.READ,
    (Row.MATCHED, Move.OBJECT): Row.CONTESTED,
    (Row.MATCHED, Move.APPROVE): Row.APPROVED,
    (Row.CONTESTED, Move.CORRECT): Row.CONTESTED,
    (Row.CONTESTED, Move.OBJECT): Row.CONTESTED,
    (Row.CONTESTED, Move.SETTLE): Row.READ,
    (Row.CONTESTED, Move.APPROVE): Row.APPROVED,
    (Row.APPROVED, Move.CORRECT): Row.READ,
    (Row.APPROVED, Move.OBJECT): Row.CONTESTED,
}


def after(state: Sitting, step: Step) -> Sitting:
    """The state that a step leads to. Raises IllegalStep."""
    try:
        return _SITTING[state, step]
    except KeyError:
        raise IllegalStep(f"{step} does not follow {state}") from None


def steps_from(state: Sitting) -> tuple[Step, ...]:
    """The steps that may come next."""
    return tuple(step for known, step in _SITTING if known == state)


def row_after(sitting: Sitting, state: Row, move: Move) -> Row:
    """The state of a row after a move. Rows only move in an open sitting. Raises IllegalStep.

    A correction sends a matched or approved row back to be matched again: what the room agreed to
    was another figure.
    """
    if sitting is not Sitting.OPEN:
        raise IllegalStep(f"no row moves while the sitting is {sitting}")
    try:
        return _ROW[state, move]
    except KeyError:
        raise IllegalStep(f"{move} does not follow {state}") from None


def moves_from(state: Row) -> tuple[Move, ...]:
    """The moves that may come next in an open sitting."""
    return tuple(move for known, move in _ROW if known == state)


def participant_key(contest: str, choice: str, number: int) -> str:
    """Who a witness serves: a party is one participant in all contests of lists.

    `choice` is the contest's kind of choice (`pair`, `list`, `person`).
    """
    return f"partai:{number}" if choice == "list" else f"{contest}:{number}"


@dataclass(frozen=True, slots=True)
class Mandate:
    """A witness's mandate: `person` is a fingerprint, never a name."""

    participant: str
    person: str
    level: str
    in_room: bool


class BadMandate(ValueError):
    """A mandate the law does not allow; `code` is one of: level, served, many, room."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check_mandate(new: Mandate, known: Iterable[Mandate]) -> None:
    """Raise BadMandate for a mandate that PKPU 5/2024 art. 14 does not allow beside the known.

    Signed at regency level or above; a witness serves one participant; at most two of one
    participant, and one of them in the room.
    """
    if new.level not in MANDATE_LEVELS:
        raise BadMandate("level")
    others = [one for one in known if one.person != new.person]
    if any(one.person == new.person and one.participant != new.participant for one in known):
        raise BadMandate("served")
    own = [one for one in others if one.participant == new.participant]
    if len(own) >= MANDATES:
        raise BadMandate("many")
    if new.in_room and sum(one.in_room for one in own) >= IN_ROOM:
        raise BadMandate("room")


def determines(determined_at: str, level: str) -> bool:
    """Whether a sitting of a level determines a contest or only recapitulates it.

    `determined_at` is the contest's own (PKPU 5/2024 art. 5: DPRD kabupaten/kota and the regional
    head at the regency; the others are summed and sent up).
    """
    return determined_at == level
