"""Drafts of the room's papers, made with all their tables and put into the office's chain."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jurdil.kernel.actions import documents
from jurdil.kernel.acts import Refused
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.seats import papers, queries

LIST = "daftar"


@require_POST
def draft(request: Request, election_id: int, contest: str, kind: str) -> HttpResponse:
    """Draft minutes, decree, announcement, or the list that goes with a proposal."""
    if kind not in (*papers.KINDS, LIST):
        raise Http404
    made = _paper(request, election_id, contest, kind)
    try:
        document = documents.draft(
            by=request.viewer,
            kind=kind,
            title=made.title,
            body=made.body,
            election_id=election_id,
            division="teknis",
            unconfirmed=made.unconfirmed,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("seats:contest", election_id, contest)
    messages.success(request, _("Konsep naskah dibuat. Periksa sebelum diparaf."))
    return redirect("kernel:document", document.pk)


def _paper(request: Request, election_id: int, contest: str, kind: str) -> papers.Paper:
    viewer, office = request.viewer, request.office.name
    if kind == LIST:
        return papers.proposal_list(
            office, found(queries.members_page, viewer, election_id, contest)
        )
    if found(queries.head, viewer, election_id, contest).pair:
        return papers.pair_paper(
            kind, office, found(queries.pair_page, viewer, election_id, contest)
        )
    board = found(queries.seat_board, viewer, election_id, contest)
    pages = [queries.dapil_page(viewer, election_id, contest, run.dapil) for run in board.runs]
    return papers.seat_paper(kind, office, board, pages)
