"""What the readings of observers, surveys and quick counts return."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.law.figure import Figure
from jurdil.law.participation.bodies import Duty, Extent, Kind, PaperKind
from jurdil.law.participation.steps import RegistrationStep
from jurdil.law.text import Text


@dataclass(frozen=True)
class BodyRow:
    """A body in the register. `due` is set while its report is owed."""

    id: int
    number: int
    election_id: int
    election: Text
    kind: str
    kind_name: Text
    organisation: str
    state: str
    state_name: str
    received_on: date
    late: bool
    decree_number: str
    decree_on: date | None
    due: date | None
    overdue: bool
    people: int
    areas: tuple[str, ...]


@dataclass(frozen=True)
class BodyStep:
    """A line of the history; `file` names a signed paper that can be opened."""

    id: int
    name: str
    state: str
    reason: str
    document: str
    document_on: date | None
    file: bool
    at: datetime
    by: str


@dataclass(frozen=True)
class PaperLine:
    """A paper of the checklist, and how it came in (None: missing)."""

    kind: PaperKind
    received_on: date | None
    note: str
    file_id: int | None


@dataclass(frozen=True)
class PersonRow:
    """Somebody on the list of a body; `struck` says why a card is no longer good."""

    number: int
    name: str
    area: str
    photo: bool
    struck: str


@dataclass(frozen=True)
class Clocks:
    """The days and hours that bind a kind of body in an election; None where none is known."""

    kind: Kind
    last_day: Figure | None
    publish_from: Figure | None
    quiet: tuple[datetime | None, datetime | None] | None


@dataclass(frozen=True)
class BodyPage:
    """Everything of one registration."""

    row: BodyRow
    leader: str
    plan: str
    extent: Extent | None
    places: Mapping[str, str]
    clocks: Clocks
    papers: tuple[PaperLine, ...]
    complete: Figure
    people: tuple[PersonRow, ...]
    duties: tuple[Duty, ...]
    steps: tuple[BodyStep, ...]
    next: tuple[RegistrationStep, ...]
    late_basis: str
    report_due: date | None
    report_basis: str
    reported_on: date | None


@dataclass(frozen=True)
class PublicBody:
    """What everybody may know of a body that was decided on."""

    kind: Text
    organisation: str
    areas: tuple[str, ...]
    accredited: bool
    decree_number: str
    decree_on: date | None
    reported_on: date | None
    revoked_for: str
