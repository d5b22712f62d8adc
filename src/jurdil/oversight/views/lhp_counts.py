"""Counts over reports, the office's checklists, and what phones take along."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jurdil.kernel import outbox
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.oversight import actions, lhp_phone, queries
from jurdil.oversight import lhp_pages as pages
from jurdil.oversight import pages as room
from jurdil.oversight.forms import lhp as forms
from jurdil.places import queries as places
from jurdil.web.form_pages import FormPage, form_page, show_form


@require_safe
def rollup(request: Request) -> HttpResponse:
    """Answers per question over places, with moment and coverage."""
    viewer = request.viewer
    key = request.GET.get("daftar") or pages.offered()[0][0]
    election = places.chosen_election(viewer)
    page = found(
        queries.lhp_rollup,
        viewer,
        key,
        path=request.GET.get("tempat", ""),
        election_id=election.id if election else None,
    )
    context = {
        "page": page,
        "lists": queries.checklists(viewer),
        "below": places.places_below(viewer, viewer.path, 3),
        "path": request.GET.get("tempat", ""),
        "key": key,
        "crumbs": pages.crumbs((_("Rekap jawaban"), "")),
    }
    return render(request, "oversight/lhp/rollup.html", context)


@require_safe
def day(request: Request) -> HttpResponse:
    """Reports of a day by place, and the supervisors who sent none."""
    asked = room.asked_day(request.GET.get("hari", ""))
    context = {
        "day": queries.lhp_day(request.viewer, asked),
        "asked": asked,
        "crumbs": pages.crumbs((_("Hari ini"), "")),
    }
    return render(request, "oversight/lhp/day.html", context)


@require_safe
def checklists(request: Request) -> HttpResponse:
    """All versions of the checklists with their questions."""
    context = {
        "lists": queries.checklists(request.viewer),
        "may_publish": allows(request.viewer, "oversight.lhp_checklist"),
        "crumbs": pages.crumbs((_("Alat kerja"), "")),
    }
    return render(request, "oversight/lhp/checklists.html", context)


@form_page
def checklist_new(request: Request) -> HttpResponse:
    """Publish the office's own version."""
    require(request.viewer, "oversight.lhp_checklist")
    before = pages.checklist_of(request.GET.get("dari", ""))
    form = forms.ChecklistForm(
        request.POST or None,
        known=queries.checklists(request.viewer),
        initial=forms.first_version(before),
    )
    back = reverse("oversight:checklists")
    page = FormPage(
        title=_("Terbitkan alat kerja"),
        lead=_("Versi yang terbit tidak diubah lagi; laporan lama tetap memakai versinya."),
        button=_("Terbitkan"),
        back=back,
        crumbs=pages.crumbs((_("Alat kerja"), back), (_("Baru"), "")),
        said=_("Alat kerja terbit. HP memakainya setelah daftar diperbarui."),
    )
    return show_form(
        request,
        form,
        page,
        actions.publish_checklist,
        lambda: {"checklist": form.checklist(), "basis": form.cleaned_data["basis"]},
        lambda made: back,
    )


@require_safe
def offline(request: Request) -> HttpResponse:
    """The page that a phone keeps; it names nobody."""
    return render(request, "oversight/lhp/field.html", {"words": lhp_phone.words()})


@never_cache
@require_safe
def taken(request: Request) -> JsonResponse:
    """What a supervisor takes along: places, stages, checklists, own reports."""
    require(request.viewer, "oversight.lhp_field")
    rows = lhp_phone.rows(request.viewer)
    return JsonResponse(outbox.taken_along("lhp", rows, closes=None))
