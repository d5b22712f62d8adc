"""A proposal as lists show it."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.voters.models import Usulan
from jurdil.voters.sealing import elements_of


@dataclass(frozen=True)
class ProposalRow:
    """A proposal as a list shows it. `name` is the voter's, or the proposed one's."""

    id: int
    kind: str
    source: str
    state: str
    village: str
    tps: str
    tms: str
    tms_regime: str
    name: str
    voter: int | None
    evidence: str
    evidence_note: str
    file: str
    note: str
    reference: str
    election: int
    proposed_by: int | None
    proposed_name: str
    proposed_at: datetime
    decided_name: str
    decided_at: datetime | None
    decision_note: str


def row_of(row: Usulan) -> ProposalRow:
    """A proposal as a list shows it."""
    name = row.seen.name if row.seen else elements_of(row).get("nama", "")
    return ProposalRow(
        id=row.pk,
        kind=row.kind,
        source=row.source,
        state=row.state,
        village=row.village,
        tps=row.tps,
        tms=row.tms,
        tms_regime=row.tms_regime,
        name=name,
        voter=row.pemilih_id,
        evidence=row.evidence,
        evidence_note=row.evidence_note,
        file=row.file_id or "",
        note=row.note,
        reference=row.reference,
        election=row.election_id,
        proposed_by=row.proposed_by,
        proposed_name=row.proposed_name,
        proposed_at=row.proposed_at,
        decided_name=row.decided_name,
        decided_at=row.decided_at,
        decision_note=row.decision_note,
    )
