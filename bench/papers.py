"""Printed forms of the largest contest: D.Hasil of a regency and of a kecamatan."""

import os
import tempfile

from bench.table import Table, machine, median, peak_memory, rounds

ROUNDS = 5
TARGETS = {"D.Hasil KabKo, 18 parties x 18 kecamatan": "under 1 s"}


def run() -> Table:
    """Draw each paper from figures in memory to the finished PDF."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JURDIL_HOME"], os.environ["JURDIL_KEYS"] = f"{folder}/home", f"{folder}/keys"
        from jurdil.kernel.starting import start_django

        start_django()
        from bench.grounds import printing

        rows = [
            (
                name,
                f"{median(rounds(draw, ROUNDS)):.2f} s",
                f"{len(draw()) // 1024} KiB",
                TARGETS.get(name, ""),
            )
            for name, draw in printing.papers().items()
        ]
    return Table(
        "Printed forms",
        f"Median of {ROUNDS} runs, figures in memory to PDF/A-2a and PDF/UA-1. {machine()}; "
        f"peak {peak_memory()}.",
        ("paper", "time", "size", "target"),
        rows,
    )
