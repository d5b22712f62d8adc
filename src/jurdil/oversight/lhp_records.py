"""What readings about supervision reports return."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.law.oversight.checklists import Answer, Checklist, Item, RollUp
from jurdil.law.oversight.field_reports import Step
from jurdil.law.text import Text
from jurdil.oversight.lhp_facts import Report
from jurdil.oversight.models import Lhp, LhpEvidence, LhpStep, LhpVersion, LhpWitness


@dataclass(frozen=True)
class Wanted:
    """What a list of reports shows; empty fields do not filter.

    `turn`: "saya" (mine to examine), "kembali" (returned to me), "milik" (written by me),
    "tanpa-nomor".
    """

    state: str = ""
    checklist: str = ""
    path: str = ""
    turn: str = ""


@dataclass(frozen=True)
class LhpLine:
    """A report on a list."""

    row: Lhp
    place: str
    about: Text
    level: Text


@dataclass(frozen=True)
class Answered:
    """A question of the checklist with its answer, if any."""

    item: Item
    answer: Answer | None
    alarm: bool


@dataclass(frozen=True)
class Differing:
    """A field that a version has otherwise than the one before it, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class VersionLine:
    """A version with what it changed."""

    row: LhpVersion
    changes: tuple[Differing, ...]


@dataclass(frozen=True)
class Link:
    """Something that arose from a report."""

    kind: str
    title: str
    url_name: str
    pk: int | str


@dataclass(frozen=True)
class LhpPage:
    """One report whole. `steps` are what the viewer may do now; `writes` whether the author may."""

    row: Lhp
    report: Report
    hours: str
    place: str
    stage: Text | None
    form: Text
    level: Text
    checklist: Checklist | None
    answers: tuple[Answered, ...]
    witnesses: tuple[tuple[LhpWitness, Text], ...]
    evidence: tuple[LhpEvidence, ...]
    versions: tuple[VersionLine, ...]
    history: tuple[LhpStep, ...]
    links: tuple[Link, ...]
    doubts: tuple[str, ...]
    steps: tuple[Step, ...] = ()
    over: bool = False
    writes: bool = False

    @property
    def starred(self) -> bool:
        """Whether it asked a question that nobody saw in a source."""
        return any(not one.item.confirmed for one in self.answers)


@dataclass(frozen=True)
class RollUpPage:
    """Answers of many places at a moment: `asked_at` stands beside every number."""

    checklist: Checklist
    place: str
    roll: RollUp
    asked_at: datetime
    elsewhere: int


@dataclass(frozen=True)
class Missing:
    """A supervisor without a report on a day."""

    name: str
    role: Text
    path: str
    place: str


@dataclass(frozen=True)
class DayOfReports:
    """Reports of a day by place, and who sent none, as of a moment.

    `absent` is how many sent none; `missing` names the first of them.
    """

    asked_at: datetime
    reports: int
    supervisors: int
    absent: int
    by_place: tuple[tuple[str, str, int], ...]
    missing: tuple[Missing, ...]
