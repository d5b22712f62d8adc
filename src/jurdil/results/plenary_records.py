"""What the readings of a plenary return."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.law.text import Text
from jurdil.results.models import Kejadian
from jurdil.results.sitting_facts import Missing


@dataclass(frozen=True)
class ContestState:
    """A contest of a sitting: rows by state, and its determination once it is closed."""

    contest: str
    name: Text
    verb: Text
    rows: int
    approved: int
    decision_id: int | None
    document_id: int | None

    @property
    def done(self) -> bool:
        return self.decision_id is not None


@dataclass(frozen=True)
class SittingRow:
    """A sitting in the list."""

    id: int
    election_id: int
    level: str
    path: str
    place: str
    room: str
    venue: str
    planned_at: datetime | None
    state: str
    state_name: str
    contests: tuple[ContestState, ...]
    revision: int


@dataclass(frozen=True)
class Attendee:
    """Somebody in attendance by office; `name` is '' for who may not see names."""

    id: int
    kind: str
    kind_name: str
    code: str
    participant: str
    participant_name: str
    name: str
    mandate: str
    in_room: bool
    arrived_at: datetime
    left_at: datetime | None


@dataclass(frozen=True)
class Objection:
    """An objection with its answer."""

    id: int
    row_id: int | None
    contest: str
    place: str
    said_by: str
    text: str
    at: datetime
    outcome: str
    outcome_name: str
    answer: str
    opinion: str
    opinion_by: str


@dataclass(frozen=True)
class CorrectionRow:
    """A corrected figure: what C.Hasil said, what the room wrote, and why."""

    id: int
    contest: str
    path: str
    place: str
    field: str
    old: int | None
    new: int | None
    text: str
    level: str
    at: datetime


@dataclass(frozen=True)
class SittingPage:
    """One sitting with everything its pages tell.

    `boxes` are (path, label, arrived, sealed) per TPS; `steps` (words, note, moment, name).
    `members` of `member_count` are present (`member_count` None: the law of the regime says none).
    """

    row: SittingRow
    election: Text
    early_reason: str
    steps: tuple[tuple[str, str, datetime, str], ...]
    next_steps: tuple[str, ...]
    boxes: tuple[tuple[str, str, datetime | None, bool], ...]
    boxes_missing: int
    below_missing: tuple[str, ...]
    members: int
    member_count: int | None
    people: tuple[Attendee, ...]
    objections: tuple[Objection, ...]
    corrections: tuple[CorrectionRow, ...]


@dataclass(frozen=True)
class Paper:
    """What a contest's D.Hasil needs to be closed: who signs, who receives, what is missing.

    `drafts` are the kinds of papers that can be drafted once it is closed.
    """

    contest: ContestState
    signers: tuple[tuple[Attendee, datetime | None, str], ...]
    receivers: tuple[tuple[Attendee, datetime | None], ...]
    events: tuple[Kejadian, ...]
    missing: tuple[Missing, ...]
    drafts: tuple[str, ...]
