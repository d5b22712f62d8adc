"""Jobs: ids only, at most three attempts, and a job whose worker died comes back by itself."""

from datetime import timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from jurdil.kernel import clock, imports, jobs
from jurdil.kernel.imports import staging
from jurdil.kernel.imports.jobs import read_file
from jurdil.kernel.models import ImportBatch, ImportRow, JobBeat
from tests import factories
from tests.jobs import work
from tests.kernel.sample_room.imports import HolidayImport
from tests.processes import until

READY, RUNNING = TaskResultStatus.READY, TaskResultStatus.RUNNING
FAILED, SUCCESSFUL = TaskResultStatus.FAILED, TaskResultStatus.SUCCESSFUL


@pytest.fixture(autouse=True)
def importer():
    imports.unregister(HolidayImport.kind)
    imports.register(HolidayImport)
    yield
    imports.unregister(HolidayImport.kind)


def queued(content: bytes = b"hari,nama\n2024-02-14,Libur\n") -> tuple[ImportBatch, DBTaskResult]:
    batch = staging.read_later(
        factories.viewer(), kind="hari-libur", name="a.csv", content=content, options={}
    )
    return batch, DBTaskResult.objects.get(pk=batch.job)


def test_a_job_takes_ids_and_nothing_else():
    def with_text(name: str) -> None: ...
    def without_annotation(batch_id) -> None: ...

    for function in (with_text, without_annotation):
        with pytest.raises(TypeError, match="ids"):
            jobs.job(function)


def test_every_job_of_the_house_was_made_by_the_decorator_that_checks_this():
    assert jobs.JOBS[read_file.module_path] is read_file


@pytest.mark.parametrize("value", ["7", True, 1.5, None])
def test_the_queue_refuses_anything_but_ids(value):
    with pytest.raises(TypeError, match="ids"):
        jobs.enqueue(read_file, value)


@pytest.mark.django_db
def test_a_file_is_read_in_the_background():
    batch, job = queued()
    assert jobs.is_pending(job.pk)
    assert job.args_kwargs == {"args": [batch.pk], "kwargs": {}}
    work()
    batch.refresh_from_db()
    assert (batch.state, batch.rows_take) == (ImportBatch.State.PREVIEW, 1)
    job.refresh_from_db()
    assert (job.status, job.return_value) == (SUCCESSFUL, "pratinjau")
    assert not jobs.is_pending(job.pk)


@pytest.mark.django_db
def test_a_running_job_without_a_beat_is_queued_again_and_runs_once_more():
    batch, job = queued()
    job.claim("mati")
    assert jobs.recover() == 0
    assert jobs.recover(silence=timedelta(seconds=-1)) == 1
    job.refresh_from_db()
    assert job.status == READY
    work()
    job.refresh_from_db()
    assert (job.status, job.worker_ids) == (SUCCESSFUL, ["mati", "uji"])
    assert ImportRow.objects.filter(batch=batch).count() == 1


@pytest.mark.django_db
def test_a_beat_keeps_a_long_job():
    _batch, job = queued()
    job.claim("hidup")
    DBTaskResult.objects.filter(pk=job.pk).update(started_at=clock.real() - timedelta(hours=1))
    jobs.Heart("hidup")._beat(str(job.pk))
    assert jobs.recover() == 0
    JobBeat.objects.update(beat_at=clock.real() - timedelta(minutes=1))
    assert jobs.recover() == 1
    assert not JobBeat.objects.exists()


@pytest.mark.django_db
def test_the_jobs_of_a_worker_known_to_be_dead_come_back_at_once():
    (_first, dead), (_second, alive) = queued(), queued()
    dead.claim("mati")
    alive.claim("hidup")
    assert jobs.recover(lost_worker="mati") == 1
    dead.refresh_from_db()
    alive.refresh_from_db()
    assert (dead.status, alive.status) == (READY, RUNNING)


@pytest.mark.django_db
def test_after_three_lost_workers_the_job_and_its_import_end_as_failed():
    batch, job = queued()
    for attempt in range(jobs.MAX_ATTEMPTS):
        job.refresh_from_db()
        assert job.status == READY
        job.claim(f"mati-{attempt}")
        staging._claim(batch.pk)
        assert staging.sweep(timedelta(seconds=-1)) == 0  # its job is still to come
        assert jobs.recover(lost_worker=f"mati-{attempt}") == 1
    job.refresh_from_db()
    assert job.status == FAILED
    assert job.exception_class_path == "jurdil.kernel.jobs.WorkerLost"
    assert staging.sweep() == 1
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.FAILED
    assert jobs.recover(silence=timedelta(seconds=-1)) == 0


@pytest.mark.django_db
def test_a_job_that_raises_fails_at_once_and_is_not_repeated():
    batch, job = queued(b"hari,nama\n2024-02-14,galat\n")
    work()
    job.refresh_from_db()
    assert (job.status, job.worker_ids) == (FAILED, ["uji"])
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.FAILED


def test_the_heart_beats_while_a_job_runs_and_stops_with_it(fresh_database):
    factories.office()
    heart = jobs.Heart("uji", interval=timedelta(seconds=0.02))
    _batch, job = queued()
    result = job.task_result
    heart._started(task_result=result)
    first = JobBeat.objects.get(pk=job.pk).beat_at
    until(lambda: JobBeat.objects.get(pk=job.pk).beat_at > first)
    heart._finished(task_result=result)
    assert not JobBeat.objects.exists()
    assert heart._thread is not None and not heart._thread.is_alive()
