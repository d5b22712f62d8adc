"""A million voters: questions asked of the list, and a source list that comes in while people save.

On SQLite and on PostgreSQL (a server in JURDIL_BENCH_POSTGRESQL on which databases may be made),
each in a process of its own.
"""

import multiprocessing
import os
import resource
import threading
from concurrent.futures import ProcessPoolExecutor

from bench.entry import ASKED, _apart, _own_database, _start
from bench.table import Table, Took, machine, percentile

ROWS = 200_000
Line = tuple[str, str, str, str, str]


def run() -> Table:
    """Both databases; raises AssertionError when rows are lost or taken twice."""
    rows = _apart(_list, "SQLite", "")
    if server := os.environ.get(ASKED, ""):
        with _own_database(server) as database:
            rows += _apart(_list, "PostgreSQL", database)
    else:
        rows.append(("PostgreSQL", f"not measured: {ASKED} names no server", "", "", ""))
    return Table(
        title="A list of a million voters",
        note=(
            "350 villages of 2,858 voters: one made by the steps that acts take, the others copied "
            "by the database with persons and numbers of their own. Then a source list of "
            f"{ROWS:,} rows for 70 other villages, 1 in 300 with a planted error, while ten "
            f"operators each propose a change a second. {machine()}, load {os.getloadavg()[0]:.1f}."
        ),
        columns=("measure", "p50", "largest", "largest, processor", "target"),
        rows=rows,
    )


def _list(name: str, database: str, folder: str) -> list[Line]:
    _start(folder, database)
    from bench.grounds.roll import Roll
    from jurdil.voters.models import PemilihVersi

    roll = Roll()
    before = PemilihVersi.objects.count()
    found = [
        _asked(f"{name}: {what}", took, target)
        for what, (took, target) in {**roll.questions(), **roll.revisions()}.items()
    ]
    changed = PemilihVersi.objects.count() - before
    content = roll.file(ROWS)
    idle = _peak()
    found += _brought(name, database, folder, roll, content)
    after = PemilihVersi.objects.count()
    assert after == before + changed + ROWS, f"{after - before - changed} rows of {ROWS}"
    memory = (f"{idle} MiB", f"{_peak()} MiB", "", "bounded")
    found.append((f"{name}: memory before, peak", *memory))
    return found


def _brought(name, database, folder, roll, content) -> list[Line]:
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager, ProcessPoolExecutor(1, mp_context=context) as pool:
        ready, stop = manager.Event(), manager.Event()
        saves = pool.submit(_operate, database, folder, ready, stop)
        while not ready.wait(1):
            if saves.done():
                saves.result()
        try:
            steps = list(roll.bring(content))
        finally:
            stop.set()
        waits = saves.result()
    rows = [_step(f"{name}: {ROWS:,} rows {step}", took, "") for step, took in steps]
    whole = Took(*(sum(parts) for parts in zip(*(took for _step, took in steps), strict=True)))
    rows.append(_step(f"{name}: {ROWS:,} rows, all steps", whole, "< 60 s"))
    waited = (_ms(percentile(waits, 0.5)), _ms(max(waits)), "", "< 2 s")
    return [*rows, (f"{name}: {len(waits)} saves of ten operators meanwhile", *waited)]


def _operate(database: str, folder: str, ready: threading.Event, stop: threading.Event):
    os.environ["JURDIL_HOME"], os.environ["JURDIL_KEYS"] = f"{folder}/home", f"{folder}/keys"
    os.environ["DATABASE_URL"] = database or f"sqlite:///{folder}/jurdil.sqlite3"
    from jurdil.kernel.starting import start_django

    start_django()
    from bench.grounds.roll import operate

    return operate(600, ready, stop)


def _asked(what: str, took: list[Took], target: str) -> Line:
    seconds = [one.seconds for one in took]
    worked = _ms(max(one.worked for one in took))
    return (what, _ms(percentile(seconds, 0.5)), _ms(max(seconds)), worked, target)


def _step(what: str, took: Took, target: str) -> Line:
    return (what, "", f"{took.seconds:.1f} s", f"{took.worked:.1f} s", target)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
