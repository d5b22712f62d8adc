"""A case as a machine: its states and steps are rows of a table, and a step must follow.

What else a kind of case asks of a step (a level, a track, a person, its paper) is its own module's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from jurdil.law.oversight import files
from jurdil.law.text import Text


class IllegalStep(ValueError):
    """A step does not follow this state, is not this case's, or lacks what it needs."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a case stands; nothing follows an `ended` one."""

    id: str
    name: Text
    ended: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What every step has: its name, the states it may follow, the one it leads to."""

    id: str
    name: Text
    sources: tuple[str, ...]
    target: str
    article: str
    confirmed: bool


StepT = TypeVar("StepT", bound=Change)


def states(file: str) -> Mapping[str, State]:
    """The states of a table by id."""
    return {one.id: one for one in (_state(row) for row in files.top(file).rows("state"))}


def change(row: files.Row, known: Collection[str]) -> dict[str, Any]:
    """Take what every step has from its row. Raises BadRegime for a state that is not known."""
    article, confirmed = files.proof(row)
    return {
        "id": row.need("id", str),
        "name": row.text("name"),
        "sources": row.some_of("from", known),
        "target": row.one_of("to", tuple(known)),
        "article": article,
        "confirmed": confirmed,
    }


def following(offered: Iterable[StepT], step: str, where: str) -> StepT:
    """The step among those that follow `where`. Raises `IllegalStep` when it is not offered."""
    found = next((one for one in offered if one.id == step), None)
    if found is None:
        raise IllegalStep(f"{step} does not follow {where}")
    return found


def check_given(step: str, needs: Collection[str], given: Collection[str]) -> None:
    """Raise `IllegalStep` with what a step needs and was not given."""
    if missing := [need for need in needs if need not in given]:
        raise IllegalStep(f"{step} needs {', '.join(missing)}")


def _state(row: files.Row) -> State:
    made = State(row.need("id", str), row.text("name"), row.take("ended", bool, False))
    row.finish()
    return made
