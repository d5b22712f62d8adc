"""An expense file (*Berkas SPJ*): which papers it needs and which are missing, plan and spending.

Handbook of practice, section 2 (told by practitioners; unconfirmed).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction

from jurdil.law.figure import Figure, Input, Unit, difference, share, total
from jurdil.law.office.kinds import Activity, PaperKind
from jurdil.law.text import Text

NOBODY = 0
"""The person of a paper that belongs to the activity."""

_LIST = "Praktik kantor"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an activity; `inside` works for the office itself (None: not known)."""

    id: int
    name: str
    role: str
    inside: bool | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A paper that the file must hold, for one person or (None) for the activity."""

    paper: PaperKind
    person: Person | None

    @property
    def key(self) -> tuple[str, int]:
        return self.paper.id, self.person.id if self.person else NOBODY


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the budget (RAB) in whole rupiah; `ceiling` is the standard cost per unit.

    `inside_paid`: somebody of the office itself was paid though that year's standard cost forbids
    it.
    """

    id: int
    account: str
    item: str
    volume: Fraction
    price: int
    spent: int
    ceiling: int | None = None
    inside_paid: bool = False

    @property
    def planned(self) -> Fraction:
        return self.volume * self.price


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the figures that an auditor would ask about; `line` is the line's id."""

    line: int
    text: Text


def needs(activity: Activity, people: Iterable[Person]) -> tuple[Need, ...]:
    """Every paper that the file of an activity must hold, in the order of the list."""
    everyone = tuple(people)
    roles = {person.role for person in everyone}
    found: list[Need] = []
    for paper in activity.papers:
        if paper.when and paper.when not in roles:
            continue
        if paper.each:
            found += [Need(paper, person) for person in everyone if person.role in paper.each]
        else:
            found.append(Need(paper, None))
    return tuple(found)


def missing(wanted: Iterable[Need], there: Collection[tuple[str, int]]) -> tuple[Need, ...]:
    """The papers that are not there; `there` are (paper, person id or `NOBODY`)."""
    return tuple(need for need in wanted if need.key not in there)


def completeness(wanted: Collection[Need], there: Collection[tuple[str, int]]) -> Figure:
    """How much of a file is there, as a share."""
    have = len(wanted) - len(missing(wanted, there))
    return share(
        Input(Text("Berkas yang ada", "Papers there"), have),
        Input(Text("Berkas yang wajib ada", "Papers needed"), len(wanted)),
        article=_LIST,
        confirmed=False,
    )


def planned(lines: Iterable[Line]) -> Figure:
    """The sum of the budget."""
    return total(
        [Input(Text(one.item, one.item), one.planned, unit=Unit.RUPIAH) for one in lines],
        article="",
        confirmed=True,
        unit=Unit.RUPIAH,
    )


def spent(lines: Iterable[Line]) -> Figure:
    """What was paid."""
    return total(
        [Input(Text(one.item, one.item), one.spent, unit=Unit.RUPIAH) for one in lines],
        article="",
        confirmed=True,
        unit=Unit.RUPIAH,
    )


def left(lines: Collection[Line]) -> Figure:
    """What is left of the budget; negative when more was paid."""
    return difference(
        planned(lines).as_input(Text("RAB", "Budget")),
        spent(lines).as_input(Text("Realisasi", "Paid")),
        article="",
        confirmed=True,
        unit=Unit.RUPIAH,
    )


def findings(lines: Iterable[Line]) -> tuple[Finding, ...]:
    """Lines that cost more than the ceiling, or on which more was paid than planned."""
    found = []
    for one in lines:
        if one.ceiling is not None and one.price > one.ceiling:
            found.append(Finding(one.id, _above(one.price, one.ceiling)))
        if one.spent > one.planned:
            found.append(Finding(one.id, _overspent(one)))
        if one.inside_paid:
            found.append(Finding(one.id, _INSIDE))
    return tuple(found)


def net(gross: int, tax: int) -> int:
    """What a person gets. Raises ValueError for a negative sum, or a tax above the sum."""
    if gross < 0 or tax < 0 or tax > gross:
        raise ValueError(f"{gross} with a tax of {tax} cannot be paid")
    return gross - tax


_INSIDE = Text(
    "Orang dalam dibayar, padahal batas biaya tahun ini tidak mengizinkannya.",
    "Somebody of the office was paid, which this year's standard cost does not allow.",
)


def _above(price: int, ceiling: int) -> Text:
    return Text(
        f"Harga satuan Rp{_dots(price)} melebihi batas biaya Rp{_dots(ceiling)}.",
        f"The unit price of IDR {price:,} is above the ceiling of IDR {ceiling:,}.",
    )


def _overspent(line: Line) -> Text:
    plan = int(line.planned)
    return Text(
        f"Realisasi Rp{_dots(line.spent)} melebihi RAB Rp{_dots(plan)}.",
        f"IDR {line.spent:,} was paid, the budget has IDR {plan:,}.",
    )


def _dots(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
