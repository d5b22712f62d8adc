"""Plenaries and receipts as the room's readings return them."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.voters.models import Pleno, PlenoSalinan


@dataclass(frozen=True)
class CopyRow:
    """A copy that was handed over."""

    number: int
    receiver: str
    receiver_name: str
    holder: str
    person: str
    post: str
    copy: str
    copy_name: str
    masking: str
    digest: str
    handed_at: datetime


@dataclass(frozen=True)
class PlenaryRow:
    """A plenary of a place; `minutes`, `decree`, `announcement` are ids of kernel papers."""

    id: int
    revision: int
    level: str
    path: str
    meeting: int
    held: bool
    held_at: datetime | None
    held_name: str
    minutes: int | None
    decree: int | None
    announcement: int | None
    copies: tuple[CopyRow, ...]


def row_of(row: Pleno) -> PlenaryRow:
    """A plenary with its copies as others see it."""
    return PlenaryRow(
        id=row.pk,
        revision=row.revision_id,
        level=row.level,
        path=row.path,
        meeting=row.meeting,
        held=row.state == Pleno.State.HELD,
        held_at=row.held_at,
        held_name=row.held_name,
        minutes=row.minutes_id,
        decree=row.decree_id,
        announcement=row.announcement_id,
        copies=tuple(_copy(one) for one in row.copies.all()),
    )


def _copy(row: PlenoSalinan) -> CopyRow:
    return CopyRow(
        number=row.number,
        receiver=row.receiver,
        receiver_name=row.get_receiver_display(),
        holder=row.holder,
        person=row.person,
        post=row.post,
        copy=row.copy,
        copy_name=row.get_copy_display(),
        masking=row.masking,
        digest=row.digest,
        handed_at=row.handed_at,
    )
