"""What a coordinator sees of a form: the findings of a reading, the rows that differ."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from jurdil.law.rules import Choices
from jurdil.law.text import Text
from jurdil.results.pages.common import name_of, parts_of
from jurdil.results.pages.entry_form import depths

Posted = Mapping[str, str]


@dataclass(frozen=True)
class DiffRow:
    """A row in which two readings differ, or a gap of `equal` rows that do not.

    `picked`, `typed` and `reason` are what the coordinator has chosen so far.
    """

    code: str
    figure: str
    name: Text | None
    first: int | None
    second: int | None
    at: int
    part: str
    equal: int = 0
    picked: str = ""
    typed: str = ""
    reason: str = ""


def diff_rows(
    regime: str,
    choices: Choices,
    labels: Mapping[str, str],
    first: Mapping[str, int],
    second: Mapping[str, int],
    differing: Collection[str],
    posted: Posted,
) -> tuple[DiffRow, ...]:
    """The differing rows in the order of the paper, each run of equal rows as one gap."""
    parts = parts_of(regime, choices)
    way = depths(parts)
    made: list[DiffRow] = []
    equal = 0
    for part in parts:
        for row in part.rows:
            if row.figure not in differing:
                equal += 1
                continue
            made += _gap(equal)
            equal = 0
            made.append(
                DiffRow(
                    row.code,
                    row.figure,
                    row.name if row.total else name_of(labels, row.figure),
                    first.get(row.figure),
                    second.get(row.figure),
                    way[row.figure],
                    part.code,
                    picked=posted.get(f"pilih:{row.figure}", ""),
                    typed=posted.get(f"nilai:{row.figure}", ""),
                    reason=posted.get(f"alasan:{row.figure}", ""),
                )
            )
    return (*made, *_gap(equal))


def _gap(equal: int) -> list[DiffRow]:
    return [DiffRow("", "", None, None, None, 0, "", equal)] if equal else []
