"""Contests of pairs: who wins, the gate to the Constitutional Court, a tie decided."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.seats import actions, pages, queries
from jurdil.seats.forms.count import TieForm
from jurdil.seats.pages.dapil import tie_shown


def page(
    request: Request, election_id: int, contest: str, failed: TieForm | None = None
) -> HttpResponse:
    """The result of a contest of pairs."""
    viewer = request.viewer
    shown = found(queries.pair_page, viewer, election_id, contest)
    tied = pages.pair_tie(shown)
    tie = tie_shown(tied) if tied else None
    may_decide = allows(viewer, "seats.decide_tie")
    context = {
        "page": shown,
        "board": shown,
        "crumbs": pages.crumbs(shown.head),
        "lines": pages.pair_lines(shown),
        "gates": pages.gate_lines(shown),
        "verdict": pages.verdict(shown),
        "tie": tie,
        "form": failed or (TieForm(tie) if tie and may_decide else None),
        "galat": failed,
        "may_determine": allows(viewer, "seats.determine"),
        "may_trace": allows(viewer, "seats.trace"),
    }
    return render(request, "seats/pair.html", context, status=422 if failed else 200)


@require_POST
def decide(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Record what the plenary decided on equal votes of pairs."""
    shown = found(queries.pair_page, request.viewer, election_id, contest)
    tied = pages.pair_tie(shown)
    if tied is None:
        messages.error(request, _("Tidak ada suara sama yang perlu diputuskan."))
        return redirect("seats:contest", election_id, contest)
    form = TieForm(tie_shown(tied), request.POST, request.FILES)
    done = form.is_valid() and attempt(
        form,
        actions.decide_tie,
        by=request.viewer,
        election_id=election_id,
        contest=contest,
        dapil="",
        kind=tied.kind,
        party="",
        **form.values(),
    )
    if not done:
        return page(request, election_id, contest, form)
    messages.success(request, _("Keputusan dicatat."))
    return redirect("seats:contest", election_id, contest)
