"""The exchange as its readers see it: partners, packages both ways, what is held, our card."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jurdil.kernel import exchange, files, paging, policy
from jurdil.kernel.acts import query
from jurdil.kernel.exchange import cards, codec, jobs, posting
from jurdil.kernel.exchange.examining import type_name
from jurdil.kernel.exchange.reasons import sentence
from jurdil.kernel.models import Held, LedgerEntry, Parcel, ParcelTry
from jurdil.kernel.paging import Page, page_of
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

PAGE = 50
_TRIES_SHOWN = 10


@dataclass(frozen=True)
class ParcelRow:
    """A package on a list; `reason` says why the other office holds it, if it does."""

    id: int
    title: str
    type: Text
    partner: str
    sequence: int
    state: str
    label: str
    moment: datetime
    late: bool
    reason: Text | None


@dataclass(frozen=True)
class HeldRow:
    """A package that was not taken in, with the reason in words."""

    id: int
    title: str
    type: Text | None
    partner: str
    code: str
    reason: Text
    via: str
    arrived_at: datetime
    state: str
    label: str
    closed_at: datetime | None
    closed_name: str
    note: str
    file: str
    digest: str
    parcel: int | None


@dataclass(frozen=True)
class FileRow:
    name: str
    size: int


@dataclass(frozen=True)
class TryRow:
    at: datetime
    reason: Text


@dataclass(frozen=True)
class TrailRow:
    """An act of this house about a package."""

    seq: int
    act: Text
    actor: str
    at: datetime


@dataclass(frozen=True)
class ParcelPage:
    """A package with its history. `lines` are None for who may not read its content."""

    row: ParcelRow
    way: str
    digest: str
    number: str
    schema: int
    office: str
    fingerprint: str
    legal_at: datetime
    created_at: datetime
    arrived_at: datetime | None
    via: str
    lines: exchange.Lines | None
    files: tuple[FileRow, ...]
    receipt_at: datetime | None
    tries: tuple[TryRow, ...]
    next_try: datetime | None
    trail: tuple[TrailRow, ...]
    link: str

    @property
    def outgoing(self) -> bool:
        return self.way == Parcel.Way.OUT


@query("exchange.view")
def received(viewer: Viewer, *, after: str = "") -> Page[ParcelRow]:
    """Packages that were taken in, the newest first."""
    return _listed(_parcels(viewer).filter(way=Parcel.Way.IN), after)


@query("exchange.view")
def sent(viewer: Viewer, *, after: str = "") -> Page[ParcelRow]:
    """Packages that were sent, the newest first."""
    return _listed(_parcels(viewer).filter(way=Parcel.Way.OUT), after)


@query("exchange.view")
def held(viewer: Viewer) -> tuple[HeldRow, ...]:
    """What waits for a decision, the oldest first."""
    rows = _held(viewer).filter(state=Held.State.WAITING).order_by("arrived_at", "id")
    return tuple(_held_row(row) for row in rows[:PAGE])


@query("exchange.view")
def held_count(viewer: Viewer) -> int:
    """How many packages wait for a decision."""
    return _held(viewer).filter(state=Held.State.WAITING).count()


@query("exchange.view")
def held_one(viewer: Viewer, held_id: int) -> HeldRow:
    """A held package. Raises Held.DoesNotExist."""
    return _held_row(_held(viewer).get(pk=held_id))


@query("exchange.view")
def held_bytes(viewer: Viewer, held_id: int) -> Held:
    """The row of a held package for examining it again. Raises Held.DoesNotExist."""
    return _held(viewer).select_related("file").get(pk=held_id)


@query("exchange.view")
def parcel(viewer: Viewer, parcel_id: int) -> ParcelPage:
    """A package with its history. Raises Parcel.DoesNotExist outside the viewer's place."""
    found = _parcels(viewer).select_related("body").get(pk=parcel_id)
    body = codec.read_body(files.content(found.body))
    kind = exchange.type_of(found.type)
    readable = kind is not None and policy.allows(viewer, kind.right)
    tries = list(found.tries.order_by("-at")[:_TRIES_SHOWN])
    is_open = found.way == Parcel.Way.OUT and found.state != Parcel.State.ARRIVED
    return ParcelPage(
        row=_row(found),
        way=found.way,
        digest=found.digest,
        number=str(found.number),
        schema=found.schema,
        office=found.partner.office,
        fingerprint=cards.in_groups(found.fingerprint),
        legal_at=found.legal_at,
        created_at=found.created_at,
        arrived_at=found.arrived_at,
        via=found.via,
        lines=kind.lines(body.said["payload"]) if kind and readable else None,
        files=_files(body) if readable else (),
        receipt_at=found.receipt_at,
        tries=tuple(TryRow(one.at, sentence(one.code, one.facts)) for one in tries),
        next_try=_next_try(found, tries) if is_open and found.partner.address else None,
        trail=_trail(viewer, found),
        link=kind.link(found.subject) if kind and readable and kind.link else "",
    )


@query("exchange.view")
def receipt_file(viewer: Viewer, parcel_id: int) -> bytes:
    """The receipt of a package that was taken in, as a sealed file for its sender.

    Raises Parcel.DoesNotExist, `acts.Refused` when the sender has no key in force.
    """
    wanted = _parcels(viewer).filter(way=Parcel.Way.IN, receipt__isnull=False)
    found = wanted.get(pk=parcel_id)
    return posting.sealed_body(bytes(found.receipt or b""), found.partner)


def _parcels(viewer: Viewer) -> QuerySet[Parcel]:
    return Parcel.objects.filter(path__within=viewer.path).select_related("partner")


def _held(viewer: Viewer) -> QuerySet[Held]:
    return Held.objects.filter(path__within=viewer.path).select_related("partner")


def _listed(rows: QuerySet[Parcel], after: str) -> Page[ParcelRow]:
    key = paging.decode(after, int)
    chosen = rows.filter(pk__lt=key[0]) if key else rows
    fetched = [_row(one) for one in chosen.order_by("-id")[: PAGE + 1]]
    return page_of(fetched, PAGE, lambda row: (row.id,), first=not after, total=rows.count())


def _row(one: Parcel) -> ParcelRow:
    return ParcelRow(
        id=one.pk,
        title=one.title,
        type=type_name(one.type),
        partner=one.partner.name,
        sequence=one.sequence,
        state=one.state,
        label=str(one.get_state_display()),
        moment=one.arrived_at or one.created_at,
        late=one.late,
        reason=sentence(one.code, one.facts) if one.state == Parcel.State.HELD else None,
    )


def _held_row(row: Held) -> HeldRow:
    return HeldRow(
        id=row.pk,
        title=row.title,
        type=type_name(row.type) if row.type else None,
        partner=row.partner.name if row.partner else "",
        code=row.code,
        reason=sentence(row.code, row.facts),
        via=row.via,
        arrived_at=row.arrived_at,
        state=row.state,
        label=str(row.get_state_display()),
        closed_at=row.closed_at,
        closed_name=row.closed_name,
        note=row.reason,
        file=row.file_id,
        digest=row.digest,
        parcel=row.parcel_id,
    )


def _files(body: codec.Body) -> tuple[FileRow, ...]:
    return tuple(FileRow(one["name"], one["size"]) for one in body.said["files"])


def _next_try(found: Parcel, tries: list[ParcelTry]) -> datetime | None:
    return jobs.next_try(found.tries.count(), tries[0].at if tries else None)


def _trail(viewer: Viewer, found: Parcel) -> tuple[TrailRow, ...]:
    """Acts that name the package: those about it, and the one that put it into the outbox."""
    subjects = [f"parcel:{found.pk}", found.subject]
    entries = LedgerEntry.objects.filter(path__within=viewer.path, subject__in=subjects)
    named = [row for row in entries.order_by("seq") if _package_of(row) == found.digest]
    return tuple(
        TrailRow(row.seq, _act_name(row.act), row.actor_name, row.real_at) for row in named
    )


def _package_of(entry: LedgerEntry) -> str:
    return str(json.loads(entry.payload).get("package", ""))


def _act_name(code: str) -> Text:
    right = policy.matrix().get(code)
    return right.name if right else Text(code, code)
