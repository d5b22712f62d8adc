"""Activities as they come in and as lists and pages show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from jurdil.law.outreach.attendance import Attendance
from jurdil.law.outreach.learning import Question, Result
from jurdil.law.text import Text
from jurdil.office.records import SpjRow


@dataclass(frozen=True)
class Draft:
    """An activity as somebody plans or files it.

    `path` is the place, `villages` those it reaches besides. A plan has no `came` and no `reach`.
    """

    election_id: int
    title: str
    base: str
    method: str
    held_on: date
    path: str
    stage: str = ""
    programme_id: int | None = None
    topic: str = ""
    group: str = ""
    institution_id: int | None = None
    institution_name: str = ""
    partner: str = ""
    venue: str = ""
    villages: tuple[str, ...] = ()
    came: Attendance = field(default_factory=Attendance)
    reach: int | None = None
    cost: int | None = None
    money: str = ""


@dataclass(frozen=True)
class NewEvidence:
    """A link, or a file with its kind; `content` is empty for a link."""

    kind: str
    address: str = ""
    name: str = ""
    content: bytes = b""
    media_type: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Wanted:
    """Which activities a list shows; empty fields do not filter."""

    state: str = ""
    base: str = ""
    method: str = ""
    place: str = ""
    stage: str = ""
    search: str = ""
    programme: int | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class ActivityRow:
    """An activity on a list."""

    id: int
    token: str
    title: str
    held_on: date
    path: str
    place: str
    origin: str
    election_id: int
    election: Text
    stage: str
    base: str
    base_name: Text
    method: str
    method_name: Text
    direct: bool
    group: str
    institution: str
    partner: str
    topic: str
    venue: str
    came: Attendance
    reach: int | None
    cost: int | None
    money: str
    state: str
    state_label: str
    filed_by: str
    rev: int
    evidence: int
    villages: tuple[str, ...]
    reason: str = ""

    @property
    def counts(self) -> bool:
        """Whether it counts: only a verified one does."""
        return self.state == "terverifikasi"


@dataclass(frozen=True)
class EvidenceRow:
    """A piece of evidence; `file` is True when it is kept here."""

    id: int
    kind: str
    kind_label: str
    address: str
    name: str
    caption: str
    picture: bool
    file: bool
    by: str
    at: datetime
    dropped_for: str


@dataclass(frozen=True)
class StepRow:
    """One line of an activity's history."""

    step: str
    state_label: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class LearningRow:
    """A test with its outcome."""

    sheets_before: int
    sheets_after: int
    questions: tuple[Question, ...]
    result: Result


@dataclass(frozen=True)
class ActivityPage:
    """One activity, whole. `own` says whether the viewer filed it (somebody else verifies)."""

    row: ActivityRow
    village_names: tuple[str, ...]
    programme: str
    programme_id: int | None
    institution_id: int | None
    stage_name: Text | None
    evidence: tuple[EvidenceRow, ...]
    steps: tuple[StepRow, ...]
    test: LearningRow | None
    findings: tuple[Text, ...]
    meeting_id: int | None
    meeting_title: str
    spj: SpjRow | None
    own: bool
    filing: bool
