"""Source lists: what was received, how far it is in, and what is wrong in which row."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Sum

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Sumber, SumberDesa


@dataclass(frozen=True)
class SourceRow:
    """A source list and what its rows became so far."""

    id: int
    kind: str
    name: str
    path: str
    received_at: datetime
    by: str
    rows: int
    waiting: int
    added: int
    same: int
    differing: int
    remembered: int
    doubles: int

    @property
    def taken(self) -> int:
        return self.rows - self.waiting


@dataclass(frozen=True)
class VillageIntake:
    """One village of a source list. `findings` are (row, element, code of the trap)."""

    village: str
    rows: int
    waiting: int
    added: int
    same: int
    differing: int
    remembered: int
    doubles: int
    findings: tuple[tuple[int, str, str], ...]


@query("voters.sources")
def sources(viewer: Viewer) -> tuple[SourceRow, ...]:
    """The source lists of the viewer's place, the newest first."""
    rows = Sumber.objects.filter(path__within=viewer.path).select_related("batch")
    return tuple(_row(row) for row in rows)


@query("voters.sources")
def source(viewer: Viewer, source_id: int) -> SourceRow:
    """One source list. Raises Sumber.DoesNotExist outside the viewer's place."""
    rows = Sumber.objects.filter(path__within=viewer.path).select_related("batch")
    return _row(rows.get(pk=source_id))


@query("voters.sources")
def source_villages(viewer: Viewer, source_id: int) -> tuple[VillageIntake, ...]:
    """The villages of a source list in the viewer's place, by code."""
    rows = SumberDesa.objects.filter(source=source_id, village__within=viewer.path)
    return tuple(
        VillageIntake(
            row.village,
            row.rows,
            row.waiting,
            row.added,
            row.same,
            row.differing,
            row.remembered,
            row.doubles,
            tuple((number, element, code) for number, element, code in row.findings),
        )
        for row in rows
    )


def _row(row: Sumber) -> SourceRow:
    names = ("waiting", "added", "same", "differing", "remembered", "doubles")
    sums = row.villages.aggregate(**{name: Sum(name) for name in names})
    return SourceRow(
        id=row.pk,
        kind=row.get_kind_display(),
        name=row.batch.name,
        path=row.path,
        received_at=row.received_at,
        by=row.account_name,
        rows=row.rows,
        **{name: sums[name] or 0 for name in names},
    )
