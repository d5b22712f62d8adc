"""The whole nation on one machine: 837,130 forms read, checked and added up.

The presidential election of 2019 in two readings per TPS (KPU's entry and the crowd's reading of
the same form). Jurdil compiles its rule objects to SQL; beside it the same work is written by hand
in SQL without rule objects, and the same rule objects run in Python on a sample. Each way runs in
a process of its own, so that its memory is its own.
"""

import multiprocessing
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import duckdb

from bench.table import Table, median, peak_memory
from jurdil.law.recap import recapitulate, rollup_sql
from jurdil.law.rules import Check, Params, check, join, pairs, rules_for, source_checks, to_sql

ROUNDS = 5
THREADS = 2
SAMPLE = 20_000
READINGS = ("kpu", "kp")
LEVELS = ("prov_id", "kab_id", "kec_id", "kel_id")
FIGURES = {
    "paslon_1": "pas1",
    "paslon_2": "pas2",
    "suara_sah": "sah",
    "suara_tidak_sah": "tsah",
    "suara_total": "jum",
}
COLUMNS = tuple(f"{reading}_{column}" for reading in READINGS for column in FIGURES.values())
ROOT = Path(__file__).resolve().parent.parent

Totals = dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """What one way took and found, for one process."""

    first: float
    median: float
    memory: str
    totals: Totals


def run() -> Table:
    """Measure every way; raises AssertionError when two ways do not find the same."""
    columns = ("way", "first run, s", "median, s", "ratio", "peak memory")
    folder = Path(os.environ.get("JURDIL_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not (folder / "ppwp2019-tps-two-readings.parquet").exists():
        return Table("Nation", "The public figures (JURDIL_SHARED_DATA) are absent.", columns, [])
    ours = _measure(by_rules, folder, ROUNDS)
    hand = _measure(by_hand, folder, ROUNDS)
    python = _measure(by_python, folder, 1)
    slow = _extrapolated(python, ours.totals["rows"])
    _compare(ours.totals, hand.totals, slow.totals, folder)
    return Table(
        title="The nation: read, check and recapitulate 837,130 forms",
        note=_note(ours, python),
        columns=columns,
        rows=[
            _row("rule objects compiled to SQL, DuckDB", ours, ours),
            _row("the same written by hand in SQL, DuckDB", hand, ours),
            _row(f"rule objects in Python, extrapolated from {SAMPLE:,} forms", slow, ours),
        ],
    )


def _note(ours: Measured, python: Measured) -> str:
    found = ", ".join(f"{code} {count:,}" for code, count in ours.totals["codes"].items())
    return (
        f"{THREADS} threads, median of {ROUNDS} runs (Python: one), reading the files included; "
        f"target under 5 s. {ours.totals['places']:,} places recapitulated with coverage. "
        f"Findings: {found}. "
        "Checked equal: findings of the first two ways by code and numbers, national sums with a "
        "direct sum over the file, the Python sample with the rule objects in SQL on the same "
        f"{python.totals['rows']:,} forms."
    )


def _extrapolated(sample: Measured, rows: int) -> Measured:
    """Reading is paid once; the work on the forms grows with their number."""
    reading, scale = sample.totals.pop("reading"), rows / sample.totals["rows"]
    seconds = reading + (sample.median - reading) * scale
    return Measured(seconds, seconds, f"{sample.memory} (sample)", sample.totals)


def _row(name: str, one: Measured, base: Measured) -> tuple[str, ...]:
    return (
        name,
        f"{one.first:.2f}",
        f"{one.median:.2f}",
        f"{one.median / base.median:.2f}",
        one.memory,
    )


def _measure(way: Callable[[Path], Totals], folder: Path, count: int) -> Measured:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(_repeat, way, folder, count).result()


def _repeat(way: Callable[[Path], Totals], folder: Path, count: int) -> Measured:
    seconds: list[float] = []
    totals: Totals = {}
    for _ in range(count):
        begin = perf_counter()
        totals = way(folder)
        seconds.append(perf_counter() - begin)
    return Measured(seconds[0], median(seconds), peak_memory(), totals)


def _open(folder: Path, limit: int | None = None) -> duckdb.DuckDBPyConnection:
    """Read both files into one table, `form`."""
    connection = duckdb.connect(config={"threads": THREADS})
    forms = folder / "ppwp2019-tps-two-readings.parquet"
    regions = folder / "regions-kpu-2019.csv.gz"
    sample = f"ORDER BY hash(key), key LIMIT {limit}" if limit else ""
    connection.execute(
        "CREATE TABLE form AS SELECT f.kel_id * 10000::BIGINT + f.tps AS key, f.*, r.prov_id, "
        f"r.kab_id, r.kec_id FROM read_parquet('{forms}') f JOIN "
        f"(SELECT prov_id, kab_id, kec_id, kel_id FROM read_csv('{regions}')) r USING (kel_id) "
        f"{sample}"
    )
    return connection


def _checks() -> tuple[dict[str, tuple[Check, ...]], tuple[Check, ...]]:
    """The rules of 2019 for each reading, and those between the readings."""
    choices = pairs(2)
    own = rules_for("pemilu-2019", "ppwp", choices)
    between = source_checks(READINGS, choices, Params(), regime="pemilu-2019")
    return dict.fromkeys(READINGS, own), between


def _columns(reading: str) -> dict[str, str]:
    return {figure: f"{reading}_{column}" for figure, column in FIGURES.items()}


def by_rules(folder: Path, limit: int | None = None) -> Totals:
    """Jurdil's way: the rule objects compiled to SQL, the recapitulation of `law.recap`."""
    connection = _open(folder, limit)
    own, between = _checks()
    queries = [to_sql(own[name], "form", _columns(name), key="key") for name in READINGS]
    both = {f"{name}:{fig}": col for name in READINGS for fig, col in _columns(name).items()}
    queries.append(to_sql(between, "form", both, key="key"))
    connection.execute("CREATE TABLE finding AS " + "\nUNION ALL\n".join(queries))
    connection.execute(
        "CREATE TABLE recap AS " + rollup_sql("form", LEVELS, COLUMNS, expected="terdaftar")
    )
    return _totals(connection)


def by_hand(folder: Path) -> Totals:
    """A careful programmer's way: the same work in SQL, each comparison written out."""
    connection = _open(folder)
    parts = [HAND_READING.replace("{r}", reading) for reading in READINGS]
    parts += [HAND_BETWEEN.replace("{c}", column) for column in FIGURES.values()]
    connection.execute("CREATE TABLE finding AS " + " UNION ALL ".join(parts))
    sums = ", ".join(f"sum({name}) AS {name}_sum, count({name}) AS {name}_have" for name in COLUMNS)
    connection.execute(
        "CREATE TABLE recap AS SELECT prov_id, kab_id, kec_id, kel_id, "
        f"count(*) FILTER (WHERE terdaftar) AS expected, {sums} FROM form GROUP BY GROUPING SETS "
        "((), (prov_id), (prov_id, kab_id), (prov_id, kab_id, kec_id), "
        "(prov_id, kab_id, kec_id, kel_id))"
    )
    return _totals(connection)


HAND_READING = """
SELECT key, 'E-401' AS code, {r}_pas1 + {r}_pas2 AS "left", {r}_sah AS "right" FROM form
WHERE {r}_pas1 + {r}_pas2 <> {r}_sah
UNION ALL SELECT key, 'E-404', {r}_pas1, {r}_sah FROM form WHERE {r}_pas1 > {r}_sah
UNION ALL SELECT key, 'E-404', {r}_pas2, {r}_sah FROM form WHERE {r}_pas2 > {r}_sah
UNION ALL SELECT key, 'E-501', {r}_sah + {r}_tsah, {r}_jum FROM form
WHERE {r}_sah + {r}_tsah <> {r}_jum
UNION ALL SELECT key, 'W-904', {r}_pas1, 300 FROM form WHERE {r}_pas1 > 300
UNION ALL SELECT key, 'W-904', {r}_pas2, 300 FROM form WHERE {r}_pas2 > 300
UNION ALL SELECT key, 'E-902', {r}_pas1, 0 FROM form WHERE {r}_pas1 < 0
UNION ALL SELECT key, 'E-902', {r}_pas2, 0 FROM form WHERE {r}_pas2 < 0
UNION ALL SELECT key, 'E-902', {r}_sah, 0 FROM form WHERE {r}_sah < 0
UNION ALL SELECT key, 'E-902', {r}_tsah, 0 FROM form WHERE {r}_tsah < 0
UNION ALL SELECT key, 'E-902', {r}_jum, 0 FROM form WHERE {r}_jum < 0
"""
HAND_BETWEEN = "SELECT key, 'W-801', kp_{c}, kpu_{c} FROM form WHERE kp_{c} <> kpu_{c}"


def by_python(folder: Path) -> Totals:
    """The same rule objects and recapitulation in Python, on a sample of the forms."""
    begin = perf_counter()
    connection = _open(folder, SAMPLE)
    reading = perf_counter() - begin
    names = ("key", "tps", "terdaftar", *LEVELS, *COLUMNS)
    query = "SELECT " + ", ".join(names) + " FROM form"
    rows = [dict(zip(names, row, strict=True)) for row in connection.execute(query).fetchall()]
    own, between = _checks()
    found: list[tuple[str, int, int]] = []
    for row in rows:
        forms = {
            name: {figure: row[column] for figure, column in _columns(name).items()}
            for name in READINGS
        }
        for name in READINGS:
            found += [(one.code, one.left, one.right) for one in check(forms[name], own[name])]
        found += [(one.code, one.left, one.right) for one in check(join(forms), between)]
    return {**_python_totals(rows, found), "reading": reading}


def _python_totals(rows: list[dict[str, Any]], found: list[tuple[str, int, int]]) -> Totals:
    expected: dict[str, int] = {}
    forms: dict[str, Mapping[str, int | None]] = {}
    for row in rows:
        village = ".".join(str(row[level]) for level in LEVELS)
        expected[village] = expected.get(village, 0) + bool(row["terdaftar"])
        forms[f"{village}/{row['tps']}"] = row
    nation = recapitulate(forms, expected, COLUMNS).row("")
    codes: dict[str, int] = {}
    for code, _, _ in sorted(found):
        codes[code] = codes.get(code, 0) + 1
    return {
        "rows": len(rows),
        "codes": codes,
        "numbers": (sum(one[1] for one in found), sum(one[2] for one in found)),
        "nation": [value for name in COLUMNS for value in (nation[name].sum, nation[name].have)],
        "expected": nation[COLUMNS[0]].expected,
    }


def _totals(connection: duckdb.DuckDBPyConnection) -> Totals:
    """What the ways are compared by; the tables themselves stay in the database."""
    one = connection.execute
    codes = one("SELECT code, count(*) FROM finding GROUP BY code ORDER BY code").fetchall()
    expected, *nation = one(
        "SELECT * EXCLUDE (prov_id, kab_id, kec_id, kel_id) FROM recap WHERE prov_id IS NULL"
    ).fetchall()[0]
    return {
        "rows": one("SELECT count(*) FROM form").fetchall()[0][0],
        "places": one("SELECT count(*) FROM recap").fetchall()[0][0],
        "codes": dict(codes),
        "numbers": one('SELECT sum("left"), sum("right") FROM finding').fetchall()[0],
        "nation": nation,
        "expected": expected,
    }


def _compare(ours: Totals, hand: Totals, python: Totals, folder: Path) -> None:
    assert ours == hand, "the rule objects and the hand-written SQL disagree"
    forms = folder / "ppwp2019-tps-two-readings.parquet"
    sums = ", ".join(f"sum({name}), count({name})" for name in COLUMNS)
    direct = duckdb.sql(
        f"SELECT {sums}, count(*), count(*) FILTER (WHERE terdaftar) FROM read_parquet('{forms}')"
    ).fetchall()[0]
    assert direct == (*ours["nation"], ours["rows"], ours["expected"]), "a national sum is wrong"
    sample = by_rules(folder, SAMPLE)
    del sample["places"]
    assert sample == python, "the rule objects disagree with themselves in Python"
