"""Calculating the seats of a contest, and recording what the plenary decides on equal votes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime_types import Contest
from jurdil.law.seats import NoVotes
from jurdil.seats import counting, keeping, store
from jurdil.seats.counting import Counted
from jurdil.seats.electing import as_rows
from jurdil.seats.inputs import contest_for, election_for, elects_pair, gather, shares_seats
from jurdil.seats.models import Calon, KeputusanSeri, Langkah, Perhitungan
from jurdil.seats.pairs import pair_result
from jurdil.seats.ties import OpenTie, ties_of


@dataclass(frozen=True)
class CountResult:
    """What a calculation changed: dapil calculated anew, dapil as before, dapil still open."""

    new: tuple[str, ...]
    same: tuple[str, ...]
    open: tuple[str, ...]


@act("seats.count")
def count_seats(*, by: Viewer, election_id: int, contest: str) -> Done[CountResult]:
    """Calculate every dapil of a contest from which forms are in; a dapil whose inputs are as
    before keeps its calculation. Raises `Refused` while something is missing, and
    `law.seats.Disagreement` when the two implementations differ.
    """
    election = election_for(by, election_id)
    known = contest_for(election, contest)
    result = calculate(by, election, known)
    facts = {"contest": contest, "new": list(result.new), "open": list(result.open)}
    return Done(result, f"election:{election.pk}", election.path, facts)


@inner
def calculate(by: Viewer, election: Election, contest: Contest) -> CountResult:
    """Calculate and keep what differs from the present calculations, inside an act."""
    present = {run.dapil: run for run in store.present_runs(election.pk, contest.id)}
    new, same, unsettled = [], [], []
    for made in gather(by, election, contest):
        decisions = store.decisions_on(election.pk, contest.id, made.dapil)
        try:
            counted = counting.count(made, contest, decisions)
        except NoVotes:
            raise Refused(
                _("Di %(dapil)s belum ada satu suara pun.") % {"dapil": made.name}
            ) from None
        before = present.get(made.dapil)
        if before is not None and before.digest == counted.digest:
            same.append(made.dapil)
        else:
            _keep(by, election, contest, counted)
            new.append(made.dapil)
        if not counted.settled:
            unsettled.append(made.dapil)
    return CountResult(tuple(new), tuple(same), tuple(unsettled))


@act("seats.decide_tie")
def decide_tie(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    dapil: str,
    kind: str,
    party: str,
    chosen: Sequence[str],
    plenary: str,
    basis: str,
    decided_on: date,
    paper: keeping.Paper | None = None,
) -> Done[KeputusanSeri]:
    """Record the plenary's decision on a tie that the present calculation shows, and go on with it.
    A contest of pairs has no dapil.

    `chosen` are the parties or candidates that get the open places, or the levels at which spread
    is counted. Raises `Refused` when there is no such tie or the decision does not settle it.
    """
    election = election_for(by, election_id)
    known = contest_for(election, contest)
    tie = _open_tie(by, election, known, dapil, (kind, party))
    tie.require_settled_by(chosen)
    _require_reasons(plenary, basis)
    decision = KeputusanSeri.objects.create(
        election=election,
        contest=contest,
        dapil=dapil,
        kind=kind,
        party=party,
        tied=tie.tied,
        chosen=list(chosen),
        plenary=plenary.strip(),
        basis=basis.strip(),
        decided_on=decided_on,
        **keeping.record(by, election.path, paper),
    )
    if shares_seats(known):
        calculate(by, election, known)
    facts = {
        "contest": contest,
        "dapil": dapil,
        "kind": kind,
        "party": party,
        "chosen": list(chosen),
        "basis": decision.basis,
        "plenary": decision.plenary,
    }
    return Done(decision, f"tie-decision:{decision.pk}", election.path, facts)


def _open_tie(
    by: Viewer, election: Election, contest: Contest, dapil: str, key: tuple[str, str]
) -> OpenTie:
    """The tie of this kind and party that is open now; raises `Refused` when there is none."""
    if elects_pair(contest):
        pair_tie = pair_result(by, election, contest.id).tie
        found: tuple[OpenTie, ...] = (pair_tie,) if pair_tie else ()
    else:
        found = ties_of(store.present_run(election.pk, contest.id, dapil))
    tie = next((one for one in found if (one.kind, one.party) == key), None)
    if tie is None:
        raise Refused(
            _("Perhitungan yang berlaku tidak memuat suara sama seperti ini. Muat ulang halaman.")
        )
    return tie


def _require_reasons(plenary: str, basis: str) -> None:
    if not plenary.strip():
        raise Refused(_("Tulis nomor atau judul berita acara rapat pleno yang memutuskan."))
    if not basis.strip():
        raise Refused(_("Tulis dasar hukum keputusan, termasuk surat atau petunjuk yang diikuti."))


def _keep(by: Viewer, election: Election, contest: Contest, counted: Counted) -> Perhitungan:
    made, allocation = counted.made, counted.allocation
    rows = Perhitungan.objects.filter(election=election, contest=contest.id, dapil=made.dapil)
    run = Perhitungan.objects.create(
        election=election,
        contest=contest.id,
        dapil=made.dapil,
        dapil_name=made.name,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        source=Perhitungan.Source.RESULTS,
        seats=made.seats,
        votes=dict(made.votes),
        names=dict(made.names),
        divisors=list(allocation.divisors),
        table=_table(counted),
        tie=_tie(counted),
        open=[one.tied for one in counted.lists.values() if one.tied],
        margin=_margin(counted),
        decided=list(counted.decided),
        digest=counted.digest,
        forms=made.forms,
        expected=made.expected,
        **keeping.record(by, election.path),
    )
    Langkah.objects.bulk_create(
        Langkah(
            run=run,
            seat=step.seat,
            party=step.quotient.party,
            votes=step.quotient.votes,
            divisor=step.quotient.divisor,
            decided=step.decided,
        )
        for step in allocation.steps
    )
    Calon.objects.bulk_create(Calon(run=run, **row) for row in as_rows(made, counted.lists))
    return run


def _table(counted: Counted) -> list[list[Any]]:
    return [
        [str(party), cell.quotient.votes, cell.quotient.divisor, cell.seat]
        for party, cells in counted.allocation.rows.items()
        for cell in cells
    ]


def _tie(counted: Counted) -> dict[str, Any] | None:
    tie = counted.allocation.tie
    if tie is None:
        return None
    return {"seats": tie.seats, "quotients": counting.described(tie)}


def _margin(counted: Counted) -> dict[str, Any] | None:
    found = counted.margin
    if found is None:
        return None
    following = found.next
    return {
        "last": [found.last.party, found.last.votes, found.last.divisor],
        "next": [following.party, following.votes, following.divisor] if following else None,
        "gain": found.gain,
        "gaining": found.gaining,
        "loss": found.loss,
        "losing": found.losing,
    }
