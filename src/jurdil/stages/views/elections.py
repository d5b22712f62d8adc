"""Opening and closing an election, and rolling the routine work on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.stages import actions, forms, queries
from jurdil.stages.views.common import form_page, page


@form_page
def open_one(request: Request) -> HttpResponse:
    """Open an election, or the routine work, of this office."""
    require(request.viewer, "stages.open_election")
    regimes = queries.openable(request.viewer)
    form = forms.OpenElectionForm(request.POST or None, regimes=regimes)
    if form.is_valid():
        election = attempt(
            form,
            actions.open_election,
            by=request.viewer,
            path=request.office.path,
            **form.cleaned_data,
        )
        if election is not None:
            messages.success(request, _("%(election)s dibuka.") % {"election": election})
            return redirect("stages:agenda")
    return page(request, "stages/open.html", {"form": form, "regimes": regimes})


@form_page
def close(request: Request, election_id: int) -> HttpResponse:
    """Close an election that is over."""
    require(request.viewer, "stages.close_election")
    election = found(queries.election, request.viewer, election_id)
    form = forms.CloseElectionForm(request.POST or None)
    if form.is_valid() and attempt(
        form,
        actions.close_election,
        by=request.viewer,
        election_id=election_id,
        reason=form.cleaned_data["reason"],
    ):
        messages.success(request, _("Pemilihan ditutup. Angka dan naskahnya tetap tersimpan."))
        return redirect("stages:home")
    return page(request, "stages/close.html", {"form": form, "election": election})


@require_POST
def roll(request: Request, election_id: int) -> HttpResponse:
    """Add the routine work of the coming two weeks."""
    found(queries.election, request.viewer, election_id)
    count = actions.roll_routine(by=request.viewer, election_id=election_id)
    if count:
        messages.success(request, _("%(count)s tugas rutin ditambahkan.") % {"count": count})
    else:
        messages.info(request, _("Pekerjaan rutin dua minggu ke depan sudah lengkap."))
    return redirect("stages:tasks")
