"""What the room's doors return: frozen rows, safe to hand to other rooms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from jurdil.law.figure import Figure
from jurdil.law.text import Text


@dataclass(frozen=True)
class Upload:
    """A file handed in with an act."""

    name: str
    content: bytes
    media_type: str = "application/pdf"


@dataclass(frozen=True)
class Choice:
    """Something to choose from: a value and its words."""

    value: str
    words: str


# --- letters ---------------------------------------------------------------------------------


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


# --- legal products --------------------------------------------------------------------------


@dataclass(frozen=True)
class ProductRow:
    """A legal product; `force` says whether it holds, `next` the state it waits for."""

    id: int
    register: int
    year: int
    kind: str
    kind_name: Text
    title: str
    subject: str
    division: str
    number: str
    dated: date | None
    state: str
    state_name: Text
    force: str
    next: str
    public_address: str
    path: str


@dataclass(frozen=True)
class ProductStepRow:
    """A step taken."""

    id: int
    state: str
    name: Text
    number: str
    day: date
    note: str
    by: str
    has_file: bool


@dataclass(frozen=True)
class TieRow:
    """Another product that revokes, amends, or is revoked or amended."""

    product: ProductRow
    kind: str
    note: str


@dataclass(frozen=True)
class ProductPage:
    """One product with its way; `may` are the states that the viewer can take it to now."""

    row: ProductRow
    steps: tuple[ProductStepRow, ...]
    touches: tuple[TieRow, ...]
    touched_by: tuple[TieRow, ...]
    may: tuple[str, ...]
    document_id: int | None
    way: tuple[tuple[str, Text, bool], ...]


# --- terms of office -------------------------------------------------------------------------


@dataclass(frozen=True)
class HandoverRow:
    """A handing over on the list."""

    id: int
    role: Text
    division: str
    leaving: str
    successor: str
    last_day: date
    state: str
    state_label: str
    number: str
    signed_on: date | None


@dataclass(frozen=True)
class OpenThing:
    """Something open that goes to the successor: its words, when it is due, where its page is."""

    id: int
    words: str
    due: datetime | None
    source: str


@dataclass(frozen=True)
class HandoverPage:
    """One handing over with what is open: tasks, papers that wait for the signature."""

    row: HandoverRow
    basis: str
    acting: str
    until: date | None
    place: str
    notes: tuple[str, ...]
    tasks: tuple[OpenThing, ...]
    papers: tuple[OpenThing, ...]
    has_scan: bool
    signed_by: str


# --- directory -------------------------------------------------------------------------------


@dataclass(frozen=True)
class InstitutionRow:
    """An institution with how many people it has in the directory today."""

    id: int
    name: str
    kind: str
    kind_label: str
    association: str
    place: str
    address: str
    closed_on: date | None
    people: int = 0


@dataclass(frozen=True)
class Contact:
    """A person in a position. `kinds` are the institution's kind, and its association for media.

    `address` is how an invitation writes to the person: the position, else greeting and name.
    `phone_masked` shows the last three digits; the whole number is told by the act
    ``office.reveal`` alone.
    """

    id: int
    institution_id: int
    institution: str
    person: str
    position: str
    greeting: str
    path: str
    division: str
    kinds: tuple[str, ...]
    sex: str
    term_from: date | None
    term_until: date | None
    phone_masked: str
    has_email: bool

    @property
    def salutation(self) -> str:
        """`Bapak Dr. Contoh, S.H.`"""
        return f"{self.greeting} {self.person}".strip()

    @property
    def address(self) -> str:
        """`Kapolres Contoh`: one writes to the position; without one to the person."""
        return self.position or self.salutation


# --- expense files ---------------------------------------------------------------------------


@dataclass(frozen=True)
class NewPerson:
    """Somebody of an activity; `role` narasumber, moderator, panitia, petugas or peserta."""

    name: str
    role: str
    institution: str = ""
    inside: bool | None = None


@dataclass(frozen=True)
class Lack:
    """A missing paper by name, and for whom ('' for the activity)."""

    paper: str
    name: Text
    person_id: int
    person: str


@dataclass(frozen=True)
class SpjRow:
    """An expense file on a list; `age`: days since the activity ended, None before its end."""

    id: int
    subject: str
    title: str
    kind: str
    kind_name: Text
    held_from: date
    held_until: date
    division: str
    needed: int
    lacks: tuple[Lack, ...]
    age: int | None
    handed_on: date | None
    dropped_for: str
    path: str

    @property
    def complete(self) -> bool:
        return not self.lacks


@dataclass(frozen=True)
class PaperRow:
    """One line of the checklist: a paper, for whom, and what is recorded of it (None: nothing)."""

    paper: str
    name: Text
    person_id: int
    person: str
    there: bool
    not_needed: bool
    reference: str
    note: str
    by: str
    at: datetime | None
    file_of: int | None
    personal: bool


@dataclass(frozen=True)
class PersonRow:
    """Somebody of the activity."""

    id: int
    name: str
    role: str
    role_name: Text
    institution: str
    inside: bool | None


@dataclass(frozen=True)
class PaymentRow:
    """A payment; a reversed one no longer counts."""

    id: int
    day: date
    person: str
    gross: int
    tax: int
    net: int
    receipt: str
    reversed: bool


@dataclass(frozen=True)
class LineRow:
    """A budget line with its payments and what an auditor would ask."""

    id: int
    account: str
    account_name: Text | None
    item: str
    unit: str
    volume: str
    price: int
    planned: Figure
    spent: Figure
    ceiling: int | None
    ceiling_name: str
    ceiling_confirmed: bool
    findings: tuple[Text, ...]
    payments: tuple[PaymentRow, ...]


@dataclass(frozen=True)
class SpjPage:
    """One expense file, whole."""

    row: SpjRow
    venue: str
    source: str
    share: Figure
    papers: tuple[PaperRow, ...]
    people: tuple[PersonRow, ...]
    lines: tuple[LineRow, ...]
    planned: Figure
    spent: Figure
    left: Figure
    tax: Figure
    history: tuple[tuple[datetime, Text, str], ...] = field(default=())


@dataclass(frozen=True)
class CeilingRow:
    """A standard cost of a year."""

    id: int
    year: int
    code: str
    name: str
    unit: str
    amount: int
    inside: bool | None
    basis: str
    confirmed: bool
