"""Who writes on SQLite waits for a turn: nobody is overtaken again and again by a long job."""

import threading
import time

import pytest
from django.db import connection

from jurdil.kernel import turns


class Lite:
    """A database of SQLite in a file."""

    vendor = "sqlite"

    def __init__(self, name: str) -> None:
        self.settings_dict = {"NAME": name}

    def is_in_memory_db(self) -> bool:
        return False


@pytest.fixture
def lite(monkeypatch, tmp_path):
    monkeypatch.setattr(turns, "connection", Lite(str(tmp_path / "rumah.sqlite3")))


def test_two_writers_take_turns_and_the_second_is_not_starved(lite):
    waited: list[float] = []
    stop = threading.Event()

    def job() -> None:
        while not stop.is_set():
            with turns.turn():
                time.sleep(0.05)
            time.sleep(0.03)

    writer = threading.Thread(target=job)
    writer.start()
    for _ in range(10):
        begin = time.monotonic()
        with turns.turn():
            waited.append(time.monotonic() - begin)
    stop.set()
    writer.join()
    assert sorted(waited)[len(waited) // 2] < 0.2


def test_a_turn_that_never_ends_is_not_waited_for_for_ever(lite, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 0.05)
    with turns.turn(), turns.turn():
        pass


@pytest.mark.django_db
def test_postgresql_queues_its_writers_itself(monkeypatch):
    monkeypatch.setattr(turns, "_wait", pytest.fail)
    if connection.vendor == "postgresql" or connection.is_in_memory_db():
        with turns.turn():
            pass
