"""The weekly plenary and the follow-ups that are open."""

from dataclasses import dataclass
from datetime import date

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import follow_ups, weekly
from jurdil.meetings.follow_ups import FollowUp
from jurdil.meetings.models import Meeting, Note
from jurdil.meetings.reading import counted, row_of, rows_of, scoped
from jurdil.meetings.records import MeetingRow


@dataclass(frozen=True)
class WeekPage:
    """This week's plenary (None while it is not planned), what it goes through, earlier ones."""

    today: date
    plenary: MeetingRow | None
    week: weekly.Week
    earlier: tuple[MeetingRow, ...]


@dataclass(frozen=True)
class NotePage:
    """The point of the minutes that a task came from."""

    point: FollowUp
    meeting: MeetingRow


@query("meetings.week")
def week(viewer: Viewer) -> WeekPage:
    """The weekly plenary of the office: the one at work or next, else what it would go through."""
    today = clock.today()
    found = counted(weekly.plenaries(viewer.path))
    live = found.filter(state__in=_AT_WORK).order_by("starts").first()
    # A plenary of this week whose minutes still wait for signatures is still this week's.
    closed = found.filter(state=Meeting.State.CLOSED).order_by("-starts").first()
    current = live or closed
    data = weekly.of_meeting(current) if current else weekly.of_day(viewer.path, today, clock.now())
    earlier = found.filter(state__in=weekly.HELD)
    if current:
        earlier = earlier.exclude(pk=current.pk)
    return WeekPage(
        today=today,
        plenary=row_of(current) if current else None,
        week=data,
        earlier=rows_of(earlier[:10]),
    )


_AT_WORK = (Meeting.State.PLANNED, Meeting.State.INVITED, Meeting.State.OPEN)


@query("meetings.view")
def open_follow_ups(viewer: Viewer) -> tuple[FollowUp, ...]:
    """All open points of minutes in scope, the earliest due first."""
    notes = Note.objects.filter(meeting__in=scoped(viewer.about(None))).exclude(
        task__state__in=follow_ups.CLOSED
    )
    rows = notes.select_related("task__owner", "meeting").order_by("task__due", "pk")
    return follow_ups.of_notes(rows)


@query("meetings.view")
def notes_between(
    viewer: Viewer, first: date, last: date, election_id: int | None = None
) -> tuple[FollowUp, ...]:
    """The points of all meetings held between two days, by meeting and number."""
    zone = clock.zone()
    days = moments.start_of(first, zone), moments.end_of(last, zone)
    notes = Note.objects.filter(meeting__in=scoped(viewer.about(None)), meeting__starts__range=days)
    if election_id is not None:
        notes = notes.filter(meeting__election_id=election_id)
    rows = follow_ups.standing(notes.select_related("task__owner", "meeting"))
    return follow_ups.of_notes(rows.order_by("meeting__starts", "meeting_id", "number"))


@query("meetings.view")
def task_note(viewer: Viewer, task_id: int) -> NotePage | None:
    """The point that a task came from; None for a task of something else."""
    rows = Note.objects.filter(task_id=task_id, meeting__in=scoped(viewer.about(None)))
    found = rows.select_related("task__owner", "meeting").first()
    if found is None:
        return None
    return NotePage(follow_ups.of_notes([found])[0], row_of(found.meeting))
