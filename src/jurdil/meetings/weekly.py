"""The weekly plenary: what the last one left, the week that was, the week that comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from jurdil.kernel import clock, moments
from jurdil.kernel.models import Task
from jurdil.law.meetings.kinds import WEEKLY
from jurdil.law.text import Text
from jurdil.meetings import follow_ups
from jurdil.meetings.follow_ups import FollowUp
from jurdil.meetings.models import Meeting, Note
from jurdil.stages import divisions

WEEK = timedelta(days=7)
A_DAY = timedelta(days=1)
NOBODYS = Text("Tanpa subbagian", "No sub-division")
HELD = (Meeting.State.OPEN, Meeting.State.CLOSED, Meeting.State.SETTLED)

Span = tuple[date, date]


@dataclass(frozen=True)
class Work:
    """A task of a week: what, whose, until when, done or not."""

    task_id: int
    title: str
    owner: str
    division: str
    due: datetime | None
    done: bool
    late: bool
    result: str


@dataclass(frozen=True)
class Group:
    """The work of one sub-division; `done` of `rows` are closed."""

    code: str
    name: Text
    rows: tuple[Work, ...]
    done: int


@dataclass(frozen=True)
class Week:
    """What a plenary of a day goes through. `last_span` are the seven days before it,
    `coming_span` the seven from it on."""

    before_id: int | None
    before_title: str
    before: tuple[FollowUp, ...]
    last: tuple[Group, ...]
    last_span: Span
    coming: tuple[Group, ...]
    coming_span: Span


def of_meeting(meeting: Meeting) -> Week:
    """The week of a planned or held plenary."""
    return of_day(meeting.path, moments.day_of(meeting.starts, clock.zone()), meeting.starts)


def of_day(path: str, day: date, before: datetime) -> Week:
    """The week of a plenary on a day; follow-ups are those of the last one held before a moment."""
    last, coming = (day - WEEK, day - A_DAY), (day, day + WEEK - A_DAY)
    former = plenaries(path).filter(starts__lt=before, state__in=HELD).first()
    return Week(
        before_id=former.pk if former else None,
        before_title=former.title if former else "",
        before=_left_by(path, former),
        last=grouped(work_due(path, last), day),
        last_span=last,
        coming=grouped(work_due(path, coming), day),
        coming_span=coming,
    )


def _left_by(path: str, former: Meeting | None) -> tuple[FollowUp, ...]:
    """Every point of the last plenary, after what older ones left that is still open."""
    if former is None:
        return ()
    older = Note.objects.filter(
        meeting__kind=WEEKLY, meeting__path=path, meeting__starts__lt=former.starts
    ).exclude(task__state__in=follow_ups.CLOSED)
    rows = older.select_related("task__owner", "meeting").order_by("meeting__starts", "number")
    return (*follow_ups.of_notes(rows), *follow_ups.rows_of(former))


def plenaries(path: str) -> QuerySet[Meeting]:
    """The weekly plenaries of an office, the newest first."""
    return Meeting.objects.filter(kind=WEEKLY, path=path).order_by("-starts")


def work_due(path: str, span: Span) -> tuple[Work, ...]:
    """The tasks of an office that are due between two days."""
    zone, now = clock.zone(), clock.now()
    rows = Task.objects.filter(
        path=path,
        due__gte=moments.start_of(span[0], zone),
        due__lte=moments.end_of(span[1], zone),
    )
    found = rows.exclude(state=Task.State.DROPPED).select_related("owner").order_by("due", "pk")
    return tuple(
        Work(
            task_id=one.pk,
            title=one.title,
            owner=one.owner.name if one.owner else "",
            division=one.division,
            due=one.due,
            done=one.state == Task.State.DONE,
            late=one.state == Task.State.OPEN and bool(one.due and one.due < now),
            result=one.result,
        )
        for one in found
    )


def grouped(rows: Iterable[Work], day: date) -> tuple[Group, ...]:
    """Work under the sub-divisions in force on a day; what serves none of them comes last."""
    left = list(rows)
    groups = []
    for one in divisions.subdivisions(day):
        own = [row for row in left if row.division in (one.id, *one.serves)]
        left = [row for row in left if row not in own]
        groups.append((one.id, one.name, own))
    groups.append(("", NOBODYS, left))
    return tuple(
        Group(code, name, tuple(own), len([row for row in own if row.done]))
        for code, name, own in groups
        if own
    )
