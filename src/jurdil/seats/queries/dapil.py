"""One dapil: the whole divisor table, the lists, and what was decided."""

from dataclasses import dataclass

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.seats import reading, store
from jurdil.seats.models import Perhitungan
from jurdil.seats.records import Cell, DapilPage, Head, PartyRow, PersonRow, RunRow


@dataclass(frozen=True)
class DapilSeats:
    """A dapil with its present calculation, for the page of a place."""

    head: Head
    run: RunRow
    determined: bool


@query("seats.view")
def seats_of_dapil(viewer: Viewer, election_id: int, contest: str, dapil: str) -> DapilSeats | None:
    """The seats of a dapil in a few words; None while they are not calculated."""
    election, known = reading.subject(viewer, election_id, contest)
    try:
        run = store.present_run(election.pk, contest, dapil)
    except Perhitungan.DoesNotExist:
        return None
    determined = store.determinations(election.pk, contest).exists()
    return DapilSeats(reading.head(election, known), reading.run_row(run), determined)


@query("seats.view")
def dapil_page(viewer: Viewer, election_id: int, contest: str, dapil: str) -> DapilPage:
    """The present calculation of a dapil. Raises ObjectDoesNotExist while there is none."""
    election, known = reading.subject(viewer, election_id, contest)
    run = store.present_run(election.pk, contest, dapil)
    row = reading.run_row(run)
    decisions = store.decisions_on(election.pk, contest, dapil)
    return DapilPage(
        head=reading.head(election, known),
        run=row,
        divisors=tuple(run.divisors),
        rows=_rows(run, row),
        margin=run.margin,
        people=_people(run),
        tied=reading.tied(run),
        decisions=tuple(reading.decided(one) for one in decisions if one.pk in run.decided),
        digest=run.digest,
        names=run.names,
        earlier=run.number - 1,
        determination=reading.latest_determination(election.pk, contest),
    )


def _rows(run: Perhitungan, row: RunRow) -> tuple[PartyRow, ...]:
    by_decision = {step.seat for step in run.steps.all() if step.decided}
    cells: dict[str, list[Cell]] = {party: [] for party in row.votes}
    for party, votes, divisor, seat in run.table:
        cells[party].append(Cell(votes, divisor, seat, seat in by_decision))
    return tuple(
        PartyRow(party, run.names[party], votes, tuple(cells[party]), row.won[party])
        for party, votes in row.votes.items()
    )


def _people(run: Perhitungan) -> dict[str, tuple[PersonRow, ...]]:
    found: dict[str, list[PersonRow]] = {}
    for person in run.people.all():
        found.setdefault(person.party, []).append(reading.person_row(person))
    return {party: tuple(found[party]) for party in store.in_order(found)}
