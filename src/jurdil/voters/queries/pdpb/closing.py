"""The lock log, and the plenary of a quarter with everything around it."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel import decisions
from jurdil.kernel.acts import query
from jurdil.kernel.decisions import Change
from jurdil.kernel.models import Document
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import queries as meetings
from jurdil.meetings.records import MeetingAttendance
from jurdil.voters import locking, plenaries
from jurdil.voters.models import KunciDaftar, Pleno, PlenoSalinan
from jurdil.voters.pdpb import open_points
from jurdil.voters.pdpb.open_points import Point
from jurdil.voters.pdpb.records import QuarterRow, row_of, seen


@dataclass(frozen=True)
class LockRow:
    """A lock event."""

    path: str
    locked: bool
    requester: str
    letter: str
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Copy:
    """A copy handed over with its receipt."""

    number: int
    receiver: str
    holder: str
    person: str
    copy: str
    masking: str
    at: datetime


@dataclass(frozen=True)
class Paper:
    """A paper of the plenary and how far it is."""

    id: int
    number: str
    state: str


@dataclass(frozen=True)
class PlenaryPage:
    """The plenary of a quarter; None and empty before it is prepared."""

    row: QuarterRow
    meeting: int | None
    held_at: datetime | None
    attendance: MeetingAttendance | None
    minutes: Paper | None
    announcement: Paper | None
    copies: tuple[Copy, ...]
    points: tuple[Point, ...]
    changes: tuple[Change, ...]
    digest: str


@query("voters.pdpb")
def lock_log(viewer: Viewer) -> tuple[tuple[LockRow, ...], bool]:
    """Lock events in the viewer's place, the newest first, and whether it is locked now."""
    rows = KunciDaftar.objects.filter(path__within=viewer.path).order_by("-pk")
    found = tuple(
        LockRow(
            one.path,
            one.locked,
            one.requester,
            one.letter,
            one.reason,
            one.legal_at,
            one.account_name,
        )
        for one in rows[:200]
    )
    return found, locking.lock_over(viewer.path) is not None


@query("voters.pdpb")
def plenary_page(viewer: Viewer, revision_id: int) -> PlenaryPage:
    """The plenary of a quarter: meeting, papers, copies, and what changed since it."""
    held = seen(viewer, revision_id)
    one = Pleno.objects.filter(revision=held, path=held.path).first()
    decision = held.decision
    return PlenaryPage(
        row=row_of(held),
        meeting=one.meeting if one else None,
        held_at=one.held_at if one else None,
        attendance=_attendance(viewer, plenaries.subject_of(held), one),
        minutes=_paper(one.minutes) if one else None,
        announcement=_paper(one.announcement) if one else None,
        copies=tuple(_copy(row) for row in one.copies.all()) if one else (),
        points=() if decision else open_points.points(held),
        changes=decisions.changes_since(decision) if decision else (),
        digest=decision.digest if decision else "",
    )


def _attendance(viewer: Viewer, subject: str, one: Pleno | None) -> MeetingAttendance | None:
    seen = one is not None and allows(viewer, "meetings.names")
    found = meetings.attendance_of(viewer, subject) if seen else ()
    return next((held for held in found if one and held.meeting_id == one.meeting), None)


def _paper(document: Document | None) -> Paper | None:
    if document is None:
        return None
    return Paper(document.pk, document.number, str(Document.State(document.state).label))


def _copy(row: PlenoSalinan) -> Copy:
    return Copy(
        number=row.number,
        receiver=str(PlenoSalinan.Receiver(row.receiver).label),
        holder=row.holder,
        person=row.person,
        copy=str(PlenoSalinan.Copy(row.copy).label),
        masking=row.masking,
        at=row.handed_at,
    )
