"""What several acts and lists share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """What a task came from: ``letter`` or ``product``, its id and words."""

    room: str
    id: int
    words: str
    more: str


@dataclass(frozen=True)
class Choice:
    """Something to choose from: a value and its words."""

    value: str
    words: str
