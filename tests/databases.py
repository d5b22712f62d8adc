"""A database of its own for tests that really commit: threads, processes, a server.

The usual flush between such tests would delete from append-only tables, which their triggers
refuse, so each of these tests gets a copy of the migrated database instead.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test.utils import setup_databases, teardown_databases

CONFIGURED = settings.DATABASES["default"]["NAME"]


@contextmanager
def migrated_template(folder: Path) -> Iterator[Path | None]:
    """The template to copy; makes the test database when no other test has asked for one."""
    alone = connection.settings_dict["NAME"] == CONFIGURED
    made = setup_databases(verbosity=0, interactive=False, aliases=["default"]) if alone else []
    if made:
        record_migrations()
    try:
        yield keep_template(folder)
    finally:
        teardown_databases(made, verbosity=0)


def record_migrations() -> None:
    """Note every migration as applied, as it would be in an office with these tables."""
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    applied = recorder.applied_migrations()
    for app, name in MigrationLoader(connection).graph.nodes:
        if (app, name) not in applied:
            recorder.record_applied(app, name)


def keep_template(folder: Path) -> Path | None:
    """A file copy of the migrated SQLite database; PostgreSQL copies inside the server."""
    if connection.vendor != "sqlite":
        return None
    file = folder / "migrated.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(file) as target:
        connection.connection.backup(target)
    target.close()
    return file


@contextmanager
def own_database(template: Path | None, folder: Path) -> Iterator[str]:
    """Point the default connection of every thread at a fresh copy; yields its name."""
    name = _copy_file(template, folder) if template else _copy_on_server()
    with _pointed_at(name):
        yield name


@contextmanager
def empty_database(folder: Path) -> Iterator[str]:
    """Point the default connection of every thread at a database without tables."""
    if connection.vendor == "sqlite":
        name = str(folder / "empty.sqlite3")
    else:
        name = _create_on_server("template0")
    with _pointed_at(name):
        yield name


@contextmanager
def _pointed_at(name: str) -> Iterator[None]:
    usual, settings = connections["default"], connections.settings["default"]
    connections.settings["default"] = {**settings, "NAME": name, "CONN_MAX_AGE": 0}
    connections["default"] = connections.create_connection("default")
    on_server = connections["default"].vendor != "sqlite"
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = settings
        connections["default"] = usual
        if on_server:
            _drop_on_server(name)


def _copy_file(template: Path, folder: Path) -> str:
    file = folder / "fresh.sqlite3"
    file.write_bytes(template.read_bytes())
    return str(file)


def _copy_on_server() -> str:
    source = connection.settings_dict["NAME"]
    connection.close()  # a template must have no users
    return _create_on_server(source)


def _create_on_server(template: str) -> str:
    name = f"{connection.settings_dict['NAME']}_{uuid4().hex[:8]}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


def _drop_on_server(name: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
