"""What a detector hands back: something worth a look, with the figures that say why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Form: TypeAlias = Mapping[str, int]
Forms: TypeAlias = Mapping[str, Form]
Part: TypeAlias = tuple[int, int]
"""A share as it was counted: part and whole."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth a look, never a verdict.

    `code` names the detector, `paths` the TPS concerned, `subject` the figure or choice. `facts`
    are whole numbers, names of figures and lists of them, so that they can be stored as JSON and
    the sentence be made again from them (`words.sentence`).
    """

    code: str
    paths: tuple[str, ...]
    subject: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What makes two notices the same one: detector, TPS and subject."""
        return "|".join((self.code, ",".join(self.paths), self.subject))
