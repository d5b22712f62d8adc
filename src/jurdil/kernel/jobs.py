"""Background jobs: arguments are ids only, a beat while they run, at most three attempts.

A job may be started again after its worker died, so its effect must not depend on how often it
ran: it asks the database whether its work is done (see `imports.staging`).
"""

import functools
import logging
from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread
from typing import Any, get_type_hints
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import translation
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks.signals import task_finished, task_started
from django_tasks_db.models import DBTaskResult

from jurdil.kernel import clock
from jurdil.kernel.models import JobBeat

BEAT = timedelta(seconds=5)
SILENCE = timedelta(seconds=30)
"""A running job without a beat for so long has lost its worker."""
MAX_ATTEMPTS = 3

JOBS: dict[str, Task] = {}
_PENDING = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
_log = logging.getLogger(__name__)


class WorkerLost(Exception):
    """The worker of a job died in every attempt."""


def job(function: Callable[..., Any]) -> Task:
    """Make a module's function a background job.

    Its parameters must all be annotated `int`: what a job works on is read when it runs, never
    carried in the queue. Raises TypeError otherwise.
    """
    hints = get_type_hints(function)
    hints.pop("return", None)
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    if any(hints.get(name) is not int for name in names):
        raise TypeError(f"{function.__qualname__}: the arguments of a job are ids (int)")

    @functools.wraps(function)
    def run(*ids: int) -> Any:
        clock.remember_office(None)
        clock.remember_office(clock.office())
        try:
            with translation.override(settings.LANGUAGE_CODE):
                return function(*ids)
        finally:
            clock.remember_office(None)

    made: Task = task()(run)
    JOBS[made.module_path] = made
    return made


def enqueue(made: Task, *ids: int) -> UUID:
    """Queue a job for these ids and return its own id. Raises TypeError for anything but ids."""
    if any(type(value) is not int for value in ids):
        raise TypeError(f"{made.name}: the arguments of a job are ids (int)")
    return UUID(made.enqueue(*ids).id)


def is_pending(job_id: UUID) -> bool:
    """Whether the job waits or runs."""
    return DBTaskResult.objects.filter(pk=job_id, status__in=_PENDING).exists()


def recover(lost_worker: str = "", silence: timedelta = SILENCE) -> int:
    """Queue again the jobs of a worker known to be dead, and those that fell silent.

    A job that has had `MAX_ATTEMPTS` ends as failed instead. Returns how many were found.
    """
    lost = [result for result in _running() if _is_lost(result, lost_worker, silence)]
    for result in lost:
        _give_back(result)
    return len(lost)


def _running() -> list[DBTaskResult]:
    return list(DBTaskResult.objects.running())


def _is_lost(result: DBTaskResult, lost_worker: str, silence: timedelta) -> bool:
    if lost_worker and result.worker_ids[-1:] == [lost_worker]:
        return True
    beat = JobBeat.objects.filter(pk=result.pk).first()
    last_sign = beat.beat_at if beat else result.started_at
    return last_sign is None or last_sign < clock.real() - silence


def _give_back(result: DBTaskResult) -> None:
    attempts = len(result.worker_ids)
    with transaction.atomic():
        mine = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.RUNNING)
        if attempts < MAX_ATTEMPTS:
            mine.update(status=TaskResultStatus.READY, started_at=None)
        else:
            mine.update(
                status=TaskResultStatus.FAILED,
                finished_at=clock.real(),
                exception_class_path=f"{WorkerLost.__module__}.{WorkerLost.__qualname__}",
                traceback=f"the worker died in each of {attempts} attempts",
            )
        JobBeat.objects.filter(pk=result.pk).delete()
    _log.warning("job %s lost its worker in attempt %s", result.pk, attempts)


class Heart:
    """Gives the sign of life of the jobs of this worker, from a thread of its own."""

    def __init__(self, worker: str, interval: timedelta = BEAT) -> None:
        self._worker, self._interval = worker, interval
        self._stop = Event()
        self._thread: Thread | None = None

    def connect(self) -> None:
        """Beat for every job that this process runs from now on."""
        task_started.connect(self._started)
        task_finished.connect(self._finished)

    def _started(self, task_result: Any, **_kwargs: Any) -> None:
        self._beat(task_result.id)
        self._stop = Event()
        self._thread = Thread(target=self._keep_beating, args=(task_result.id, self._stop))
        self._thread.daemon = True
        self._thread.start()

    def _finished(self, task_result: Any, **_kwargs: Any) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        JobBeat.objects.filter(pk=task_result.id).delete()

    def _keep_beating(self, job_id: str, stop: Event) -> None:
        try:
            while not stop.wait(self._interval.total_seconds()):
                self._beat(job_id)
        finally:
            connection.close()

    def _beat(self, job_id: str) -> None:
        """A beat that fails is logged and tried again; the job itself goes on."""
        try:
            JobBeat.objects.update_or_create(
                pk=job_id, defaults={"worker": self._worker, "beat_at": clock.real()}
            )
        except DatabaseError:
            _log.warning("no beat for job %s", job_id, exc_info=True)
