"""The rules compiled to SQL, for a wide table with one form per row.

SQL's own rule that a sum with a NULL in it is NULL, and that a NULL comparison selects nothing, is
exactly the rule that an absent figure makes no finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from jurdil.law.rules.model import BoundTerm, Ceiling, Check, Field, Number, Operator

Dialect: TypeAlias = Literal["duckdb", "sqlite", "postgresql"]

_BROKEN = {Operator.EQUAL: "<>", Operator.AT_MOST: ">", Operator.AT_LEAST: "<"}
_DIVIDE: dict[str, str] = {"duckdb": "//", "sqlite": "/", "postgresql": "/"}
_BATCH = 100
"""SQLite refuses more than 500 queries in one UNION, so they are nested in batches."""


def to_sql(
    checks: Iterable[Check],
    table: str,
    columns: Mapping[str, str] | Iterable[str],
    dialect: Dialect = "duckdb",
    key: str = "tps",
) -> str:
    """Return one query with a row (key, code, left, right, subject) for every broken check.

    `table` and `key` name the table and its key column. `columns` maps figures to columns, or names
    columns called like their figures; a check that needs a figure without a column is left out.
    Figures are whole numbers within ten to the twelfth; rows come in no order. ValueError for an
    unknown dialect.
    """
    if dialect not in _DIVIDE:
        raise ValueError(f"unknown SQL dialect {dialect!r}; known: {', '.join(_DIVIDE)}")
    known = dict(columns) if isinstance(columns, Mapping) else {name: name for name in columns}
    source = _identifier(table)
    queries = [
        _select(check, source, known, dialect, _identifier(key))
        for check in checks
        if all(name in known for name in check.fields)
    ]
    if not queries:
        return (
            f'SELECT {_identifier(key)} AS "key", \'\' AS "code", 0 AS "left", 0 AS "right", '
            f"'' AS \"subject\" FROM {source} WHERE 1 = 0"
        )
    return _union(queries)


def _union(queries: Sequence[str]) -> str:
    if len(queries) <= _BATCH:
        return "\nUNION ALL\n".join(queries)
    batches = [queries[start : start + _BATCH] for start in range(0, len(queries), _BATCH)]
    return _union(
        [f"SELECT * FROM ({_union(batch)}) AS batch_{at}" for at, batch in enumerate(batches)]
    )


def _select(
    check: Check, source: str, columns: Mapping[str, str], dialect: Dialect, key: str
) -> str:
    left = _side(check.left, columns, dialect)
    right = _side(check.right, columns, dialect)
    return (
        f'SELECT {key} AS "key", {_literal(check.code)} AS "code", {left} AS "left", '
        f'{right} AS "right", {_literal(check.subject)} AS "subject" '
        f"FROM {source} WHERE {left} {_BROKEN[check.rule.operator]} {right}"
    )


def _side(terms: Sequence[BoundTerm], columns: Mapping[str, str], dialect: Dialect) -> str:
    return "(" + " + ".join(_term(term, columns, dialect) for term in terms) + ")"


def _term(term: BoundTerm, columns: Mapping[str, str], dialect: Dialect) -> str:
    match term:
        case Number(amount):
            return f"CAST({amount} AS BIGINT)"
        case Field(name, factor):
            figure = _figure(columns[name])
            return figure if factor == 1 else f"{factor} * {figure}"
        case Ceiling(name, rate):
            return _ceiling(_figure(columns[name]), rate.numerator, rate.denominator, dialect)


def _ceiling(figure: str, numerator: int, denominator: int, dialect: Dialect) -> str:
    """Division of whole numbers cuts towards zero in all three dialects: up, below zero."""
    product = f"{numerator} * {figure}"
    divide = _DIVIDE[dialect]
    return (
        f"CASE WHEN {product} > 0 THEN ({product} + {denominator - 1}) {divide} {denominator} "
        f"ELSE ({product}) {divide} {denominator} END"
    )


def _figure(column: str) -> str:
    """Narrow column types would overflow in a sum."""
    return f"CAST({_identifier(column)} AS BIGINT)"


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
