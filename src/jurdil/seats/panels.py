"""What the room shows in the pages of others: clocks of PAW and LHKPN at home, seats of a place."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.places import queries as places
from jurdil.seats import queries
from jurdil.web import slots


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Requests for PAW that wait for an answer, and elected members without LHKPN."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "seats.trace"):
        return None
    waiting = [row for row in queries.cases(viewer) if not row.ended]
    missing = [row for row in queries.receipts(viewer) if row.missing]
    if not (waiting or missing):
        return None
    context = {"waiting": waiting, "missing": missing}
    return render_to_string("seats/panels/home.html", context, request)


def of_place(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The dapil of a place whose seats are calculated, with their state."""
    place, election = values.get("place"), values.get("election")
    if place is None or election is None:
        return None
    viewer = request.viewer  # type: ignore[attr-defined]
    lines = []
    for row in places.dapil_of_place(viewer, election.id, place.path):
        found = queries.seats_of_dapil(viewer, election.id, row.contest, row.code)
        if found is not None:
            lines.append(found)
    if not lines:
        return None
    return render_to_string("seats/panels/place.html", {"lines": lines}, request)


slots.register("home.side", of_home, order=60)
slots.register("place.page", of_place, order=60)
