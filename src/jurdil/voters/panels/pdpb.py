"""The quarter of the voter update on the home page, on the room's first page, beside a voter."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.stages import panels as stages
from jurdil.voters.pages.pdpb import quarter as pages
from jurdil.voters.queries import pdpb as queries
from jurdil.web import slots

MOST_POINTS = 5


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The quarter at work; before one is opened, what the schedule says of it."""
    viewer = _viewer(request)
    newest = queries.newest(viewer) if allows(viewer, "voters.pdpb") else None
    if newest is None or newest.determined:
        return stages.pdpb(request, values)
    return _quarter(request, viewer, newest.id)


def of_index(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The quarter at work, or the way to begin one."""
    viewer = _viewer(request)
    if not allows(viewer, "voters.pdpb"):
        return None
    newest = queries.newest(viewer)
    if newest is None:
        context = {"may_open": allows(viewer, "voters.pdpb_open")}
        return render_to_string("voters/pdpb/panel_begin.html", context, request)
    return _quarter(request, viewer, newest.id)


def of_voter(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Asking for a visit to a voter, while a quarter runs; his visits so far."""
    viewer, row = _viewer(request), values["row"]
    if not allows(viewer, "voters.pdpb"):
        return None
    newest = queries.newest(viewer)
    visits = queries.visits_to(viewer, row.id)
    running = newest is not None and not newest.determined and row.status != "tms"
    if not visits and not running:
        return None
    context = {
        "visits": visits,
        "quarter": newest,
        "row": row,
        "reasons": pages.reasons(),
        "may_ask": running and allows(viewer, "voters.pdpb_visit"),
    }
    return render_to_string("voters/pdpb/panel_voter.html", context, request)


def _quarter(request: HttpRequest, viewer: Viewer, revision_id: int) -> str:
    shown = queries.overview(viewer, revision_id)
    context = {
        "shown": shown,
        "flow": pages.flow(shown.flow),
        "points": pages.points(viewer, shown)[:MOST_POINTS],
        "plenary": pages.days(shown)[-1],
    }
    return render_to_string("voters/pdpb/panel.html", context, request)


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return viewer


slots.unregister("home.main", stages.pdpb)
slots.register("home.main", of_home, order=20)
slots.register("voters.index", of_index, order=10)
slots.register("voters.voter", of_voter, order=20)
