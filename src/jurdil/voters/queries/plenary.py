"""Plenaries about revisions: which are held, their papers, the receipts."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
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


@query("voters.view")
def plenary(viewer: Viewer, revision_id: int, path: str) -> PlenaryRow | None:
    """The plenary of a place in the viewer's scope about a revision, or None."""
    rows = Pleno.objects.filter(revision=revision_id, path=path, path__within=viewer.path)
    found = rows.prefetch_related("copies").first()
    return row_of(found) if found else None


@query("voters.view")
def plenaries(viewer: Viewer, revision_id: int) -> tuple[PlenaryRow, ...]:
    """Every plenary about a revision in the viewer's scope."""
    rows = Pleno.objects.filter(revision=revision_id, path__within=viewer.path)
    return tuple(row_of(row) for row in rows.prefetch_related("copies"))


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
