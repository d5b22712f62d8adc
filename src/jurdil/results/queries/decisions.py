"""Determined recapitulations, and what changed since they were signed."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel import decisions as kernel_decisions
from jurdil.kernel.acts import query
from jurdil.kernel.models import Decision
from jurdil.kernel.viewer import Viewer
from jurdil.places import queries as places
from jurdil.results.datasets import KIND, contest_of


@dataclass(frozen=True)
class DecisionRow:
    """A determined recapitulation."""

    id: int
    title: str
    election_id: int
    contest: str
    path: str
    place: str
    decided_at: datetime
    digest: str
    ledger_seq: int
    rows: int


@dataclass(frozen=True)
class DecisionPage:
    """A determination with every figure that differs from what was signed."""

    row: DecisionRow
    changes: tuple[kernel_decisions.Change, ...]


@query("results.trace")
def decisions(viewer: Viewer, election_id: int, contest: str) -> tuple[DecisionRow, ...]:
    """Determinations of a contest in scope, the newest first."""
    found = _scoped(viewer).filter(election_id=election_id).order_by("-pk")
    rows = [_row(viewer, decision) for decision in found]
    return tuple(row for row in rows if row.contest == contest)


@query("results.trace")
def decision(viewer: Viewer, decision_id: int) -> DecisionPage:
    """One determination in scope with its changes since. Raises `Decision.DoesNotExist`."""
    found = _scoped(viewer).get(pk=decision_id)
    return DecisionPage(_row(viewer, found), kernel_decisions.changes_since(found))


def _scoped(viewer: Viewer):
    return Decision.objects.filter(kind=KIND, path__within=viewer.path).prefetch_related("parts")


def _row(viewer: Viewer, found: Decision) -> DecisionRow:
    parts = list(found.parts.all())
    return DecisionRow(
        id=found.pk,
        title=found.title,
        election_id=found.election_id,
        contest=contest_of(parts[0].dataset),
        path=found.path,
        place=places.name_of(viewer, found.path),
        decided_at=found.decided_at,
        digest=found.digest,
        ledger_seq=found.ledger_seq,
        rows=sum(part.rows for part in parts),
    )
