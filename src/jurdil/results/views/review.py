"""What is worth a look: the queue, one row, and running the detectors."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.language import say
from jurdil.kernel.paging import AFTER
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.law import detect as detectors
from jurdil.results import actions, exports, queries
from jurdil.results.forms.review import ReviewForm
from jurdil.results.pages import place_options
from jurdil.results.pages import review as pages
from jurdil.results.views.common import file

FILTERS = {"contest": "kontes", "code": "jenis", "path": "wilayah", "state": "status"}


@require_safe
def queue(request: Request, election_id: int) -> HttpResponse:
    """Rows in the order in which they could matter, and how far each outcome is from certain."""
    viewer = request.viewer
    chosen: dict[str, Any] = _filters(request)
    state = found(queries.review_state, viewer, election_id)
    page = queries.review_queue(viewer, election_id, after=request.GET.get(AFTER, ""), **chosen)
    context = {
        "election_id": election_id,
        "state": state,
        "page": page,
        "lines": pages.review_lines(page.rows),
        "certainties": pages.certainty_lines(state),
        "codes": pages.code_chips(state),
        "places": place_options(viewer),
        "chosen": chosen,
        "caution": detectors.CAUTION,
        "query": request.GET.urlencode(),
        "may_detect": allows(viewer, "results.detect"),
    }
    return render(request, "results/review/queue.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: Request, election_id: int, review_id: int) -> HttpResponse:
    """One row: the figures beside each other, what it could change, and what a person says."""
    viewer = request.viewer
    shown = found(queries.review_item, viewer, election_id, review_id)
    initial = {"seen_at": shown.row.made_at.isoformat()}
    form = ReviewForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = {"by": viewer, "review_id": review_id, **form.cleaned_data}
        if attempt(form, actions.mark_review, **given) is not None:
            messages.success(request, _("Peninjauan dicatat."))
            return redirect("results:review", election_id)
    context = {
        "election_id": election_id,
        "item": shown,
        "line": pages.review_line(shown.row, most=len(shown.row.places)),
        "beside": pages.beside(shown),
        "reach": pages.reach_figure(shown.row),
        "margin": pages.margin_figure(shown.row.standing) if shown.row.standing else None,
        "form": form,
        "caution": detectors.CAUTION,
        "may_mark": allows(viewer, "results.mark_review"),
        "crumbs": pages.crumbs(election_id, say(shown.row.title)),
    }
    status = 422 if form.errors else 200
    return render(request, "results/review/item.html", context, status=status)


@require_safe
def missing(request: Request, election_id: int, contest: str) -> HttpResponse:
    """TPS whose votes are not in, what could change an outcome first."""
    after = request.GET.get(AFTER, "")
    shown = found(queries.review_missing, request.viewer, election_id, contest, after=after)
    context = {
        "missing": shown,
        "lines": pages.missing_lines(election_id, contest, shown.page.rows),
        "crumbs": pages.crumbs(election_id, _("Suara yang belum masuk")),
    }
    return render(request, "results/review/missing.html", context)


@require_POST
def run(request: Request, election_id: int) -> HttpResponse:
    """Run the detectors now."""
    made = found(actions.detect, by=request.viewer, election_id=election_id)
    messages.success(
        request,
        _("Pemeriksaan selesai: %(forms)s formulir diperiksa, %(new)s baru, %(gone)s gugur.")
        % {"forms": made.forms, "new": made.new, "gone": made.gone},
    )
    return redirect("results:review", election_id)


@require_safe
def export(request: Request, election_id: int, kind: str) -> HttpResponse:
    """The queue as a file, filtered as it is on screen."""
    rows = found(exports.review_table, request.viewer, election_id, **_filters(request))
    return file(request, kind, rows, "tinjauan")


def _filters(request: Request) -> dict[str, str]:
    return {name: request.GET.get(key, "") for name, key in FILTERS.items()}
