"""Tables of papers: what code hands to `sheet` in `typst/_house.typ`.

Heads are repeated on every page and no row is broken. A row of one cell is a band across the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """A column; `figures` are set right, `wide` takes the room that is left.

    Columns with a `share` divide the room by their shares, whatever stands in them.
    """

    name: str
    figures: bool = False
    wide: bool = False
    share: int = 0


@dataclass(frozen=True)
class Line:
    """A row of printed cells; `strong` for printed sums."""

    cells: tuple[str, ...]
    strong: bool = False


def band(title: str) -> Line:
    """A row that names the rows below it."""
    return Line((title,))


def table(
    caption: str, columns: Sequence[Column], rows: Iterable[Line], *, tall: bool = False
) -> dict[str, Any]:
    """The table as data of a paper's body; `tall` rows leave room for a pen.

    Raises ValueError for a row that does not have a cell per column.
    """
    lines = list(rows)
    for line in lines:
        if len(line.cells) not in (1, len(columns)):
            raise ValueError(f"{len(line.cells)} cells for {len(columns)} columns: {line.cells}")
    return {
        "caption": caption,
        "columns": [vars(one) for one in columns],
        "rows": [list(line.cells) for line in lines],
        "strong": [at for at, line in enumerate(lines) if line.strong],
        "tall": tall,
    }
