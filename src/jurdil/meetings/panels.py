"""What the room shows in the pages of others: home, a task, a stage, calendar feeds."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import pages, queries
from jurdil.stages import feed_sources
from jurdil.stages.home import this_week
from jurdil.stages.queries.feeds import Entry
from jurdil.web import slots

MOST = 6


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """This week's meetings and the follow-ups that are open."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "meetings.view"):
        return None
    rows = queries.meetings_between(viewer, *this_week(values["home"]))
    points = queries.open_follow_ups(viewer)
    if not (rows or points):
        return None
    context = {
        "lines": pages.lines(rows),
        "points": points[:MOST],
        "all": len(points),
        "late": len([one for one in points if one.late]),
        "may_week": allows(viewer, "meetings.week"),
    }
    return render_to_string("meetings/panels/home.html", context, request)


def of_task(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The meeting that a task came from."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "meetings.view"):
        return None
    page = queries.task_note(viewer, values["task"].id)
    if page is None:
        return None
    context = {"page": page, "line": pages.line(page.meeting)}
    return render_to_string("meetings/panels/task.html", context, request)


def of_stage(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The meetings that talked, or will talk, about a stage."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "meetings.view"):
        return None
    rows = queries.meetings_of_stage(viewer, values["election_id"], values["stage"])
    if not rows:
        return None
    return render_to_string("meetings/panels/stage.html", {"lines": pages.lines(rows)}, request)


def of_feed(viewer: Viewer, division: str) -> tuple[Entry, ...]:
    """Meetings in the calendar feeds of people and divisions."""
    if not allows(viewer, "meetings.view"):
        return ()
    return queries.upcoming_entries(viewer, division=division)


feed_sources.register(of_feed)
slots.register("home.main", of_home, order=15)
slots.register("task.page", of_task, order=30)
slots.register("stage.side", of_stage, order=40)
