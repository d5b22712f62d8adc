"""Names of divisions and sub-divisions, and whose work a person's own division is."""

from dataclasses import dataclass
from datetime import date

from jurdil.law.regime import Division, load_regime
from jurdil.law.text import Text

ROUTINE = "rutin"
"""The regime that names the office's divisions of today."""

SHORT = {
    "kul": Text("Keuangan, Umum, Logistik", "Finance & Logistics"),
    "teknis": Text("Teknis", "Technical"),
    "rendatin": Text("Perencanaan & Data", "Planning & Data"),
    "hukum": Text("Hukum", "Legal"),
    "parmas-sdm": Text("Parmas & SDM", "Participation & HR"),
}
"""How a division is called on a chip; the full name stands on the page of a stage."""


@dataclass(frozen=True)
class DivisionName:
    """A division for choosing."""

    id: str
    short: Text
    full: Text


def divisions() -> tuple[DivisionName, ...]:
    """The five divisions of the commissioners."""
    return tuple(
        DivisionName(item.id, short(item.id), item.name)
        for item in load_regime(ROUTINE).divisions
        if item.kind == "divisi"
    )


def subdivisions(on: date) -> tuple[Division, ...]:
    """The sub-divisions of the secretariat in force on a day."""
    return tuple(
        item
        for item in load_regime(ROUTINE).divisions
        if item.kind == "subbagian"
        and (item.since is None or item.since <= on.year)
        and (item.until is None or item.until >= on.year)
    )


def short(division: str) -> Text:
    """The short name of a division or sub-division; its own id when the regime does not know it."""
    if division in SHORT:
        return SHORT[division]
    known = _known(division)
    return known.name if known else Text(division, division)


def full(division: str) -> Text:
    """The full name of a division or sub-division; its own id when the regime does not know it."""
    known = _known(division)
    return known.name if known else Text(division, division)


def served_by(division: str) -> tuple[str, ...]:
    """The divisions whose work a person of this division or sub-division does; () for all."""
    known = _known(division)
    if known is None:
        return ()
    return (known.id, *known.serves)


def _known(division: str) -> Division | None:
    for item in load_regime(ROUTINE).divisions:
        if item.id == division:
            return item
    return None
