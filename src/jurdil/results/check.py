"""Check a file of results against the law, without a database."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from jurdil.kernel import csv_files
from jurdil.law.rules import Check, Choices, Finding, check, rule, rules_for, sentence
from jurdil.law.text import Text
from jurdil.results.sirekap import SirekapFile, SirekapRow, read

HEADER = ("tps", "code", "severity", "left", "right")


@dataclass(frozen=True, slots=True)
class Broken:
    """One broken rule of one row of the file."""

    row: SirekapRow
    finding: Finding


@dataclass(frozen=True, slots=True)
class Report:
    """What a file holds and which rules its rows break, in the order of the file."""

    file: SirekapFile
    broken: tuple[Broken, ...]

    @property
    def by_code(self) -> dict[str, int]:
        """Number of TPS that break each rule, by code."""
        pairs = {(one.finding.code, one.row.kode_tps) for one in self.broken}
        return dict(sorted(Counter(code for code, _ in pairs).items()))


def check_file(
    source: Path | str | bytes,
    regime: str,
    contest: str,
    *,
    filename: str = "",
    regency: str | None = None,
) -> Report:
    """Read a Sirekap file and check every row.

    Raises FileRefused for a file with structural faults, UnknownRegime and LookupError for an
    unknown regime or contest, and OSError when the file cannot be opened.
    """
    file = read(source, filename, regency)
    checks = rules_for(regime, contest, Choices("pair", file.choices))
    return Report(file, tuple(_broken(file.rows, checks)))


def _broken(rows: Iterable[SirekapRow], checks: tuple[Check, ...]) -> Iterator[Broken]:
    for row in rows:
        for finding in check(row.figures, checks):
            yield Broken(row, finding)


def write_csv(report: Report, out: TextIO) -> None:
    """Write one line per broken rule under the header `tps,code,severity,left,right`."""
    found = ((one.row.kode_tps, one.finding) for one in report.broken)
    rows = ((code, f.code, f.severity.value, f.left, f.right) for code, f in found)
    csv_files.write([HEADER, *rows], out)


def write_json(report: Report, out: TextIO) -> None:
    """Write an object with the file's digest, its counts and every finding in both languages."""
    json.dump(
        {
            "file": report.file.filename,
            "sha256": report.file.digest,
            "tps": len(report.file.rows),
            "tps_with_votes": report.file.with_votes,
            "tps_per_code": report.by_code,
            "findings": [_as_json(one) for one in report.broken],
        },
        out,
        ensure_ascii=False,
        indent=1,
    )
    out.write("\n")


def _as_json(one: Broken) -> dict[str, object]:
    found, words = one.finding, sentence(one.finding)
    return {
        "tps": one.row.kode_tps,
        "path": one.row.path,
        "row": one.row.row,
        "code": found.code,
        "severity": found.severity.value,
        "left": found.left,
        "right": found.right,
        "fields": list(found.fields),
        "confirmed": found.confirmed,
        "id": words.id,
        "en": words.en,
    }


def write_text(report: Report, out: TextIO, lang: str) -> None:
    """Write every finding as a sentence, then how many TPS break each rule and what to do."""
    for one in report.broken:
        said = sentence(one.finding).pick(lang)
        out.write(f"{one.row.path}  {one.finding.code}  {said}\n")
    words = Text(
        "{have} dari {all} TPS punya suara; {broken} melanggar sedikitnya satu aturan.",
        "{have} of {all} TPS have votes; {broken} break at least one rule.",
    )
    numbers = {
        "have": report.file.with_votes,
        "all": len(report.file.rows),
        "broken": len({one.row.kode_tps for one in report.broken}),
    }
    out.write(words.pick(lang).format(**numbers) + "\n")
    for code, count in report.by_code.items():
        out.write(f"{code}  {count} TPS  {rule(code).advice.operator.pick(lang)}\n")
