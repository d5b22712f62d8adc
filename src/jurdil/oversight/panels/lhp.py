"""Supervision reports on the home page, and on the pages of what arose from one."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel import clock
from jurdil.kernel.policy import allows
from jurdil.oversight import queries
from jurdil.oversight.rights.roles import OFFICE
from jurdil.web import slots

MOST = 5


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """What waits for the reader, and for the office today's reports by place."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "oversight.lhp"):
        return None
    context = {
        "returned": queries.lhp_returned(viewer),
        "waiting": queries.lhp_to_examine(viewer, MOST),
        "waiting_all": queries.lhp_to_examine_count(viewer),
        "day": queries.lhp_day(viewer, clock.today()) if viewer.role in OFFICE else None,
        "may_write": allows(viewer, "oversight.lhp_submit"),
    }
    return render_to_string("oversight/panels/lhp.html", context, request)


def of_source(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The report that a row arose from, if it did and the reader may see it."""
    viewer, source = request.viewer, values.get("source") or ""  # type: ignore[attr-defined]
    if not source.startswith("lhp:") or not allows(viewer, "oversight.lhp"):
        return None
    line = queries.lhp_of(viewer, source)
    if line is None:
        return None
    return render_to_string("oversight/panels/lhp_source.html", {"line": line}, request)


slots.register("home.main", of_home, order=10)
slots.register("oversight.source", of_source)
