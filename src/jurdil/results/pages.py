"""What the pages show, made ready: figures that explain themselves, rows, words, links."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.decisions import Change
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, coverage, share, total
from jurdil.law.formats import number
from jurdil.law.recap import Cell
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import TurnoutFormula
from jurdil.law.rules import Choices, Finding, formula, label, params_for, rule, sentence
from jurdil.law.text import Text
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import paper
from jurdil.results.queries.common import as_texts
from jurdil.results.records import (
    Board,
    CodeCount,
    ContestRow,
    FindingRow,
    FormPage,
    Line,
    Version,
)
from jurdil.web.words import language

TPS = Text("TPS", "TPS")


@dataclass(frozen=True)
class Person:
    """A candidate of a list, or the votes for its logo (`number` '')."""

    number: str
    name: str
    cell: Cell


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
    cells: tuple[Cell, ...]
    broken: int


@dataclass(frozen=True)
class PaperRow:
    """A figure in its place on the form; `state` is '', 'err' or 'soft' by its findings."""

    code: str
    name: Text
    cell: Cell
    total: bool
    state: str = ""


@dataclass(frozen=True)
class PaperPart:
    """A part of a form with its rows."""

    code: str
    title: Text
    rows: tuple[PaperRow, ...]


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


@dataclass(frozen=True)
class Said:
    """A finding in words: what disagrees and what to do."""

    code: str
    error: bool
    sentence: Text
    advice: Text
    article: str
    confirmed: bool


def url_of(election_id: int, contest: str, path: str) -> str:
    """The page of a place or TPS in the results of a contest."""
    return reverse(
        "results:tps" if "/" in path else "results:place", args=[election_id, contest, path]
    )


def crumbs(viewer: Viewer, election_id: int, contest: str, path: str) -> list[tuple[str, str]]:
    """The way down for the tag `tempat`; places above the viewer's have no link."""
    return [
        (crumb.label, url_of(election_id, contest, crumb.path) if crumb.reachable else "")
        for crumb in places.breadcrumb(viewer, path)
    ]


def heads(choices: Choices) -> tuple[str, ...]:
    """The figure of every line of the ballot: its votes, for a list its printed total."""
    if choices.groups:
        return tuple(group.total for group in choices.groups)
    return choices.votes


def number_of(field: str) -> str:
    """The ballot number in the name of a figure: 4 for `partai_4_jumlah`."""
    return field.split("_")[1]


def name_of(labels: Mapping[str, str], field: str) -> Text:
    """The registered name of a vote field, else its name on the form."""
    return Text(labels[field], labels[field]) if field in labels else label(field)


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
        name=_plain(name),
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
    name = _plain(name_of(board.labels, vote)) if own else _("Suara partai (tanda gambar)")
    return Person(own, name, board.total.cells[vote])


def _plain(text: Text) -> str:
    return text.pick(language())


def _all_votes(choices: Choices | None) -> Text:
    kinds = {
        "list": Text("Suara semua partai", "Votes of all parties"),
        "pair": Text("Suara semua pasangan calon", "Votes of all pairs"),
    }
    other = Text("Suara semua calon", "Votes of all candidates")
    return kinds.get(choices.kind, other) if choices else other


def figure(name: Text, cell: Cell) -> Figure:
    """A sum of forms with its coverage."""
    covered = coverage(cell.have, cell.expected)
    return total(
        [Input(name, cell.sum)],
        article="",
        confirmed=True,
        covered=covered,
        formula=Text(
            "jumlah angka ini pada formulir TPS yang masuk",
            "this figure added up over the TPS forms that are in",
        ),
    )


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


def _cell_tile(field: str, cells: Mapping[str, Cell]) -> Tile:
    name = label(field)
    return Tile(_plain(name), figure(name, cells[field]), covered(cells[field]))


def covered(cell: Cell) -> str:
    """`790 dari 794 TPS`, in words of the page's language."""
    return _("%(have)s dari %(expected)s TPS") % {
        "have": number(cell.have, language()),
        "expected": number(cell.expected, language()),
    }


def _turnout(law: TurnoutFormula, cells: Mapping[str, Cell]) -> Tile:
    """Participation by the regime's official formula, with the coverage of what goes into it."""
    users = [f"guna_{group}" for group in law.numerator]
    voters = [group if group == "dpt" else f"guna_{group}" for group in law.denominator]
    part, whole = (_added(fields, cells) for fields in (users, voters))
    value = share(
        part.as_input(
            Text("Pengguna hak pilih", "Users of the right to vote"), _source(cells, users)
        ),
        whole.as_input(Text("Pemilih", "Voters"), _source(cells, voters)),
        article=law.article,
        confirmed=law.confirmed,
        formula=law.name,
    )
    return Tile(_("Partisipasi"), value, _source(cells, [*users, *voters]))


def _added(fields: Sequence[str], cells: Mapping[str, Cell]) -> Figure:
    return total(
        [Input(label(field), cells[field].sum if field in cells else None) for field in fields],
        article="",
        confirmed=True,
    )


def _source(cells: Mapping[str, Cell], fields: Sequence[str]) -> str:
    known = [cells[field] for field in fields if field in cells]
    return covered(min(known, key=lambda cell: cell.have)) if known else ""


def columns(board: Board) -> tuple[tuple[str, str], ...]:
    """The columns of the table of places: (short head, full name)."""
    if board.choices is None:
        return ()
    lines = [
        (number_of(field), _plain(name_of(board.labels, field))) for field in heads(board.choices)
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
        cells=tuple(line.cells[f] for f in (*fields, "suara_sah", "suara_tidak_sah") if fields),
        broken=line.broken,
    )


def board_parts(board: Board) -> tuple[SumPart, ...]:
    """The sums in the order of the paper, without part IV, which stands above."""
    if board.choices is None:
        return ()
    return tuple(
        SumPart(part.code, part.title, tuple(_sum_rows(part.rows, board.total.cells)))
        for part in _parts(board.regime, board.choices)
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


def form_parts(form: FormPage) -> tuple[PaperPart, ...]:
    """The form of one TPS in the order of the paper, its rows marked by their findings."""
    if form.choices is None:
        return ()
    marks: dict[str, str] = {}
    for found in sorted(form.findings, key=lambda one: one.severity.value, reverse=True):
        marks.update(dict.fromkeys(found.fields, "err" if found.severity == "error" else "soft"))
    return tuple(
        PaperPart(
            part.code,
            part.title,
            tuple(_form_row(form, row, marks) for row in part.rows),
        )
        for part in _parts(form.regime, form.choices)
    )


def _form_row(form: FormPage, row: paper.Row, marks: Mapping[str, str]) -> PaperRow:
    value = form.figures.get(row.figure)
    name = row.name if row.total else name_of(form.labels, row.figure)
    return PaperRow(
        row.code, name, Cell(value, int(value is not None), 1), row.total, marks.get(row.figure, "")
    )


def _parts(regime: str, of: Choices) -> tuple[paper.Part, ...]:
    return paper.parts(of, params_for(load_regime(regime)))


def said(found: Finding, labels: Mapping[str, str], *, coordinator: bool) -> Said:
    """A finding in words for the operator, or for who answers for the recapitulation."""
    known = rule(found.code)
    advice = known.advice.coordinator if coordinator else known.advice.operator
    return Said(
        code=found.code,
        error=found.severity == "error",
        sentence=sentence(found, as_texts(labels)),
        advice=advice,
        article=known.article,
        confirmed=found.confirmed,
    )


def history(
    versions: Sequence[Version], labels: Mapping[str, str]
) -> tuple[tuple[Version, tuple[tuple[Text, int | None, int | None], ...]], ...]:
    """Versions, newest first, their changes with the names of the figures."""
    return tuple(
        (
            version,
            tuple((name_of(labels, name), old, new) for name, old, new in version.changes),
        )
        for version in versions
    )


def level_of_lines(board: Board) -> str:
    """What stands below this place, for the head of the table."""
    words = {paths.REGENCY: _("Kecamatan"), paths.KECAMATAN: _("Desa/kelurahan")}
    return words.get(board.level, "TPS")


@dataclass(frozen=True)
class ContestLine:
    """A contest of the list with its coverage."""

    row: ContestRow
    coverage: Figure
    note: str


@dataclass(frozen=True)
class FindingLine:
    """A finding of the list in words, with the address of its TPS."""

    row: FindingRow
    said: Said


@dataclass(frozen=True)
class CodeChip:
    """A filter by rule with the number of TPS that break it."""

    code: str
    tps: int
    formula: str


@dataclass(frozen=True)
class PlaceOption:
    """A place that a list can be narrowed to."""

    path: str
    label: str


@dataclass(frozen=True)
class ChangeLine:
    """A figure that differs from what was signed; a row that came or went has no figure."""

    place: str
    figure: Text
    old: str | int | bool | None
    new: str | int | bool | None


def by_election(rows: Sequence[ContestRow]) -> tuple[tuple[Text, tuple[ContestLine, ...]], ...]:
    """The contests under their elections."""
    groups: dict[int, list[ContestLine]] = {}
    for row in rows:
        covered_by = coverage(row.forms.have, row.forms.expected)
        groups.setdefault(row.election_id, []).append(
            ContestLine(row, covered_by, covered(row.forms))
        )
    return tuple((lines[0].row.election, tuple(lines)) for lines in groups.values())


@dataclass(frozen=True)
class PlaceLine:
    """A contest in a panel of a place: where its results are and how far they are."""

    row: ContestRow
    url: str
    note: str


def place_line(row: ContestRow, path: str) -> PlaceLine:
    """A contest at one place or TPS."""
    return PlaceLine(row, url_of(row.election_id, row.contest, path), covered(row.forms))


def finding_rows(rows: Sequence[FindingRow], coordinator: bool) -> tuple[FindingLine, ...]:
    """The findings of a list in words."""
    return tuple(
        FindingLine(row, said(row.finding, row.labels, coordinator=coordinator)) for row in rows
    )


def codes(counts: Sequence[CodeCount]) -> tuple[CodeChip, ...]:
    """The rules that are broken, each with its arithmetic."""
    return tuple(CodeChip(one.code, one.tps, formula(rule(one.code))) for one in counts)


def place_options(viewer: Viewer) -> tuple[PlaceOption, ...]:
    """Kecamatan in scope; for a viewer of a kecamatan its villages."""
    below = places.children(viewer, viewer.path) if "/" not in viewer.path else ()
    return tuple(PlaceOption(place.path, place.label) for place in below)


def changes(found: Sequence[Change]) -> tuple[ChangeLine, ...]:
    """What changed since a determination, each figure under its name."""
    return tuple(
        ChangeLine(
            place=str(change.key[0]),
            figure=label(str(change.key[-1])),
            old=change.old,
            new=change.new,
        )
        for change in found
    )
