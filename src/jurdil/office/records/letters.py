"""Letters as lists and pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.law.text import Text
from jurdil.office.records.directory import InstitutionRow


@dataclass(frozen=True)
class LetterRow:
    """A letter on a list; `late`: its answer is overdue."""

    id: int
    direction: str
    year: int
    agenda: int
    number: str
    dated: date | None
    day: date | None
    subject: str
    correspondent: str
    classification: str
    nature: str
    nature_label: str
    division: str
    state: str
    state_label: str
    reply_by: date | None
    late: bool
    path: str


@dataclass(frozen=True)
class Paper:
    """A signed paper of the house that is not in the register yet."""

    id: int
    number: str
    dated: date | None
    title: str


@dataclass(frozen=True)
class Order:
    """A disposition; `open` until its task is closed, whose words are `result`."""

    to: str
    division: str
    instruction: str
    until: date | None
    given_by: str
    at: datetime
    task_id: int | None
    open: bool
    result: str


@dataclass(frozen=True)
class LetterPage:
    """One letter with what was ordered, what it answers and what answers it."""

    row: LetterRow
    note: str
    attachments: str
    has_file: bool
    file_name: str
    document_id: int | None
    document_state: str
    suggested_number: str
    own_pattern: str
    recorded_by: str
    recorded_at: datetime
    institution: InstitutionRow | None
    orders: tuple[Order, ...]
    answers: LetterRow | None
    answered_by: tuple[LetterRow, ...]
    history: tuple[tuple[datetime, Text, str], ...]


@dataclass(frozen=True)
class LetterCounts:
    """Letters of a time: in, out, still to be answered, of those late."""

    received: int
    sent: int
    waiting: int
    late: int
