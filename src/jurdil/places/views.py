"""Pages of places. Each reads through `queries`, changes through `actions`."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.views.files import table
from jurdil.places import actions, exports, forms, known, maps, pages, paths, queries


@require_safe
def tree(request: Request) -> HttpResponse:
    """All places in scope, folded by kecamatan."""
    viewer = request.viewer
    election = queries.chosen_election(viewer)
    branches = queries.tree(viewer, election.id if election else None)
    context = {
        "election": election,
        "branches": branches,
        "top": branches[0].place if branches else None,
        "facts": queries.facts(viewer, viewer.path, election.id if election else None),
        "may_import": election is not None and allows(viewer, "places.add_tps_list"),
    }
    return _page(request, "places/tree.html", context)


@require_safe
def place(request: Request, path: str) -> HttpResponse:
    """One place: its facts, what lies below, its TPS and dapil."""
    viewer = request.viewer
    found = _found(queries.place, viewer, path)
    election = queries.chosen_election(viewer)
    election_id = election.id if election else None
    village = found.level == paths.VILLAGE
    facts = queries.facts(viewer, path, election_id)
    context = {
        "place": found,
        "crumbs": pages.crumbs(viewer, path),
        "election": election,
        "facts": facts,
        "kinds": pages.kinds(facts),
        "village": village,
        "branches": () if village else queries.branches(viewer, path, election_id),
        "rows": queries.tps_of(viewer, election_id, path) if village and election_id else (),
        "dapil": pages.dapil_of_place(viewer, election, path),
        "levels": maps.levels_of(viewer, path),
        "may_add": village and election is not None and allows(viewer, "places.add_tps"),
    }
    return _page(request, "places/place.html", context)


@require_safe
def place_map(request: Request, path: str) -> HttpResponse:
    """A place drawn as a map, coloured by its number of TPS."""
    viewer = request.viewer
    found = _found(queries.place, viewer, path)
    election = queries.chosen_election(viewer)
    levels = maps.levels_of(viewer, path)
    level = pages.chosen_level(request.GET.get("tingkat", ""), levels)
    picture = maps.by_tps(viewer, path, level, election.id if election else None) if level else None
    context = {
        "place": found,
        "crumbs": pages.crumbs(viewer, path),
        "election": election,
        "levels": pages.level_links(levels, level),
        "picture": picture,
        "without": pages.without_outline(viewer, path, level),
        "may_load": allows(viewer, "places.set_boundaries"),
    }
    return _page(request, "places/map.html", context)


@require_safe
def tps(request: Request, path: str) -> HttpResponse:
    """One TPS with its history."""
    viewer = request.viewer
    election = _election(viewer)
    found = _found(queries.tps, viewer, election.id, path)
    context = {
        "tps": found,
        "words": pages.tps_words(found),
        "village": queries.name_of(viewer, found.village),
        "crumbs": pages.crumbs(viewer, path),
        "election": election,
        "history": pages.history(queries.tps_history(viewer, election.id, path)),
        "dapil": pages.dapil_of_place(viewer, election, found.village),
        "may_change": allows(viewer, "places.change_tps"),
    }
    return _page(request, "places/tps.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_tps(request: Request, path: str) -> HttpResponse:
    """Register a TPS in a village."""
    viewer = request.viewer
    found = _found(queries.place, viewer, path)
    if found.level != paths.VILLAGE:
        raise Http404
    election = _election(viewer)
    form = forms.NewTpsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = actions.add_tps(
                by=viewer,
                election_id=election.id,
                tps=form.tps(path),
                reason=form.cleaned_data["reason"],
            )
            return redirect("places:tps", added)
        except Refused as refusal:
            form.add_error("number", str(refusal))
    context = {
        "form": form,
        "title": _("Tambah TPS"),
        "where": found.label,
        "election": election,
        "crumbs": pages.crumbs(viewer, path),
        "back": path,
    }
    return _form_page(request, "places.add_tps", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def change_tps(request: Request, path: str) -> HttpResponse:
    """Correct a TPS by a new version with its reason."""
    viewer = request.viewer
    election = _election(viewer)
    found = _found(queries.tps, viewer, election.id, path)
    form = forms.ChangeTpsForm(request.POST or None, initial=forms.ChangeTpsForm.values_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_tps(by=viewer, election_id=election.id, path=path, **form.cleaned_data)
            return redirect("places:tps", path)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "title": _("Ubah data TPS"),
        "where": f"{found.label}, {queries.name_of(viewer, found.village)}",
        "election": election,
        "crumbs": pages.crumbs(viewer, path),
        "back": path,
    }
    return _form_page(request, "places.change_tps", context, form)


@require_safe
def dapil(request: Request) -> HttpResponse:
    """The dapil of every contest of the election."""
    viewer = request.viewer
    election = queries.chosen_election(viewer)
    may_set = allows(viewer, "places.set_dapil")
    context = {
        "election": election,
        "contests": pages.dapil_cards(viewer, election, may_set) if election else (),
        "may_set": may_set,
    }
    return _page(request, "places/dapil.html", context)


@require_POST
def use_known_dapil(request: Request, contest: str) -> HttpResponse:
    """Put the list that the project knows from its source in force."""
    viewer = request.viewer
    election = _election(viewer)
    facts = known.known_dapil(election.regime, contest, request.office.path)
    if facts is None:
        raise Http404
    actions.set_dapil(
        by=viewer,
        election_id=election.id,
        contest=contest,
        rows=facts.rows,
        basis=facts.basis,
        confirmed=facts.confirmed,
    )
    return redirect("places:dapil")


@require_safe
def search(request: Request) -> HttpResponse:
    """Places and TPS by name, code or number."""
    viewer = request.viewer
    election = queries.chosen_election(viewer)
    text = request.GET.get("q", "").strip()[:80]
    hits = queries.search(viewer, text, election.id if election else None)
    context = {
        "text": text,
        "hits": pages.hits(hits),
        "cut": len(hits) == queries.MOST_FOUND,
        "election": election,
    }
    return _page(request, "places/search.html", context)


@require_safe
def export_places(request: Request, kind: str) -> HttpResponse:
    """Every place in scope as CSV or XLSX."""
    election = queries.chosen_election(request.viewer)
    rows = exports.places_table(request.viewer, election.id if election else None)
    return table(kind, rows, f"wilayah-{request.viewer.path}")


@require_safe
def export_tps(request: Request, kind: str) -> HttpResponse:
    """Every TPS in scope as CSV or XLSX."""
    rows = exports.tps_table(request.viewer, _election(request.viewer).id)
    return table(kind, rows, f"tps-{request.viewer.path}")


def _election(viewer: Viewer):
    """The election looked at; a page about TPS does not exist without one."""
    election = queries.chosen_election(viewer)
    if election is None:
        raise Http404
    return election


def _found(read, viewer: Viewer, *key: Any):
    """A reading, or the page "not found" for what is out of scope."""
    try:
        return read(viewer, *key)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def _form_page(request: Request, right: str, context: dict[str, Any], form) -> HttpResponse:
    require(request.viewer, right)
    return _page(request, "places/form.html", context, status=422 if form.errors else 200)


def _page(
    request: Request, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Visitors see the page in the public shell, staff in their own."""
    shell = "web/public.html" if request.viewer.is_public else "web/base.html"
    return render(request, template, {**context, "shell": shell}, status=status)
