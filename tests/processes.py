"""Whole processes of the project on a test's own database, to be killed at will."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import monotonic, sleep

from django.db import connection

from tests.environment import ROOT

SETTINGS = "tests.kernel.sample_room.settings"


def database_url() -> str:
    """The address of the database this test is connected to."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    where = f"{values['HOST'] or '127.0.0.1'}:{values['PORT'] or 5432}"
    return f"postgres://{values['USER']}:{values['PASSWORD']}@{where}/{values['NAME']}"


def jurdil(*arguments: str, **environment: str) -> AbstractContextManager[subprocess.Popen[str]]:
    """`jurdil` with these arguments, as a process that is gone at the end in any case."""
    return _running("jurdil.cli", *arguments, **environment)


def worker(name: str) -> AbstractContextManager[subprocess.Popen[str]]:
    """A worker that runs the jobs of the queue under this name, gone at the end in any case."""
    return _running("jurdil.kernel.worker", name)


@contextmanager
def _running(module: str, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "DATABASE_URL": database_url(),
            **environment,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def until(holds: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until something holds. Raises AssertionError when it does not in time."""
    end = monotonic() + seconds
    while not holds():
        if monotonic() > end:
            raise AssertionError("waited too long")
        sleep(0.05)


def children(pid: int) -> dict[int, str]:
    """The child processes of a process and their command lines (Linux)."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid and command:
            found[int(folder.name)] = command
    return found


def kill(pid: int) -> None:
    """SIGKILL, as the kernel does when memory runs out."""
    os.kill(pid, signal.SIGKILL)


def is_alive(pid: int) -> bool:
    """Whether a process exists and is no zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
