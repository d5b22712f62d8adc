"""Database triggers that keep append-only tables append-only, on both engines.

A model says ``append_only = True``, or ``closes_once = "column"``: then its rows are never deleted
and nothing but that empty column is ever written, once.

Table remakes by migrations drop triggers, so they are installed after every `migrate`
and asserted when the server starts.
"""

from django.apps import apps
from django.db import connection, models

_EVENTS = ("update", "delete")


def guarded_models() -> list[type[models.Model]]:
    """Every model that says ``append_only = True``."""
    return [m for m in apps.get_models() if getattr(m, "append_only", False)]


def closing_models() -> list[type[models.Model]]:
    """Every model that says ``closes_once``."""
    return [m for m in apps.get_models() if getattr(m, "closes_once", "")]


def install() -> None:
    """Create (again) the triggers of every guarded table."""
    build = _sqlite_statements if connection.vendor == "sqlite" else _postgresql_statements
    closing = _sqlite_closing if connection.vendor == "sqlite" else _postgresql_closing
    with connection.cursor() as cursor:
        for model in guarded_models():
            for statement in build(model._meta.db_table, _unique_columns(model)):
                cursor.execute(statement)
        for model in closing_models():
            for statement in closing(model):
                cursor.execute(statement)


def _unique_columns(model: type[models.Model]) -> list[str]:
    return [f.column for f in model._meta.concrete_fields if f.unique and f.column]


def missing() -> list[str]:
    """Names of triggers that should exist and do not."""
    wanted = {
        f"{model._meta.db_table}_{event}"
        for model in (*guarded_models(), *closing_models())
        for event in (*_EVENTS, "replace" if connection.vendor == "sqlite" else "truncate")
    }
    return sorted(wanted - _existing())


def _existing() -> set[str]:
    statement = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {row[0] for row in cursor.fetchall()}


def _sqlite_statements(table: str, keys: list[str]) -> list[str]:
    refuse = f"SELECT RAISE(ABORT, '{table} is append-only')"
    statements = []
    for event in _EVENTS:
        statements += [
            f'DROP TRIGGER IF EXISTS "{table}_{event}"',
            f'CREATE TRIGGER "{table}_{event}" BEFORE {event.upper()} ON "{table}" '
            f"BEGIN {refuse}; END",
        ]
    same = " OR ".join(f'"{key}" = NEW."{key}"' for key in keys)
    # INSERT OR REPLACE skips delete triggers unless recursive_triggers is on, so it is refused
    # at the insert itself.
    statements += [
        f'DROP TRIGGER IF EXISTS "{table}_replace"',
        f'CREATE TRIGGER "{table}_replace" BEFORE INSERT ON "{table}" '
        f'WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {same}) '
        f"BEGIN {refuse}; END",
    ]
    return statements


def _postgresql_statements(table: str, _keys: list[str]) -> list[str]:
    statements = [
        "CREATE OR REPLACE FUNCTION jurdil_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    ]
    for event in (*_EVENTS, "truncate"):
        each = "STATEMENT" if event == "truncate" else "ROW"
        statements += [
            f'DROP TRIGGER IF EXISTS "{table}_{event}" ON "{table}"',
            f'CREATE TRIGGER "{table}_{event}" BEFORE {event.upper()} ON "{table}" '
            f"FOR EACH {each} EXECUTE FUNCTION jurdil_append_only()",
            # ALWAYS: a session that plays a replica would skip an ordinary trigger.
            f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{table}_{event}"',
        ]
    return statements


def _sqlite_closing(model: type[models.Model]) -> list[str]:
    table, column, others = _closing_parts(model)
    changed = " OR ".join(f'NEW."{other}" IS NOT OLD."{other}"' for other in others)
    append_only = _sqlite_statements(table, _unique_columns(model))
    update = (
        f'CREATE TRIGGER "{table}_update" BEFORE UPDATE ON "{table}" '
        f'WHEN OLD."{column}" IS NOT NULL OR NEW."{column}" IS NULL OR {changed} '
        f"BEGIN SELECT RAISE(ABORT, '{table} is only closed, once'); END"
    )
    return [s if f'TRIGGER "{table}_update"' not in s else update for s in append_only]


def _postgresql_closing(model: type[models.Model]) -> list[str]:
    table, column, _others = _closing_parts(model)
    name = f"{table}_closes_once"
    function = (
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN '
        f'IF OLD."{column}" IS NOT NULL OR NEW."{column}" IS NULL '
        f"OR to_jsonb(NEW) - '{column}' IS DISTINCT FROM to_jsonb(OLD) - '{column}' "
        "THEN RAISE EXCEPTION '% is only closed, once', TG_TABLE_NAME; END IF; RETURN NEW; END $$"
    )
    statements = []
    for statement in _postgresql_statements(table, []):
        if statement.startswith(f'CREATE TRIGGER "{table}_update"'):
            statement = statement.replace("jurdil_append_only()", f'"{name}"()')
        statements.append(statement)
    return [function, *statements]


def _closing_parts(model: type[models.Model]) -> tuple[str, str, list[str]]:
    columns = {f.name: f.column for f in model._meta.concrete_fields if f.column}
    column = columns[model.closes_once]  # type: ignore[attr-defined]
    others = [other for other in columns.values() if other != column]
    return model._meta.db_table, column, others
