"""What a bench hands back, and how it is printed."""

import os
import platform
import resource
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import Any, NamedTuple


@dataclass(frozen=True)
class Table:
    """A titled table; `note` says what was compared, on what data, with which equality check."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def markdown(self) -> str:
        head = " | ".join(self.columns)
        rule = " | ".join("---" for _ in self.columns)
        body = "\n".join(f"| {' | '.join(row)} |" for row in self.rows)
        return f"### {self.title}\n\n{self.note}\n\n| {head} |\n| {rule} |\n{body}\n"


class Took(NamedTuple):
    """How long something took, by the clock and in processor time of this process."""

    seconds: float
    worked: float


class Watch:
    """Runs from its making."""

    def __init__(self) -> None:
        self._begin, self._worked = perf_counter(), process_time()

    def took(self) -> Took:
        return Took(perf_counter() - self._begin, process_time() - self._worked)


def machine() -> str:
    """One line that names the machine."""
    return (
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def rounds(work: Callable[[], Any], count: int) -> list[float]:
    """Seconds of `count` runs after one that is not counted."""
    work()
    seconds = []
    for _ in range(count):
        begin = perf_counter()
        work()
        seconds.append(perf_counter() - begin)
    return seconds


def median(seconds: Sequence[float]) -> float:
    return statistics.median(seconds)


def percentile(seconds: Sequence[float], share: float) -> float:
    """The value below which `share` (0..1) of the runs lie."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def peak_memory() -> str:
    """Peak resident memory of this process so far."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
