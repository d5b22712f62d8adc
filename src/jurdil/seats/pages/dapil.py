"""One dapil made ready: the divisor table, the order of seats, margins, lists, ties."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel.language import say
from jurdil.law.figure import Figure, Input, Unit, difference
from jurdil.law.seats import ARTICLE
from jurdil.law.seats.criteria import LEVELS
from jurdil.law.text import Text
from jurdil.seats.pages.common import numbered
from jurdil.seats.records import Cell, DapilPage, PersonRow, Reason, Tied
from jurdil.web import words

LEVEL = "tingkat"


@dataclass(frozen=True)
class ShownCell:
    """A quotient as text; `seat` is None where it won nothing."""

    text: str
    seat: int | None
    decided: bool


@dataclass(frozen=True)
class ShownRow:
    """A party's row of the divisor table; `seats` None for none."""

    name: str
    cells: tuple[ShownCell, ...]
    seats: int | None


@dataclass(frozen=True)
class OrderLine:
    """A seat in the order in which the law gives them."""

    seat: int
    name: str
    quotient: str
    votes: int
    divisor: int
    decided: bool


@dataclass(frozen=True)
class Near:
    """How near the last seat is to the next party, and what would move a seat."""

    last: str
    next: str
    last_quotient: str
    next_quotient: str
    gap: Figure
    gain: Figure | None
    gaining: str
    loss: Figure | None
    losing: str


@dataclass(frozen=True)
class ListShown:
    """A party's list: its seats, its candidates in the order of the law with the number of the rule
    that placed them, and these rules."""

    party: str
    name: str
    seats: int
    people: tuple[tuple[PersonRow, int | None], ...]
    rules: tuple[Reason, ...]


@dataclass(frozen=True)
class TieShown:
    """A tie with the form field names of its options and the counts at each level."""

    tie: Tied
    party: str
    quotient: str
    options: tuple[tuple[str, str], ...]
    table: tuple[tuple[str, tuple[int, ...]], ...]
    people: tuple[str, ...]


def rows(page: DapilPage) -> tuple[ShownRow, ...]:
    """The divisor table in ballot order."""
    return tuple(
        ShownRow(
            numbered(row.party, row.name),
            tuple(ShownCell(_quotient(cell), cell.seat, cell.decided) for cell in row.cells),
            row.won or None,
        )
        for row in page.rows
    )


def order(page: DapilPage) -> tuple[OrderLine, ...]:
    """The seats, first to last."""
    cells = [(cell, row) for row in page.rows for cell in row.cells if cell.seat is not None]
    return tuple(
        OrderLine(
            cell.seat or 0,
            numbered(row.party, row.name),
            _quotient(cell),
            cell.votes,
            cell.divisor,
            cell.decided,
        )
        for cell, row in sorted(cells, key=lambda pair: pair[0].seat or 0)
    )


def margin(page: DapilPage) -> Near | None:
    """What the last seat hangs on; None while a tie is open or no other party has a vote."""
    found: Mapping[str, Any] | None = page.margin
    if not found or not found["next"]:
        return None
    last, following = _cell(found["last"]), _cell(found["next"])
    name, next_name = page.names[found["last"][0]], page.names[found["next"][0]]
    return Near(
        last=name,
        next=next_name,
        last_quotient=_quotient(last),
        next_quotient=_quotient(following),
        gap=difference(
            _input(name, last),
            _input(next_name, following),
            article=ARTICLE,
            confirmed=True,
            unit=_unit(last.value - following.value),
            formula=Text("hasil bagi kursi terakhir − berikutnya", "last quotient − the next one"),
        ),
        gain=_moved(page, found["gain"], found["gaining"], GAIN),
        gaining=page.names.get(found["gaining"] or "", ""),
        loss=_moved(page, found["loss"], found["losing"], LOSS),
        losing=page.names.get(found["losing"] or "", ""),
    )


GAIN = Text(
    "tambahan suara paling sedikit untuk menyamai hasil bagi terendah yang mendapat kursi, "
    "suara lain tetap",
    "fewest votes more that equal the lowest quotient with a seat, all other votes as they are",
)
LOSS = Text(
    "pengurangan suara paling sedikit sampai hasil bagi berikutnya menyamainya, suara lain tetap",
    "fewest votes less until the next quotient equals it, all other votes as they are",
)


def _moved(page: DapilPage, votes: int | None, party: str | None, formula: Text) -> Figure | None:
    if votes is None or party is None:
        return None
    name = page.names[party]
    of_party = Input(Text(f"Suara {name}", f"Votes of {name}"), page.run.votes[party])
    return Figure(votes, formula, (of_party,), None, ARTICLE, True)


def lists(page: DapilPage) -> tuple[ListShown, ...]:
    """The lists with seats, in ballot order; rules that fired only once each."""
    found = []
    for party, people in page.people.items():
        seats = page.run.won.get(party, 0)
        if seats:
            rules = {one.text: one for person in people for one in person.reasons}
            notes = {text: number for number, text in enumerate(rules, 1)}
            marked = tuple(
                (person, notes[person.reasons[0].text] if person.reasons else None)
                for person in people
            )
            name = numbered(party, page.names[party])
            found.append(ListShown(party, name, seats, marked, tuple(rules.values())))
    return tuple(found)


def ties(page: DapilPage) -> tuple[TieShown, ...]:
    """What the plenary must decide, with the counts that it decides on."""
    return tuple(tie_shown(one, page.names.get(one.party, "")) for one in page.tied)


def tie_shown(one: Tied, party: str = "") -> TieShown:
    """One tie, its options with their names."""
    return TieShown(
        tie=one,
        party=party,
        quotient=_quotient(Cell(one.votes, one.divisor, None)),
        options=tuple((code, _option(one, code)) for code in one.tied),
        table=tuple(
            (_level(level), tuple(count for _code, count in counts)) for level, counts in one.levels
        ),
        people=tuple(one.names[code] for code, _count in one.levels[0][1]) if one.levels else (),
    )


def _option(one: Tied, code: str) -> str:
    if one.kind != LEVEL:
        return one.names.get(code, code)
    if code == "tps":
        return _("Sebaran dihitung sampai TPS")
    return _(
        "Sebaran dihitung sampai desa/kelurahan; bila sama, perempuan lalu nomor urut terkecil"
    )


def _level(key: str) -> str:
    return say(LEVELS[key].name).capitalize() if key != "tps" else "TPS"


def _cell(quotient: list[Any]) -> Cell:
    _party, votes, divisor = quotient
    return Cell(votes, divisor, None)


def _input(name: str, cell: Cell) -> Input:
    label = Text(f"{name}: {cell.votes} ÷ {cell.divisor}", f"{name}: {cell.votes} ÷ {cell.divisor}")
    return Input(label, cell.value, unit=_unit(cell.value))


def _unit(value: Fraction) -> Unit:
    return Unit.COUNT if value.denominator == 1 else Unit.RATIO


def _quotient(cell: Cell) -> str:
    """`1.984,2`; whole quotients without decimals."""
    value = cell.value
    return words.number(value, 0 if value.denominator == 1 else 1)
