"""Copies of lists, any list of any day, and the difference of two states."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.voters import actions, queries
from jurdil.voters.forms.polling import CopyForm, FullForm
from jurdil.voters.lists import Asked
from jurdil.voters.pages import chain as chain_pages
from jurdil.voters.pages import lists as pages
from jurdil.voters.views.common import file_response, form_page


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_copy(request: Request, revision_id: int, path: str) -> HttpResponse:
    """A masked copy of the list of a village or TPS."""
    viewer = request.viewer
    require(viewer, "voters.list_copy")
    shown = _village(request, revision_id, path)
    form = CopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.take_copy,
            by=viewer,
            revision_id=revision_id,
            path=path,
            asked=Asked(**form.cleaned_data),
        )
        if made:
            return file_response(made)
    return _page(request, form, _("Salinan daftar"), revision_id, path, shown)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_full(request: Request, revision_id: int, path: str) -> HttpResponse:
    """The full list of a village or TPS with numbers in the clear, for a reason."""
    viewer = request.viewer
    require(viewer, "voters.list_full")
    shown = _village(request, revision_id, path)
    form = FullForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        where = {"revision_id": revision_id, "path": path}
        if made := attempt(form, actions.take_full, by=viewer, **where, **form.cleaned_data):
            return file_response(made)
    return _page(request, form, _("Daftar lengkap dengan NIK"), revision_id, path, shown)


def _village(request: Request, revision_id: int, path: str) -> Any:
    """The revision at a village. Raises Http404 outside the viewer's place."""
    return found(queries.standing, request.viewer, revision_id, path)


def _page(
    request: Request, form: Any, title: str, revision_id: int, path: str, shown: Any
) -> HttpResponse:
    back = chain_pages.place_url(revision_id, path)
    lead = f"{shown.revision.title}, {pages.place_name(request.viewer, path)}"
    return form_page(request, form, title, back, lead, _("Unduh"))


@never_cache
@require_safe
def on_day(request: Request, path: str) -> HttpResponse:
    """The list of a village as it stood at the end of a day."""
    viewer, day = request.viewer, pages.day_of(request.GET.get("hari", ""))
    shown = found(queries.list_on, viewer, path, day)
    page = pages.page_of_day(shown, request.GET)
    context = {
        "shown": shown,
        "place": pages.place_name(viewer, path),
        "path": path,
        "day": day,
        "page": page,
        "lines": pages.lines(viewer, page.rows),
        "crumbs": pages.crumbs(viewer, path),
    }
    return render(request, "voters/lists/on_day.html", context)


@never_cache
@require_safe
def compare(request: Request) -> HttpResponse:
    """What differs between two states of the list of a place."""
    viewer = request.viewer
    path = request.GET.get("wilayah") or viewer.path
    choices = queries.points(viewer)
    earlier, later = pages.chosen_points(request.GET, choices)
    shown = None
    if earlier and later:
        shown = found(queries.compare, viewer, earlier, later, path)
    context = {
        "choices": choices,
        "earlier": request.GET.get("dari", ""),
        "later": request.GET.get("ke", ""),
        "path": path,
        "place": pages.place_name(viewer, path),
        "shown": shown,
        "lists": pages.differences(viewer, shown) if shown else (),
        "sums": pages.sums(shown) if shown else None,
        "crumbs": pages.crumbs(viewer, path),
    }
    return render(request, "voters/lists/compare.html", context)


@require_POST
def take_difference(request: Request) -> HttpResponse:
    """The differences of a village as a file."""
    viewer = request.viewer
    require(viewer, "voters.compare_copy")
    earlier, later = pages.chosen_points(request.POST, queries.points(viewer))
    if earlier is None or later is None:
        raise Http404
    path = request.POST.get("wilayah", "")
    return file_response(
        found(actions.take_difference, by=viewer, earlier=earlier, later=later, path=path)
    )
