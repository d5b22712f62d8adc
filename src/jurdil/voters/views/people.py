"""Pages of the list: the room's first page, voters by place, one voter, the search."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.paging import AFTER, decode
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.places import queries as places
from jurdil.voters import actions, queries
from jurdil.voters.forms.people import RevealForm, SearchForm
from jurdil.voters.pages import people as pages

UNPROCESSABLE = 422


@require_safe
def index(request: Request) -> HttpResponse:
    """What waits in this room, the search, and the list by place."""
    require(request.viewer, "voters.view")
    context = {
        "form": SearchForm(),
        "branches": pages.branches(request.viewer),
        "summary": queries.summary(request.viewer),
    }
    return render(request, "voters/people/index.html", context)


@never_cache
@require_POST
def search(request: Request) -> HttpResponse:
    """Voters by number or name. The answer is the page itself: no number in an address."""
    viewer = request.viewer
    require(viewer, "voters.view")
    form = SearchForm(request.POST)
    context: dict[str, Any] = {"form": form, "lines": None}
    if form.is_valid():
        context["lines"] = pages.lines(viewer, queries.find(viewer, form.cleaned_data["text"]))
        context["most"] = queries.FOUND
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/people/search.html", context, status=status)


@never_cache
@require_safe
def listing(request: Request) -> HttpResponse:
    """A page of the present list of a place, narrowed by what an index holds."""
    viewer = request.viewer
    require(viewer, "voters.view")
    path = request.GET.get("wilayah") or viewer.path
    place = found(places.place, viewer, path.partition("/")[0])
    chosen = pages.chosen(request.GET, path)
    after = decode(request.GET.get(AFTER, ""), int)
    page = queries.voters(viewer, chosen, after)
    context = {
        "place": place,
        "path": path,
        "chosen": chosen,
        "kinds": pages.kinds(),
        "page": page,
        "lines": pages.lines(viewer, page.rows),
        "crumbs": pages.crumbs(viewer, path),
        "branches": pages.below(viewer, path),
    }
    return render(request, "voters/people/list.html", context)


@never_cache
@require_safe
def voter(request: Request, voter_id: int) -> HttpResponse:
    """One voter: the elements, the family, every version, and what can be proposed."""
    viewer = request.viewer
    row = found(queries.voter, viewer, voter_id)
    context = {
        "row": row,
        "facts": pages.facts(viewer, row),
        "traps": pages.traps(row),
        "family": pages.lines(viewer, queries.family(viewer, voter_id)),
        "steps": pages.steps(viewer, queries.history(viewer, voter_id)),
        "crumbs": pages.crumbs(viewer, row.village),
        "may_propose": allows(viewer, "voters.propose"),
        "may_reveal": allows(viewer, "voters.reveal"),
        "struck": row.status == "tms",
    }
    return render(request, "voters/people/voter.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: Request, voter_id: int) -> HttpResponse:
    """Open the numbers of one voter, for a reason that the ledger keeps."""
    viewer = request.viewer
    require(viewer, "voters.reveal")
    row = found(queries.voter, viewer, voter_id)
    form = RevealForm(request.POST or None)
    opened = None
    if request.method == "POST" and form.is_valid():
        opened = attempt(form, actions.reveal, by=viewer, voter_id=voter_id, **form.cleaned_data)
    context = {"row": row, "form": form, "opened": opened}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/people/numbers.html", context, status=status)
