"""Seats of whole contests."""

from jurdil.kernel.acts import Refused, query
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.places import queries as places
from jurdil.results import queries as results
from jurdil.seats import counting, inputs, reading, store
from jurdil.seats.records import SeatBoard


@query("seats.view")
def boards(viewer: Viewer) -> tuple[SeatBoard, ...]:
    """The contests whose seats or pair this office determines, of the elections in sight."""
    found = []
    for row in places.elections(viewer):
        if viewer.election_id not in (None, row.id):
            continue
        election = Election.objects.get(pk=row.id)
        regime = load_regime(election.regime)
        for code in election.contests:
            contest = regime.contest(code)
            if inputs.shares_seats(contest) or inputs.elects_pair(contest):
                found.append(_board(viewer, election, contest))
    return tuple(found)


@query("seats.view")
def seat_board(viewer: Viewer, election_id: int, contest: str) -> SeatBoard:
    """The seats of one contest. Raises `Election.DoesNotExist` for a contest without seats here."""
    election, known = reading.subject(viewer, election_id, contest)
    if not inputs.shares_seats(known):
        raise Election.DoesNotExist
    return _board(viewer, election, known)


@query("seats.view")
def stale_dapil(viewer: Viewer, election_id: int, contest: str) -> tuple[str, ...]:
    """Names of the dapil whose votes, seats or candidates differ from the present calculation, or
    that have none. Empty also while nothing can be calculated.
    """
    election, known = reading.subject(viewer, election_id, contest)
    present = {run.dapil: run for run in store.present_runs(election.pk, contest)}
    try:
        found = inputs.gather(viewer, election, known)
    except Refused:
        return ()
    changed = []
    for made in found:
        run = present.get(made.dapil)
        decisions = store.decisions_on(election.pk, contest, made.dapil)
        if run is None or run.digest != counting.count(made, known, decisions).digest:
            changed.append(made.name)
    return tuple(changed)


def _board(viewer: Viewer, election: Election, contest) -> SeatBoard:
    runs = [reading.run_row(run) for run in store.present_runs(election.pk, contest.id)]
    names: dict[str, str] = {}
    for run in store.present_runs(election.pk, contest.id):
        names |= run.names
    votes = results.votes_by_dapil(viewer, election.pk, contest.id)
    return SeatBoard(
        head=reading.head(election, contest),
        runs=tuple(runs),
        names={party: names[party] for party in store.in_order(names)},
        determination=reading.latest_determination(election.pk, contest.id),
        result_title=votes.title,
    )
