"""What acts about process disputes take."""

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel.brought import Upload


@dataclass(frozen=True)
class NewDispute:
    """A petition as it was handed in."""

    election_id: int
    track: str
    applicant_kind: str
    applicant: str
    respondent: str
    object_kind: str
    object_day: date
    posita: str
    petitum: str
    received_on: date
    object_number: str = ""
    proxy: str = ""
    mandate: str = ""
    source: str = ""


@dataclass(frozen=True)
class DisputeMove:
    """A step with its day and its paper."""

    step: str
    on: date
    letter: str = ""
    note: str = ""
    ruling: str = ""
    upload: Upload | None = None


@dataclass(frozen=True)
class NewSession:
    """A session that is called."""

    kind: str
    held_at: datetime
    venue: str
    agenda: str
