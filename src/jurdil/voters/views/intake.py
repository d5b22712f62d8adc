"""Source lists: which came in, what their rows became, and what is wrong in which row."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.voters import queries
from jurdil.voters.pages import intake as pages
from jurdil.voters.views.common import resumed


@never_cache
@require_safe
def index(request: Request) -> HttpResponse:
    """The source lists that were received."""
    viewer = request.viewer
    context = {
        "rows": queries.sources(viewer),
        "may_import": allows(viewer, "voters.take_in"),
    }
    return render(request, "voters/intake/index.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def source(request: Request, source_id: int) -> HttpResponse:
    """One source list by village, while it is taken in and afterwards; going on with its rows."""
    viewer = request.viewer
    row = found(queries.source, viewer, source_id)
    if request.method == "POST":
        return resumed(request, "voters:source", source_id)
    villages = queries.source_villages(viewer, source_id)
    context = {
        "row": row,
        "may_resume": allows(viewer, "voters.resume"),
        "progress": pages.progress(row),
        "lines": pages.lines(viewer, villages),
        "traps": pages.trap_counts(villages),
    }
    return render(request, "voters/intake/source.html", context)


@never_cache
@require_safe
def findings(request: Request, source_id: int, kind: str) -> HttpResponse:
    """What is wrong in which row of the file, as CSV or XLSX; no cell is repeated."""
    viewer = request.viewer
    found(queries.source, viewer, source_id)
    villages = queries.source_villages(viewer, source_id)
    return pages.findings_file(viewer, villages, kind, source_id)
