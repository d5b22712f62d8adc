"""Reads a table of regions for the index: `region,a,b,c,d`, or `region,score` without weights.

A file that is not fit is refused as a whole; every fault names its row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from jurdil.law.oversight import ikp
from jurdil.law.oversight.ikp_models import Model

MOST = Decimal(100)


class BadFile(ValueError):
    """The file is not fit; `faults` are sentences, each with its row where it has one."""

    def __init__(self, faults: list[str]):
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    fields: list[str]


def columns(model: Model) -> tuple[str, ...]:
    """The columns a file needs: dimensions where the weights are known, else the total."""
    return ("region", *(d.id for d in model.dimensions)) if model.weighted else ("region", "score")


def read(model: Model, content: bytes) -> dict[str, Decimal]:
    """Return the total of each region, in the order of the file. Raises BadFile.

    Faults: no UTF-8, wrong header, too few or too many fields, no number, a number below 0 or above
    100, an empty or repeated region, no region at all.
    """
    if not model.weighted:
        return read_scores(content)
    return _read(content, columns(model), lambda numbers: ikp.total(model, numbers))


def read_scores(content: bytes) -> dict[str, Decimal]:
    """Return the scores of a list (``region,score``) as it was printed. Raises BadFile."""
    return _read(content, ("region", "score"), lambda numbers: numbers["score"])


def _read(
    content: bytes, wanted: tuple[str, ...], made: Callable[[dict[str, Decimal]], Decimal]
) -> dict[str, Decimal]:
    header, lines = _lines(content)
    names = [name.strip().lower() for name in header.fields] if header else []
    if sorted(names) != sorted(wanted):
        got = ",".join(names) or "(empty)"
        raise BadFile([f"row 1: columns must be {','.join(wanted)}; found {got}"])
    faults: list[str] = []
    found: dict[str, Decimal] = {}
    rows: dict[str, int] = {}
    for line in lines:
        if len(line.fields) != len(names):
            faults.append(
                f"row {line.number}: {len(line.fields)} fields instead of {len(names)}"
                " (decimals are written with a point)"
            )
            continue
        values = dict(zip(names, line.fields, strict=True))
        region = values.pop("region").strip()
        bad = _fault_of_region(region, rows)
        numbers, wrong = _numbers(values)
        for what in [*bad, *wrong]:
            faults.append(f"row {line.number}: {what}")
        rows.setdefault(region, line.number)
        if not (bad or wrong):
            found[region] = made(numbers)
    if not (found or faults):
        faults.append("the file has no region")
    if faults:
        raise BadFile(faults)
    return found


def _lines(content: bytes) -> tuple[_Line | None, list[_Line]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        row = content[: fault.start].count(b"\n") + 1
        raise BadFile([f"row {row}: the file is not UTF-8"]) from fault
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise BadFile([f"row {row}: the file is not text"])
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines = []
    try:
        for fields in reader:
            if any(field.strip() for field in fields):
                lines.append(_Line(reader.line_num, fields))
    except csv.Error as fault:
        raise BadFile([f"row {reader.line_num}: {fault}"]) from fault
    return (lines[0], lines[1:]) if lines else (None, [])


def _fault_of_region(region: str, rows: dict[str, int]) -> list[str]:
    if not region:
        return ["region is empty"]
    if region in rows:
        return [f"region {region} stands in row {rows[region]} already"]
    return []


def _numbers(values: dict[str, str]) -> tuple[dict[str, Decimal], list[str]]:
    found, faults = {}, []
    for name, text in values.items():
        try:
            number = Decimal(text.strip())
        except InvalidOperation:
            faults.append(f"{name} is no number: {text.strip() or '(empty)'}")
            continue
        if not number.is_finite() or not 0 <= number <= MOST:
            faults.append(f"{name} is {text.strip()}, not between 0 and 100")
            continue
        found[name] = number
    return found, faults
