"""Whose turn it is to write, on SQLite.

SQLite has one writer, and who finds it busy asks again after a tenth of a second, so a long job
that writes part after part is nearly always there first and a clerk who saves can starve beside it.
Here a writer asks every few milliseconds, so that the breath between two parts is enough for all
who wait. PostgreSQL queues its writers itself.
"""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from django.db import connection

ASK = 0.004
"""Seconds between two questions."""

PATIENCE = 15.0
"""Seconds after which a writer goes to SQLite itself, which then decides or refuses."""


@contextmanager
def turn() -> Iterator[None]:
    """Wait for the turn to write and keep it until the end of the block."""
    if connection.vendor != "sqlite" or connection.is_in_memory_db():  # type: ignore[attr-defined]
        yield
        return
    with open(f"{connection.settings_dict['NAME']}.turn", "ab") as file:
        _wait(file)
        yield


def _wait(file: IO[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(ASK)
        else:
            return
