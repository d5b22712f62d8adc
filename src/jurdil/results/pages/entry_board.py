"""The board of entries made ready: a cell per place and contest, tags per state."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.law.entry import NAMES, State
from jurdil.law.text import Text
from jurdil.results.models import AturanEntri
from jurdil.results.pages.entry import TAGS
from jurdil.results.queries.entry_board import FROM_FILE, UNDO_ASKED, Board, BoardRow
from jurdil.results.queries.entry_sheets import SheetOf

FILE_NAME = Text("Dari berkas", "From a file")
UNDO_NAME = Text("Diminta entri ulang", "Asked to begin anew")
SHOWN = (State.FAULTY, State.DECISION, State.DIFFERENT, State.WAITING, State.FIRST, State.SECOND)
"""What a cell of many forms names, what needs somebody first."""


@dataclass(frozen=True)
class Mark:
    """Forms in one state: how it looks, its name, how many, and where they are listed."""

    tag: str
    name: Text
    count: int
    url: str


@dataclass(frozen=True)
class Cell:
    """The forms of one contest at one place; `share` is the part that is done."""

    contest: Text
    done: int
    of: int
    share: Fraction
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Line:
    """A place with its cells; `url` leads down."""

    label: str
    url: str
    cells: tuple[Cell, ...]


def state_name(state: str) -> Text:
    return FILE_NAME if state == FROM_FILE else NAMES[State(state)]


def state_tag(state: str) -> str:
    return "ok" if state == FROM_FILE else TAGS[State(state)]


def total_marks(board: Board) -> tuple[Mark, ...]:
    """Every state with its forms over all contests, each a link to its list."""
    made = []
    for state in (*SHOWN, State.AGREED, FROM_FILE):
        count = sum(states.get(state, 0) for states in board.total.counts.values())
        url = "" if state == FROM_FILE else _list_url(board, board.path, "", state)
        made.append(Mark(state_tag(state), state_name(state), count, url))
    empty = sum(board.total.empty(contest) for contest, _name in board.contests)
    return (*made, Mark("none", NAMES[State.EMPTY], empty, ""))


def lines(board: Board) -> tuple[Line, ...]:
    """The rows of the board."""
    return tuple(_line(board, row) for row in board.rows)


def total_line(board: Board) -> Line:
    return _line(board, board.total)


def _line(board: Board, row: BoardRow) -> Line:
    down = reverse("results:entry_board", args=[board.election_id])
    cells = tuple(_cell(board, row, contest, name) for contest, name in board.contests)
    return Line(row.label, "" if "/" in row.path else f"{down}?wilayah={row.path}", cells)


def _cell(board: Board, row: BoardRow, contest: str, name: Text) -> Cell:
    states = row.counts.get(contest, {})
    if "/" in row.path:
        state = next(iter(states), State.EMPTY.value)
        url = reverse("results:entry", args=[board.election_id, contest, row.path])
        mark = Mark(state_tag(state), state_name(state), 1, url)
        return Cell(name, 0, 1, Fraction(0), (mark,))
    done = states.get(State.AGREED, 0) + states.get(FROM_FILE, 0)
    marks = tuple(
        Mark(TAGS[state], NAMES[state], states[state], _list_url(board, row.path, contest, state))
        for state in SHOWN
        if states.get(state)
    )
    return Cell(name, done, row.tps, Fraction(done, row.tps) if row.tps else Fraction(0), marks)


def _list_url(board: Board, path: str, contest: str, state: str) -> str:
    chosen = {"wilayah": path, "kontes": contest, "keadaan": str(state)}
    query = urlencode({key: value for key, value in chosen.items() if value})
    return f"{reverse('results:entry_list', args=[board.election_id])}?{query}"


def state_chips() -> list[tuple[str, str, Text]]:
    """The states that the list can be narrowed to: (code, tag, name)."""
    known = [(state.value, TAGS[state], NAMES[state]) for state in (*SHOWN, State.AGREED)]
    return [*known, (UNDO_ASKED, "warn", UNDO_NAME)]


def waiting_marks(waiting: Mapping[int, Mapping[str, int]]) -> tuple[Mark, ...]:
    """What waits for a coordinator, each state of an election a link to its list."""
    names = {code: (tag, name) for code, tag, name in state_chips()}
    return tuple(
        Mark(
            *names[state],
            count,
            f"{reverse('results:entry_list', args=[election_id])}?keadaan={state}",
        )
        for election_id, states in waiting.items()
        for state, count in states.items()
    )


def rule_options() -> dict[str, list[tuple[str, str]]]:
    """What can be set for a contest: seats and modes as (code, words)."""
    return {
        "seats": [(one.value, str(one.label)) for one in AturanEntri.Seat],
        "modes": [(one.value, str(one.label)) for one in AturanEntri.Mode],
    }


def sheet_links(election_id: int, sheet: SheetOf) -> dict[str, str]:
    """Where an empty sheet is downloaded, by kind of file; none while its columns are unknown."""
    query = f"?{urlencode({'dapil': sheet.dapil})}" if sheet.dapil else ""
    kinds = {"xlsx": "XLSX", "csv": "CSV"} if sheet.ready else {}
    return {
        name: reverse("results:entry_sheet", args=[election_id, sheet.contest, kind]) + query
        for kind, name in kinds.items()
    }


def contest_options(names: Mapping[str, str]) -> list[tuple[str, str]]:
    return list(names.items()) or [("", _("Belum ada kontes"))]
