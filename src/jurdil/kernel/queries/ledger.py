"""The trail as its readers see it: what happened in their place, and the whole file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from jurdil.kernel import clock, fields, ledger, paging, policy
from jurdil.kernel.acts import query
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

PAGE = 50
COMMAND_LINE = Text("perintah di mesin", "command line")


@dataclass(frozen=True)
class EntryRow:
    """An act in the ledger in words; `act` is its name, `code` its code."""

    seq: int
    act: Text
    code: str
    actor: str
    role: Text
    path: str
    subject: str
    legal_at: datetime
    real_at: datetime


@dataclass(frozen=True)
class Entry:
    """One entry with everything that is hashed; `facts` are its payload as name and value."""

    row: EntryRow
    office: str
    actor_path: str
    batch: str
    facts: tuple[tuple[str, str], ...]
    prev: str
    hash: str
    newer: int | None
    older: int | None


@dataclass(frozen=True)
class ActChoice:
    code: str
    name: Text


@dataclass(frozen=True)
class Head:
    """What a paper prints of the ledger: how many entries and the last one's hash."""

    count: int
    hash: str


@query("ledger.view")
def entries(
    viewer: Viewer, *, act: str = "", path: str = "", subject: str = "", after: str = ""
) -> paging.Page[EntryRow]:
    """Entries in scope, newest first, filtered by act, place (and below) and subject."""
    found = _scoped(viewer)
    if act:
        found = found.filter(act=act)
    if path:
        found = found.filter(path__within=path)
    if subject:
        found = found.filter(subject=subject)
    total = found.count()
    if key := paging.decode(after, int):
        found = found.filter(seq__lt=key[0])
    rows = [_row(entry) for entry in found.order_by("-seq")[: PAGE + 1]]
    return paging.page_of(rows, PAGE, lambda row: (row.seq,), first=not after, total=total)


@query("ledger.view")
def entry(viewer: Viewer, seq: int) -> Entry:
    """One entry in scope. Raises `LedgerEntry.DoesNotExist`."""
    scoped = _scoped(viewer)
    found = scoped.get(seq=seq)
    newer = scoped.filter(seq__gt=seq).order_by("seq").values_list("seq", flat=True).first()
    older = scoped.filter(seq__lt=seq).order_by("-seq").values_list("seq", flat=True).first()
    return Entry(
        row=_row(found),
        office=found.office,
        actor_path=found.actor_path,
        batch=found.batch,
        facts=_facts(found.payload),
        prev=found.prev,
        hash=found.hash,
        newer=newer,
        older=older,
    )


@query("ledger.view")
def act_choices(viewer: Viewer) -> tuple[ActChoice, ...]:
    """The acts of the matrix, to filter by."""
    acts = [right for right in policy.matrix().values() if right.kind == policy.ACT]
    return tuple(ActChoice(right.code, right.name) for right in acts)


@query("ledger.view")
def head(viewer: Viewer) -> Head:
    """Count and head of the whole ledger, as papers print them; they reveal no entry."""
    return Head(*ledger.head())


@query("ledger.export")
def export(viewer: Viewer) -> Iterator[str]:
    """The whole ledger as JSON lines, for those whose place is the whole office.

    Raises `policy.Forbidden` for a narrower place: a chain with gaps proves nothing.
    """
    if not fields.within(clock.office_path(), viewer.path):
        raise policy.Forbidden
    return ledger.export()


def _scoped(viewer: Viewer) -> QuerySet[LedgerEntry]:
    return LedgerEntry.objects.filter(path__within=viewer.path)


def _row(entry: LedgerEntry) -> EntryRow:
    right = policy.matrix().get(entry.act)
    role = ROLES.get(entry.actor_role)
    return EntryRow(
        seq=entry.seq,
        act=right.name if right else Text(entry.act, entry.act),
        code=entry.act,
        actor=entry.actor_name,
        role=role.name if role else COMMAND_LINE,
        path=entry.path,
        subject=entry.subject,
        legal_at=entry.legal_at,
        real_at=entry.real_at,
    )


def _facts(payload: str) -> tuple[tuple[str, str], ...]:
    values: dict[str, Any] = json.loads(payload)
    return tuple((name, _printed(value)) for name, value in values.items())


def _printed(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
