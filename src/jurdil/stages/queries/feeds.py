"""What calendar feeds carry: stages, and for a person or a division also tasks."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import query
from jurdil.kernel.models import Election, ScheduleVersion
from jurdil.kernel.queries.tasks import TaskRow, open_tasks
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.stages.divisions import served_by
from jurdil.stages.models import FeedToken
from jurdil.stages.queries.schedule import ScheduleRow, schedule, stage


@dataclass(frozen=True)
class FeedRow:
    """A running subscription of the viewer's own; its secret is not known any more."""

    id: int
    kind: str
    division: str
    created_at: datetime


@dataclass(frozen=True)
class Entry:
    """One calendar entry. `uid` never changes; `sequence` rises with every change.

    `whole_days`: from the day of `opens` to the day of `closes`, without hours.
    """

    uid: str
    sequence: int
    changed_at: datetime
    name: Text
    about: Text
    opens: datetime
    closes: datetime | None
    whole_days: bool


@query("stages.feeds")
def own_feeds(viewer: Viewer) -> tuple[FeedRow, ...]:
    """The viewer's own running subscriptions."""
    running = FeedToken.objects.filter(account=viewer.account_id, revoked_at__isnull=True)
    return tuple(
        FeedRow(row.pk, row.kind, row.division, row.created_at) for row in running.order_by("id")
    )


@query("stages.view")
def public_entries(viewer: Viewer) -> tuple[Entry, ...]:
    """The dated stages of all running elections."""
    return _stages(schedule(viewer.about(None)))


@query("stages.view")
def stage_entry(viewer: Viewer, election_id: int, stage_id: str) -> tuple[Entry, ...]:
    """One stage as a calendar entry; none while it has no date."""
    return _stages((stage(viewer, election_id, stage_id).row,))


@query("stages.feeds")
def personal_entries(viewer: Viewer, *, division: str = "") -> tuple[Entry, ...]:
    """The viewer's own tasks; with `division` its stages and its tasks."""
    everywhere = viewer.about(None)
    if not division:
        return tuple(_task(row) for row in open_tasks(everywhere, mine=True) if row.due)
    tasks = open_tasks(everywhere, divisions=served_by(division) or (division,))
    own = [row for row in tasks if row.division]
    stages = _stages(schedule(everywhere, division=division))
    return (*stages, *(_task(row) for row in own if row.due))


def _stages(rows: tuple[ScheduleRow, ...]) -> tuple[Entry, ...]:
    ids = {row.election_id for row in rows}
    versions = ScheduleVersion.objects.filter(election__in=ids).order_by("number")
    force = {version.election_id: version for version in versions}
    regimes = dict(Election.objects.filter(pk__in=ids).values_list("id", "regime"))
    place = clock.office_path()
    return tuple(
        _stage(row, force[row.election_id], f"{regimes[row.election_id]}.{place}")
        for row in rows
        if row.span.opens or row.span.closes
    )


def _stage(row: ScheduleRow, version: ScheduleVersion, where: str) -> Entry:
    span, zone = row.span, clock.zone()
    opens = span.opens or span.closes
    assert opens is not None
    closes = span.closes or span.opens
    whole = (span.opens is None or moments.begins_day(span.opens, zone)) and (
        span.closes is None or moments.ends_day(span.closes, zone)
    )
    return Entry(
        uid=f"{span.stage.replace('/', '.')}.{where}@jurdil",
        sequence=version.number,
        changed_at=version.applied_at,
        name=span.name,
        about=Text(f"{row.election.id} · {span.basis}", f"{row.election.en} · {span.basis}"),
        opens=opens,
        closes=closes,
        whole_days=whole,
    )


def _task(row: TaskRow) -> Entry:
    assert row.due is not None
    return Entry(
        uid=f"task-{row.id}.{row.path}@jurdil",
        sequence=row.revision,
        changed_at=clock.real(),
        name=row.text,
        about=Text(
            f"Tugas · {row.election.id} · {row.basis}", f"Task · {row.election.en} · {row.basis}"
        ),
        opens=row.due,
        closes=row.due if row.whole_day else None,
        whole_days=row.whole_day,
    )
