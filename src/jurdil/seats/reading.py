"""Rows of the room as its readings return them."""

from jurdil.kernel.models import Decision, Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime_types import Contest
from jurdil.law.text import Text
from jurdil.seats import inputs, store
from jurdil.seats.models import Calon, KeputusanSeri, Perhitungan
from jurdil.seats.records import (
    Decided,
    Determination,
    Head,
    PersonRow,
    Reason,
    RunRow,
    Tied,
)
from jurdil.seats.ties import OpenTie, ties_of


def subject(viewer: Viewer, election_id: int, contest: str) -> tuple[Election, Contest]:
    """An election in sight and a contest of it. Raises Election.DoesNotExist."""
    election = inputs.election_for(viewer, election_id)
    return election, inputs.contest_for(election, contest)


def head(election: Election, contest: Contest) -> Head:
    return Head(
        election_id=election.pk,
        election=Text(election.name, election.name_en),
        regime=election.regime,
        contest=contest.id,
        name=contest.name_in(election.path[:2]),
        pair=inputs.elects_pair(contest),
    )


def run_row(run: Perhitungan) -> RunRow:
    """A calculation with the seats of each party."""
    won = store.won_by(run)
    return RunRow(
        id=run.pk,
        dapil=run.dapil,
        name=run.dapil_name,
        number=run.number,
        seats=run.seats,
        forms=run.forms,
        expected=run.expected,
        won=won,
        votes={party: run.votes[party] for party in won},
        tie=run.tie is not None,
        open=len(run.open),
        made_at=run.recorded_at,
        source=run.source,
    )


def person_row(row: Calon) -> PersonRow:
    return PersonRow(
        party=row.party,
        number=row.number,
        name=row.name,
        sex=row.sex,
        votes=row.votes,
        rank=row.rank,
        elected=row.elected,
        reasons=tuple(
            Reason(Text(one["id"], one["en"]), one["article"], one["confirmed"])
            for one in row.reasons
        ),
        spread=tuple(row.spread),
    )


def determination(found: Decision | None) -> Determination | None:
    if found is None:
        return None
    return Determination(
        id=found.pk,
        title=found.title,
        decided_at=found.decided_at,
        digest=found.digest,
        ledger_seq=found.ledger_seq,
        rows=sum(part.rows for part in found.parts.all()),
    )


def latest_determination(election_id: int, contest: str) -> Determination | None:
    return determination(store.determinations(election_id, contest).first())


def decided(row: KeputusanSeri) -> Decided:
    return Decided(
        id=row.pk,
        kind=row.kind,
        label=str(KeputusanSeri.Kind(row.kind).label),
        party=row.party,
        chosen=tuple(map(str, row.chosen)),
        plenary=row.plenary,
        basis=row.basis,
        decided_on=row.decided_on,
        name=row.account_name,
        document=row.document.name if row.document else "",
    )


def tied(run: Perhitungan) -> tuple[Tied, ...]:
    """What a calculation leaves open, with names."""
    people = {(row.party, row.number): row.name for row in run.people.all()} if run.open else {}
    return tuple(_tied(run, one, people) for one in ties_of(run))


def _tied(run: Perhitungan, one: OpenTie, people: dict[tuple[str, int], str]) -> Tied:
    if one.kind == KeputusanSeri.Kind.SEAT:
        _party, votes, divisor = one.tied[0]
        return Tied(one.kind, "", one.places, one.options, run.names, votes, divisor)
    names = {
        str(number): f"{number}. {name}"
        for (party, number), name in people.items()
        if party == one.party
    }
    return Tied(
        kind=one.kind,
        party=one.party,
        places=one.places,
        tied=one.options,
        names=names,
        votes=one.tied["votes"],
        divisor=1,
        levels=tuple(
            (level, tuple(zip(map(str, one.tied["numbers"]), counts, strict=True)))
            for level, counts in one.levels
        ),
    )
