"""What the readings of participation return."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from jurdil.law.figure import Figure
from jurdil.law.outreach.learning import Result
from jurdil.law.participation.applicants import Count
from jurdil.law.participation.index import Index
from jurdil.law.participation.turnout import Sheet, Turnout
from jurdil.law.recap import Cell
from jurdil.law.regime_types import Code
from jurdil.law.text import Text


@dataclass(frozen=True)
class Compared:
    """An earlier election at the same place: its legal turnout and the change since."""

    regime: str
    name: Text
    figure: Turnout | None
    change: Figure | None
    source: str


@dataclass(frozen=True)
class PlaceLine:
    """A place of the table. `reached` counts verified activities that reached it, None where none
    is on record; nothing here says that one caused the other."""

    path: str
    label: str
    tps: bool
    forms: Cell
    voters: int | None
    users: int | None
    men: Figure | None
    women: Figure | None
    turnout: Figure | None
    earlier: Mapping[str, Figure] = field(default_factory=dict)
    reached: int | None = None


@dataclass(frozen=True)
class Before:
    """How people took part before voting day; a figure that no part of the house keeps is None."""

    comments: int | None
    answered: int | None
    lookups: int | None
    found: int | None
    seats: Figure | None
    bodies: Mapping[str, int]
    people: int
    activities: int | None


@dataclass(frozen=True)
class ApplicantLine:
    """Applicants for an ad hoc body: recorded at so many `places` of those `expected`; `short`
    places had fewer than a call needs. `per_seat` is None before the first count."""

    body: str
    name: Text
    level: str
    places: int
    expected: int
    count: Count
    per_seat: Figure | None
    short: int


@dataclass(frozen=True)
class Tests:
    """Tests before and after activities: how many, and their outcome together."""

    number: int
    result: Result | None


@dataclass(frozen=True)
class After:
    """Activities after voting day: how many, the people of those that counted them, and how many
    did not."""

    activities: int
    people: int
    uncounted: int


@dataclass(frozen=True)
class Scores:
    """The participation index: what was handed down, and why this house computes none."""

    index: Index
    published: Decimal | None
    band: Text | None
    source: str
    scores: tuple[tuple[Code, Decimal | None, str], ...]
    at: datetime | None


@dataclass(frozen=True)
class Glance:
    """An election in a few words: the place told of, TPS that came in, legal turnout (None without
    one), whether there is something to compare with, and an index whose published score lacks."""

    title: Text
    voting_day: date | None
    path: str
    forms: Cell
    turnout: Figure | None
    earlier: bool
    score_missing: bool


@dataclass(frozen=True)
class Overview:
    """An election on the list of participation, with what of it is still to be recorded or done;
    a number that the viewer may not see is None."""

    id: int
    title: Text
    voting_day: date | None
    over: bool
    forms: Cell
    turnout: Figure | None
    applicants: tuple[ApplicantLine, ...]
    gaps: int | None
    waiting: int | None
    reports_due: int | None
    earlier: bool
    score_missing: bool


@dataclass(frozen=True)
class ParticipationPage:
    """Participation of an election at a place, in one contest."""

    election_id: int
    election: Text
    regime: str
    contest: str
    contest_name: Text
    contests: tuple[tuple[str, Text], ...]
    path: str
    label: str
    forms: Cell
    sheet: Sheet
    slips: tuple[Text, ...]
    compared: tuple[Compared, ...]
    lines: tuple[PlaceLine, ...]
    regimes: tuple[tuple[str, Text], ...]
    before: Before
    applicants: tuple[ApplicantLine, ...]
    tests: Tests | None
    after: After | None
    reported: int
    scores: Scores
