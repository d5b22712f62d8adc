"""The migrations make the very tables that the models describe and the other tests work on."""

import re

import pytest
from django.core.management import call_command
from django.db import connection

from tests import databases
from tests.writes import setting_up

OF_LIBRARIES = {"django_migrations", "auth_group_permissions"}
"""Django's own books, and a table nobody uses whose key a library numbers otherwise."""
_OF_POSTGRESQL = (
    "SELECT table_name, 'column', column_name, concat_ws(' ', data_type, is_nullable, "
    "character_maximum_length, numeric_precision, column_default, is_identity, collation_name) "
    "FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, 'constraint', conname, pg_get_constraintdef(oid) "
    "FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "SELECT tablename, 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, 'trigger', tgname, pg_get_triggerdef(oid) "
    "FROM pg_trigger WHERE NOT tgisinternal",
)


def parts(sql: str) -> list[str]:
    """What stands in the outer brackets of a statement, each part for itself, in order of words.

    Columns stand in another order after a migration that adds one, which changes nothing.
    """
    head, _bracket, rest = sql.partition("(")
    body, _bracket, tail = rest.rpartition(")")
    found, depth = [""], 0
    for token in re.split(r"([(),])", body):
        depth += (token == "(") - (token == ")")
        if token == "," and depth == 0:
            found.append("")
        else:
            found[-1] += token
    return [head, *sorted(part.strip() for part in found), tail]


def schema() -> dict[tuple[str, str, str], object]:
    """Everything this database holds but rows: (table, what, name) -> how it is defined."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name, type, name, sql FROM sqlite_master WHERE sql <> ''")
            rows = [(*row[:3], parts(row[3])) for row in cursor.fetchall()]
        else:
            rows = []
            for statement in _OF_POSTGRESQL:
                cursor.execute(statement)
                rows += cursor.fetchall()
    return {tuple(row[:3]): row[3] for row in rows if row[0] not in OF_LIBRARIES}


@pytest.mark.django_db
def test_a_difference_in_one_column_would_be_seen():
    before = schema()
    assert ("kernel_ledgerentry", "index") in {key[:2] for key in before}
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE kernel_office RENAME COLUMN zone TO zones")
    assert schema() != before


@pytest.mark.slow
def test_the_migrations_make_what_the_models_describe(migrated, django_db_blocker, tmp_path):
    with django_db_blocker.unblock():
        described = schema()
        with databases.empty_database(tmp_path), setting_up():
            call_command("migrate", verbosity=0)
            made = schema()
    assert len(described) > 500
    assert {key for key in described | made if described.get(key) != made.get(key)} == set()
