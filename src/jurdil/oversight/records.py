"""What readings about AGHT and prevention return."""

from dataclasses import dataclass
from datetime import date

from jurdil.law.oversight.words import Word
from jurdil.oversight.models import Aght, AghtDay, Prevention


@dataclass(frozen=True)
class AghtLine:
    """A note of the register with the names of its class and place."""

    row: Aght
    kind: Word
    place: str
    changed: bool = False


@dataclass(frozen=True)
class Day:
    """A day's report: words that were written, counts and items that come from the register."""

    day: date
    words: AghtDay | None
    counts: tuple[tuple[Word, int], ...]
    items: tuple[AghtLine, ...]
    standing: int


@dataclass(frozen=True)
class PreventionLine:
    """A prevention act with names, and its number as the form writes it."""

    row: Prevention
    form: Word
    kind: Word
    place: str
    number: str
