"""The same rules as SQL and as Python: equal on every form (design, section 3, Rules)."""

import sqlite3
from fractions import Fraction

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jurdil.law.rules import C_HASIL, Params, bind, check, figures, lists, pairs, to_sql

PARAMS = Params(Fraction(25, 1000), 999, 300)
CHOICES = lists({1: 2, 4: 1})
CHECKS = bind(C_HASIL, CHOICES, PARAMS, regime="pemilu-2024")
NAMES = (*figures(CHOICES, PARAMS), "daftar_dptb", "hadir_dpk")

# Narrow ranges make equal sums likely; wide and negative ones try the arithmetic.
VALUES = st.one_of(
    st.none(), st.integers(0, 3), st.integers(-60, 320), st.integers(-(10**12), 10**12)
)
FORMS = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, VALUES)), min_size=1, max_size=4
)


def by_python(forms, checks):
    return sorted(
        (key, found.code, found.left, found.right, found.subject)
        for key, form in enumerate(forms)
        for found in check(form, checks)
    )


def load(connection, forms, names):
    columns = ", ".join(f'"{name}" BIGINT' for name in names)
    connection.execute(f'CREATE TABLE "form" (tps BIGINT, {columns})')
    marks = ", ".join("?" * (len(names) + 1))
    rows = [(key, *(form.get(name) for name in names)) for key, form in enumerate(forms)]
    connection.executemany(f'INSERT INTO "form" VALUES ({marks})', rows)


def by_sql(connection, forms, checks, dialect, names=NAMES):
    load(connection, forms, names)
    query = to_sql(checks, "form", names, dialect)
    return sorted(connection.execute(query).fetchall())


@settings(max_examples=150, deadline=None)
@given(FORMS)
def test_sqlite_finds_what_python_finds(forms):
    connection = sqlite3.connect(":memory:")
    assert by_sql(connection, forms, CHECKS, "sqlite") == by_python(forms, CHECKS)
    connection.close()


@settings(max_examples=15, deadline=None)
@given(FORMS)
def test_duckdb_finds_what_python_finds(forms):
    with duckdb.connect() as connection:
        assert by_sql(connection, forms, CHECKS, "duckdb") == by_python(forms, CHECKS)


@pytest.mark.parametrize("dialect", ["sqlite", "duckdb"])
def test_the_reserve_is_rounded_up_on_both_sides_of_zero(dialect):
    forms = [{"dpt": dpt, "surat_suara_diterima": 0} for dpt in range(-85, 86)]
    checks = [one for one in CHECKS if one.code == "W-202"]
    connect = {"sqlite": lambda: sqlite3.connect(":memory:"), "duckdb": duckdb.connect}[dialect]
    connection = connect()
    found = by_sql(connection, forms, checks, dialect)
    connection.close()
    assert found == by_python(forms, checks)
    assert len(found) == 170


def test_a_ballot_of_200_choices_is_one_query_for_sqlite():
    choices = lists(dict.fromkeys(range(1, 19), 10))
    checks = bind(C_HASIL, choices, PARAMS, regime="pemilu-2024")
    assert len(checks) > 800
    names = figures(choices, PARAMS)
    form = dict.fromkeys(names, 1) | {"partai_18_calon_10": 1000}
    connection = sqlite3.connect(":memory:")
    assert by_sql(connection, [form], checks, "sqlite", names) == by_python([form], checks)
    connection.close()


@pytest.mark.django_db
def test_the_database_of_the_office_finds_what_python_finds():
    """SQLite or PostgreSQL, whichever the suite runs on."""
    from django.db import connection

    forms = [
        {"dpt": dpt, "dpt_l": dpt // 2, "dpt_p": 7, "surat_suara_diterima": 50, "guna": 51}
        for dpt in (-41, -1, 0, 1, 14, 39, 40, 41, 301, 10**12)
    ]
    with connection.cursor() as cursor:
        load(_Numbered(cursor), forms, NAMES)
        try:
            cursor.execute(to_sql(CHECKS, "form", NAMES, connection.vendor))
            found = sorted(tuple(row) for row in cursor.fetchall())
        finally:
            cursor.execute('DROP TABLE "form"')
    assert found == by_python(forms, CHECKS)


class _Numbered:
    """Django's cursor takes %s where the drivers of the other tests take ?."""

    def __init__(self, cursor):
        self.execute = cursor.execute
        self._cursor = cursor

    def executemany(self, query, rows):
        self._cursor.executemany(query.replace("?", "%s"), rows)


def test_a_column_that_the_table_lacks_makes_no_rule():
    query = to_sql(CHECKS, "t", {"dpt": "d", "dpt_l": "dl", "dpt_p": "dp"}, key="kode")
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE t AS SELECT 'a' AS kode, 9 AS d, 4 AS dl, 4 AS dp")
        assert connection.execute(query).fetchall() == [("a", "E-101", 8, 9, "")]
        connection.execute("DELETE FROM t")
        assert connection.execute(to_sql(CHECKS, "t", (), key="kode")).fetchall() == []


def test_narrow_columns_do_not_overflow_and_names_are_quoted():
    checks = bind(C_HASIL, pairs(2), PARAMS, regime="pemilu-2024")
    columns = {"paslon_1": 'satu "1"', "paslon_2": "dua; 2", "suara_sah": "sah"}
    with duckdb.connect() as connection:
        connection.execute(
            'CREATE TABLE "a b" AS SELECT 1 AS tps, 100::TINYINT AS "satu ""1""", '
            '100::TINYINT AS "dua; 2", 99::TINYINT AS sah'
        )
        found = connection.execute(to_sql(checks, "a b", columns)).fetchall()
    assert (1, "E-401", 200, 99, "") in found


def test_an_unknown_dialect_is_refused():
    with pytest.raises(ValueError, match="duckdb"):
        to_sql(CHECKS, "form", NAMES, "oracle")
