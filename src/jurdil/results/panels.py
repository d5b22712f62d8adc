"""What the room shows in the pages of others: how far the count is, here and for this office."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.results import pages, queries
from jurdil.results.pages import entry_board
from jurdil.results.queries.entry_board import waiting_for_coordinator
from jurdil.web import slots


def of_place(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The results of a region, contest by contest; nothing while no form is in."""
    place, election = values.get("place"), values.get("election")
    if place is None or election is None:
        return None
    return _panel(request, election.id, place.path)


def of_tps(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The forms of a TPS; nothing while none is in."""
    tps, election = values.get("tps"), values.get("election")
    if tps is None or election is None:
        return None
    return _panel(request, election.id, tps.path)


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """How far the counts in the viewer's place are; nothing when no count runs."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "results.view"):
        return None
    rows = [row for row in queries.contest_rows(viewer) if row.forms.have]
    if viewer.election_id is not None:
        rows = [row for row in rows if row.election_id == viewer.election_id]
    if not rows:
        return None
    context = {"boards": pages.by_election(rows)}
    return render_to_string("results/panels/home.html", context, request)


def _panel(request: HttpRequest, election_id: int, path: str) -> str | None:
    viewer = request.viewer  # type: ignore[attr-defined]
    lines = [
        pages.place_line(row, path)
        for row in queries.contests_at(viewer, election_id, path)
        if row.forms.have
    ]
    if not lines:
        return None
    return render_to_string("results/panels/place.html", {"lines": lines}, request)


def of_review(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """How many forms are worth a look, and how many of them could change a result."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if viewer.election_id is None or not allows(viewer, "results.review"):
        return None
    waiting, flips = queries.review_counts(viewer, viewer.election_id)
    if not waiting:
        return None
    context = {"election_id": viewer.election_id, "waiting": waiting, "flips": flips}
    return render_to_string("results/panels/review.html", context, request)


def of_entry(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The forms that wait for this coordinator, what stops most first."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "results.open_reading"):
        return None
    waiting = waiting_for_coordinator(viewer)
    if not waiting:
        return None
    context = {"marks": entry_board.waiting_marks(waiting)}
    return render_to_string("results/panels/entry.html", context, request)


slots.register("place.page", of_place, order=40)
slots.register("tps.page", of_tps, order=40)
slots.register("home.side", of_home, order=40)
slots.register("home.side", of_review, order=42)
slots.register("home.side", of_entry, order=38)
