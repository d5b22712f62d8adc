"""What the room shows in the pages of others: the list of places on an office's first sheet."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.viewer import Viewer
from jurdil.places import queries
from jurdil.web import slots


def of_first_hour(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Every kecamatan with its villages and their codes; nothing before the regions are set up."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    branches = queries.tree(viewer, None)
    if not branches:
        return None
    return render_to_string("places/panels/list.html", {"branches": branches}, request)


slots.register("first_hour.regency", of_first_hour, order=10)
