"""A million voters: questions asked of the list, and a source list that comes in while people save.

On SQLite and on PostgreSQL (a server in JURDIL_BENCH_POSTGRESQL on which databases may be made),
each in a process of its own.
"""

import multiprocessing
import os
import resource
import threading
from concurrent.futures import ProcessPoolExecutor

from bench.entry import ASKED, Row, _apart, _own_database, _start
from bench.table import Table, machine, percentile

ROWS = 200_000


def run() -> Table:
    """Both databases; raises AssertionError when rows are lost or taken twice."""
    rows = _apart(_list, "SQLite", "")
    if server := os.environ.get(ASKED, ""):
        with _own_database(server) as database:
            rows += _apart(_list, "PostgreSQL", database)
    else:
        rows.append(("PostgreSQL", f"not measured: {ASKED} names no server", "", ""))
    return Table(
        title="A list of a million voters",
        note=(
            "350 villages of 2,858 voters: one made by the steps that acts take, the others copied "
            "by the database with persons and numbers of their own. Then a source list of "
            f"{ROWS:,} rows for 70 other villages, 1 in 300 with a planted error, while ten "
            f"operators each propose a change a second. {machine()}."
        ),
        columns=("measure", "p50", "largest", "target"),
        rows=rows,
    )


def _list(name: str, database: str, folder: str) -> list[Row]:
    _start(folder, database)
    from bench.grounds.roll import Roll
    from jurdil.voters.models import PemilihVersi

    roll = Roll()
    before = PemilihVersi.objects.count()
    found = [
        (f"{name}: {what}", _ms(percentile(seconds, 0.5)), _ms(max(seconds)), target)
        for what, (seconds, target) in {**roll.questions(), **roll.revisions()}.items()
    ]
    changed = PemilihVersi.objects.count() - before
    content = roll.file(ROWS)
    idle = _peak()
    found += _brought(name, database, folder, roll, content)
    after = PemilihVersi.objects.count()
    assert after == before + changed + ROWS, f"{after - before - changed} rows of {ROWS}"
    found.append((f"{name}: memory before, peak", f"{idle} MiB", f"{_peak()} MiB", "bounded"))
    return found


def _brought(name, database, folder, roll, content) -> list[Row]:
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
    whole = sum(seconds for _step, seconds in steps)
    rows = [(f"{name}: {ROWS:,} rows {step}", f"{s:.1f} s", "", "") for step, s in steps]
    rows.append((f"{name}: {ROWS:,} rows, all steps", f"{whole:.1f} s", "", "< 60 s"))
    waited = (_ms(percentile(waits, 0.5)), _ms(max(waits)), "< 2 s")
    return [*rows, (f"{name}: {len(waits)} saves of ten operators meanwhile", *waited)]


def _operate(database: str, folder: str, ready: threading.Event, stop: threading.Event):
    os.environ["JURDIL_HOME"], os.environ["JURDIL_KEYS"] = f"{folder}/home", f"{folder}/keys"
    os.environ["DATABASE_URL"] = database or f"sqlite:///{folder}/jurdil.sqlite3"
    from jurdil.kernel.starting import start_django

    start_django()
    from bench.grounds.roll import operate

    return operate(600, ready, stop)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
