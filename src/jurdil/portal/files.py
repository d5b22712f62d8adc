"""The public files of a recapitulation: the same bytes as long as the figures are the same."""

import json
from collections.abc import Sequence

from jurdil.kernel import csv_files
from jurdil.results.records import Line


def as_csv(figures: Sequence[str], lines: Sequence[Line], status: str) -> bytes:
    """One row per place; beside each figure how many forms have it, at the end what the figures
    are (`status`). Absent figures stay empty."""
    head = ["kode", "wilayah", "formulir_masuk", "tps"]
    rows: list[list[csv_files.Cell]] = [
        [*head, *(n for name in figures for n in (name, f"{name}_formulir")), "status"]
    ]
    for line in lines:
        cells = [v for name in figures for v in (line.cells[name].sum, line.cells[name].have)]
        counted = (line.forms.have, line.forms.expected)
        rows.append([line.path, line.label, *counted, *cells, status])
    return csv_files.written(rows).encode()


def as_json(
    regime: str,
    contest: str,
    path: str,
    figures: Sequence[str],
    lines: Sequence[Line],
    note: str,
) -> bytes:
    """The same as an object with its status (`note`); a figure that no form has is null."""
    places = [
        {
            "kode": line.path,
            "wilayah": line.label,
            "formulir_masuk": line.forms.have,
            "tps": line.forms.expected,
            "angka": {
                name: {"jumlah": line.cells[name].sum, "formulir": line.cells[name].have}
                for name in figures
            },
        }
        for line in lines
    ]
    whole = {
        "catatan": note,
        "pemilihan": regime,
        "kontes": contest,
        "kantor": path,
        "wilayah": places,
    }
    return (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
