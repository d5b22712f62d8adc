"""The elections on the list of participation, and what there is to do for each."""

from jurdil.kernel import clock
from jurdil.kernel.acts import query
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation.steps import Registration as State
from jurdil.outreach.models import Registration
from jurdil.outreach.participation_records import Overview
from jurdil.outreach.queries.measured import applicant_lines
from jurdil.outreach.queries.participation import elections, glance
from jurdil.outreach.queries.programme import grid

WAITING = (State.RECEIVED, State.COMPLETE)


@query("outreach.participation")
def overview(viewer: Viewer) -> tuple[Overview, ...]:
    """The elections with contests in sight, the newest first, each with what there is to do.

    Participation is told of a village at the least: who works at one TPS gets none.
    """
    if "/" in viewer.path:
        return ()
    return tuple(_one(viewer, election_id) for election_id, _name in elections(viewer))


def _one(viewer: Viewer, election_id: int) -> Overview:
    seen = glance(viewer, election_id)
    over = seen.voting_day is not None and seen.voting_day < clock.today()
    waiting, late = _bodies(viewer, election_id)
    return Overview(
        id=election_id,
        title=seen.title,
        voting_day=seen.voting_day,
        over=over,
        forms=seen.forms,
        turnout=seen.turnout,
        applicants=applicant_lines(viewer, election_id, seen.path),
        gaps=None if over or not allows(viewer, "outreach.view") else _gaps(viewer, election_id),
        waiting=waiting,
        reports_due=late,
        earlier=seen.earlier,
        score_missing=over and seen.score_missing,
    )


def _gaps(viewer: Viewer, election_id: int) -> int:
    return grid(viewer, election_id).gaps


def _bodies(viewer: Viewer, election_id: int) -> tuple[int | None, int | None]:
    """Applications that wait for the office, and reports that are late; None without the right."""
    if not allows(viewer, "outreach.bodies"):
        return None, None
    rows = Registration.objects.filter(election_id=election_id, path__within=viewer.path)
    late = rows.filter(
        state=State.ACCREDITED, reported_on__isnull=True, report_due__lt=clock.today()
    )
    return rows.filter(state__in=WAITING).count(), late.count()
