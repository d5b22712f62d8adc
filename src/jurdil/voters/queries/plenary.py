"""Plenaries about revisions: which are held, their papers, the receipts."""

from jurdil.kernel.acts import query
from jurdil.kernel.viewer import Viewer
from jurdil.voters.models import Pleno
from jurdil.voters.plenary_records import PlenaryRow, row_of


@query("voters.view")
def plenary(viewer: Viewer, revision_id: int, path: str) -> PlenaryRow | None:
    """The plenary of a place in the viewer's scope about a revision, or None."""
    rows = Pleno.objects.filter(revision=revision_id, path=path, path__within=viewer.path)
    found = rows.prefetch_related("copies").first()
    return row_of(found) if found else None


@query("voters.view")
def plenaries(viewer: Viewer, revision_id: int) -> tuple[PlenaryRow, ...]:
    """Every plenary about a revision in the viewer's scope."""
    rows = Pleno.objects.filter(revision=revision_id, path__within=viewer.path)
    return tuple(row_of(row) for row in rows.prefetch_related("copies"))
