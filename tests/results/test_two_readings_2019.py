"""The real double reading of 2019, replayed: every form that differs is stopped, and no other.

KPU's entry and the crowd's reading of the same 793,185 forms are entry 1 and entry 2; they are
compared by the function that entry uses (`law.entry.differences`).
"""

import duckdb
import pytest

from jurdil.law.entry import differences, merged

FIELDS = ("paslon_1", "paslon_2", "suara_sah", "suara_tidak_sah", "suara_total")
COLUMNS = ("pas1", "pas2", "sah", "tsah", "jum")
FORMS, DIFFER = 793_185, 37_934
NAMES = [f"{reading}_{column}" for reading in ("kpu", "kp") for column in COLUMNS]
WHOLE = " AND ".join(f"{name} IS NOT NULL" for name in NAMES)
OTHER = " OR ".join(f"kpu_{column} <> kp_{column}" for column in COLUMNS)

pytestmark = pytest.mark.shared


def rows(shared, where: str):
    """Pairs of readings of the same form."""
    file = shared / "ppwp2019-tps-two-readings.parquet"
    query = f"SELECT {', '.join(NAMES)} FROM read_parquet('{file}') WHERE {where}"
    with duckdb.connect() as connection:
        found = connection.execute(query)
        while chunk := found.fetchmany(50_000):
            for row in chunk:
                first, second = (dict(zip(FIELDS, row[at : at + 5], strict=True)) for at in (0, 5))
                yield first, second


def test_each_of_the_37934_that_differ_is_stopped_and_none_of_the_others(shared):
    stopped = passed = 0
    for first, second in rows(shared, WHOLE):
        fields = differences(first, second, FIELDS)
        if fields:
            stopped += 1
            assert all(first[name] != second[name] for name in fields)
        else:
            passed += 1
            assert first == second
    assert (stopped, passed) == (DIFFER, FORMS - DIFFER)


def test_every_form_that_differs_is_stopped_with_its_fields(shared):
    """What differs is found by the database, without our function; then the function looks."""
    found = 0
    for first, second in rows(shared, f"({WHOLE}) AND ({OTHER})"):
        fields = differences(first, second, FIELDS)
        assert fields
        kept = {name: first[name] for name in fields}
        assert merged(first, second, kept) == first
        found += 1
    assert found == DIFFER
