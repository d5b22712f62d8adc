"""A table of voters that somebody brings to be checked: read, compared, and forgotten."""

from dataclasses import dataclass

from jurdil.kernel import tables
from jurdil.kernel.faults import FileRefused
from jurdil.law.recap_check import COLUMNS, BadTable, Checked, check, read_table
from jurdil.law.text import Text

MOST_BYTES = 500_000
MOST_UNPACKED = 20_000_000
MOST_ROWS = 5_000


@dataclass(frozen=True)
class Verdict:
    """What came of a table: why it cannot be read, or what was compared."""

    unreadable: tuple[Text, ...] = ()
    checked: Checked | None = None

    @property
    def columns(self) -> tuple[tuple[Text, int, int, int], ...]:
        """Per column its name, rows that have a figure, all rows, and their sum."""
        coverage = self.checked.coverage if self.checked else ()
        return tuple((COLUMNS[one.column], one.have, one.rows, one.sum) for one in coverage)


def judge(content: bytes) -> Verdict:
    """Check a table given as CSV (typed, pasted from a spreadsheet, uploaded) or XLSX."""
    try:
        lines = _lines(content)
        if len(lines) > MOST_ROWS:
            return Verdict((_too_long(),))
        return Verdict(checked=check(read_table(lines)))
    except FileRefused as refusal:
        return Verdict(tuple(fault.text for fault in refusal.faults))
    except BadTable as error:
        return Verdict((error.text,))


def _lines(content: bytes) -> list[list[str]]:
    """The rows from the header on, blank ones kept so that rows have the numbers people see."""
    lines: list[list[str]] = []
    header = 0
    for row in tables.rows(content, MOST_UNPACKED):
        header = header or row.number
        lines += [[] for _blank in range(row.number - header - len(lines))]
        lines.append([tables.written(cell) for cell in row.cells])
        if len(lines) > MOST_ROWS:
            break
    return lines


def _too_long() -> Text:
    return Text(
        f"Tabel ini lebih dari {MOST_ROWS} baris. Periksa satu kabupaten setiap kali.",
        f"This table has more than {MOST_ROWS} rows. Check one regency at a time.",
    )
