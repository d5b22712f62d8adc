"""Pages of participants and candidates."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows, require
from jurdil.kernel.queries.header import running_elections
from jurdil.kernel.request import Request
from jurdil.parties import actions, forms, queries


@require_safe
def index(request: Request) -> HttpResponse:
    """The contests of every running election with their ballots."""
    viewer = request.viewer
    elections = [
        (election, queries.contests(viewer, election.id), queries.counts(viewer, election.id))
        for election in running_elections(viewer)
    ]
    boards = [
        (election, [(contest, counted.get(contest.id)) for contest in held])
        for election, held, counted in elections
        if held
    ]
    return render(request, "parties/index.html", {"boards": boards})


@require_safe
def contest(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Who stands in one contest, in ballot order."""
    viewer = request.viewer
    try:
        held = {c.id: c for c in queries.contests(viewer, election_id)}[contest]
        lines = queries.participants(viewer, election_id, contest)
    except (ObjectDoesNotExist, KeyError) as missing:
        raise Http404 from missing
    may_correct = allows(viewer, "parties.correct")
    crumbs = [(_("Parpol & Pencalonan"), reverse("parties:index")), (say(held.name), "")]
    context = {
        "contest": held,
        "lines": lines,
        "may_correct": may_correct,
        "may_register": allows(viewer, "parties.register"),
        "offered": () if lines else queries.offered(viewer, election_id, contest),
        "election_id": election_id,
        "crumbs": crumbs,
    }
    return render(request, "parties/contest.html", context)


@require_http_methods(["GET", "POST"])
def candidate(request: Request, candidate_id: int) -> HttpResponse:
    """Correct a candidate's name."""
    viewer = request.viewer
    require(viewer, "parties.correct")
    try:
        found = queries.candidate(viewer, candidate_id)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    form = forms.CorrectionForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_name(by=viewer, candidate_id=candidate_id, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            line = found.participant
            return redirect("parties:contest", line.election_id, line.contest)
    return render(request, "parties/candidate.html", {"candidate": found, "form": form})


@require_POST
def use_national(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Register the national parties that the project knows under their ballot numbers."""
    viewer = request.viewer
    require(viewer, "parties.register")
    try:
        entries = queries.offered(viewer, election_id, contest)
    except (ObjectDoesNotExist, LookupError) as missing:
        raise Http404 from missing
    if not entries:
        raise Http404
    actions.register(by=viewer, election_id=election_id, entries=entries)
    return redirect("parties:contest", election_id, contest)
