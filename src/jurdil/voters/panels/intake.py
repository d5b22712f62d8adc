"""Source lists, on the room's first page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.voters import queries
from jurdil.web import slots


def of_index(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The newest source list, and the way to bring one in."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "voters.sources"):
        return None
    context = {
        "sources": queries.sources(viewer)[:2],
        "may_import": allows(viewer, "voters.take_in"),
    }
    return render_to_string("voters/panels/intake.html", context, request)


slots.register("voters.index", of_index, order=60)
