"""Quarters, and one of them in ten seconds."""

from dataclasses import dataclass
from datetime import date, datetime

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.fields import within
from jurdil.kernel.models import Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.law.voters.flow import Flow
from jurdil.law.voters.quarter import following, name_of, period_of
from jurdil.voters import locking
from jurdil.voters.models import Kunjungan, Revisi, Triwulan
from jurdil.voters.pdpb import counting, open_points
from jurdil.voters.pdpb import quarters as ground
from jurdil.voters.pdpb.open_points import Point


@dataclass(frozen=True)
class QuarterRow:
    """A quarter: its name, what it compares with, whether it stands."""

    id: int
    period: str
    name: Text
    path: str
    determined: bool
    decided_at: datetime | None
    decision: int | None
    previous: str
    basis: str
    election: int


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
    held = take(viewer, revision_id)
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


def take(viewer: Viewer, revision_id: int) -> Revisi:
    """A quarter of the viewer's office. Raises Revisi.DoesNotExist."""
    return ground.quarters(viewer).select_related("previous", "election").get(pk=revision_id)


def scope(viewer: Viewer, revision: Revisi) -> str:
    """The part of the quarter's place that the viewer sees."""
    return viewer.path if within(viewer.path, revision.path) else revision.path


def row_of(revision: Revisi) -> QuarterRow:
    """A quarter as pages show it."""
    before = revision.previous
    return QuarterRow(
        id=revision.pk,
        period=revision.period,
        name=name_of(revision.period),
        path=revision.path,
        determined=revision.state == Revisi.State.DETERMINED,
        decided_at=revision.decided_at,
        decision=revision.decision_id,
        previous=f"{Revisi.Kind(before.kind).label} {before.period}".strip() if before else "",
        basis=revision.basis,
        election=revision.election_id,
    )


def _steps(revision: Revisi) -> tuple[Step, ...]:
    tasks = Task.objects.filter(source__startswith=f"voters:pdpb:{revision.pk}:").order_by("pk")
    return tuple(
        Step(one.title, one.title_en, one.pk, one.closed_at is not None, one.due) for one in tasks
    )
