"""`jurdil serve`: it watches its children, gives lost jobs back, and stops in order."""

import signal
import socket
import urllib.request
from datetime import date, timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from jurdil.kernel import acts, imports, serving
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Holiday, ImportBatch, LedgerEntry
from tests import factories, processes
from tests.kernel.sample_room.imports import HolidayImport

ROWS = 30


@pytest.fixture(autouse=True)
def importer():
    imports.unregister(HolidayImport.kind)
    imports.register(HolidayImport)
    yield
    imports.unregister(HolidayImport.kind)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz/live", timeout=2) as reply:
            return reply.status == 200
    except OSError:
        return False


def worker_of(pid: int) -> int:
    workers = [child for child, line in processes.children(pid).items() if "kernel.worker" in line]
    return workers[0] if workers else 0


def table() -> bytes:
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(ROWS)]
    return ("hari,nama\n" + "".join(f"{day},Libur\n" for day in days)).encode()


def test_a_worker_killed_in_an_import_is_replaced_and_the_rows_come_in_once(fresh_database):
    factories.office()
    port = free_port()
    with processes.jurdil("serve", "--port", str(port), JURDIL_TEST_PAUSE_READING="0.05") as house:
        processes.until(lambda: answers(port))
        batch = staging.read_later(
            factories.viewer(), kind="hari-libur", name="a.csv", content=table(), options={}
        )
        processes.until(lambda: batch.rows.exists())
        first = worker_of(house.pid)
        processes.kill(first)
        processes.until(
            lambda: ImportBatch.objects.get(pk=batch.pk).state != ImportBatch.State.STAGING
        )
        assert worker_of(house.pid) not in {0, first}
        job = DBTaskResult.objects.get(pk=batch.job)
        processes.until(lambda: job.refresh_from_db() or job.finished_at)
        assert (job.status, len(job.worker_ids)) == (TaskResultStatus.SUCCESSFUL, 2)
        batch.refresh_from_db()
        assert (batch.state, batch.attempt) == (ImportBatch.State.PREVIEW, 2)
        assert batch.rows.count() == ROWS

        assert publish_import(by=factories.viewer(), batch_id=batch.pk) == ROWS
        with pytest.raises(acts.Refused):
            publish_import(by=factories.viewer(), batch_id=batch.pk)
        assert Holiday.objects.count() == ROWS
        assert LedgerEntry.objects.filter(act="import.publish").count() == 1

        family = processes.children(house.pid)
        assert len(family) == 2
        house.send_signal(signal.SIGTERM)
        assert house.wait(10) == 0
        assert not [pid for pid in family if processes.is_alive(pid)]
    assert not answers(port)


def test_a_start_that_cannot_succeed_is_refused_with_what_to_do(fresh_database, capsys):
    assert serving.serve("127.0.0.1", free_port()) == 2
    assert "jurdil init" in capsys.readouterr().err
    factories.office()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serving.serve("127.0.0.1", port) == 2
    assert f"127.0.0.1:{port} cannot be used" in capsys.readouterr().err


def test_a_child_that_keeps_dying_is_started_after_longer_and_longer_pauses(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(serving, "monotonic", lambda: now[0])

    class Doomed(serving.Child):
        starts: list[float] = []

        def command(self):
            self.starts.append(now[0])
            return ["false"]

    child = Doomed("uji")
    while len(Doomed.starts) < 6:
        child.look()
        if child.process is not None:
            child.process.wait()
        now[0] += 0.5
    pauses = [
        later - sooner for sooner, later in zip(Doomed.starts, Doomed.starts[1:], strict=False)
    ]
    assert pauses[0] <= 1.0
    assert pauses == sorted(pauses)
    assert 16.0 <= pauses[-1] <= serving.LONGEST_PAUSE + 1
