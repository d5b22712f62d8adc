"""Offices that are known, with their keys, and our own card."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel import crypto
from jurdil.kernel.acts import query
from jurdil.kernel.exchange import cards, keys
from jurdil.kernel.models import Office, Parcel, Partner, PartnerKey
from jurdil.kernel.viewer import Viewer

_MISSING_SHOWN = 5


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
class OwnCard:
    """Our own card: text for the QR code, fingerprint in groups, number of the key."""

    text: str
    fingerprint: str
    name: str
    address: str
    number: int
    older: int


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
