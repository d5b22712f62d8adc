"""What the room's readings return."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jurdil.law.recap import Cell
from jurdil.law.regime_types import Contest, TurnoutFormula
from jurdil.law.rules import Choices, Finding
from jurdil.law.text import Text

WORST = {"error": 0, "warning": 1}
"""Severities, the worst first."""


@dataclass(frozen=True)
class ContestRow:
    """A contest and how far its count is, in the viewer's place.

    `forms` counts TPS with a form of those in use; `broken` TPS whose form breaks a rule.
    """

    election_id: int
    election: Text
    regime: str
    contest: str
    name: Text
    forms: Cell
    broken: int


@dataclass(frozen=True)
class Line:
    """A place in a recapitulation with its figures; `tps` marks a TPS, which is no sum."""

    path: str
    label: str
    tps: bool
    forms: Cell
    cells: Mapping[str, Cell]
    broken: int


@dataclass(frozen=True)
class Dapil:
    """A dapil that a recapitulation can be narrowed to."""

    code: str
    name: str


@dataclass(frozen=True)
class Board:
    """The recapitulation of a contest at one place, and of the places right below it.

    `choices` is None while no form is in. Where the place holds several dapil and none is chosen,
    `figures` has only what all their forms have, and no candidates (`whole` is False).
    `labels` names the vote fields.
    """

    election_id: int
    election: Text
    regime: str
    contest: Contest
    name: Text
    path: str
    level: int
    label: str
    dapil: str
    dapils: tuple[Dapil, ...]
    choices: Choices | None
    figures: tuple[str, ...]
    whole: bool
    labels: Mapping[str, str]
    total: Line
    lines: tuple[Line, ...]
    turnout: TurnoutFormula | None


@dataclass(frozen=True)
class Version:
    """One version of a form; `changes` are figures with the value before and after.

    `replaced_by` names the re-vote, recount or ruling whose figures took its place, with its
    moment; empty while none did.
    """

    number: int
    origin: str
    made_at: datetime
    name: str
    document: str
    digest: str
    reason: str
    changes: tuple[tuple[str, int | None, int | None], ...]
    replaced_by: str = ""
    replaced_at: datetime | None = None


@dataclass(frozen=True)
class Replacement:
    """A re-vote, recount or ruling whose figures took the place of earlier ones.

    `changes` are the figures it changed, with the value before and after.
    """

    what: str
    at: datetime
    changes: tuple[tuple[str, int | None, int | None], ...]


@dataclass(frozen=True)
class FormPage:
    """The form of one TPS. `figures` is empty and `choices` None while it is not in.

    `replaces` is the last one that took the place of earlier figures.
    """

    election_id: int
    election: Text
    regime: str
    contest: Contest
    name: Text
    path: str
    label: str
    choices: Choices | None
    figures: Mapping[str, int]
    labels: Mapping[str, str]
    findings: tuple[Finding, ...]
    origin: str
    made_at: datetime | None
    number: int
    registered: bool
    replaces: Replacement | None = None


@dataclass(frozen=True)
class SourceRow:
    """Where forms came from: origin in words, document and its SHA-256, how many, the newest."""

    origin: str
    document: str
    digest: str
    forms: int
    made_at: datetime


@dataclass(frozen=True)
class FindingRow:
    """A broken rule of one TPS, with the names of the places it lies in."""

    id: int
    path: str
    label: str
    way: str
    finding: Finding
    labels: Mapping[str, str]


@dataclass(frozen=True)
class CodeCount:
    """How many TPS break one rule."""

    code: str
    tps: int


@dataclass(frozen=True)
class Rebuilt:
    """What differed when all projections were made again from the current versions."""

    forms: int
    sums: int
    votes: int
    findings: int

    @property
    def same(self) -> bool:
        return not (self.sums or self.votes or self.findings)
