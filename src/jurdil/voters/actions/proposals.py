"""Proposing a change of a voter, and deciding it."""

from jurdil.kernel.acts import Done, act, person
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.voters import proposing
from jurdil.voters.models import Usulan
from jurdil.voters.proposing import Proposal


@act("voters.propose")
def propose(*, by: Viewer, election_id: int, wanted: Proposal) -> Done[Usulan]:
    """Propose a new voter, a change, a removal, a move or a restoration, with its evidence."""
    person(by)
    election = Election.objects.get(pk=election_id)
    return _done(proposing.propose(by, election, wanted))


@act("voters.accept")
def accept(*, by: Viewer, proposal_id: int, note: str = "") -> Done[Usulan]:
    """Carry a proposal out; a removal by another person than the one who proposed it."""
    person(by)
    return _done(proposing.accept(by, _locked(by, proposal_id), note))


@act("voters.reject")
def reject(*, by: Viewer, proposal_id: int, note: str) -> Done[Usulan]:
    """Turn a proposal down, with its reason."""
    person(by)
    return _done(proposing.reject(by, _locked(by, proposal_id), note))


@act("voters.withdraw")
def withdraw(*, by: Viewer, proposal_id: int, note: str = "") -> Done[Usulan]:
    """Take one's own proposal back."""
    person(by)
    return _done(proposing.withdraw(by, _locked(by, proposal_id), note))


def _locked(by: Viewer, proposal_id: int) -> Usulan:
    rows = Usulan.objects.select_for_update(of=["self"]).filter(village__within=by.path)
    return rows.get(pk=proposal_id)


def _done(row: Usulan) -> Done[Usulan]:
    facts = {
        "kind": row.kind,
        "source": row.source,
        "state": row.state,
        "tms": row.tms,
        "voter": row.pemilih_id,
        "evidence": row.evidence,
        "file": row.file_id,
    }
    return Done(row, f"usulan:{row.pk}", row.village, facts)
