"""What was opened to the overseer, and the log of looks that both offices read."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.who import held_today
from jurdil.voters.models import Akses, Pandangan

OVERSEER = "pengawas"
SHOWN = 200


@dataclass(frozen=True)
class AccessRow:
    """An access as a list shows it. `open` tells whether it can still be used today."""

    id: int
    holder_id: int
    holder: str
    path: str
    purpose: str
    reference: str
    until: date
    granted_by: str
    granted_at: datetime
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_reason: str
    open: bool
    looks: int


@dataclass(frozen=True)
class LookRow:
    """One look of the log."""

    at: datetime
    kind: str
    path: str
    rows: int
    digest: str


@query("voters.overseer")
def accesses(viewer: Viewer) -> tuple[AccessRow, ...]:
    """What was opened in the viewer's place; an overseer sees what was opened to him."""
    rows = _scoped(viewer).annotate(n=Count("looks"))
    return tuple(_row(row, row.n) for row in rows[:SHOWN])


@query("voters.overseer")
def access(viewer: Viewer, access_id: int) -> AccessRow:
    """One access. Raises Akses.DoesNotExist outside the scope, or another's for an overseer."""
    row = _scoped(viewer).annotate(n=Count("looks")).get(pk=access_id)
    return _row(row, row.n)


@query("voters.overseer")
def looks(viewer: Viewer, access_id: int) -> tuple[LookRow, ...]:
    """The looks at one access, the newest first."""
    rows = Pandangan.objects.filter(access=_scoped(viewer).get(pk=access_id))
    return tuple(
        LookRow(row.legal_at, str(Pandangan.Kind(row.kind).label), row.path, row.rows, row.digest)
        for row in rows[:SHOWN]
    )


@query("voters.overseer")
def overseers(viewer: Viewer) -> tuple[tuple[int, str, str], ...]:
    """Accounts that are overseers in the viewer's place today: id, name, place."""
    rows = held_today(viewer.path).filter(role=OVERSEER).select_related("account")
    return tuple((row.account_id, row.account.name, row.path) for row in rows.order_by("pk"))


def _scoped(viewer: Viewer) -> QuerySet[Akses]:
    rows = Akses.objects.filter(path__within=viewer.path)
    return rows.filter(holder=viewer.account_id) if viewer.role == OVERSEER else rows


def _row(row: Akses, count: int) -> AccessRow:
    return AccessRow(
        id=row.pk,
        holder_id=row.holder_id,
        holder=row.holder_name,
        path=row.path,
        purpose=row.purpose,
        reference=row.reference,
        until=row.until,
        granted_by=row.granted_name,
        granted_at=row.granted_at,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_name,
        withdrawn_reason=row.withdrawn_reason,
        open=row.withdrawn_at is None and clock.today() <= row.until,
        looks=count,
    )
