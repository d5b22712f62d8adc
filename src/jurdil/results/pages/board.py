"""The recapitulation of a place, made ready: figures that explain themselves, rows, columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.law.figure import Figure, Input, coverage, share, total
from jurdil.law.participation import turnout
from jurdil.law.recap import Cell
from jurdil.law.regime_types import TurnoutFormula
from jurdil.law.rules import Choices, label
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.results import paper
from jurdil.results.pages.common import (
    covered,
    figure,
    name_of,
    number_of,
    parts_of,
    plain,
    url_of,
)
from jurdil.results.records import (
    Board,
    Line,
)
from jurdil.web import words

TPS = Text("TPS", "TPS")


@dataclass(frozen=True)
class Person:
    """A candidate of a list, or the votes for its logo (`number` '')."""

    number: str
    name: str
    votes: str
    tps: str


@dataclass(frozen=True)
class Shown:
    """A figure of a large table as text; `note` is its own coverage where that differs."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Choice:
    """A line of the ballot with its votes and their share of all votes that are in."""

    field: str
    number: str
    name: str
    cell: Cell
    votes: Figure
    share: Figure
    people: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Tile:
    """A figure at the head of a page, with a line that says what it covers."""

    label: str
    figure: Figure
    note: str
    bar: bool = False


@dataclass(frozen=True)
class PlaceRow:
    """A place below, with the figures of the columns asked for."""

    label: str
    url: str
    forms: Cell
    cells: tuple[Shown, ...]
    broken: int


@dataclass(frozen=True)
class SumRow:
    """A row of the paper in a recapitulation: men, women and both, or one figure alone."""

    code: str
    name: Text
    men: Cell | None
    women: Cell | None
    both: Cell


@dataclass(frozen=True)
class SumPart:
    """A part of the paper in a recapitulation."""

    code: str
    title: Text
    rows: tuple[SumRow, ...]


def heads(choices: Choices) -> tuple[str, ...]:
    """The figure of every line of the ballot: its votes, for a list its printed total."""
    if choices.groups:
        return tuple(group.total for group in choices.groups)
    return choices.votes


def in_count(board: Board) -> Cell:
    """TPS whose votes are all in, of those expected: what a result speaks for."""
    if board.choices is None:
        return Cell(0, 0, board.total.forms.expected)
    have = min(board.total.cells[field].have for field in heads(board.choices))
    return Cell(have, have, board.total.forms.expected)


def in_coverage(board: Board) -> Figure:
    """`in_count` as a share."""
    count = in_count(board)
    return coverage(count.have, count.expected, what=TPS)


def choices(board: Board, *, people: bool = True) -> tuple[Choice, ...]:
    """The lines of the ballot in order of their numbers, lists with their people if wanted."""
    if board.choices is None:
        return ()
    cells = board.total.cells
    fields = heads(board.choices)
    whole = _sum(_all_votes(board.choices), [cells[field] for field in fields], in_count(board))
    groups = {group.total: group.votes for group in board.choices.groups}
    return tuple(
        _choice(board, field, whole, groups.get(field, ()) if board.whole and people else ())
        for field in fields
    )


def _choice(board: Board, field: str, whole: Figure, votes: Sequence[str]) -> Choice:
    cell = board.total.cells[field]
    name = name_of(board.labels, field)
    counted = figure(name, cell)
    return Choice(
        field=field,
        number=number_of(field),
        name=plain(name),
        cell=cell,
        votes=counted,
        share=share(
            counted.as_input(name),
            whole.as_input(_all_votes(board.choices)),
            article="",
            confirmed=True,
        ),
        people=tuple(_person(board, vote) for vote in votes),
    )


def _person(board: Board, vote: str) -> Person:
    parts = vote.split("_")
    own = parts[3] if len(parts) > 3 else ""
    name = plain(name_of(board.labels, vote)) if own else _("Suara partai (tanda gambar)")
    cell = board.total.cells[vote]
    return Person(own, name, words.number(cell.sum), words.number(cell.have))


def _all_votes(choices: Choices | None) -> Text:
    kinds = {
        "list": Text("Suara semua partai", "Votes of all parties"),
        "pair": Text("Suara semua pasangan calon", "Votes of all pairs"),
    }
    other = Text("Suara semua calon", "Votes of all candidates")
    return kinds.get(choices.kind, other) if choices else other


def _sum(name: Text, cells: Sequence[Cell], count: Cell) -> Figure:
    return total(
        [Input(name, cell.sum) for cell in cells],
        article="",
        confirmed=True,
        covered=coverage(count.have, count.expected),
        formula=name,
    )


def tiles(board: Board) -> tuple[Tile, ...]:
    """The figures at the head of a recapitulation."""
    if board.choices is None:
        return ()
    cells, count = board.total.cells, in_count(board)
    shown = [
        Tile(
            _("TPS dengan suara"),
            in_coverage(board),
            covered(count),
            bar=True,
        ),
        _cell_tile("suara_sah", cells),
        _cell_tile("suara_tidak_sah", cells),
    ]
    if board.turnout is not None:
        shown.append(_turnout(board.turnout, cells))
    return tuple(shown)


def participation(board: Board) -> Figure | None:
    """Participation by the regime's official formula; None where it has none or nothing is in."""
    if board.turnout is None or board.choices is None:
        return None
    return _turnout(board.turnout, board.total.cells).figure


def _cell_tile(field: str, cells: Mapping[str, Cell]) -> Tile:
    name = label(field)
    return Tile(plain(name), figure(name, cells[field]), covered(cells[field]))


def _turnout(law: TurnoutFormula, cells: Mapping[str, Cell]) -> Tile:
    """Participation by the regime's official formula, with the coverage of what goes into it."""
    users = [f"guna_{group}" for group in law.numerator]
    voters = [group if group == "dpt" else f"guna_{group}" for group in law.denominator]
    source = _source(cells, [*users, *voters])
    used = {group: _counted(f"guna_{group}", cells) for group in (*law.numerator, *law.denominator)}
    value = turnout.by_formula(law, turnout.Counts(_counted("dpt", cells), used, source))
    return Tile(_("Partisipasi"), value, source)


def _counted(field: str, cells: Mapping[str, Cell]) -> int | None:
    return cells[field].sum if field in cells else None


def _source(cells: Mapping[str, Cell], fields: Sequence[str]) -> str:
    known = [cells[field] for field in fields if field in cells]
    return covered(min(known, key=lambda cell: cell.have)) if known else ""


def columns(board: Board) -> tuple[tuple[str, str], ...]:
    """The columns of the table of places: (short head, full name)."""
    if board.choices is None:
        return ()
    lines = [
        (number_of(field), plain(name_of(board.labels, field))) for field in heads(board.choices)
    ]
    ends = [(_("Sah"), _("Suara sah")), (_("Tidak sah"), _("Suara tidak sah"))]
    return (*lines, *ends)


def place_rows(board: Board) -> tuple[PlaceRow, ...]:
    """The places below, in the order of their codes."""
    return tuple(place_row(board, line) for line in board.lines)


def place_row(board: Board, line: Line) -> PlaceRow:
    """One place with the figures of `columns`."""
    fields = heads(board.choices) if board.choices else ()
    return PlaceRow(
        label=line.label,
        url=url_of(board.election_id, board.contest.id, line.path),
        forms=line.forms,
        cells=tuple(
            _shown(line.cells[field], line.forms)
            for field in (*fields, "suara_sah", "suara_tidak_sah")
            if fields
        ),
        broken=line.broken,
    )


def _shown(cell: Cell, forms: Cell) -> Shown:
    if not cell.have:
        return Shown("–")
    note = "" if cell.have == forms.have else _("%(tps)s TPS") % {"tps": words.number(cell.have)}
    return Shown(words.number(cell.sum), note)


def board_parts(board: Board) -> tuple[SumPart, ...]:
    """The sums in the order of the paper, without part IV, which stands above."""
    if board.choices is None:
        return ()
    return tuple(
        SumPart(part.code, part.title, tuple(_sum_rows(part.rows, board.total.cells)))
        for part in parts_of(board.regime, board.choices)
        if part.code != "IV"
    )


def _sum_rows(rows: Sequence[paper.Row], cells: Mapping[str, Cell]) -> Iterator[SumRow]:
    for row in rows:
        name = row.figure
        if name.endswith(("_l", "_p")):
            continue
        yield SumRow(
            row.code, row.name, cells.get(f"{name}_l"), cells.get(f"{name}_p"), cells[name]
        )


def level_of_lines(board: Board) -> str:
    """What stands below this place, for the head of the table."""
    words = {paths.REGENCY: _("Kecamatan"), paths.KECAMATAN: _("Desa/kelurahan")}
    return words.get(board.level, "TPS")


def d_hasil_url(board: Board) -> str:
    """Where D.Hasil of the place is printed; '' for another level or while no dapil is chosen."""
    dapil = board.dapil or (board.dapils[0].code if len(board.dapils) == 1 else "")
    printed = board.level in (paths.REGENCY, paths.KECAMATAN) and board.choices is not None
    if not printed or (len(board.dapils) > 1 and not dapil):
        return ""
    url = reverse("results:d_hasil_pdf", args=[board.election_id, board.contest.id, board.path])
    return f"{url}?{urlencode({'dapil': dapil})}" if dapil else url
