"""Stakeholders: what was promised to whom, what came from them, what is open."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import follow_ups
from jurdil.meetings.follow_ups import FollowUp
from jurdil.meetings.models import Attendance, Guest, Meeting, Note
from jurdil.meetings.reading import counted, rows_of, scoped
from jurdil.meetings.records import MeetingRow


@dataclass(frozen=True)
class InstitutionRow:
    """An institution: points that name it, how many are open or late, the last meeting."""

    name: str
    points: int
    open: int
    late: int
    last: datetime


@dataclass(frozen=True)
class InstitutionPage:
    """An institution with every point that names it and the meetings its people were at."""

    name: str
    open: tuple[FollowUp, ...]
    done: tuple[FollowUp, ...]
    came: tuple[MeetingRow, ...]
    stayed_away: tuple[MeetingRow, ...]


@query("meetings.view")
def institutions(viewer: Viewer) -> tuple[InstitutionRow, ...]:
    """The institutions that notes name, those with most open points first."""
    points = follow_ups.of_notes(_notes(viewer).exclude(institution=""))
    every: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    late: Counter[str] = Counter()
    last: dict[str, datetime] = {}
    for one in points:
        every[one.institution] += 1
        opened[one.institution] += not one.done
        late[one.institution] += one.late
        last[one.institution] = max(last.get(one.institution, one.held), one.held)
    rows = [
        InstitutionRow(name, every[name], opened[name], late[name], last[name]) for name in every
    ]
    return tuple(sorted(rows, key=lambda row: (-row.late, -row.open, row.name)))


@query("meetings.view")
def institution(viewer: Viewer, name: str) -> InstitutionPage:
    """One institution. Raises Note.DoesNotExist when nothing names it."""
    points = follow_ups.of_notes(_notes(viewer).filter(institution__iexact=name))
    invited = scoped(viewer.about(None)).filter(
        pk__in=Guest.objects.filter(institution__iexact=name).values("meeting")
    )
    if not points and not invited.exists():
        raise Note.DoesNotExist
    held = invited.filter(state__in=(Meeting.State.CLOSED, Meeting.State.SETTLED))
    there = Attendance.objects.filter(guest__institution__iexact=name).values("session__meeting")
    return InstitutionPage(
        name=points[0].institution if points else name,
        open=tuple(one for one in points if not one.done),
        done=tuple(one for one in points if one.done),
        came=rows_of(counted(invited.filter(pk__in=there)).order_by("-starts")),
        stayed_away=rows_of(counted(held.exclude(pk__in=there)).order_by("-starts")),
    )


def _notes(viewer: Viewer):
    notes = Note.objects.filter(meeting__in=scoped(viewer.about(None)))
    rows = follow_ups.standing(notes.select_related("task__owner", "meeting"))
    return rows.order_by("task__due", "pk")
