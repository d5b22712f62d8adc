"""Proposals that wait, on the room's first page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.voters import queries
from jurdil.web import slots


def of_index(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """How many proposals and possible doubles wait for a decision."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "voters.proposals"):
        return None
    context = {"waiting": queries.waiting(viewer)}
    return render_to_string("voters/panels/proposals.html", context, request)


slots.register("voters.index", of_index, order=40)
