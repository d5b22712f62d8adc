"""No table of the house runs in a spreadsheet, whoever typed what is in it."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jurdil
from jurdil.kernel import csv_files

FORMULAS = (
    "=1+1", "+62", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\rx", "\nx", " =1", "\u00a0=1",
    "\u200b=1", "\ufeff=1", "\x00=1", "  \t +1", "\uff1d1", "=HYPERLINK(\"x\")",
)  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_begins_with_a_quote(text):
    assert csv_files.harmless(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["", "Lalabata", "a=b", " spasi", "\u2013", 7, -7, 0, None])
def test_everything_else_stays_as_it_is(cell):
    assert csv_files.harmless(cell) == cell


def breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_a_line_break_inside_a_cell_begins_no_row():
    assert list(csv.reader(io.StringIO(csv_files.written([["a\r=1", "b"]]), newline=""))) == [
        ["a\n=1", "b"]
    ]


@given(st.lists(st.lists(st.one_of(st.text(), st.integers(), st.none()), min_size=2), min_size=1))
def test_a_written_table_reads_back_and_no_cell_begins_like_a_formula(rows):
    lines = list(csv.reader(io.StringIO(csv_files.written(rows), newline="")))
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert [cell.removeprefix("'") for cell in line] == [
            "" if cell is None else breaks(str(cell)).removeprefix("'") for cell in row
        ]
        texts = [cell for cell, was in zip(line, row, strict=True) if isinstance(was, str)]
        assert not [cell for cell in texts if re.match(r"[\s\x00-\x1f]*[=+\-@]", cell)]


def test_no_room_writes_csv_by_itself():
    """The demo writes files that only the importers read."""
    root = Path(jurdil.__file__).parent
    own = [
        p
        for p in root.rglob("*.py")
        if "csv.writer" in p.read_text() or "DictWriter" in p.read_text()
    ]
    assert {str(p.relative_to(root)) for p in own} == {
        "kernel/csv_files.py", "project/demo/build.py", "project/demo/count.py",
        "project/demo/population/lists.py",
    }  # fmt: skip
