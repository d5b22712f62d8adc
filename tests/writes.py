"""The watch over writes: rows of the rooms change inside acts only, which append their entry.

Every database connection of a test is watched. What is technical (sessions, cache, jobs, second
factors, staged imports) may change at any time; tests prepare their ground in `setting_up()`.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.apps import apps
from django.db.backends.signals import connection_created

from jurdil.kernel import acts

SETTING_UP = "setting up a test"
TECHNICAL = {
    "kernel_importbatch",
    "kernel_importrow",
    "kernel_jobbeat",
    "kernel_parceltry",  # an attempt that reached nobody; the receipt is the act
    "outreach_lookupday",  # two numbers a day, of nobody
    "kernel_syncpiece",  # a file on its way; the whole file is the act
    "kernel_storedfile",  # kept by its digest; what points to it is the act
}
OWN_WISHES = {"last_login", "language", "theme"}

_WRITE = re.compile(
    r"^\s*(INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?)"
    r'\s+"?(\w+)"?',
    re.IGNORECASE,
)
_COLUMNS = re.compile(r'"(\w+)" = ')


@contextmanager
def setting_up() -> Iterator[None]:
    """Inside, a test may write rows straight into tables: that is its ground, not its subject."""
    with acts.performing(SETTING_UP):
        yield


@dataclass
class Watch:
    """What was written in one test."""

    outside: list[str] = field(default_factory=list)

    def see(self, execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if (written := _WRITE.match(sql)) and (table := written[2]) in _guarded():
            self._judge(written[1].upper(), table, sql)
        return result

    def _judge(self, verb: str, table: str, sql: str) -> None:
        if not acts.under_way() and not _own_wish(verb, table, sql):
            self.outside.append(f"{verb} {table}")


def _own_wish(verb: str, table: str, sql: str) -> bool:
    """An account's own language, theme and last login have no legal consequence."""
    assigned = set(_COLUMNS.findall(sql.partition(" WHERE ")[0]))
    return verb == "UPDATE" and table == "kernel_account" and assigned <= OWN_WISHES


_names: set[str] = set()


def _guarded() -> set[str]:
    if not _names:
        _names.update(
            model._meta.db_table
            for model in apps.get_models(include_auto_created=True)
            if model.__module__.startswith("jurdil.")
        )
        _names.difference_update(TECHNICAL)
    return _names


@contextmanager
def watched() -> Iterator[Watch]:
    """Watch this thread's connections and every one that is opened meanwhile."""
    from django.db import connections

    watch = Watch()
    lock = threading.Lock()
    seen = []

    def follow(connection, **_kwargs):
        with lock:
            if watch.see not in connection.execute_wrappers:
                connection.execute_wrappers.append(watch.see)
                seen.append(connection)

    for connection in connections.all(initialized_only=True):
        follow(connection)
    connection_created.connect(follow)
    try:
        yield watch
    finally:
        connection_created.disconnect(follow)
        for connection in seen:
            connection.execute_wrappers.remove(watch.see)
