"""Read tables of votes, seats and candidates, strictly: a cell that is not clear is refused.

Columns are found by their name in any order; others are ignored. Every refusal is one sentence
with row (1 is the header) and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jurdil.law.seats.criteria import LEVELS, SEXES, Candidate
from jurdil.law.seats.model import Party
from jurdil.law.text import Text

VOTES = ("dapil", "seats", "party", "votes")
NATIONAL = ("party", "votes")
CANDIDATES = ("dapil", "party", "candidate_no", "sex", "votes")
SEATS = ("dapil", "party", "seats_won")
MOST_SEATS = 1_000
"""More seats than any parliament has in one dapil: such a number is a slip of the keyboard."""
SPREAD = ("dapil", "party", "candidate_no", *LEVELS, "votes")
_WHOLE = re.compile(r"[0-9]{1,15}")

Cells = Sequence[Sequence[str]]
ListKey = tuple[str, str]


class BadTable(ValueError):
    """The table cannot be used; `text` is the sentence in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.id)
        self.text = text


@dataclass(slots=True)
class Dapil:
    """One dapil of a table of votes: its seats and the votes by party, in printed order."""

    name: str
    seats: int
    votes: dict[Party, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table; `at` is its number in the file."""

    at: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """The cell; BadTable when it is empty."""
        if not self.cells[column]:
            raise self.bad(column, Text("kosong", "is empty"))
        return self.cells[column]

    def whole(self, column: str, least: int = 0) -> int:
        """The cell as a whole number of at least `least`; BadTable for anything else."""
        cell = self.text(column)
        if not _WHOLE.fullmatch(cell):
            raise self.bad(
                column,
                Text(
                    f"“{cell}” bukan bilangan bulat; tulis angka tanpa titik, koma atau tanda",
                    f"“{cell}” is no whole number; write digits without dot, comma or sign",
                ),
            )
        if int(cell) < least:
            raise self.bad(column, Text(f"{cell} kurang dari {least}", f"{cell} is below {least}"))
        return int(cell)

    def bad(self, column: str, what: Text) -> BadTable:
        """The refusal of this row's cell."""
        return BadTable(
            Text(
                f"baris {self.at}, kolom {column}: {what.id}",
                f"row {self.at}, column {column}: {what.en}",
            )
        )


def read_votes(cells: Cells) -> tuple[Dapil, ...]:
    """Read columns `VOTES`, in the order of the file. Raises BadTable."""
    found: dict[str, Dapil] = {}
    for line in _lines(cells, VOTES):
        name, party = line.text("dapil"), line.text("party")
        seats = line.whole("seats", 1)
        if seats > MOST_SEATS:
            raise line.bad("seats", Text(f"{seats} kursi terlalu banyak", f"{seats} are too many"))
        dapil = found.setdefault(name, Dapil(name, seats))
        if dapil.seats != seats:
            raise line.bad(
                "seats",
                Text(
                    f"{seats} kursi, tetapi baris sebelumnya memberi dapil {name} {dapil.seats}",
                    f"{seats} seats, but an earlier row gives dapil {name} {dapil.seats}",
                ),
            )
        if party in dapil.votes:
            raise line.bad("party", _twice(f"{party} ({name})"))
        dapil.votes[party] = line.whole("votes")
    return tuple(found.values())


def read_national(cells: Cells) -> dict[Party, int]:
    """Read columns `NATIONAL`. Raises BadTable."""
    found: dict[Party, int] = {}
    for line in _lines(cells, NATIONAL):
        party = line.text("party")
        if party in found:
            raise line.bad("party", _twice(party))
        found[party] = line.whole("votes")
    return found


def read_seats(cells: Cells) -> dict[ListKey, int]:
    """Read columns `SEATS`: seats won by (dapil, party). Raises BadTable."""
    found: dict[ListKey, int] = {}
    for line in _lines(cells, SEATS):
        key = line.text("dapil"), line.text("party")
        if key in found:
            raise line.bad("party", _twice(f"{key[1]} ({key[0]})"))
        found[key] = line.whole("seats_won")
    return found


def read_candidates(
    cells: Cells, spread: Mapping[tuple[str, str, int], tuple[dict[str, int], ...]]
) -> dict[ListKey, list[Candidate]]:
    """Read columns `CANDIDATES`, in the order of the file, with their `spread`. Raises BadTable."""
    found: dict[ListKey, list[Candidate]] = {}
    for line in _lines(cells, CANDIDATES):
        key = line.text("dapil"), line.text("party")
        number = line.whole("candidate_no", 1)
        group = found.setdefault(key, [])
        if any(one.number == number for one in group):
            raise line.bad("candidate_no", _twice(f"{number} ({key[1]}, {key[0]})"))
        sex = line.text("sex").upper()
        if sex not in SEXES:
            raise line.bad("sex", Text(f"“{sex}” bukan L atau P", f"“{sex}” is neither L nor P"))
        group.append(Candidate(number, sex, line.whole("votes"), spread.get((*key, number), ())))
    return found


def read_spread(cells: Cells) -> dict[tuple[str, str, int], tuple[dict[str, int], ...]]:
    """Read columns `SPREAD`, one row per candidate and TPS: votes by place, level by level.

    A place is known by the places above it, so that names may repeat. Raises BadTable.
    """
    found: dict[tuple[str, str, int], tuple[dict[str, int], ...]] = {}
    for line in _lines(cells, SPREAD):
        key = line.text("dapil"), line.text("party"), line.whole("candidate_no", 1)
        levels = found.setdefault(key, tuple({} for _level in LEVELS))
        path, votes = "", line.whole("votes")
        for level, places in zip(LEVELS, levels, strict=True):
            path += "/" + line.text(level)
            places[path] = places.get(path, 0) + votes
    return found


def _lines(cells: Cells, columns: Sequence[str]) -> Iterator[Line]:
    if not cells or not any(cell.strip() for cell in cells[0]):
        raise BadTable(
            Text(
                "baris 1: berkas kosong; baris pertama memuat nama kolom " + ", ".join(columns),
                "row 1: the file is empty; the first row names the columns " + ", ".join(columns),
            )
        )
    header = [cell.strip().lstrip("\ufeff").casefold() for cell in cells[0]]
    at = {name: _place(header, name) for name in columns}
    count = 0
    for number, row in enumerate(cells[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        count += 1
        yield Line(number, {n: row[i].strip() if i < len(row) else "" for n, i in at.items()})
    if not count:
        raise BadTable(
            Text("baris 2: tidak ada satu baris pun", "row 2: there is not a single row")
        )


def _place(header: Sequence[str], name: str) -> int:
    if header.count(name) == 1:
        return header.index(name)
    known = ", ".join(header)
    if name in header:
        raise BadTable(Text(f"baris 1: kolom {name} ada dua", f"row 1: column {name} stands twice"))
    raise BadTable(
        Text(
            f"baris 1: kolom {name} tidak ada; yang ada: {known}",
            f"row 1: column {name} is missing; there are: {known}",
        )
    )


def _twice(what: str) -> Text:
    return Text(f"{what} sudah ada di baris sebelumnya", f"{what} stands in an earlier row already")
