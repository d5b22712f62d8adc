"""What the room takes and hands out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from jurdil.kernel.facts import Told
from jurdil.law.figure import Figure
from jurdil.law.reporting.evaluation import Balance
from jurdil.law.reporting.release import Finding
from jurdil.law.text import Text


@dataclass(frozen=True)
class NewRelease:
    """What a release says, as typed."""

    title: str
    city: str
    dated: date
    text: str
    contact: str = ""
    election_id: int | None = None


@dataclass(frozen=True)
class Version:
    """One version of a release."""

    number: int
    title: str
    city: str
    dated: date
    text: str
    contact: str
    marks: Mapping[str, Mapping[str, str]]
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ReleaseRow:
    """A release on a list; `visible` once it is published and its embargo is over."""

    id: int
    slug: str
    title: str
    dated: date
    state: str
    state_label: str
    by: str
    published: int | None
    published_at: datetime | None
    embargo: datetime | None
    visible: bool
    corrected: bool
    replies: int


@dataclass(frozen=True)
class Piece:
    """A number of a release: what it is linked to, and what it could be."""

    key: str
    text: str
    before: str
    after: str
    fact: str
    source: str
    suggested: str


@dataclass(frozen=True)
class Step:
    """A step of a release as it was taken."""

    number: int
    step: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ReplyRow:
    """A right of reply."""

    sender: str
    received_on: date
    letter: str
    text: str


@dataclass(frozen=True)
class Offered:
    """A fact that may be chosen, with its value in words and the room it comes from."""

    key: str
    name: Text
    group: Text
    figure: Figure


@dataclass(frozen=True)
class ReleasePage:
    """A release for those who work on it."""

    row: ReleaseRow
    election_id: int | None
    version: Version
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]
    offered: tuple[Offered, ...]
    versions: tuple[Version, ...]
    steps: tuple[Step, ...]
    replies: tuple[ReplyRow, ...]
    own: bool

    @property
    def stops(self) -> int:
        """How many findings keep it from going out."""
        return sum(one.stops for one in self.findings)


@dataclass(frozen=True)
class ToldFact:
    """A number of a published release with what it came from, as kept when it went out."""

    text: str
    name: Text
    rows: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True)
class Correction:
    """A published version that another one replaced, and why."""

    number: int
    until: datetime
    reason: str


@dataclass(frozen=True)
class PublicRelease:
    """A release as everybody may read it."""

    slug: str
    version: Version
    current: int
    published_at: datetime
    facts: tuple[ToldFact, ...]
    corrections: tuple[Correction, ...]
    replies: tuple[ReplyRow, ...]


@dataclass(frozen=True)
class Line:
    """A line of planned and done: its own words, division, days, how it stands."""

    words: Text
    division: str
    opens: datetime | None
    closes: datetime | None
    done_at: datetime | None
    standing: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class Plan:
    """Planned against done of one sort of things."""

    code: str
    name: Text
    balance: Balance
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Trouble:
    """An obstacle of a meeting and what became of it."""

    text: str
    meeting: str
    meeting_id: int
    held: datetime
    task_id: int
    done: bool
    late: bool
    result: str
    kind: str


@dataclass(frozen=True)
class EvaluationRow:
    """An evaluation on a list; `document_state` '' before a paper was drafted."""

    id: int
    title: str
    division: str
    stage: str
    first: date
    last: date
    document_id: int | None
    document_state: str
    document_label: str
    by: str


@dataclass(frozen=True)
class Said:
    """The newest remark on a section."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class EvaluationPage:
    """An evaluation with everything the rooms tell of its days."""

    row: EvaluationRow
    election_id: int | None
    election: Text | None
    plans: tuple[Plan, ...]
    told: tuple[Told, ...]
    troubles: tuple[Trouble, ...]
    points: tuple[Trouble, ...]
    divisions: tuple[tuple[Text, tuple[Plan, ...]], ...] = ()
    remarks: Mapping[str, Said] = field(default_factory=dict)
    changed: tuple[tuple[Text, str, str], ...] = ()

    @property
    def open(self) -> bool:
        """Whether its paper is not on its way between draft and signature."""
        return self.row.document_state in ("", "draf", "ditandatangani", "ditarik")


@dataclass(frozen=True)
class ClippingRow:
    """An article about the office."""

    id: int
    outlet: str
    institution: int | None
    title: str
    link: str
    published_on: date
    tone: str
    topic: str
    stage: str
    needs_answer: bool
    task_id: int | None
    answered: bool
    note: str
    struck: str
    by: str


@dataclass(frozen=True)
class NewClipping:
    """An article, as typed."""

    outlet: str
    title: str
    link: str
    published_on: date
    tone: str
    topic: str = ""
    stage: str = ""
    needs_answer: bool = False
    note: str = ""
    institution: int | None = None


@dataclass(frozen=True)
class Month:
    """A month of press work: articles by tone and outlet, own posts, releases."""

    year: int
    month: int
    clippings: tuple[ClippingRow, ...]
    tones: tuple[tuple[str, int, Figure], ...]
    outlets: tuple[tuple[str, int], ...]
    topics: tuple[tuple[str, int], ...]
    waiting: int
    channels: tuple[Any, ...]
    posts: Figure
    views: Figure
    releases: tuple[ReleaseRow, ...]


@dataclass(frozen=True)
class Channel:
    """Posts and views of a channel in a month."""

    channel: str
    posts: int
    views: int | None
    source: str
    by: str


@dataclass(frozen=True)
class Activity:
    """A line of the daily sheet: when, what, where, its legal ground, how many were there."""

    sort: str
    hours: str
    text: str
    place: str
    ground: str
    state: str


@dataclass(frozen=True)
class DaySheet:
    """What the office did on a day, from its rooms, and where the sheet was sent."""

    day: date
    lines: tuple[Activity, ...]
    figures: tuple[tuple[Text, Figure], ...]
    sent: tuple[tuple[str, datetime, str], ...]
