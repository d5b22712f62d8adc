"""The public page of Bawaslu's house: report a violation, and ask what became of it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from jurdil.kernel import clock, throttle
from jurdil.kernel.drawing import qr
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.roles import BAWASLU
from jurdil.kernel.viewer import public_viewer
from jurdil.kernel.views.common import attempt, found
from jurdil.oversight import actions, case_facts, case_pages, case_papers, queries
from jurdil.oversight.forms.cases import OnlineForm, StatusForm

REPORTS, LOOKUPS, SPAN = 5, 30, 3600
"""So many reports, and so many questions, of one visitor in so many seconds."""


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: Request) -> HttpResponse:
    """Report a violation, or tell something without a name; answered with a code."""
    require(request.viewer, "oversight.desk")
    visitor = public_viewer(clock.office_path(), request.viewer.house)
    context: dict[str, Any] = {"own": request.viewer.house == BAWASLU}
    if not context["own"]:
        return render(request, "oversight/case/report.html", context)
    elections = case_pages.elections(visitor)
    offered = {"elections": elections, "places": case_pages.place_groups(visitor)}
    form = OnlineForm(request.POST or None, request.FILES or None, **offered)
    status = 200
    if request.method == "POST" and form.is_valid():
        if not throttle.allowed(request, "case", REPORTS, SPAN):
            context["too_often"], status = True, 429
        else:
            made = attempt(
                form,
                actions.report_publicly,
                by=visitor,
                election_id=form.election_id,
                new=form.new(),
            )
            context |= _made(made)
    if form.errors:
        status = 422
    if context.get("made"):
        form = OnlineForm(**offered)
    context |= {"form": form, "hours": case_pages.hours(visitor), "open": bool(elections)}
    return render(request, "oversight/case/report.html", context, status=status)


def _made(made: Any) -> dict[str, Any]:
    if made is None:
        return {}
    address = case_papers.status_address(made.receipt)
    sure = case_facts.limit_confirmed(made)
    return {"made": made, "address": address, "code": qr(address), "limit_confirmed": sure}


@never_cache
@require_http_methods(["GET", "HEAD"])
def status(request: Request) -> HttpResponse:
    """What became of a report, by the code on its receipt."""
    require(request.viewer, "oversight.desk")
    visitor = public_viewer(clock.office_path(), request.viewer.house)
    form = StatusForm(request.GET if "kode" in request.GET else None)
    context: dict[str, Any] = {"form": form}
    answer = 200
    if form.is_bound and form.is_valid():
        if not throttle.allowed(request, "case-status", LOOKUPS, SPAN):
            context["too_often"], answer = True, 429
        else:
            context["found"] = _found(visitor, form.cleaned_data["kode"])
            if context["found"] is None:
                form.add_error("kode", _("Kode ini tidak dikenal. Periksa tanda terima Anda."))
                answer = 422
    return render(request, "oversight/case/status.html", context, status=answer)


def _found(visitor: Any, code: str) -> Any:
    try:
        return found(queries.case_status, visitor, code)
    except Http404:
        return None
