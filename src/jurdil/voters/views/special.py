"""Special locations: the list with the form of a new one, and one site with its steps."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.voters import actions, queries
from jurdil.voters.forms import mapping as given
from jurdil.voters.pages import mapping as mapping_pages
from jurdil.voters.pages import special as pages
from jurdil.voters.pages.common import villages
from jurdil.voters.views.common import ticked

UNPROCESSABLE = 422
ADD, DROP, ACCEPT, REFUSE = "isi", "keluarkan", "setujui", "tolak"
PLACE, MOVE, CLOSE = "tempatkan", "pindahkan", "tutup"
STEPS = {
    ADD: "voters.special_add",
    DROP: "voters.special_drop",
    ACCEPT: "voters.special_decide",
    REFUSE: "voters.special_decide",
    PLACE: "voters.special_place",
    MOVE: "voters.special_move",
    CLOSE: "voters.special_close",
}


@require_http_methods(["GET", "HEAD", "POST"])
def sites(request: Request) -> HttpResponse:
    """Every special location of an election, the law of each kind, and the form of a new one."""
    viewer = request.viewer
    election = mapping_pages.election(viewer)
    may_ask = allows(viewer, "voters.special_ask")
    form = given.SiteForm(request.POST or None, request.FILES or None, villages=villages(viewer))
    if request.method == "POST":
        require(viewer, "voters.special_ask")
        if made := form.is_valid() and _asked(request, election.id, form):
            return redirect("voters:special_site", made.pk)
    context = {
        "election": election,
        "lines": pages.site_lines(viewer, queries.special_sites(viewer, election.id)),
        "kinds": queries.special_kinds(viewer, election.id),
        "form": form,
        "may_ask": may_ask,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/mapping/sites.html", context, status=status)


@sensitive_post_parameters("numbers")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def site(request: Request, site_id: int) -> HttpResponse:
    """One special location: its letter, voters and TPS, and the step that comes next."""
    viewer = request.viewer
    shown = found(queries.special_site, viewer, site_id)
    step = request.POST.get("langkah", "")
    form = _form(request, step, shown)
    if request.method == "POST":
        if step not in STEPS:
            raise Http404
        require(viewer, STEPS[step])
        if form.is_valid() and _stepped(request, step, shown, form):
            return redirect("voters:special_site", site_id)
    may = {name: allows(viewer, right) for name, right in STEPS.items()}
    context = {
        "shown": shown,
        "place": mapping_pages.name_of(viewer, shown.row.village),
        "badge": pages.badge(shown),
        "stations": [(one, pages.full(one, shown.limits)) for one in shown.stations],
        "residents": pages.residents(viewer, shown),
        "form": form,
        "numbers": form if step == ADD else given.NumbersForm(),
        "station_form": given.StationForm(stations=shown.row.stations),
        "open": shown.row.open,
        "may": may,
        "own": shown.row.account is not None and shown.row.account == viewer.account_id,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/mapping/site.html", context, status=status)


def _asked(request: Request, election_id: int, form: given.SiteForm) -> Any:
    return attempt(
        form,
        actions.ask_site,
        by=request.viewer,
        election_id=election_id,
        village=form.cleaned_data["village"],
        asked=form.asked(),
        paper=form.cleaned_data["paper"],
    )


def _form(request: Request, step: str, shown: queries.SitePage) -> forms.Form:
    if request.method != "POST":
        return forms.Form()
    if step == MOVE:
        return given.StationForm(request.POST, stations=shown.row.stations)
    kinds: dict[str, type[forms.Form]] = {
        ADD: given.NumbersForm,
        DROP: given.LeaveForm,
        REFUSE: given.DecideForm,
        CLOSE: given.LeaveForm,
    }
    return kinds.get(step, forms.Form)(request.POST)


def _stepped(request: Request, step: str, shown: queries.SitePage, form: forms.Form) -> bool:
    """Do what the button pressed says; the form carries the refusal."""
    data = form.cleaned_data
    site: dict[str, Any] = {"site_id": shown.row.id}
    chosen = ticked(request, "penghuni")
    calls: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
        ADD: (actions.add_residents, {**site, **data}),
        DROP: (actions.drop_residents, {**site, "residents": chosen, **data}),
        ACCEPT: (actions.decide_site, {**site, "accepted": True}),
        REFUSE: (actions.decide_site, {**site, "accepted": False, **data}),
        PLACE: (actions.place_residents, site),
        MOVE: (actions.move_residents, {**site, "residents": chosen, **data}),
        CLOSE: (actions.close_site, {**site, **data}),
    }
    act, arguments = calls[step]
    done = found(attempt, form, act, by=request.viewer, **arguments)
    if done is None:
        return False
    for level, words in pages.told(done):
        messages.add_message(request, level, words)
    return True
