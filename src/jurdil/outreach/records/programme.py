"""The programme, its coverage and its materials as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.law.figure import Figure
from jurdil.law.outreach.coverage import Cell
from jurdil.law.text import Text


@dataclass(frozen=True)
class ProgrammeRow:
    """A line of the programme with how far it is."""

    id: int
    stage: str
    title: str
    base: str
    base_name: Text | None
    wanted: int
    people: int | None
    budget: int | None
    money: str
    verified: int
    ahead: int
    share: Figure
    dropped_for: str = ""


@dataclass(frozen=True)
class StageRow:
    """A stage with its programme. `silent`: it runs or begins soon and nothing is planned in it."""

    election_id: int
    stage: str
    name: Text
    opens: datetime | None
    closes: datetime | None
    state: str
    lines: tuple[ProgrammeRow, ...]
    verified: int
    ahead: int
    silent: bool


@dataclass(frozen=True)
class GridRow:
    """A village with its cell per base, and the share that is reached."""

    path: str
    name: str
    kecamatan: str
    cells: tuple[Cell, ...]
    share: Figure


@dataclass(frozen=True)
class CoverGrid:
    """Villages and bases of an election, what is reached, and what to do next."""

    election_id: int
    election: Text
    voting_day: date | None
    days_left: int | None
    bases: tuple[tuple[str, Text], ...]
    wanted: Mapping[str, int]
    rows: tuple[GridRow, ...]
    share: Figure
    next: tuple[tuple[GridRow, Cell, Text], ...]
    gaps: int


@dataclass(frozen=True)
class VillageReach:
    """What verified activities did for a village."""

    activities: int
    people: int
    bases: tuple[str, ...]


@dataclass(frozen=True)
class MaterialRow:
    """A material with the windows it prints; `outdated` names those that moved since."""

    id: int
    election_id: int
    election: Text
    form: str
    title: str
    body: str
    version: int
    made_at: datetime
    by: str
    dates: tuple[tuple[str, Text, datetime | None, datetime | None], ...]
    outdated: tuple[Text, ...]
    dropped_for: str

    @property
    def usable(self) -> bool:
        return not (self.outdated or self.dropped_for)
