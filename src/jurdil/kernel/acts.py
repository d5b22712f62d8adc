"""The two decorators that every door of a room wears: `@act` to change, `@query` to read."""

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from jurdil.kernel import ledger, policy, windows
from jurdil.kernel.fields import within
from jurdil.kernel.turns import turn
from jurdil.kernel.viewer import Viewer

T = TypeVar("T")
P = ParamSpec("P")

ACTS: dict[str, Callable[..., Any]] = {}
QUERIES: dict[str, list[Callable[..., Any]]] = {}
_under_way: ContextVar[str] = ContextVar("act under way", default="")


@dataclass(frozen=True)
class Done(Generic[T]):
    """What an act did, for its ledger entry.

    `subject` is ``table:id``; `path` the place concerned; `payload` ids, codes and figures, never
    a person's data; `batch` the digest of the rows when there are many.
    """

    value: T
    subject: str
    path: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    batch: str = ""


class Refused(Exception):
    """An act cannot be done; the message is one sentence that says what to do next."""


class OutOfScope(PermissionDenied):
    """An act reached a place outside the viewer's own."""


def under_way() -> str:
    """The code of the act whose transaction is running here, '' outside any."""
    return _under_way.get()


@contextmanager
def performing(code: str) -> Iterator[None]:
    """Everything inside belongs to the act `code`; rows of the rooms change nowhere else."""
    token = _under_way.set(code)
    try:
        yield
    finally:
        _under_way.reset(token)


def inner(function: Callable[P, T]) -> Callable[P, T]:
    """Make a function a step inside other acts: it changes rows, their entry vouches for it.

    The wrapped function raises RuntimeError outside an act.
    """

    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        if not under_way():
            raise RuntimeError(f"{function.__qualname__} is a step of an act and no act is running")
        return function(*args, **kwargs)

    wrapper.inner = True  # type: ignore[attr-defined]
    return wrapper


def act(
    code: str, *, stage: str | None = None
) -> Callable[[Callable[..., Done[T]]], Callable[..., T]]:
    """Make a function an act of legal consequence.

    The wrapped function takes keywords only, the first of them ``by: Viewer``, and returns
    `Done`. Around it: the right `code`, the window of `stage` (read from keyword `election_id`),
    one durable transaction, the viewer's scope, and as last statement the ledger entry.
    Raises `policy.Forbidden`, `windows.Closed`, `OutOfScope` or what the act raises.
    """

    def decorate(function: Callable[..., Done[T]]) -> Callable[..., T]:
        @functools.wraps(function)
        def wrapper(*, by: Viewer, **arguments: Any) -> T:
            policy.require(by, code)
            with turn(), transaction.atomic(durable=True), performing(code):
                if stage is not None:
                    windows.require_open(arguments["election_id"], stage)
                done = function(by=by, **arguments)
                if not within(done.path, by.path):
                    raise OutOfScope(_("Tempat ini di luar wilayah kerja Anda."))
                ledger.append(
                    act=code,
                    by=by,
                    subject=done.subject,
                    path=done.path,
                    payload=done.payload,
                    batch=done.batch,
                )
            return done.value

        wrapper.right = code  # type: ignore[attr-defined]
        if code in ACTS:
            raise ValueError(f"two acts are called {code}")
        ACTS[code] = wrapper
        return wrapper

    return decorate


def query(
    code: str,
) -> Callable[
    [Callable[Concatenate[Viewer, P], T]],
    Callable[Concatenate[Viewer, P], T],
]:
    """Make a function a reading that needs the right `code`; its first argument is the viewer.

    Scope is the query's own duty: every table is filtered by ``path__within=viewer.path``.
    """

    def decorate(
        function: Callable[Concatenate[Viewer, P], T],
    ) -> Callable[Concatenate[Viewer, P], T]:
        @functools.wraps(function)
        def wrapper(viewer: Viewer, *args: P.args, **kwargs: P.kwargs) -> T:
            policy.require(viewer, code)
            return function(viewer, *args, **kwargs)

        wrapper.right = code  # type: ignore[attr-defined]
        QUERIES.setdefault(code, []).append(wrapper)
        return wrapper

    return decorate


def person(by: Viewer) -> int:
    """The account behind a viewer. Raises `Refused` for the command line and for visitors."""
    if by.account_id is None:
        raise Refused(_("Tindakan ini dilakukan oleh orang yang masuk dengan akunnya."))
    return by.account_id
