"""What the demo shows of this room: a population with two drafts, and seats of the count so far."""

from jurdil.kernel.acts import Refused
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.places.paths import KECAMATAN
from jurdil.seats import actions

PER_TPS = 390
"""People per TPS of the demo's population, which is made up like all of its figures."""


def show(by: Viewer, election_id: int, contest: str = "dprd-kab") -> None:
    """Record a population, draft the dapil in force and one that differs, calculate the seats.

    `by` has the rights of an operator; dapil, ballots and forms are there already. A small demo
    whose people are too few for a draft shows its seats only.
    """
    tps = places.expected_tps(by, election_id)
    kecamatan = places.places_below(by, by.path, KECAMATAN)
    people = {one.path: PER_TPS * tps.get(one.path, 0) for one in kecamatan}
    actions.record_population(
        by=by, election_id=election_id, source="Angka karangan untuk contoh", people=people
    )
    rows = [
        {"code": one.code, "name": one.name, "parts": [part.path for part in one.parts]}
        for one in places.dapil_of(by, election_id, contest)
    ]
    for title, dapil in (("Dapil tetap", rows), ("Dua dapil digabung", _joined(rows))):
        try:
            actions.draft_dapil(
                by=by, election_id=election_id, contest=contest, title=title, dapil=dapil
            )
        except Refused:
            break
    actions.count_seats(by=by, election_id=election_id, contest=contest)


def _joined(rows: list[dict]) -> list[dict]:
    """The last two dapil as one."""
    if len(rows) < 2:
        return rows
    *others, last, end = rows
    return [*others, {**last, "parts": [*last["parts"], *end["parts"]]}]
