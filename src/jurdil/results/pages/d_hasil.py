"""D.Hasil Kecamatan on the board: columns, one row per paper, all kecamatan together."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurdil.law.figure import Figure
from jurdil.results.pages.common import name_of, number_of, plain, url_of
from jurdil.results.queries.d_hasil import PaperBoard, PaperRow
from jurdil.web import words

SHOWN = 3


@dataclass(frozen=True)
class PaperLine:
    """A kecamatan's paper: its figures as text, its state with the kind of its badge, and what
    differs from the forms."""

    label: str
    url: str
    cells: tuple[str, ...]
    forms: int
    badge: str
    state: str
    differs: str


@dataclass(frozen=True)
class Papers:
    """The table of papers: (short head, full name) of each column, rows, sums."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[PaperLine, ...]
    totals: tuple[Figure, ...]

    @property
    def differ(self) -> tuple[PaperLine, ...]:
        """The papers that differ from the forms of their TPS."""
        return tuple(row for row in self.rows if row.differs)


def d_hasil_papers(board: PaperBoard | None, election_id: int, contest: str) -> Papers | None:
    """The table; None without papers."""
    if board is None:
        return None
    return Papers(
        tuple(_column(board, name) for name in board.fields),
        tuple(_line(board, row, election_id, contest) for row in board.rows),
        tuple(board.totals[name] for name in board.fields),
    )


def _column(board: PaperBoard, name: str) -> tuple[str, str]:
    full = plain(name_of(board.labels, name))
    short = {"suara_sah": _("Sah"), "suara_tidak_sah": _("Tidak sah")}.get(name)
    return short or number_of(name), full


def _line(board: PaperBoard, row: PaperRow, election_id: int, contest: str) -> PaperLine:
    badge, state = _state(row)
    return PaperLine(
        label=row.label,
        url=url_of(election_id, contest, row.path),
        cells=tuple(words.number(row.figures.get(name)) for name in board.fields),
        forms=row.forms,
        badge=badge,
        state=state,
        differs=_differs(board, row),
    )


def _state(row: PaperRow) -> tuple[str, str]:
    if row.counts:
        return "wait", _("dipakai")
    return ("bad", _("berbeda")) if row.differs else ("ok", _("cocok"))


def _differs(board: PaperBoard, row: PaperRow) -> str:
    """The first figures that differ, with both numbers, and how many more there are."""
    told = [
        _("%(figure)s: kertas %(paper)s, jumlah formulir TPS %(sum)s")
        % {
            "figure": plain(name_of(board.labels, name)),
            "paper": words.number(paper),
            "sum": words.number(total),
        }
        for name, paper, total in row.differs[:SHOWN]
    ]
    if more := len(row.differs[SHOWN:]):
        rest = ngettext("dan %(count)s angka lain", "dan %(count)s angka lain", more)
        told.append(rest % {"count": more})
    return "; ".join(told)
