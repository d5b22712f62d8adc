"""Readings for other rooms: the meeting about a subject of theirs, and who was there."""

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import quorum, reading
from jurdil.meetings.reading import attendance_rows, counted, row_of, rows_of, scoped
from jurdil.meetings.records import Counts, MeetingAttendance, MeetingRow


@query("meetings.view")
def meetings_about(viewer: Viewer, subject: str) -> tuple[MeetingRow, ...]:
    """The meetings about a subject (``voters:revision:12``), the newest first."""
    found = counted(scoped(viewer.about(None)).filter(subject=subject))
    return rows_of(found.order_by("-starts"))


@query("meetings.view")
def counts_of(viewer: Viewer, meeting_id: int) -> Counts:
    """How many came to a meeting, by sex and disability. Raises Meeting.DoesNotExist."""
    return reading.counts_of(scoped(viewer.about(None)).get(pk=meeting_id))


@query("meetings.names")
def attendance_of(viewer: Viewer, subject: str) -> tuple[MeetingAttendance, ...]:
    """Who was at the meetings about a subject, the newest meeting first."""
    found = scoped(viewer.about(None)).filter(subject=subject).order_by("-starts")
    made = []
    for meeting in found:
        row = row_of(meeting)
        made.append(
            MeetingAttendance(
                meeting_id=row.id,
                title=row.title,
                state=row.state,
                starts=row.starts,
                quorum=quorum.state_of(meeting),
                rows=attendance_rows(quorum.current_session(meeting)),
                minutes_id=meeting.minutes_id,
            )
        )
    return tuple(made)
