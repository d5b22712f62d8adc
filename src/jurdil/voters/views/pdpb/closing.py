"""Pages that end a quarter: the lock log, the plenary, determination, copies, announcement."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.places import queries as places
from jurdil.voters.actions import pdpb as acts
from jurdil.voters.forms.pdpb import CopyForm, DetermineForm, LockForm, PlenaryForm
from jurdil.voters.pages.common import place_name
from jurdil.voters.pages.pdpb import closing as shown
from jurdil.voters.pages.pdpb import quarter as pages
from jurdil.voters.queries import pdpb as queries

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def locks(request: Request) -> HttpResponse:
    """The lock log: who asked to lock or open the list, by which letter, why."""
    viewer = request.viewer
    rows, locked = queries.lock_log(viewer)
    offered = [(viewer.path, places.name_of(viewer, viewer.path))]
    offered += [(one.path, one.label) for one in places.children(viewer, viewer.path)]
    form = LockForm(request.POST or None, places=offered)
    sent = request.method == "POST" and form.is_valid()
    if sent and found(attempt, form, acts.set_lock, by=viewer, **form.cleaned_data):
        messages.success(request, _("Peristiwa kunci tercatat."))
        return redirect("voters:pdpb_locks")
    context = {
        "rows": [(row, place_name(viewer, row.path)) for row in rows],
        "locked": locked,
        "form": form,
        "may_lock": allows(viewer, "voters.lock"),
        "crumbs": pages.crumbs("PDPB"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/pdpb/locks.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def plenary(request: Request, revision_id: int) -> HttpResponse:
    """The plenary of a quarter; it is prepared here and invited on the page of its meeting."""
    form = PlenaryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = found(
            attempt,
            form,
            acts.prepare_plenary,
            by=request.viewer,
            revision_id=revision_id,
            **form.sitting(),
        )
        if made:
            messages.success(request, _("Rapat pleno disiapkan. Undang pesertanya."))
            return redirect("voters:pdpb_plenary", revision_id)
    return _page(request, revision_id, plan=form)


@require_POST
def determine(request: Request, revision_id: int) -> HttpResponse:
    """Determine the quarter."""
    require(request.viewer, "voters.pdpb_determine")
    form = DetermineForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        act = acts.determine
        if found(attempt, form, act, by=request.viewer, revision_id=revision_id, **given):
            messages.success(request, _("Ditetapkan dan dibekukan. Berita acaranya menunggu."))
            return redirect("voters:pdpb_plenary", revision_id)
    return _page(request, revision_id, end=form)


@require_POST
def copy(request: Request, revision_id: int) -> HttpResponse:
    """Record a copy handed over."""
    form = CopyForm(request.POST)
    if form.is_valid():
        given = form.handed()
        act = acts.hand_copy
        if found(attempt, form, act, by=request.viewer, revision_id=revision_id, handed=given):
            messages.success(request, _("Salinan dan tanda terimanya tercatat."))
            return redirect("voters:pdpb_plenary", revision_id)
    return _page(request, revision_id, copy=form)


@require_POST
def announce(request: Request, revision_id: int) -> HttpResponse:
    """Draft the announcement."""
    found(acts.announce, by=request.viewer, revision_id=revision_id)
    messages.success(request, _("Pengumuman disiapkan dan menunggu paraf."))
    return redirect("voters:pdpb_plenary", revision_id)


def _page(
    request: Request,
    revision_id: int,
    *,
    plan: PlenaryForm | None = None,
    end: DetermineForm | None = None,
    copy: CopyForm | None = None,
) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.plenary_page, viewer, revision_id)
    given = [form for form in (plan, end, copy) if form is not None]
    context = {
        "page": page,
        "points": shown.points(page),
        "changes": shown.changes(page),
        "form": plan or PlenaryForm(),
        "end": end or DetermineForm(),
        "copy": copy or CopyForm(),
        "wrong": next((form for form in given if form.errors), None),
        "may_prepare": allows(viewer, "voters.pdpb_plenary"),
        "may_determine": allows(viewer, "voters.pdpb_determine"),
        "may_copy": allows(viewer, "voters.pdpb_handed"),
        "may_announce": allows(viewer, "voters.pdpb_announce"),
        "may_meet": allows(viewer, "meetings.view"),
        "tabs": pages.tabs(revision_id, "pdpb_plenary"),
        "crumbs": pages.crumbs("PDPB"),
        "revision_id": revision_id,
    }
    status = UNPROCESSABLE if any(form.errors for form in given) else 200
    return render(request, "voters/pdpb/plenary.html", context, status=status)
