"""Pages of a quarter: which one, opening one, its overview, its dates."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.voters.actions import pdpb as acts
from jurdil.voters.forms.pdpb import DatesForm, OpenForm
from jurdil.voters.pages.pdpb import quarter as pages
from jurdil.voters.queries import pdpb as queries

UNPROCESSABLE = 422


@require_safe
def index(request: Request) -> HttpResponse:
    """The quarter at work; all quarters where none is, or when they are asked for."""
    viewer = request.viewer
    require(viewer, "voters.pdpb")
    newest = queries.newest(viewer)
    if newest and not newest.determined and "semua" not in request.GET:
        return redirect("voters:pdpb_quarter", newest.id)
    context = {
        "rows": queries.quarters(viewer),
        "may_open": allows(viewer, "voters.pdpb_open"),
        "running": newest is not None and not newest.determined,
        "crumbs": pages.crumbs("PDPB"),
    }
    return render(request, "voters/pdpb/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: Request) -> HttpResponse:
    """Open a quarter."""
    viewer = request.viewer
    require(viewer, "voters.pdpb_open")
    initial = {"period": queries.suggested_period(viewer)}
    form = OpenForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, acts.open_quarter, by=viewer, **form.cleaned_data)
        if made:
            messages.success(request, _("Triwulan dibuka. Catat tanggalnya dari surat edaran."))
            return redirect("voters:pdpb_quarter", made.pk)
    context = {"form": form, "crumbs": pages.crumbs("PDPB")}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/pdpb/open.html", context, status=status)


@require_safe
def overview(request: Request, revision_id: int) -> HttpResponse:
    """A quarter in ten seconds: before + new - TMS = now, what is open, how long is left."""
    viewer = request.viewer
    shown = found(queries.overview, viewer, revision_id)
    context = {
        "shown": shown,
        "flow": pages.flow(shown.flow),
        "points": pages.points(viewer, shown),
        "days": pages.days(shown),
        "tabs": pages.tabs(revision_id, "pdpb_quarter"),
        "crumbs": pages.crumbs("PDPB"),
        "may_date": allows(viewer, "voters.pdpb_dates"),
    }
    return render(request, "voters/pdpb/quarter.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def dates(request: Request, revision_id: int) -> HttpResponse:
    """The dates of a quarter from the circular."""
    viewer = request.viewer
    require(viewer, "voters.pdpb_dates")
    shown = found(queries.overview, viewer, revision_id)
    names = ("circular", "circular_day", "data_until", "lock_on", "plenary_on")
    form = DatesForm(request.POST or None, initial={name: getattr(shown, name) for name in names})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if attempt(form, acts.set_dates, by=viewer, revision_id=revision_id, **given):
            messages.success(request, _("Tanggal tersimpan dan menjadi tenggat tugasnya."))
            return redirect("voters:pdpb_quarter", revision_id)
    context = {"form": form, "shown": shown, "crumbs": pages.crumbs("PDPB")}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/pdpb/dates.html", context, status=status)
