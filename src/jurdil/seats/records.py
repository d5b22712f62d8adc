"""What the room's readings return."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from jurdil.law.text import Text


@dataclass(frozen=True)
class Head:
    """The contest that a page is about."""

    election_id: int
    election: Text
    regime: str
    contest: str
    name: Text
    pair: bool


@dataclass(frozen=True)
class RunRow:
    """The present calculation of a dapil. `open` counts what still needs a decision."""

    id: int
    dapil: str
    name: str
    number: int
    seats: int
    forms: int
    expected: int
    won: Mapping[str, int]
    votes: Mapping[str, int]
    tie: bool
    open: int
    made_at: datetime
    source: str

    @property
    def complete(self) -> bool:
        return self.forms >= self.expected

    @property
    def settled(self) -> bool:
        return not self.tie and not self.open


@dataclass(frozen=True)
class Determination:
    """A determination of seats, of a contest or of a pair."""

    id: int
    title: str
    decided_at: datetime
    digest: str
    ledger_seq: int
    rows: int


@dataclass(frozen=True)
class SeatBoard:
    """Seats of a contest: present calculations, parties in ballot order, and its determination.

    `result_title` names the determination of the votes, '' before it.
    """

    head: Head
    runs: tuple[RunRow, ...]
    names: Mapping[str, str]
    determination: Determination | None
    result_title: str

    @property
    def seats(self) -> int:
        return sum(run.seats for run in self.runs)


@dataclass(frozen=True)
class Cell:
    """A cell of the divisor table; `seat` is None where it won nothing."""

    votes: int
    divisor: int
    seat: int | None
    decided: bool = False

    @property
    def value(self) -> Fraction:
        return Fraction(self.votes, self.divisor)


@dataclass(frozen=True)
class PartyRow:
    """A party's row in the divisor table."""

    party: str
    name: str
    votes: int
    cells: tuple[Cell, ...]
    won: int


@dataclass(frozen=True)
class PersonRow:
    """A candidate of a list in a calculation with the rules that placed it there."""

    party: str
    number: int
    name: str
    sex: str
    votes: int
    rank: int
    elected: bool
    reasons: tuple["Reason", ...]
    spread: tuple[int, ...]


@dataclass(frozen=True)
class Reason:
    """A rule that fired, with its article."""

    text: Text
    article: str
    confirmed: bool


@dataclass(frozen=True)
class Decided:
    """A recorded decision on a tie."""

    id: int
    kind: str
    label: str
    party: str
    chosen: tuple[str, ...]
    plenary: str
    basis: str
    decided_on: date
    name: str
    document: str


@dataclass(frozen=True)
class Tied:
    """What the law does not settle: a kind of decision, who is equal, how many places are open.

    `levels` are the counts of places with votes by candidate, outermost level first.
    """

    kind: str
    party: str
    places: int
    tied: tuple[str, ...]
    names: Mapping[str, str]
    votes: int
    divisor: int
    levels: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()


@dataclass(frozen=True)
class DapilPage:
    """A calculation with its whole divisor table, its lists, its ties and the decisions on them."""

    head: Head
    run: RunRow
    divisors: tuple[int, ...]
    rows: tuple[PartyRow, ...]
    margin: Mapping[str, object] | None
    people: Mapping[str, tuple[PersonRow, ...]]
    tied: tuple[Tied, ...]
    decisions: tuple[Decided, ...]
    digest: str
    names: Mapping[str, str]
    earlier: int
    determination: Determination | None
