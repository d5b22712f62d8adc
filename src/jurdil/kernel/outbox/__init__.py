"""Field work arrives here: rooms register what a kind of event does, phones send it when they can.

An event is what a person saw, not a row. It is applied when the subject still has the revision that
the person saw, confirmed when the office has the same values by now, and otherwise kept as a
conflict for a person: no clock decides, and nothing that was seen is lost.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from jurdil.kernel import clock, crypto
from jurdil.kernel.models import SyncEvent, SyncFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

Values = Mapping[str, Any]
FORMAT = "1"
"""The format of events this server reads; an event's `app` is ``format+release``."""
KEPT = timedelta(days=7)
"""How long a phone keeps its take-along list after the stage has ended."""


@dataclass(frozen=True)
class Announced:
    """A file that a phone says it will send after the event."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class FieldEvent:
    """What a phone sends. `force` is set when a person decided for the field's record.

    `captured_at` is by the phone's clock; `clock_gap` what the server's clock was ahead of it.
    `files` come after the event, one by one. `worker_id` is who recorded it, when somebody else
    brings it in.
    """

    id: UUID
    kind: str
    subject: str
    base: int
    values: Values
    captured_at: datetime
    device: str
    app: str
    clock_gap: timedelta = timedelta()
    force: bool = False
    files: tuple[Announced, ...] = ()
    worker_id: int | None = None


@dataclass(frozen=True)
class Applied:
    """What a step did: the place concerned and the revision that stands now.

    `same` is True when the office had these values already and nothing changed.
    """

    path: str
    revision: int
    same: bool = False


class Conflict(Exception):
    """The subject has another revision and other values than the field worker saw.

    `office` holds the values that stand, for the person who decides.
    """

    def __init__(self, path: str, revision: int, office: Values) -> None:
        super().__init__(path)
        self.path, self.revision, self.office = path, revision, office


def as_it_is(viewer: Viewer, subject: str) -> str:
    """A subject shown by its own code."""
    return subject


@dataclass(frozen=True)
class Kind:
    """A kind of event: who may record it (`right`), what it does, who decides its conflicts.

    `step` changes the room's rows inside the kernel's act. It raises `Conflict`, `acts.Refused`,
    `windows.Closed`, or ObjectDoesNotExist for a subject outside the viewer's place. With
    `event.force` it compares no revision and asks for no window. `labels` name the values for
    people in the order in which they are shown; `words` say the codes among them; `masked` values
    are shown by their last four signs only; `moments` are shown as the office's day and hour;
    `title` names a subject to somebody who decides. `right` and `decides` are codes of the room's
    own matrix. `attach` takes a file that came after an event which was applied, inside the
    kernel's act; without it the kind takes no files.
    """

    code: str
    name: Text
    right: str
    decides: str
    step: Callable[[Viewer, FieldEvent], Applied]
    labels: Mapping[str, Text] = field(default_factory=dict)
    words: Mapping[str, Mapping[Any, Text]] = field(default_factory=dict)
    title: Callable[[Viewer, str], str] = as_it_is
    masked: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    attach: Callable[[Viewer, FieldEvent, SyncFile], None] | None = None


@dataclass(frozen=True)
class Package:
    """A list that a field worker takes along, and the page that works on it without a signal.

    `url_name` answers with `taken_along(...)` as JSON; `page` is a page below /lapangan/ that
    names nobody; `assets` are the static files it needs besides those of every field page.
    """

    code: str
    title: Text
    right: str
    url_name: str
    page: str = ""
    assets: tuple[str, ...] = ()


_KINDS: dict[str, Kind] = {}
_PACKAGES: dict[str, Package] = {}


def register(kind: Kind) -> None:
    """Make a kind of event known. Raises ValueError when its code is taken."""
    if kind.code in _KINDS:
        raise ValueError(f"two kinds of field events are called {kind.code}")
    _KINDS[kind.code] = kind


def register_package(
    code: str,
    title: Text,
    right: str,
    url_name: str,
    *,
    page: str = "",
    assets: tuple[str, ...] = (),
) -> None:
    """Offer a list to take along. Raises ValueError when its code is taken."""
    if code in _PACKAGES:
        raise ValueError(f"two packages are called {code}")
    _PACKAGES[code] = Package(code, title, right, url_name, page, assets)


def unregister(code: str) -> None:
    """Forget a kind or a package, for the tests that bring their own."""
    _KINDS.pop(code, None)
    _PACKAGES.pop(code, None)


def kind_of(code: str) -> Kind:
    """A registered kind. Raises KeyError."""
    return _KINDS[code]


def packages() -> tuple[Package, ...]:
    """All packages by code."""
    return tuple(package for _code, package in sorted(_PACKAGES.items()))


def deciding(allowed: Callable[[str], bool]) -> tuple[str, ...]:
    """The codes of the kinds whose conflicts somebody may decide, by a test of rights."""
    return tuple(code for code, kind in sorted(_KINDS.items()) if allowed(kind.decides))


def taken_along(code: str, rows: Any, *, closes: datetime | None) -> dict[str, Any]:
    """The answer of a package's address: its rows, and the day on which the phone wipes them.

    `closes` is the end of the stage; without one the phone keeps the list until it is renewed.
    """
    expires = (closes + KEPT).isoformat() if closes else None
    return {"code": code, "expires": expires, "rows": rows}


def recorded(event: FieldEvent) -> datetime:
    """The legal moment of recording: the phone's clock put right by the server's, never later."""
    age = clock.real() - (event.captured_at + event.clock_gap)
    return clock.now() - max(age, timedelta())


def readable(event: FieldEvent) -> bool:
    """Whether this server understands the format and the kind of an event."""
    return event.app.partition("+")[0] == FORMAT and event.kind in _KINDS


def seal(event: FieldEvent, office: Values | None) -> tuple[str, bytes]:
    """(key id, sealed bytes) of an event's values, and of the office's where they differ."""
    both = {
        "field": dict(event.values),
        "office": None if office is None else dict(office),
        "files": [asdict(one) for one in event.files],
    }
    return crypto.encrypt(json.dumps(both).encode(), f"sync:{event.id}")


def open_values(row: SyncEvent) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The field's values and those of the office at that moment (None: no conflict)."""
    both = _opened(row)
    return both["field"], both["office"]


def announced(row: SyncEvent) -> tuple[Announced, ...]:
    """The files that come after an event."""
    return tuple(Announced(**one) for one in _opened(row).get("files", []))


def _opened(row: SyncEvent) -> dict[str, Any]:
    text = crypto.decrypt(row.key_id, bytes(row.sealed), f"sync:{row.pk}").decode()
    found: dict[str, Any] = json.loads(text)
    return found
