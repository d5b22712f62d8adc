"""What the field sent: one's own answers, and what waits for a decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import clock, outbox
from jurdil.kernel.acts import query
from jurdil.kernel.language import say
from jurdil.kernel.models import SyncEvent
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

SHOWN = 200


@dataclass(frozen=True)
class EventRow:
    """An event on a list, with its kind and subject in words."""

    event: SyncEvent
    kind: Text
    title: str


@dataclass(frozen=True)
class Difference:
    """One value of an event beside the office's, in words."""

    name: str
    field: str
    office: str
    differs: bool


@dataclass(frozen=True)
class Waiting:
    """An event that waits, or waited, for a person, with its values side by side.

    `compared` is False for a late event, whose subject nobody looked at yet.
    """

    row: EventRow
    lines: tuple[Difference, ...]
    compared: bool
    own: bool


@query("outbox.mine")
def answered(viewer: Viewer, ids: Iterable[UUID]) -> dict[UUID, SyncEvent]:
    """The events among `ids` that already have an answer, if the viewer recorded or sent them."""
    own = Q(worker_id=viewer.account_id) | Q(sender_id=viewer.account_id)
    return {row.pk: row for row in SyncEvent.objects.filter(own, pk__in=list(ids))}


@query("outbox.mine")
def mine(viewer: Viewer) -> tuple[EventRow, ...]:
    """The viewer's own events, the newest first."""
    rows = SyncEvent.objects.filter(worker_id=viewer.account_id).order_by("-received_at", "id")
    return tuple(_row(viewer, row) for row in rows[:SHOWN])


@query("outbox.mine")
def packages(viewer: Viewer) -> tuple[outbox.Package, ...]:
    """The lists that the viewer may take along."""
    return tuple(package for package in outbox.packages() if allows(viewer, package.right))


@query("outbox.waiting")
def waiting(viewer: Viewer) -> tuple[EventRow, ...]:
    """Events in the viewer's place that wait for a person who may decide, the oldest first."""
    rows = _waiting(viewer).order_by("received_at", "id")
    return tuple(_row(viewer, row) for row in rows[:SHOWN])


@query("outbox.waiting")
def waiting_count(viewer: Viewer) -> int:
    """How many wait."""
    return _waiting(viewer).count()


@query("outbox.waiting")
def waiting_event(viewer: Viewer, event_id: UUID) -> Waiting:
    """One event with its values. Raises SyncEvent.DoesNotExist outside the scope or the right."""
    row = SyncEvent.objects.filter(path__within=viewer.path).get(pk=event_id)
    if row.kind not in _decided_by(viewer):
        raise SyncEvent.DoesNotExist
    values, office = outbox.open_values(row)
    lines = _lines(outbox.kind_of(row.kind), values, office)
    own = viewer.account_id in (row.worker_id, row.sender_id)
    return Waiting(_row(viewer, row), lines, office is not None, own)


def _decided_by(viewer: Viewer) -> tuple[str, ...]:
    return outbox.deciding(lambda right: allows(viewer, right))


def _waiting(viewer: Viewer) -> QuerySet[SyncEvent]:
    return SyncEvent.objects.filter(
        kind__in=_decided_by(viewer),
        path__within=viewer.path,
        outcome__in=[SyncEvent.Outcome.CONFLICT, SyncEvent.Outcome.LATE],
        decision="",
    )


def _row(viewer: Viewer, row: SyncEvent) -> EventRow:
    try:
        kind = outbox.kind_of(row.kind)
    except KeyError:
        return EventRow(row, Text(row.kind, row.kind), row.subject)
    return EventRow(row, kind.name, kind.title(viewer, row.subject))


def _lines(
    kind: outbox.Kind, values: Mapping[str, Any], office: Mapping[str, Any] | None
) -> tuple[Difference, ...]:
    names = [name for name in kind.labels if name in values or name in (office or {})]
    names += [name for name in dict.fromkeys([*values, *(office or {})]) if name not in names]
    return tuple(_line(kind, name, values, office) for name in names)


def _line(
    kind: outbox.Kind, name: str, values: Mapping[str, Any], office: Mapping[str, Any] | None
) -> Difference:
    label = say(kind.labels[name]) if name in kind.labels else name
    field, there = (_meant(kind, name, side) for side in (values, office or {}))
    differs = office is not None and field != there
    return Difference(label, _say(kind, name, field), _say(kind, name, there), differs)


def _meant(kind: outbox.Kind, name: str, side: Mapping[str, Any]) -> Any:
    """A value as it is compared: a moment in whatever zone, None for what was left empty."""
    value = side.get(name)
    if name in kind.moments and isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return value
    return None if value in ("", [], {}) else value


def _say(kind: outbox.Kind, name: str, value: Any) -> str:
    words = kind.words.get(name, {})
    if name in kind.masked and value:
        return f"••••{str(value)[-4:] if isinstance(value, str | int) else ''}"
    if isinstance(value, datetime):
        return f"{value.astimezone(clock.zone()):%d-%m-%Y %H.%M}"
    if isinstance(value, str | int) and value in words:
        return say(words[value])
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_plain(one)}" for key, one in value.items())
    return "" if value is None else _plain(value)


def _plain(value: Any) -> str:
    """A list as its entries with commas, so that a person reads no program's signs."""
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value if one != "")
    return str(value)
