"""Meetings as lists: what comes, what was, between two days, in a calendar."""

from datetime import date, timedelta

from django.db.models import Q

from jurdil.kernel import clock, moments
from jurdil.kernel.acts import query
from jurdil.kernel.paging import Page, decode, page_of
from jurdil.kernel.viewer import Viewer
from jurdil.meetings.models import Meeting
from jurdil.meetings.reading import counted, entries_of, rows_of, scoped
from jurdil.meetings.records import MeetingRow
from jurdil.stages.divisions import served_by
from jurdil.stages.queries.feeds import Entry

SIZE = 40
KEPT = timedelta(days=31)
"""So long a past meeting stays in a calendar feed."""
AHEAD = (Meeting.State.PLANNED, Meeting.State.INVITED, Meeting.State.POSTPONED, Meeting.State.OPEN)


@query("meetings.view")
def meetings(viewer: Viewer, *, past: bool, kind: str = "", after: str = "") -> Page[MeetingRow]:
    """Meetings that are still ahead (the nearest first), or past ones (the newest first)."""
    rows = scoped(viewer)
    if kind:
        rows = rows.filter(kind=kind)
    if not past:
        found = rows.filter(state__in=AHEAD).order_by("starts", "pk")
        listed = rows_of(counted(found)[: SIZE * 2])
        return Page(listed, "", True, total=len(listed))
    rows = rows.exclude(state__in=AHEAD)
    total = rows.count()
    key = decode(after, int)
    if key:
        last = scoped(viewer).filter(pk=key[0]).first()
        rows = rows.filter(_older(last)) if last else rows
    found = counted(rows.order_by("-starts", "-pk"))[: SIZE + 1]
    return page_of(rows_of(found), SIZE, lambda row: (row.id,), first=key is None, total=total)


def _older(last: Meeting) -> Q:
    """What comes after a meeting in a list, the newest first; many begin at one hour."""
    return Q(starts__lt=last.starts) | Q(starts=last.starts, pk__lt=last.pk)


@query("meetings.view")
def meetings_between(viewer: Viewer, first: date, last: date) -> tuple[MeetingRow, ...]:
    """Meetings that touch the days between two days, by time; cancelled ones are left out."""
    zone = clock.zone()
    rows = scoped(viewer.about(None)).filter(
        starts__lte=moments.end_of(last, zone), ends__gte=moments.start_of(first, zone)
    )
    return rows_of(counted(rows.exclude(state=Meeting.State.CANCELLED).order_by("starts", "pk")))


@query("meetings.view")
def kinds_held(viewer: Viewer) -> tuple[str, ...]:
    """The kinds of which there is a meeting."""
    return tuple(scoped(viewer).order_by("kind").values_list("kind", flat=True).distinct())


@query("meetings.view")
def upcoming_entries(viewer: Viewer, *, division: str = "") -> tuple[Entry, ...]:
    """The meetings of the last month and all coming ones, as calendar entries.

    Those the viewer is invited to; with `division` those it holds, and those of the whole office.
    """
    since = clock.now() - KEPT
    rows = scoped(viewer.about(None)).filter(ends__gte=since).prefetch_related("sessions")
    if division:
        rows = rows.filter(division__in=["", *(served_by(division) or (division,))])
    else:
        rows = rows.filter(guests__account=viewer.account_id or 0).distinct()
    return tuple(entry for one in rows.order_by("starts") for entry in entries_of(one))


@query("meetings.view")
def meetings_of_stage(viewer: Viewer, election_id: int, stage: str) -> tuple[MeetingRow, ...]:
    """The meetings with a stage on their agenda, the newest first."""
    found = scoped(viewer.about(election_id)).filter(agenda__stage=stage).distinct()
    return rows_of(counted(found.order_by("-starts")))
