"""Activities on a place's page, what waits for verification at home, what comes in public."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.fields import within
from jurdil.kernel.policy import allows
from jurdil.outreach import queries
from jurdil.outreach.pages import programme as pages
from jurdil.stages.home import this_week
from jurdil.web import slots

MOST = 5
MOST_OF_PLACE = 12


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Reports sent back to the viewer, those to verify, and what is planned this week."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "outreach.view"):
        return None
    waiting = queries.waiting(viewer) if allows(viewer, "outreach.verify") else ()
    returned = queries.returned(viewer) if allows(viewer, "outreach.report") else ()
    week = queries.planned_between(viewer, *this_week(values["home"]))
    if not (waiting or returned or week):
        return None
    context = {
        "waiting": waiting[:MOST],
        "more": len(waiting[MOST:]),
        "returned": returned[:MOST],
        "week": week[:MOST],
    }
    return render_to_string("outreach/panels/home.html", context, request)


def of_place(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The activities that reached a kecamatan or village."""
    viewer, path = request.viewer, values["place"].path  # type: ignore[attr-defined]
    if not allows(viewer, "outreach.view") or not within(path, viewer.path):
        return None
    if values["place"].level <= pages.paths.REGENCY:
        return None
    rows = queries.of_village(viewer, path)
    context = {
        "path": path,
        "lines": [
            (row, tag, within(row.path, viewer.path))
            for row, tag in pages.lines(rows[:MOST_OF_PLACE])
        ],
        "more": len(rows[MOST_OF_PLACE:]),
        "may_plan": allows(viewer, "outreach.plan"),
    }
    return render_to_string("outreach/panels/place.html", context, request)


def of_public(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """What is planned next, for visitors."""
    rows = queries.coming(request.viewer)  # type: ignore[attr-defined]
    return (
        render_to_string("outreach/panels/public.html", {"rows": rows}, request) if rows else None
    )


slots.register("home.main", of_home, order=35)
slots.register("place.page", of_place, order=40)
slots.register("public.home", of_public, order=60)
