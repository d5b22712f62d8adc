"""What the room hands to others and takes from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from jurdil.law.figure import Figure
from jurdil.law.text import Text


@dataclass(frozen=True)
class NewSession:
    """A sitting to be planned."""

    opens: datetime
    closes: datetime
    name: str = ""
    venue: str = ""


@dataclass(frozen=True)
class Plan:
    """A meeting as it is planned or planned anew; `agenda` are (text, stage id or '')."""

    title: str
    venue: str
    sessions: tuple[NewSession, ...]
    online: str = ""
    division: str = ""
    chair: str = ""
    note_taker: str = ""
    agenda: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class NewGuest:
    """A person to invite. `account_id` of this house or `contact_id` of the directory, if any."""

    name: str
    post: str = ""
    institution: str = ""
    division: str = ""
    place: str = ""
    sex: str = ""
    member: bool = False
    account_id: int | None = None
    contact_id: int | None = None


@dataclass(frozen=True)
class Invited:
    """What became of a list of people: how many are new, and who was on the list before."""

    added: int
    known: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """A row of the paper list: the guest's number, how he came, who came instead."""

    number: int
    presence: str
    by_name: str = ""
    by_post: str = ""


@dataclass(frozen=True)
class Marked:
    """What became of a paper list: rows new, and rows that were entered before and now signed."""

    added: int
    signed: int


@dataclass(frozen=True)
class NewNote:
    """A point of the minutes with its task."""

    kind: str
    text: str
    due: date
    owner_id: int | None = None
    division: str = ""
    institution: str = ""
    agenda_id: int | None = None


@dataclass(frozen=True)
class NewVote:
    """How a member of the body voted: `choice` is setuju, berbeda or abstain."""

    guest_id: int
    choice: str
    reason: str = ""


@dataclass(frozen=True)
class VoteRow:
    """The vote of a member, in words."""

    name: str
    post: str
    choice: str
    label: str
    reason: str


@dataclass(frozen=True)
class BallotRow:
    """A proposal that was voted on. `figure` is absent for a body without a rule on record."""

    id: int
    number: int
    text: str
    taken: bool
    agree: int
    differ: int
    abstain: int
    figure: Figure | None
    votes: tuple[VoteRow, ...]
    struck_for: str
    task_id: int | None


@dataclass(frozen=True)
class QuorumState:
    """Whether a body is quorate. `needed` and `of` are None where no rule is on record;
    then `basis` is what the body itself wrote down. `figure` is absent without a rule."""

    present: int
    needed: int | None
    of: int | None
    met: bool
    basis: str
    figure: Figure | None


@dataclass(frozen=True)
class MeetingRow:
    """A meeting on a list."""

    id: int
    kind: str
    kind_name: Text
    title: str
    election_id: int
    division: str
    subject: str
    path: str
    venue: str
    starts: datetime
    ends: datetime
    state: str
    state_label: str
    guests: int
    notes: int


@dataclass(frozen=True)
class AttendanceRow:
    """An invited person with how he came to the current session: '' while not entered."""

    guest_id: int
    number: int
    name: str
    post: str
    institution: str
    place: str
    sex: str
    member: bool
    walk_in: bool
    presence: str
    presence_label: str
    by_name: str
    by_post: str
    way: str
    signed: bool
    entered_at: datetime | None
    entry_id: int | None


@dataclass(frozen=True)
class Counts:
    """How many people came to at least one session of a meeting. A representative's sex is not
    known, nor that of a guest who did not give it. People with a disability are counted by those
    who wished to be."""

    invited: int
    there: int
    men: int
    women: int
    unknown: int
    disability_men: int
    disability_women: int


@dataclass(frozen=True)
class MeetingAttendance:
    """Who was at the meeting about a subject, for other rooms (`attendance_of`)."""

    meeting_id: int
    title: str
    state: str
    starts: datetime
    quorum: QuorumState | None
    rows: tuple[AttendanceRow, ...]
    minutes_id: int | None

    @property
    def there(self) -> tuple[AttendanceRow, ...]:
        """Those who came, or were represented."""
        return tuple(row for row in self.rows if row.presence)


def listed(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Agenda lines without stages."""
    return tuple((line.strip(), "") for line in lines if line.strip())
