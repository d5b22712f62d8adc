"""What the room tells reports: what is in of every contest, votes, turnout by the legal formula."""

from jurdil.kernel import facts
from jurdil.kernel.facts import Asked, Fact, Section, Table
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure, Input, total
from jurdil.law.rules import label
from jurdil.law.text import Text
from jurdil.results import pages, queries
from jurdil.results.records import Board

VOTES = Text("Suara", "Votes")
SHARE = Text("Bagian", "Share")
LINE = Text("Peserta", "Participant")


def tell(viewer: Viewer, asked: Asked) -> Section:
    """Every contest of the election of which a form is in."""
    if asked.election_id is None:
        return Section()
    made: list[Fact] = []
    tables: list[Table] = []
    for row in queries.contests_at(viewer, asked.election_id, viewer.path):
        board = queries.board(viewer, asked.election_id, row.contest)
        if board.choices is not None:
            made += _contest(board)
            tables.append(_votes(board))
    return Section(tuple(made), tuple(tables))


def _contest(board: Board) -> list[Fact]:
    key, name, cells = f"results.{board.contest.id}", board.name, board.total.cells
    found = [
        Fact(
            f"{key}.tps",
            Text(f"TPS yang suaranya masuk, {name.id}", f"TPS with votes in, {name.en}"),
            pages.in_coverage(board),
            stage="penghitungan-suara",
        )
    ]
    votes = [(code, label(code)) for code in ("suara_sah", "suara_tidak_sah")]
    for code, words in votes:
        if code in cells and cells[code].sum is not None:
            figure = _sum(words, cells[code].sum)
            found.append(
                Fact(
                    f"{key}.{code.replace('_', '-')}",
                    Text(f"{words.id}, {name.id}", f"{words.en}, {name.en}"),
                    figure,
                    stage="rekap-kabko",
                )
            )
    turnout = pages.participation(board)
    if turnout is not None and not turnout.absent:
        found += _participation(key, name, turnout)
    return found


def _participation(key: str, name: Text, turnout: Figure) -> list[Fact]:
    """The share with both of its numbers, so that a release can name them too."""
    found = [
        Fact(
            f"{key}.turnout",
            Text(f"Partisipasi pemilih, {name.id}", f"Turnout, {name.en}"),
            turnout,
            stage="pemungutan-suara",
            divisions=("teknis", "parmas-sdm"),
        )
    ]
    sides = (("users", turnout.inputs[0]), ("voters", turnout.denominator))
    for code, side in sides:
        if side is not None and isinstance(side.value, int):
            words = Text(f"{side.name.id}, {name.id}", f"{side.name.en}, {name.en}")
            found.append(Fact(f"{key}.{code}", words, _sum(side.name, side.value)))
    return found


def _votes(board: Board) -> Table:
    rows = tuple(
        (f"{one.number}. {one.name}" if one.number else one.name, one.votes, one.share)
        for one in pages.choices(board, people=False)
    )
    return Table(
        Text(f"Perolehan suara {board.name.id}", f"Votes, {board.name.en}"),
        (LINE, VOTES, SHARE),
        rows,
    )


def _sum(name: Text, value: int | None) -> Figure:
    return total([Input(name, value)], article="", confirmed=True)


facts.register(
    "results",
    Text("Pemungutan, penghitungan, dan rekapitulasi", "Voting, counting and recapitulation"),
    tell,
    order=60,
    right="results.view",
    divisions=("teknis",),
)
