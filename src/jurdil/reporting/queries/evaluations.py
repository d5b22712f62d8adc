"""Evaluations as lists, pages and files."""

from jurdil.kernel.acts import query
from jurdil.kernel.documents import signing
from jurdil.kernel.viewer import Viewer
from jurdil.reporting import evaluating
from jurdil.reporting.models import Evaluation
from jurdil.reporting.papers import report, word
from jurdil.reporting.records import EvaluationPage, EvaluationRow


@query("reporting.view")
def evaluations(viewer: Viewer) -> tuple[EvaluationRow, ...]:
    """The evaluations in scope, the newest first."""
    found = Evaluation.objects.filter(path__within=viewer.path).select_related("document")
    return tuple(evaluating.row_of(one) for one in found.order_by("-pk"))


@query("reporting.view")
def evaluation(viewer: Viewer, evaluation_id: int) -> EvaluationPage:
    """One evaluation with what the rooms tell now. Raises Evaluation.DoesNotExist."""
    return evaluating.page_of(viewer, _one(viewer, evaluation_id))


@query("reporting.view")
def evaluation_docx(viewer: Viewer, evaluation_id: int) -> bytes:
    """The report as DOCX: what was drafted, else what the rooms tell now."""
    found = _one(viewer, evaluation_id)
    paper = found.document
    if paper is None:
        page = evaluating.page_of(viewer, found)
        return word.docx(found.title, report.body(page), (), report.unconfirmed(page))
    signers = tuple(
        f"{signing.capacity(one.role, one.acting)}: {one.account.name}"
        for one in signing.signers(paper)
    )
    loose = paper.data.get("unconfirmed", ())
    return word.docx(found.title, paper.data["body"], signers, loose)


def _one(viewer: Viewer, evaluation_id: int) -> Evaluation:
    rows = Evaluation.objects.select_related("document", "election")
    return rows.get(pk=evaluation_id, path__within=viewer.path)
