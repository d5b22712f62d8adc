"""Many rows at once, written straight into their table.

An object of Django for each of hundreds of thousands of rows costs more than all the rest together.
The columns are those of the table; values must be as the database keeps them.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import JSONField, Model


def insert(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows; a column of JSON takes its text."""
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(column) for column in columns)
    marks = ", ".join(_mark(model, column) for column in columns)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({marks})", rows
        )


def _mark(model: type[Model], column: str) -> str:
    field = next(f for f in model._meta.concrete_fields if f.column == column)
    is_json = isinstance(field, JSONField) and connection.vendor == "postgresql"
    return "%s::jsonb" if is_json else "%s"
