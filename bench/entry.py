"""Fifty typists, each on a form of the DPR, each saving the draft once a second over HTTP.

The house is served as `jurdil serve` serves it, in processes of its own, on SQLite and on
PostgreSQL (a server in JURDIL_BENCH_POSTGRESQL on which databases may be made). A save counts from
the moment it was due, so a server that falls behind cannot hide it. Beside that: the board of entry
and the next form in a regency of 4,000 TPS and five contests.
"""

import http.client
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, sleep
from urllib.parse import urlencode, urlsplit

from bench.table import Table, machine, percentile, rounds

TYPISTS, SECONDS, TPS_COUNT, ROUNDS = 50, 30, 4000, 20
TARGET = "0 failures, p95 < 150 ms"
ASKED = "JURDIL_BENCH_POSTGRESQL"
TOKEN = "b" * 32
"""The CSRF token; the cookie and the header only have to agree."""

Row = tuple[str, ...]
Work = Callable[[str, str, str], list[Row]]


@dataclass
class Typist:
    """One operator at the keyboard: where the drafts go, what was answered and when."""

    address: str
    cookie: str
    bodies: list[str]
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def type(self, port: int, begin: float) -> None:
        """One save a second from `begin`; a save that is late makes the next one late too."""
        server = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        headers = {
            "Cookie": f"{self.cookie}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        for number, body in enumerate(self.bodies):
            due = begin + number
            sleep(max(due - perf_counter(), 0))
            try:
                server.request("POST", self.address, body, headers)
                answer = server.getresponse()
                said = answer.read()
                if answer.status != 200:
                    self.failures.append(f"{answer.status} {said[:200]!r}")
            except (OSError, http.client.HTTPException) as error:
                self.failures.append(repr(error))
                server.close()
            self.seconds.append(perf_counter() - due)


def run() -> Table:
    """Each database in a process of its own; raises AssertionError when a draft is not kept."""
    rows = _apart(_saves, "SQLite", "")
    if server := os.environ.get(ASKED, ""):
        with _own_database(server) as database:
            rows += _apart(_saves, "PostgreSQL", database)
    else:
        rows.append(("PostgreSQL", f"not measured: {ASKED} names no server", TARGET))
    rows += _apart(_board, "", "")
    return Table(
        title="Entry: 50 typists at once, and the board of a large regency",
        note=(
            f"{TYPISTS} typists, each one save a second for {SECONDS} s, server and typists on the "
            f"same machine ({machine()}). Afterwards every draft is compared with what its typist "
            f"sent last. Board: {TPS_COUNT} TPS, five contests, all forms begun; SQLite."
        ),
        columns=("measure", "value", "target"),
        rows=rows,
    )


def _apart(work: Work, name: str, database: str) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            return pool.submit(_told, work, name, database, folder).result()


def _told(work: Work, name: str, database: str, folder: str) -> list[Row]:
    """A fault of the house in words: its exceptions cannot be read where it is not loaded."""
    try:
        return work(name, database, folder)
    except Exception as error:
        raise RuntimeError("".join(traceback.format_exception(error))) from None


@contextmanager
def _own_database(server: str) -> Iterator[str]:
    """A new database beside the one that the address names; dropped at the end."""
    import psycopg

    name = f"jurdil_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _start(folder: str, database: str) -> None:
    """A home of its own and Django with it, before any room is imported."""
    os.environ["JURDIL_HOME"], os.environ["JURDIL_KEYS"] = f"{folder}/home", f"{folder}/keys"
    os.environ["JURDIL_HOSTS"] = "127.0.0.1,testserver"
    os.environ["DATABASE_URL"] = database or f"sqlite:///{folder}/jurdil.sqlite3"
    Path(folder, "home").mkdir()
    from jurdil.kernel.starting import start_django

    start_django()


def _saves(name: str, database: str, folder: str) -> list[Row]:
    _start(folder, database)
    from bench.grounds.desk import Desk

    desk = Desk(TYPISTS, TYPISTS)
    opened = desk.open_forms()
    fields = desk.fields()
    typists = [Typist(at, cookie, _bodies(fields, n)) for n, (at, cookie) in enumerate(opened)]
    with _served() as (port, process):
        _type_all(typists, port)
        memory = _memory(process.pid)
    for number, (typist, (cells, saves)) in enumerate(zip(typists, desk.kept(), strict=True)):
        if not typist.failures:
            assert saves == SECONDS, f"{saves} saves were kept of {SECONDS}"
            assert cells == _cells(fields, number, SECONDS - 1), "a draft is not what was typed"
    seconds = [one for typist in typists for one in typist.seconds]
    failed = [one for typist in typists for one in typist.failures]
    told = f"{len(failed)}{f', first: {failed[0]}' if failed else ''}"
    return [
        (f"{name}: forms of {len(fields)} figures, saves", f"{len(seconds):,}", ""),
        (f"{name}: failures", told, "0"),
        (f"{name}: p50", _ms(percentile(seconds, 0.5)), ""),
        (f"{name}: p95", _ms(percentile(seconds, 0.95)), "< 150 ms"),
        (f"{name}: largest", _ms(max(seconds)), ""),
        (f"{name}: memory of the server's processes", f"{memory} MiB", ""),
    ]


def _cells(fields: tuple[str, ...], typist: int, second: int) -> dict[str, str]:
    """What stands on the page: a little more is typed every second."""
    typed = (second + 1) * len(fields) // SECONDS
    return {
        name: str((typist + place + second) % 300) if place < typed else ""
        for place, name in enumerate(fields)
    }


def _bodies(fields: tuple[str, ...], typist: int) -> list[str]:
    return [
        urlencode({f"a:{name}": value for name, value in _cells(fields, typist, second).items()})
        for second in range(SECONDS)
    ]


def _type_all(typists: list[Typist], port: int) -> None:
    """All typists at once, their saves spread over the second as people's are."""
    begin = perf_counter() + 1
    threads = [
        threading.Thread(target=one.type, args=(port, begin + number / len(typists)))
        for number, one in enumerate(typists)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@contextmanager
def _served() -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """`jurdil serve` on a free port, warm; it and its children are gone at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "jurdil.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            if _answers(port):
                break
            sleep(0.1)
        else:
            raise RuntimeError("the server did not start")
        for _ in range(20):
            _answers(port)
        yield port, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _answers(port: int) -> bool:
    server = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        server.request("GET", "/healthz/live")
        return server.getresponse().status == 200
    except OSError:
        return False
    finally:
        server.close()


def _memory(root: int) -> int:
    """MiB that the process and its descendants hold, shared pages counted once (Linux)."""
    family, parents = {root}, _parents()
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    kilobytes = 0
    for pid in family:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes // 1024


def _parents() -> dict[int, int]:
    found = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(file.parent.name)] = int(file.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def _board(_name: str, database: str, folder: str) -> list[Row]:
    _start(folder, database)
    from bench.grounds.desk import Desk

    desk = Desk(TPS_COUNT, 2)
    desk.begin_all()
    desk.enter()
    ways = {
        f"board of {TPS_COUNT} TPS x 5 contests, query": desk.board,
        "board, page through the whole stack": desk.board_page,
        "next form": desk.next_form,
    }
    return [
        (f"{name}, p95", _ms(percentile(rounds(way, ROUNDS), 0.95)), "")
        for name, way in ways.items()
    ]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
