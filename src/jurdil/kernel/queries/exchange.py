"""The exchange as its readers see it: partners, packages both ways, what is held, our card."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jurdil.kernel import crypto, exchange, files, paging, policy
from jurdil.kernel.acts import query
from jurdil.kernel.exchange import cards, codec, jobs, keys, posting
from jurdil.kernel.exchange.examining import type_name
from jurdil.kernel.exchange.reasons import sentence
from jurdil.kernel.models import Held, LedgerEntry, Office, Parcel, ParcelTry, Partner, PartnerKey
from jurdil.kernel.paging import Page, page_of
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

PAGE = 50
_MISSING_SHOWN = 5
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
class KeyRow:
    """A key of a partner: its fingerprint in groups, and how it came and went."""

    id: int
    fingerprint: str
    in_force: bool
    waits: bool
    own_entry: bool
    entered_name: str
    entered_at: datetime
    confirmed_name: str
    confirmed_at: datetime | None
    letter: str
    ended_at: datetime | None
    end: str
    reason: str


@dataclass(frozen=True)
class PartnerRow:
    """A partner; `missing` are numbers of its packages that never came, as far as they show."""

    id: int
    name: str
    office: str
    address: str
    keys: tuple[KeyRow, ...]
    waiting_out: int
    received: int
    missing: tuple[int, ...]

    @property
    def ready(self) -> bool:
        return any(key.in_force for key in self.keys)

    @property
    def unconfirmed(self) -> bool:
        return any(key.waits for key in self.keys)


@dataclass(frozen=True)
class FileRow:
    name: str
    size: int
    sha256: str


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
    def can_be_handed(self) -> bool:
        return self.way == Parcel.Way.OUT


@dataclass(frozen=True)
class OwnCard:
    """Our own card: text for the QR code, fingerprint in groups, number of the key."""

    text: str
    fingerprint: str
    name: str
    address: str
    number: int
    older: int


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


@query("exchange.release")
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


@query("exchange.view")
def partners(viewer: Viewer) -> tuple[PartnerRow, ...]:
    """The offices that are known."""
    if not _whole_office(viewer):
        return ()
    return tuple(_partner(viewer, row) for row in Partner.objects.order_by("kind", "path"))


@query("exchange.view")
def partner(viewer: Viewer, partner_id: int) -> PartnerRow:
    """One partner. Raises Partner.DoesNotExist."""
    if not _whole_office(viewer):
        raise Partner.DoesNotExist
    return _partner(viewer, Partner.objects.get(pk=partner_id))


@query("exchange.view")
def own_card(viewer: Viewer) -> OwnCard:
    """Our own card. Raises `crypto.KeyMissing` when the keys are away."""
    own = keys.newest()
    card = own.card
    return OwnCard(
        text=cards.written(card),
        fingerprint=cards.in_groups(card.fingerprint),
        name=card.name,
        address=card.address,
        number=own.number,
        older=len(crypto.signing_keys()) - 1,
    )


def _whole_office(viewer: Viewer) -> bool:
    return viewer.path == Office.objects.get().path


def _parcels(viewer: Viewer) -> QuerySet[Parcel]:
    return Parcel.objects.filter(path__within=viewer.path).select_related("partner")


def _held(viewer: Viewer) -> QuerySet[Held]:
    return Held.objects.filter(path__within=viewer.path).select_related("partner")


def _listed(rows: QuerySet[Parcel], after: str) -> Page[ParcelRow]:
    key = paging.decode(after) if after else None
    chosen = rows.filter(pk__lt=key[0]) if key and isinstance(key[0], int) else rows
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


def _partner(viewer: Viewer, row: Partner) -> PartnerRow:
    incoming = Parcel.objects.filter(partner=row, way=Parcel.Way.IN)
    outgoing = Parcel.objects.filter(partner=row, way=Parcel.Way.OUT)
    numbers = incoming.values_list("sequence", flat=True)
    return PartnerRow(
        id=row.pk,
        name=row.name,
        office=row.office,
        address=row.address,
        keys=tuple(_key(viewer, key) for key in row.keys.order_by("-entered_at", "-id")),
        waiting_out=outgoing.exclude(state=Parcel.State.ARRIVED).count(),
        received=len(numbers),
        missing=_gaps(numbers),
    )


def _gaps(numbers: Iterable[int]) -> tuple[int, ...]:
    """The first numbers that were left out before the highest one."""
    found: list[int] = []
    expected = 1
    for number in sorted(set(numbers)):
        while expected < number and len(found) < _MISSING_SHOWN:
            found.append(expected)
            expected += 1
        expected = number + 1
    return tuple(found)


def _key(viewer: Viewer, key: PartnerKey) -> KeyRow:
    return KeyRow(
        id=key.pk,
        fingerprint=cards.in_groups(key.fingerprint),
        in_force=key.in_force,
        waits=key.waits,
        own_entry=viewer.account_id is not None and viewer.account_id == key.entered_by_id,
        entered_name=key.entered_name,
        entered_at=key.entered_at,
        confirmed_name=key.confirmed_name,
        confirmed_at=key.confirmed_at,
        letter=key.letter,
        ended_at=key.ended_at,
        end=str(key.get_end_display()) if key.end else "",
        reason=key.reason,
    )


def _files(body: codec.Body) -> tuple[FileRow, ...]:
    return tuple(FileRow(one["name"], one["size"], one["sha256"]) for one in body.said["files"])


def _next_try(found: Parcel, tries: list[ParcelTry]) -> datetime | None:
    return jobs.next_try(found.tries.count(), tries[0].at if tries else None)


def _trail(viewer: Viewer, found: Parcel) -> tuple[TrailRow, ...]:
    """Acts whose subject is the package, and the act of the room that put it into the outbox."""
    matrix = policy.matrix()
    own = LedgerEntry.objects.filter(path__within=viewer.path, subject=f"parcel:{found.pk}")
    rows = [row for row in own.order_by("seq") if json.loads(row.payload).get("package")]
    return tuple(
        TrailRow(
            row.seq,
            matrix[row.act].name if row.act in matrix else Text(row.act, row.act),
            row.actor_name,
            row.real_at,
        )
        for row in rows
    )
