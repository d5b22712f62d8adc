"""Mapping villages to TPS: the overview, and the draft of one village with its buttons."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.voters import actions, queries
from jurdil.voters.forms.mapping import AdjustForm
from jurdil.voters.pages import mapping as pages
from jurdil.voters.pages import special

UNPROCESSABLE = 422


@require_safe
def index(request: Request) -> HttpResponse:
    """Every village: voters, TPS, and the fewest TPS that the cap allows."""
    viewer = request.viewer
    election = pages.election(viewer)
    rows = queries.village_mappings(viewer, election.id)
    context = {
        "election": election,
        "lines": pages.lines(viewer, rows),
        "sums": pages.sums(election.regime, rows),
    }
    return render(request, "voters/mapping/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def village(request: Request, village: str) -> HttpResponse:
    """The draft of a village; its buttons make, adjust, undo and apply it."""
    viewer = request.viewer
    election = pages.election(viewer)
    draft = found(queries.mapping_draft, viewer, election.id, village)
    form: forms.Form = forms.Form()
    if request.method == "POST":
        form, done = _act(request, election.id, draft)
        if done:
            return redirect("voters:mapping_village", village)
    context = {
        "election": election,
        "draft": draft,
        "name": pages.name_of(viewer, village),
        "sites": special.site_lines(viewer, queries.special_sites(viewer, election.id, village)),
        "form": form,
        "may_map": allows(viewer, "voters.draft_mapping"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/mapping/village.html", context, status=status)


def _act(request: Request, election_id: int, draft: queries.DraftPage) -> tuple[forms.Form, object]:
    """Do what the button pressed says; the form carries the refusal."""
    step = request.POST.get("langkah", "")
    by = request.viewer
    form = AdjustForm(request.POST) if step == "pindah" else forms.Form(request.POST)
    if not form.is_valid():
        return form, None
    if step == "buat":
        given = {"election_id": election_id, "village": draft.village}
        return form, attempt(form, actions.draft_mapping, by=by, **given)
    steps: dict[str, Callable[..., object]] = {
        "pindah": actions.adjust_mapping,
        "batal": actions.undo_mapping,
        "terapkan": actions.apply_mapping,
    }
    if step not in steps or draft.id is None:
        raise Http404
    done = attempt(form, steps[step], by=by, draft_id=draft.id, **form.cleaned_data)
    if done is not None and step == "terapkan":
        messages.success(request, _("TPS sudah tercatat pada setiap pemilih desa ini."))
    return form, done is not None
