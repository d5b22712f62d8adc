"""`jurdil serve`: the web and the worker as two child processes, watched until told to stop."""

import contextlib
import ctypes
import logging
import signal
import socket
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from time import monotonic, sleep
from uuid import uuid4

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections, connection

from jurdil.kernel import daily, health, jobs
from jurdil.kernel.exchange import jobs as exchange
from jurdil.kernel.imports import staging

LOOK = 0.5
"""Seconds between two looks at the children."""
RECOVER = 5.0
"""Seconds between two searches for jobs that lost their worker."""
DAY_LOOK = 60.0
"""Seconds between two looks at the calendar for duties of a new legal day."""
GRACE = 15.0
"""Seconds a child has to end by itself."""
STEADY = 10.0
"""Seconds after which a child counts as running well."""
LONGEST_PAUSE = 30.0
WEB_PROCESSES = 2
THREADS = {"sqlite": 1, "postgresql": 4}
"""Blocking threads per web process: few writers win in SQLite."""

_PR_SET_PDEATHSIG = 1
_log = logging.getLogger(__name__)


def serve(host: str, port: int) -> int:
    """Serve until SIGTERM or SIGINT; returns the exit code, 2 when it cannot start."""
    if problems := start_problems(host, port):
        for sentence in problems:
            sys.stderr.write(f"jurdil serve: {sentence}\n")
        return 2
    call_command("collectstatic", interactive=False, verbosity=0)
    house = House(host, port)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: house.stop())
    sys.stdout.write(f"Jurdil: http://{host}:{port}/\n")
    sys.stdout.flush()
    house.run()
    return 0


def start_problems(host: str, port: int) -> list[str]:
    """What forbids a start, in whole sentences; empty when all is well."""
    return health.problems() or _address_problems(host, port)


def _address_problems(host: str, port: int) -> list[str]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = f"{host}:{port} cannot be used ({error.strerror})."
            return [f"{reason} Stop the other program there or choose another --port."]
    return []


class Child(ABC):
    """A process that is started again when it dies, after longer and longer pauses."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.process: subprocess.Popen[bytes] | None = None
        self._started = self._not_before = 0.0
        self._failures = 0

    @abstractmethod
    def command(self) -> Sequence[str]:
        """The program and its arguments."""

    def lost(self) -> None:  # noqa: B027 - most children have nothing to do
        """What there is to do after the process died."""

    def look(self) -> None:
        """Start the process, or find it dead and plan its next start."""
        if self.process is None:
            if monotonic() >= self._not_before:
                self._start()
            return
        code = self.process.poll()
        if code is None:
            return
        steady = monotonic() - self._started > STEADY
        self._failures = 1 if steady else self._failures + 1
        pause = 0.0 if self._failures == 1 else min(2.0**self._failures, LONGEST_PAUSE)
        self._not_before = monotonic() + pause
        self.process = None
        _log.warning("%s ended with code %s; it starts again in %s s", self.name, code, pause)
        self.lost()

    def _start(self) -> None:
        self._started = monotonic()
        self.process = subprocess.Popen(
            self.command(),
            start_new_session=True,  # Ctrl+C reaches this house only, which then stops in order
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )

    def end(self) -> None:
        """Ask the process to end."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, until: float) -> None:
        """Wait for the end, and force it after the moment `until`."""
        if self.process is None:
            return
        try:
            self.process.wait(max(until - monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            _log.warning("%s did not end by itself", self.name)
            self.process.kill()
            self.process.wait()


class Web(Child):
    """Granian with the WSGI application."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__("web")
        self._host, self._port = host, port

    def command(self) -> Sequence[str]:
        options = {
            "--interface": "wsgi",
            "--host": self._host,
            "--port": str(self._port),
            "--workers": str(WEB_PROCESSES),
            "--blocking-threads": str(THREADS[connection.vendor]),
            "--workers-kill-timeout": "10",
            "--log-level": "warning",
        }
        flat = [part for pair in options.items() for part in pair]
        return [
            *(sys.executable, "-m", "granian"),
            *flat,
            *("--no-ws", "--respawn-failed-workers", "jurdil.project.wsgi:application"),
        ]


class Worker(Child):
    """The process that runs jobs; each start has a name of its own."""

    def __init__(self) -> None:
        super().__init__("worker")
        self._id = ""

    def command(self) -> Sequence[str]:
        self._id = uuid4().hex[:16]
        return [sys.executable, "-m", "jurdil.kernel.worker", self._id]

    def lost(self) -> None:
        with _outlasting_the_database():
            jobs.recover(lost_worker=self._id)


class House:
    """The children and the loop that watches them."""

    def __init__(self, host: str, port: int) -> None:
        self._children: list[Child] = [Web(host, port), Worker()]
        self._stopping = False
        self._next_recovery = self._next_day_look = 0.0

    def stop(self) -> None:
        """End the loop; safe to call from a signal handler."""
        self._stopping = True

    def run(self) -> None:
        """Watch until `stop`, then end the children in order."""
        try:
            while not self._stopping:
                for child in self._children:
                    child.look()
                self._recover()
                self._do_daily_duties()
                sleep(LOOK)
        finally:
            self._end()

    def _recover(self) -> None:
        if monotonic() < self._next_recovery:
            return
        self._next_recovery = monotonic() + RECOVER
        with _outlasting_the_database():
            jobs.recover()
            staging.sweep()
            exchange.sweep()

    def _do_daily_duties(self) -> None:
        if monotonic() < self._next_day_look:
            return
        self._next_day_look = monotonic() + DAY_LOOK
        with _outlasting_the_database():
            daily.do_what_is_due()

    def _end(self) -> None:
        for child in self._children:
            child.end()
        until = monotonic() + GRACE
        for child in self._children:
            child.wait(until)


@contextlib.contextmanager
def _outlasting_the_database() -> Iterator[None]:
    """A database that is away for a while must not end the supervision."""
    close_old_connections()
    try:
        yield
    except DatabaseError:
        _log.warning("jobs could not be looked after", exc_info=True)


def _end_with_parent() -> None:
    """Even a supervisor killed by SIGKILL leaves no child behind (Linux)."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
