"""The papers of seats as the office's own paper prints them: minutes, decree, announcement, list.

Official papers are Indonesian; names stand as they do on the ballot.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jurdil.kernel.documents.tables import Column, Line, table
from jurdil.law.formats import number
from jurdil.seats.queries import MembersPage, PairPage
from jurdil.seats.records import Cell, DapilPage, SeatBoard

KINDS = ("ba", "keputusan", "pengumuman")
BASIS = [
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum, Pasal 414, 415, dan 420;",
    "Peraturan KPU Nomor 6 Tahun 2024.",
]
PAIR_BASIS = ["Undang-Undang Nomor 10 Tahun 2016, Pasal 54D dan Pasal 158."]

Table = dict[str, Any]


@dataclass(frozen=True)
class Paper:
    """What a draft is made of; `unconfirmed` are notes printed at its foot."""

    title: str
    body: dict[str, Any]
    unconfirmed: tuple[str, ...] = ()


def seat_paper(kind: str, office: str, board: SeatBoard, dapil: Iterable[DapilPage]) -> Paper:
    """Minutes, decree or announcement of seats and elected candidates."""
    pages = list(dapil)
    what = f"Perolehan Kursi Partai Politik dan Calon Terpilih Anggota {board.head.name.id}"
    title = f"Penetapan {what} {board.head.election.id}"
    tables = [seats_table(board), elected_table(pages)]
    if kind == "ba":
        tables = [*(divisor_table(page) for page in pages), *tables]
    body = _body(kind, office, title, board.result_title, BASIS, tables)
    return Paper(title, body, _notes(pages))


def pair_paper(kind: str, office: str, page: PairPage) -> Paper:
    """Minutes, decree or announcement of the elected pair."""
    title = f"Penetapan Pasangan Calon Terpilih {page.head.name.id} {page.head.election.id}"
    rows = [
        [str(n), page.result.names.get(n, ""), number(votes, "id")]
        for n, votes in sorted(page.result.votes.items())
    ]
    votes = _table("Perolehan suara", ["No.", "*Pasangan calon", "#Suara"], rows)
    winner = page.result.names.get(page.result.winner or 0, "")
    chosen = _table(
        "Pasangan calon terpilih", ["No.", "*Nama"], [[str(page.result.winner), winner]]
    )
    body = _body(kind, office, title, page.result_title, PAIR_BASIS, [votes, chosen])
    verdict = page.result.verdict
    loose = verdict is not None and not verdict.confirmed
    return Paper(title, body, (f"Aturan: {verdict.rule.id}",) if verdict and loose else ())


def proposal_list(office: str, page: MembersPage) -> Paper:
    """The list of members that goes with the last letter of proposal."""
    letter = page.letters[-1].letter if page.letters else ""
    named = [row for row in page.rows if row.letter == letter and letter]
    rows = [[row.dapil_name, row.party_name, row.name, row.standing.report.value] for row in named]
    title = f"Daftar Calon Terpilih Anggota {page.head.name.id} yang Diusulkan"
    people = _table("", ["Dapil", "Partai", "*Nama", "LHKPN"], rows)
    body = {
        "kind": "Daftar",
        "opening": [f"Lampiran surat {office} nomor {letter} kepada Gubernur."],
        "points": [],
        "tables": [people],
        "closing": [],
    }
    return Paper(title, body)


def divisor_table(page: DapilPage) -> Table:
    """The divisor table of a dapil; the number of the seat stands behind its quotient."""
    columns = ["*Partai", *(f"#Suara : {one}" for one in page.divisors), "#Kursi"]
    rows = [[row.name, *(_quotient(cell) for cell in row.cells), str(row.won)] for row in page.rows]
    caption = f"{page.run.name}: hasil bagi, dan nomor urut kursinya dalam kurung"
    return _table(caption, columns, rows)


def seats_table(board: SeatBoard) -> Table:
    """Seats of each party in each dapil."""
    columns = ["*Partai", *(f"#{run.name}" for run in board.runs), "#Jumlah"]
    rows = []
    for party, name in board.names.items():
        seats = [run.won.get(party, 0) for run in board.runs]
        rows.append([name, *map(str, seats), str(sum(seats))])
    won = [sum(run.won.values()) for run in board.runs]
    sums = ["Jumlah", *map(str, won), str(sum(won))]
    return _table("Perolehan kursi", columns, rows, sums)


def elected_table(pages: Iterable[DapilPage]) -> Table:
    """Who is elected, dapil by dapil."""
    rows = [
        [page.run.name, page.names[party], str(one.number), one.name, number(one.votes, "id")]
        for page in pages
        for party, people in page.people.items()
        for one in people
        if one.elected
    ]
    return _table("Calon terpilih", ["Dapil", "Partai", "#No.", "*Nama", "#Suara"], rows)


def _quotient(cell: Cell) -> str:
    value = cell.value
    text = number(value, "id", 0 if value.denominator == 1 else 1)
    return f"{text} ({cell.seat})" if cell.seat else text


def _table(
    caption: str, columns: Iterable[str], rows: list[list[str]], sums: list[str] | None = None
) -> Table:
    """`*` before a column's name makes it wide, `#` sets its cells to the right."""
    named = [
        Column(column.lstrip("*#"), wide=column.startswith("*"), figures=column.startswith("#"))
        for column in columns
    ]
    lines = [Line(tuple(row)) for row in rows]
    return table(caption, named, [*lines, *([Line(tuple(sums), strong=True)] if sums else [])])


def _body(
    kind: str, office: str, title: str, result: str, basis: list[str], tables: list[Table]
) -> dict[str, Any]:
    votes = (
        f"Hasil suara ditetapkan dengan {result}." if result else "Hasil suara belum ditetapkan."
    )
    if kind == "keputusan":
        return {
            "heading": f"Keputusan {office}",
            "considering": [f"bahwa perlu menetapkan {title.removeprefix('Penetapan ')}."],
            "recalling": basis,
            "noting": [votes],
            "decisions": [
                f"Menetapkan {title.removeprefix('Penetapan ')} sebagaimana tabel di bawah ini.",
                "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
            ],
            "tables": tables,
            "points": [],
        }
    opening = (
        f"{office} telah melaksanakan rapat pleno terbuka {title}."
        if kind == "ba"
        else f"{office} mengumumkan {title}."
    )
    return {"opening": [opening, votes], "points": [], "tables": tables, "closing": []}


def _notes(pages: Iterable[DapilPage]) -> tuple[str, ...]:
    """Rules that fired though their text leaves room for a dispute, and recorded decisions."""
    notes = []
    for page in pages:
        for people in page.people.values():
            notes += [
                f"{page.run.name}: {reason.text.id} ({reason.article})"
                for one in people
                if one.elected
                for reason in one.reasons
                if not reason.confirmed
            ]
        notes += [
            f"{page.run.name}: suara sama diputuskan {one.plenary}, dasar {one.basis}"
            for one in page.decisions
        ]
    return tuple(dict.fromkeys(notes))
