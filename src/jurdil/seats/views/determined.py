"""Determining seats, and what was determined with its changes since."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.documents.kinds import KINDS
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.seats import actions, pages, papers, queries
from jurdil.seats.forms.count import DetermineForm


@require_safe
def page(request: Request, decision_id: int) -> HttpResponse:
    """One determination: what was fixed, and every seat or member that changed since."""
    shown = found(queries.determination_page, request.viewer, decision_id)
    context = {
        "page": shown,
        "crumbs": pages.crumbs(shown.head, shown.row.title),
        "changes": pages.changes(shown.changes),
    }
    return render(request, "seats/determination.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def determine(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Determine a contest, after everything that must be there before."""
    viewer = request.viewer
    require(viewer, "seats.determine")
    head = found(queries.head, viewer, election_id, contest)
    form = DetermineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.determine,
            by=viewer,
            election_id=election_id,
            contest=contest,
            title=form.cleaned_data["title"],
        )
        if made:
            messages.success(request, _("Kursi dan calon terpilih ditetapkan."))
            return redirect("seats:determination", made.pk)
    context = {
        "head": head,
        "form": form,
        "crumbs": pages.crumbs(head, _("Penetapan")),
        "steps": queries.readiness(viewer, election_id, contest),
        "may_draft": allows(viewer, "document.draft"),
        "papers": [(kind, KINDS[kind].name) for kind in papers.KINDS],
        "clocks": queries.waiting_clocks(viewer, election_id),
        "determinations": queries.determinations(viewer, election_id, contest),
    }
    status = 422 if form.errors else 200
    return render(request, "seats/determine.html", context, status=status)
