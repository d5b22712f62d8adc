"""Who is on the list, who came, who could be invited, and the code on the wall."""

from dataclasses import dataclass, replace
from datetime import datetime

from jurdil.kernel.acts import query
from jurdil.kernel.documents import sheet
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.meetings import codes, quorum, store
from jurdil.meetings.models import Session
from jurdil.meetings.papers import sheets
from jurdil.meetings.reading import attendance_rows, scoped
from jurdil.meetings.records import AttendanceRow, NewGuest, QuorumState


@dataclass(frozen=True)
class AttendancePage:
    """The attendance of one session: everybody on the list and how they came."""

    meeting_id: int
    title: str
    state: str
    session_id: int
    number: int
    opens: datetime
    sessions: tuple[tuple[int, datetime], ...]
    rows: tuple[AttendanceRow, ...]
    there: int
    signed: int
    quorum: QuorumState | None


@dataclass(frozen=True)
class Wall:
    """What hangs on the wall: the token, how long it hangs, how many are there."""

    title: str
    code: str
    session_id: int
    number: int
    token: str
    seconds: int
    there: int
    invited: int
    quorum: QuorumState | None


@dataclass(frozen=True)
class Choosable:
    """People of this house who could be invited, by role and place."""

    guest: NewGuest
    role: str
    on_list: bool


@query("meetings.names")
def attendance(viewer: Viewer, meeting_id: int, number: int | None = None) -> AttendancePage:
    """The attendance of a session, of the current one by default. Raises DoesNotExist."""
    found, session = _session(viewer, meeting_id, number)
    rows = attendance_rows(session)
    return AttendancePage(
        meeting_id=found.pk,
        title=found.title,
        state=found.state,
        session_id=session.pk,
        number=session.number,
        opens=session.opens,
        sessions=tuple((one.number, one.opens) for one in found.sessions.all()),
        rows=rows,
        there=len([row for row in rows if row.presence]),
        signed=len([row for row in rows if row.signed]),
        quorum=quorum.state_of(found),
    )


def _session(viewer: Viewer, meeting_id: int, number: int | None):
    found = scoped(viewer.about(None)).prefetch_related("sessions").get(pk=meeting_id)
    if number is None:
        return found, quorum.current_session(found)
    return found, Session.objects.get(meeting=found, number=number)


@query("meetings.names")
def wall(viewer: Viewer, meeting_id: int, number: int | None = None) -> Wall:
    """The code that hangs on the wall now, for the current session by default."""
    found, session = _session(viewer, meeting_id, number)
    token, seconds = codes.on_the_wall(found.code, session.pk)
    return Wall(
        title=found.title,
        code=found.code,
        session_id=session.pk,
        number=session.number,
        token=token,
        seconds=seconds,
        there=session.attendance.count(),
        invited=found.guests.count(),
        quorum=quorum.state_of(found),
    )


@query("meetings.names")
def accounts_to_invite(
    viewer: Viewer,
    meeting_id: int,
    *,
    roles: tuple[str, ...] = (),
    divisions: tuple[str, ...] = (),
    place: str = "",
) -> tuple[Choosable, ...]:
    """The people with a role in the viewer's place today, by role x division x place."""
    found, _session_of = _session(viewer, meeting_id, None)
    grants = store.grants_today(viewer.path)
    if roles:
        grants = grants.filter(role__in=roles)
    if divisions:
        grants = grants.filter(division__in=divisions)
    if place:
        grants = grants.filter(path__within=place)
    listed = set(found.guests.values_list("key", flat=True))
    own = {one.account_id for one in store.body_of(found.path)}
    people = store.people_of(grants)
    by_account = {grant.account_id: grant.role for grant in grants}
    return tuple(
        Choosable(
            guest=replace(one, member=one.account_id in own),
            role=by_account.get(one.account_id or 0, ""),
            on_list=store.person_key(one.name, one.institution) in listed,
        )
        for one in people
    )


@query("meetings.names")
def roles_to_invite(viewer: Viewer) -> tuple[tuple[str, Text], ...]:
    """The roles that somebody holds in the viewer's place today."""
    held = store.grants_today(viewer.path).values_list("role", flat=True).order_by().distinct()
    return tuple((code, ROLES[code].name) for code in ROLES if code in set(held))


@query("meetings.names")
def attendance_pdf(viewer: Viewer, meeting_id: int, number: int | None = None) -> bytes:
    """The pre-filled list of attendance of a session as PDF."""
    _found, session = _session(viewer, meeting_id, number)
    return sheet.pdf(sheets.attendance_list(session))
