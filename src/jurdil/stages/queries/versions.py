"""The versions of a schedule and what moved between two of them."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel.acts import query
from jurdil.kernel.models import ScheduleVersion
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.stages import plan, store
from jurdil.stages.records import Move


@dataclass(frozen=True)
class VersionRow:
    """A schedule version; `moved` counts the dates that differ from the version before it."""

    id: int
    number: int
    basis: str
    reason: str
    applied_at: datetime
    stages: int
    moved: int


@dataclass(frozen=True)
class Comparison:
    """Two versions side by side, `first` being the earlier one."""

    election_id: int
    election: Text
    first: VersionRow
    second: VersionRow
    moves: tuple[Move, ...]


@query("stages.view")
def versions(viewer: Viewer, election_id: int) -> tuple[VersionRow, ...]:
    """All versions of an election's schedule, the one in force first."""
    election = store.election_for(viewer, election_id)
    return tuple(reversed(_rows(list(election.versions.order_by("number")))))


@query("stages.view")
def compare(viewer: Viewer, election_id: int, number: int, against: int) -> Comparison:
    """What moved from version `against` to version `number`, whichever way round they are given.

    Raises `ScheduleVersion.DoesNotExist`.
    """
    election = store.election_for(viewer, election_id)
    first, second = sorted((number, against))
    rows = {row.number: row for row in _rows(list(election.versions.order_by("number")))}
    if first not in rows or second not in rows:
        raise ScheduleVersion.DoesNotExist
    before, after = (store.spans_of(election.versions.get(number=n)) for n in (first, second))
    return Comparison(
        election.pk,
        Text(election.name, election.name_en),
        rows[first],
        rows[second],
        plan.differences(before, after),
    )


def _rows(found: list[ScheduleVersion]) -> list[VersionRow]:
    spans = [store.spans_of(version) for version in found]
    return [
        VersionRow(
            id=version.pk,
            number=version.number,
            basis=version.basis,
            reason=version.reason,
            applied_at=version.applied_at,
            stages=len(spans[at]),
            moved=len(plan.differences(spans[at - 1], spans[at])) if at else 0,
        )
        for at, version in enumerate(found)
    ]
