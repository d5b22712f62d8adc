"""Tables written as CSV: the one way of every room, so that no cell runs in a spreadsheet.

Pure: no Django, nothing is read. What is typed by people or comes in files (names, reasons) goes
out again; a spreadsheet takes a cell that begins like a formula for one.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable
from typing import TextIO, TypeAlias

Cell: TypeAlias = str | int | None

MARK = "\ufeff"
"""Before a UTF-8 file it tells spreadsheets how its letters are written."""
_STARTS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_BREAKS = frozenset("\t\r\n")


def harmless(cell: Cell) -> Cell:
    """The cell; a quote stands before text that a spreadsheet could take for a formula.

    That is text whose first visible sign is ``=``, ``+``, ``-`` or ``@`` (also the wide ones of
    East Asian keyboards), and text that begins with a tab or a line break, which end a cell.
    """
    if not isinstance(cell, str) or not cell:
        return cell
    first = next((sign for sign in cell if not _unseen(sign)), "")
    return f"'{cell}" if first in _STARTS or cell[0] in _BREAKS else cell


def write(rows: Iterable[Iterable[Cell]], out: TextIO, *, end: str = "\n") -> None:
    """Write rows of harmless cells; None is an empty cell."""
    writer = csv.writer(out, lineterminator=end)
    for row in rows:
        writer.writerow([_one_break(harmless(cell)) for cell in row])


def written(rows: Iterable[Iterable[Cell]], *, end: str = "\n") -> str:
    """The rows as one text."""
    out = io.StringIO(newline="")
    write(rows, out, end=end)
    return out.getvalue()


def _one_break(cell: Cell) -> Cell:
    """One kind of line break: the csv module writes a lone carriage return bare, as a row end."""
    return cell.replace("\r\n", "\n").replace("\r", "\n") if isinstance(cell, str) else cell


def _unseen(sign: str) -> bool:
    """A blank, a control or a format character, which a reader does not see before a formula."""
    return sign.isspace() or unicodedata.category(sign) in {"Cc", "Cf"}
