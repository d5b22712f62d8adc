"""Elected members of a contest: the order of each list in force, and where everyone stands."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.seats import clocks, store
from jurdil.seats.models import Calon, Perhitungan, Peristiwa, Usulan
from jurdil.seats.standing import Fact, Happened, Standing, standings

Key = tuple[str, str, int]
"""Dapil, party, number in the list."""


@dataclass(frozen=True)
class Member:
    """A candidate of a list that has seats, and where he or she stands."""

    run: Perhitungan
    person: Calon
    standing: Standing

    @property
    def key(self) -> Key:
        return self.run.dapil, self.person.party, self.person.number


def last_day(viewer: Viewer, election: Election) -> date | None:
    """The last day on which an LHKPN receipt counts; None while the day of the oath is unknown."""
    found = clocks.receipt_clock(viewer, election)
    if found is None or found.last_day is None:
        return None
    return found.last_day


def members(viewer: Viewer, election: Election, contest: str) -> tuple[Member, ...]:
    """Everyone on a list with seats, dapil by dapil, in the order of the law."""
    limit = last_day(viewer, election)
    facts = _facts(election.pk, contest)
    found: list[Member] = []
    for run in store.runs_in_force(election.pk, contest):
        won = {party: seats for party, seats in store.won_by(run).items() if seats}
        people: dict[str, list[Calon]] = defaultdict(list)
        for person in run.people.all():
            people[person.party].append(person)
        for party in store.in_order(won):
            own = {
                number: facts.get((run.dapil, party, number), ())
                for number in (person.number for person in people[party])
            }
            stand = standings([one.number for one in people[party]], won[party], own, limit)
            found += [
                Member(run, person, where)
                for person, where in zip(people[party], stand, strict=True)
            ]
    return tuple(found)


def _facts(election_id: int, contest: str) -> Mapping[Key, list[Fact]]:
    found: dict[Key, list[Fact]] = defaultdict(list)
    rows = Peristiwa.objects.filter(election_id=election_id, contest=contest)
    for row in rows:
        fact = Fact(Happened(row.kind), row.day)
        found[row.dapil, row.party, row.number].append(fact)
    return found


def proposed(election_id: int, contest: str) -> dict[Key, Usulan]:
    """Who was named in a letter of proposal, and in which."""
    rows = Usulan.objects.filter(election_id=election_id, contest=contest).order_by("pk")
    return {(one["dapil"], one["party"], one["number"]): row for row in rows for one in row.people}
