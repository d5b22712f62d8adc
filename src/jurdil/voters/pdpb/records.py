"""A quarter as pages show it, and the part of it that a viewer sees."""

from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.law.voters.quarter import name_of
from jurdil.voters.models import Revisi
from jurdil.voters.pdpb import quarters as ground


@dataclass(frozen=True)
class QuarterRow:
    """A quarter: its name, what it compares with, whether it stands."""

    id: int
    period: str
    name: Text
    path: str
    determined: bool
    decided_at: datetime | None
    decision: int | None
    previous: str
    basis: str
    election: int


def seen(viewer: Viewer, revision_id: int) -> Revisi:
    """A quarter of the viewer's office. Raises Revisi.DoesNotExist."""
    return ground.quarters(viewer).select_related("previous", "election").get(pk=revision_id)


def scope(viewer: Viewer, revision: Revisi) -> str:
    """The part of the quarter's place that the viewer sees."""
    return viewer.path if within(viewer.path, revision.path) else revision.path


def row_of(revision: Revisi) -> QuarterRow:
    """A quarter as pages show it."""
    before = revision.previous
    return QuarterRow(
        id=revision.pk,
        period=revision.period,
        name=name_of(revision.period),
        path=revision.path,
        determined=revision.state == Revisi.State.DETERMINED,
        decided_at=revision.decided_at,
        decision=revision.decision_id,
        previous=f"{Revisi.Kind(before.kind).label} {before.period}".strip() if before else "",
        basis=revision.basis,
        election=revision.election_id,
    )
