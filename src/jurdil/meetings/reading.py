"""From rows of the tables to what pages and other rooms get."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils.translation import get_language

from jurdil.kernel import clock
from jurdil.kernel.policy import HOUSE
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings.kinds import kind, kinds
from jurdil.law.text import Text
from jurdil.meetings.models import Attendance, Guest, Meeting, Session
from jurdil.meetings.records import AttendanceRow, Counts, MeetingRow
from jurdil.stages.queries.feeds import Entry


def scoped(viewer: Viewer) -> QuerySet[Meeting]:
    """The meetings in a viewer's place, of the election looked at.

    What a body said among itself is read by who works with meetings here, not by the overseer's
    account or by who only keeps the system.
    """
    rows = Meeting.objects.filter(path__within=viewer.path)
    if viewer.role not in HOUSE:
        rows = rows.exclude(kind__in=[one.id for one in kinds() if one.closed])
    return rows.filter(election_id=viewer.election_id) if viewer.election_id else rows


def counted(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """With the number of guests and of notes."""
    return rows.annotate(
        guest_count=Count("guests", distinct=True), note_count=Count("notes", distinct=True)
    )


def row_of(meeting: Meeting) -> MeetingRow:
    """A meeting on a list; counts are 0 unless they were `counted`."""
    return MeetingRow(
        id=meeting.pk,
        kind=meeting.kind,
        kind_name=kind(meeting.kind).name,
        title=meeting.title,
        election_id=meeting.election_id,
        division=meeting.division,
        subject=meeting.subject,
        path=meeting.path,
        venue=meeting.venue,
        starts=meeting.starts,
        ends=meeting.ends,
        state=meeting.state,
        state_label=meeting.get_state_display(),
        guests=getattr(meeting, "guest_count", 0),
        notes=getattr(meeting, "note_count", 0),
    )


def rows_of(meetings: Iterable[Meeting]) -> tuple[MeetingRow, ...]:
    return tuple(row_of(one) for one in meetings)


def attendance_rows(session: Session) -> tuple[AttendanceRow, ...]:
    """Everybody on the list with how they came to a session."""
    entered = {one.guest_id: one for one in session.attendance.all()}
    guests = Guest.objects.filter(meeting_id=session.meeting_id).order_by("number")
    return tuple(_attendance(one, entered.get(one.pk)) for one in guests)


def _attendance(guest: Guest, entry: Attendance | None) -> AttendanceRow:
    return AttendanceRow(
        guest_id=guest.pk,
        number=guest.number,
        name=guest.name,
        post=guest.post,
        institution=guest.institution,
        place=guest.place,
        sex=guest.sex,
        member=guest.member,
        walk_in=guest.walk_in,
        presence=entry.presence if entry else "",
        presence_label=entry.get_presence_display() if entry else "",
        by_name=entry.by_name if entry else "",
        by_post=entry.by_post if entry else "",
        way=entry.get_way_display() if entry else "",
        signed=entry.signed if entry else False,
        entered_at=entry.entered_at if entry else None,
        entry_id=entry.pk if entry else None,
    )


def counts_of(meeting: Meeting) -> Counts:
    """How many came, by sex; who came to several days counts once."""
    rows = Attendance.objects.filter(session__meeting=meeting).select_related("guest")
    people = {row.guest_id: "" if row.by_name else row.guest.sex for row in rows}
    sexes = list(people.values())
    men, women = sexes.count(Guest.Sex.MAN), sexes.count(Guest.Sex.WOMAN)
    return Counts(
        invited=meeting.guests.filter(walk_in=False).count(),
        there=len(sexes),
        men=men,
        women=women,
        unknown=len(sexes) - men - women,
        disability_men=meeting.disability_men,
        disability_women=meeting.disability_women,
    )


def entries_of(meeting: Meeting) -> list[Entry]:
    """A meeting in a calendar: an entry for every session. A cancelled one says so."""
    name = kind(meeting.kind).name
    off = meeting.state in (Meeting.State.CANCELLED, Meeting.State.POSTPONED)
    mark = f" ({meeting.get_state_display()})" if off else ""
    return [
        Entry(
            uid=f"meeting-{meeting.code}-{one.number}.{meeting.path}@jurdil",
            sequence=meeting.revision,
            changed_at=meeting.changed_at,
            name=Text(f"{meeting.title}{mark}", f"{meeting.title}{mark}"),
            about=_about(meeting, one, name),
            opens=one.opens,
            closes=one.closes,
            whole_days=False,
        )
        for one in meeting.sessions.all()
    ]


def _about(meeting: Meeting, session: Session, name: Text) -> Text:
    where = session.venue or meeting.venue
    more = f" · {meeting.online}" if meeting.online and meeting.online != where else ""
    return Text(f"{name.id} · {where}{more}", f"{name.en} · {where}{more}")


def hours(opens: datetime, closes: datetime) -> str:
    """`09.00–11.00 WITA`, with colons in English."""
    zone = clock.zone()
    first, last = opens.astimezone(zone), closes.astimezone(zone)
    text = f"{first:%H.%M}–{last:%H.%M}"
    mark = ":" if get_language() == "en" else "."
    return f"{text.replace('.', mark)} {first:%Z}"
