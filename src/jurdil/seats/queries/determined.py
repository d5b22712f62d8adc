"""Determinations of seats, and what changed since they were signed."""

from dataclasses import dataclass

from jurdil.kernel import decisions
from jurdil.kernel.acts import query
from jurdil.kernel.models import Decision, Election
from jurdil.kernel.viewer import Viewer
from jurdil.seats import clocks, inputs, reading, ready, store
from jurdil.seats.datasets import contest_of
from jurdil.seats.records import Determination, Head


@dataclass(frozen=True)
class DeterminationPage:
    """A determination with every seat, member or vote that differs from what was signed."""

    head: Head
    row: Determination
    changes: tuple[decisions.Change, ...]


@query("seats.view")
def head(viewer: Viewer, election_id: int, contest: str) -> Head:
    """A contest that is determined here. Raises `Election.DoesNotExist` for any other."""
    election, known = reading.subject(viewer, election_id, contest)
    if not (inputs.shares_seats(known) or inputs.elects_pair(known)):
        raise Election.DoesNotExist
    return reading.head(election, known)


@query("seats.view")
def determination_page(viewer: Viewer, decision_id: int) -> DeterminationPage:
    """One determination with its changes since. Raises ObjectDoesNotExist."""
    found = Decision.objects.filter(kind=store.KIND).prefetch_related("parts").get(pk=decision_id)
    contest = contest_of(found.parts.all()[0].dataset)
    election, known = reading.subject(viewer, found.election_id, contest)
    row = reading.determination(found)
    if row is None:
        raise Decision.DoesNotExist
    return DeterminationPage(reading.head(election, known), row, decisions.changes_since(found))


@query("seats.view")
def determinations(viewer: Viewer, election_id: int, contest: str) -> tuple[Determination, ...]:
    """The determinations of a contest, the newest first. Raises `Election.DoesNotExist`."""
    election, _known = reading.subject(viewer, election_id, contest)
    rows = store.determinations(election.pk, contest).prefetch_related("parts")
    return tuple(row for found in rows if (row := reading.determination(found)))


@query("seats.trace")
def readiness(viewer: Viewer, election_id: int, contest: str) -> tuple[ready.Check, ...]:
    """What a determination of the contest waits for."""
    election, known = reading.subject(viewer, election_id, contest)
    return ready.checks(viewer, election, known)


@query("seats.trace")
def waiting_clocks(viewer: Viewer, election_id: int) -> tuple[clocks.Clock, ...]:
    """The deadlines of the determination, dated once the Constitutional Court's word is in."""
    return clocks.determination_clocks(viewer, inputs.election_for(viewer, election_id))
