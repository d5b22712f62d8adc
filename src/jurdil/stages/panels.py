"""The room's own panels on the home page, in the order of an ordinary Monday."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.viewer import Viewer
from jurdil.stages import monday
from jurdil.stages.first_hour import progress
from jurdil.web import slots

MOST_STEPS = 3


def _render(request: HttpRequest, name: str, **context: Any) -> str:
    return render_to_string(f"stages/panels/{name}.html", context, request)


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return viewer


def week(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Monday's plenary, and what each division has late and this week."""
    found = monday.week(values["home"])
    return _render(request, "week", week=found) if found else None


def first_hour(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The seven steps of the first hour, until the last one is done."""
    state = values["home"].first_hour
    steps = progress.steps_of(_viewer(request), state) if state else ()
    if all(step.done for step in steps):
        return None
    left = [step for step in steps if not step.done]
    return _render(request, "first_hour", next=left[:MOST_STEPS], done=progress.share_done(steps))


def pdpb(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The running quarter of the continuous voter update."""
    found = monday.quarter(_viewer(request), values["home"])
    return _render(request, "pdpb", quarter=found) if found else None


def parties(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The half-year of the parties' update."""
    found = monday.half_year(values["home"])
    return _render(request, "parties", half=found) if found else None


def clocks(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Running clocks of single cases: PAW, PPID."""
    found = monday.clocks(_viewer(request))
    return _render(request, "clocks", clocks=found) if found else None


def drafts(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Elections whose legal basis is not there yet, as one quiet card each."""
    found = monday.drafts(_viewer(request), values["home"])
    return _render(request, "drafts", drafts=found) if found else None


def strips(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The main stages around today, of each running election."""
    home = values["home"]
    return _render(request, "strips", home=home) if home.strips or home.over else None


slots.register("home.side", first_hour, order=5)
slots.register("home.main", week, order=10)
slots.register("home.main", pdpb, order=20)
slots.register("home.main", parties, order=30)
slots.register("home.main", clocks, order=60)
slots.register("home.side", drafts, order=90)
slots.register("home.strip", strips, order=10)
