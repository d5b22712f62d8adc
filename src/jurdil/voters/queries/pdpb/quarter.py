"""Quarters, and one of them in ten seconds."""

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.models import Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.flow import Flow
from jurdil.law.voters.quarter import following, period_of
from jurdil.voters import locking
from jurdil.voters.models import Kunjungan, Revisi, Triwulan
from jurdil.voters.pdpb import counting, open_points
from jurdil.voters.pdpb import quarters as ground
from jurdil.voters.pdpb.open_points import Point
from jurdil.voters.pdpb.records import QuarterRow, row_of, scope, seen


@dataclass(frozen=True)
class Step:
    """A step of the quarter as the task that stands for it."""

    title: str
    title_en: str
    task: int
    done: bool
    due: datetime | None


@dataclass(frozen=True)
class Overview:
    """A quarter: the flow, its dates, what is open, the visits, the steps, whether it is locked."""

    row: QuarterRow
    flow: Flow
    circular: str
    circular_day: date | None
    data_until: date | None
    lock_on: date | None
    plenary_on: date | None
    points: tuple[Point, ...]
    visits_done: int
    visits: int
    steps: tuple[Step, ...]
    locked_since: datetime | None


@query("voters.pdpb")
def quarters(viewer: Viewer) -> tuple[QuarterRow, ...]:
    """The quarters of the viewer's office, the newest first."""
    rows = ground.quarters(viewer).select_related("previous")
    return tuple(row_of(row) for row in rows)


@query("voters.pdpb")
def newest(viewer: Viewer) -> QuarterRow | None:
    """The quarter at work, or the last one."""
    row = ground.quarters(viewer).select_related("previous").first()
    return row_of(row) if row else None


@query("voters.pdpb")
def suggested_period(viewer: Viewer) -> str:
    """The quarter that comes next: after the last one, else today's."""
    row = ground.quarters(viewer).first()
    return following(row.period) if row else period_of(clock.today())


@query("voters.pdpb")
def overview(viewer: Viewer, revision_id: int) -> Overview:
    """A quarter in the viewer's place. Raises Revisi.DoesNotExist for another office's."""
    held = seen(viewer, revision_id)
    plan = Triwulan.objects.get(revision=held)
    visits = Kunjungan.objects.filter(revision=held, village__within=viewer.path)
    lock = locking.lock_over(held.path)
    return Overview(
        row=row_of(held),
        flow=counting.flow_of(held, scope(viewer, held)),
        circular=plan.circular,
        circular_day=plan.circular_day,
        data_until=plan.data_until,
        lock_on=plan.lock_on,
        plenary_on=plan.plenary_on,
        points=() if held.state == Revisi.State.DETERMINED else open_points.points(held),
        visits_done=visits.exclude(result="").count(),
        visits=visits.count(),
        steps=_steps(held),
        locked_since=lock.legal_at if lock else None,
    )


def _steps(revision: Revisi) -> tuple[Step, ...]:
    tasks = Task.objects.filter(source__startswith=f"voters:pdpb:{revision.pk}:").order_by("pk")
    return tuple(
        Step(one.title, one.title_en, one.pk, one.closed_at is not None, one.due) for one in tasks
    )
