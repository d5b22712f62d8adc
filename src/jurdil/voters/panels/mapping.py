"""The way to the mapping, on the room's first page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.web import slots


def of_index(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """A link for who may see the mapping."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "voters.mapping"):
        return None
    return render_to_string("voters/panels/mapping.html", {}, request)


slots.register("voters.index", of_index, order=70)
