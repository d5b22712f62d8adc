"""What acts about neutrality take and return; a name stands in `Who` and `Opened` only."""

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel.brought import Upload


@dataclass(frozen=True)
class NewNeutral:
    """What happened, without any name."""

    election_id: int
    source: str
    person: str
    agency: str
    act: str
    part: str
    medium: str
    contest: str
    beneficiary: str
    happened_on: date
    known_on: date
    facts: str
    employment: str = ""
    post: str = ""
    case_ref: str = ""
    overlap: bool = False
    determined_on: date | None = None
    determined_basis: str = ""


@dataclass(frozen=True)
class Who:
    """Who did it; kept sealed. `number` is the NIP, NRP or NIK, '' when not known."""

    name: str
    number: str = ""
    note: str = ""


@dataclass(frozen=True)
class NewProof:
    """A piece of evidence, with the address and moment of a capture."""

    title: str
    upload: Upload | None = None
    url: str = ""
    captured_at: datetime | None = None


@dataclass(frozen=True)
class NewStep:
    """A step on the road with its day and its paper."""

    step: str
    on: date
    addressee: str = ""
    letter: str = ""
    reference: str = ""
    sanction: str = ""
    note: str = ""


@dataclass(frozen=True)
class Opened:
    """An identity in the clear, with the addresses of captures, for as long as it is shown."""

    name: str
    number: str
    note: str
    urls: tuple[tuple[str, str], ...]
