"""Meetings for tests, made through the acts."""

from datetime import datetime, timedelta

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import actions
from jurdil.meetings.models import Meeting
from jurdil.meetings.records import NewGuest, NewSession, Plan
from tests import factories


def plan(days: int = 1, *, begins: datetime | None = None, **values) -> Plan:
    """A plan of so many days from today on; the first session runs now, at any hour of the day."""
    first = begins or factories.lately(minutes=30)
    sessions = tuple(
        NewSession(first + timedelta(days=at), first + timedelta(days=at, hours=3))
        for at in range(days)
    )
    values = {"title": "Rapat contoh", "venue": "Aula contoh", "sessions": sessions, **values}
    return Plan(**values)


def planned(
    by: Viewer, election: Election, kind: str = "audiensi", days: int = 1, **values
) -> Meeting:
    """A planned meeting at the viewer's place."""
    subject = values.pop("subject", "")
    made = actions.plan_meeting(
        by=by, kind=kind, plan=plan(days, **values), election_id=election.pk, subject=subject
    )
    return Meeting.objects.get(pk=made)


def people(count: int, institution: str = "Dinas Contoh") -> tuple[NewGuest, ...]:
    """Made-up guests."""
    return tuple(
        NewGuest(f"Contoh {_letters(at)}", "Kepala", institution, sex="LP"[at % 2])
        for at in range(count)
    )


def _letters(number: int) -> str:
    """0 -> Aa, 1 -> Ab: names have no digits."""
    return f"{chr(65 + number // 26)}{chr(97 + number % 26)}"


def opened(by: Viewer, election: Election, kind: str = "audiensi", guests: int = 3, **values):
    """A meeting that runs, with guests on its list."""
    listed = people(guests, values.pop("institution", "Dinas Contoh"))
    made = planned(by, election, kind, **values)
    actions.invite(by=by, meeting_id=made.pk, people=listed)
    if kind not in ("audiensi", "pleno-rutin"):
        actions.step(by=by, meeting_id=made.pk, move="undang")
    actions.step(by=by, meeting_id=made.pk, move="buka")
    made.refresh_from_db()
    return made
