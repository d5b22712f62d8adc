"""What the acts on findings and reports take, and how a person of a case is called on pages."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from jurdil.kernel.brought import Upload
from jurdil.kernel.language import say
from jurdil.law.oversight import case_words
from jurdil.oversight.identity import Person
from jurdil.oversight.models import CaseParty


@dataclass(frozen=True)
class NewParty:
    """A party of a case; `capacity` is a word of the law for this role."""

    role: str
    capacity: str
    person: Person


@dataclass(frozen=True)
class NewEvidence:
    """A piece of evidence, with or without a file."""

    kind: str
    about: str
    upload: Upload | None = None


@dataclass(frozen=True)
class NewCase:
    """A report, finding or tip as it comes in. `story` and `where` are kept sealed.

    `title` '' is made from the kind of the reported party, so that no name gets into it.
    """

    path: str
    story: str
    where: str = ""
    title: str = ""
    actor: str = "belum-diketahui"
    happened_on: date | None = None
    known_on: date | None = None
    received_at: datetime | None = None
    channel: str = "loket"
    parties: tuple[NewParty, ...] = ()
    evidence: tuple[NewEvidence, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class NewStep:
    """A step of a case: the number of the paper that carries it and what the paper says."""

    step: str
    paper: str
    taken_at: datetime
    reason: str = ""
    found: tuple[str, ...] = ()
    note: str = ""
    document_id: int | None = None


@dataclass(frozen=True)
class NewMeeting:
    """A meeting of Gakkumdu; every element of an article is met: ``ya``, ``tidak``, ``belum``."""

    stage: str
    held_at: datetime
    members: dict[str, list[str]]
    articles: list[dict[str, object]]
    opinions: dict[str, str]
    conclusion: str
    likely: bool
    paper: str


@dataclass(frozen=True)
class NewReferral:
    """A case or one of its outcomes goes to somebody."""

    outcome: str
    to: str
    to_name: str
    letter: str
    sent_on: date
    content: str = ""


@dataclass(frozen=True)
class Revealed:
    """What a reveal opened: persons by their label, what they answered by the number of the
    minutes, and a file when one was asked for."""

    persons: tuple[tuple[str, Person], ...]
    answers: tuple[tuple[str, str], ...] = ()
    name: str = ""
    media_type: str = ""
    content: bytes = field(default=b"", repr=False)


def capacity_name(role: str, capacity: str) -> str:
    """The capacity of a party in words, '' for none."""
    if role == CaseParty.Role.REPORTER:
        found = case_words.capacities().get(capacity)
        return say(found.name) if found else ""
    word = case_words.actors().get(capacity)
    return say(word.name) if word else ""


def label(role: str, number: int, capacity: str = "") -> str:
    """How a party is called by everybody: ``Pelapor 1 (warga ...)``."""
    called = f"{CaseParty.Role(role).label} {number}"
    words = capacity_name(role, capacity)
    return _("%(who)s (%(what)s)") % {"who": called, "what": words} if words else called
