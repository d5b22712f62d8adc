"""The recap page of a DPR contest right after a form changed, in a regency of 4,000 TPS."""

import gc
import os
import random
import resource
import sys
import tempfile
from time import perf_counter, process_time
from typing import Any

from bench.table import Table, percentile

TPS_COUNT, PARTIES, PEOPLE, ROUNDS = 4000, 18, 8, 200
SEED = 4000
TARGET = 0.050


def run() -> Table:
    """Build the regency in a database of its own, change forms by the act, ask for the page."""
    with tempfile.TemporaryDirectory() as folder:
        return _in_own_home(folder)


def _in_own_home(folder: str) -> Table:
    os.environ["JURDIL_HOME"], os.environ["JURDIL_KEYS"] = f"{folder}/home", f"{folder}/keys"
    os.environ.setdefault("JURDIL_HOSTS", "testserver")
    from jurdil.kernel.starting import start_django

    start_django()
    from bench.grounds.regency import Regency

    begin = perf_counter()
    regency = Regency(TPS_COUNT, PARTIES, PEOPLE, random.Random(SEED))
    built = perf_counter() - begin
    # A server did not build these data itself: what building left behind is not its garbage.
    gc.collect()
    gc.freeze()
    facts = measure(regency)
    choices = PARTIES * (PEOPLE + 1)
    return Table(
        title="Recap page of a DPR contest right after a form changed",
        note=(
            f"{TPS_COUNT} TPS x {choices} vote figures ({built:.0f} s to build). Each round brings "
            "in one changed form by staging and the act `import.publish`, then asks for the "
            "regency's page through the whole stack (middleware, scope, template); "
            f"{ROUNDS} rounds. After them every sum is made again from all forms: "
            f"{facts['differing']} of {facts['compared']} sums differ."
        ),
        columns=("measure", "value", "target"),
        rows=[
            ("page, p50", f"{facts['p50'] * 1000:.1f} ms", ""),
            ("page, p95", f"{facts['p95'] * 1000:.1f} ms", f"< {TARGET * 1000:.0f} ms"),
            ("page, largest", f"{facts['max'] * 1000:.1f} ms", ""),
            ("page, p95 of its computing time", f"{facts['computing'] * 1000:.1f} ms", ""),
            ("bytes of the page", f"{facts['bytes']}", ""),
            ("import of one changed form, p95", f"{facts['write_p95'] * 1000:.1f} ms", ""),
            ("memory of the process, peak (building included)", f"{facts['memory']:.0f} MB", ""),
        ],
    )


def measure(regency: Any) -> dict[str, Any]:
    """Seconds of pages and of changes, and whether the sums still equal those from scratch."""
    pages, writes, computing = [], [], []
    size = 0
    regency.page()
    for _ in range(ROUNDS):
        begin = perf_counter()
        regency.change_one()
        writes.append(perf_counter() - begin)
        begin, busy = perf_counter(), process_time()
        size = regency.page()
        computing.append(process_time() - busy)
        pages.append(perf_counter() - begin)
    compared, differing = regency.compare()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "p50": percentile(pages, 0.5),
        "p95": percentile(pages, 0.95),
        "max": max(pages),
        "computing": percentile(computing, 0.95),
        "bytes": size,
        "write_p95": percentile(writes, 0.95),
        "compared": compared,
        "differing": differing,
        "memory": peak / (1_000_000 if sys.platform == "darwin" else 1000),
    }
