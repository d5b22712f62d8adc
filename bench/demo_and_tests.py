"""How long a newcomer waits: the demo in both sizes and the whole suite."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from bench.table import Table

ROOT = Path(__file__).resolve().parent.parent
WORK = {
    "demo, small": [sys.executable, "-m", "jurdil.cli", "demo", "--no-serve", "--size", "small"],
    "demo, full (794 TPS)": [
        sys.executable, "-m", "jurdil.cli", "demo", "--no-serve", "--size", "full",
    ],
    "tests on SQLite": [
        sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-m", "not slow",
    ],
}  # fmt: skip


def run() -> Table:
    """One run each: these are minutes, not micro-benchmarks."""
    return Table(
        title="Time of demo and tests",
        note="Wall-clock seconds of the whole process, one run each.",
        columns=("work", "seconds", "exit code"),
        rows=[_once(name, command) for name, command in WORK.items()],
    )


def _once(name: str, command: list[str]) -> tuple[str, str, str]:
    with tempfile.TemporaryDirectory() as folder:
        place = {"JURDIL_HOME": f"{folder}/home", "JURDIL_KEYS": f"{folder}/keys"}
        begin = perf_counter()
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **place}, capture_output=True, check=False
        )
        return name, f"{perf_counter() - begin:.1f}", str(done.returncode)
