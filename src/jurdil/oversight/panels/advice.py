"""Correction advice on the pages it is about, in both houses."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.law.text import Text
from jurdil.oversight import clocks_ahead, queries, sources
from jurdil.web import slots

MOST = 6


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Advice that waits for an answer of this house; Bawaslu's own stands among its clocks."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "oversight.advice_in"):
        return None
    return _panel(request, queries.advice_inbox(viewer, waiting=True))


def of_voters(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Advice about the voter list of the viewer's place."""
    return _about(request, "daftar-pemilih")


def of_tps(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Advice about a TPS."""
    return _about(request, "tps", path=values["tps"].path)


def of_place(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Advice about the voter list of a place and below."""
    return _about(request, "daftar-pemilih", path=values["place"].path)


def of_meeting(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Advice about a meeting of this day."""
    return _about(request, "rapat", day=values["day"])


def _about(request: HttpRequest, about: str, **where: Any) -> str | None:
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "oversight.advice_in"):
        return None
    rows = queries.advice_about(viewer, about, **where)
    return _panel(request, rows)


def _panel(request: HttpRequest, rows: tuple[Any, ...]) -> str | None:
    if not rows:
        return None
    return render_to_string("oversight/panels/advice.html", {"rows": rows[:MOST]}, request)


slots.register("home.main", of_home, order=11)
slots.register("voters.index", of_voters, order=5)
slots.register("tps.page", of_tps, order=30)
slots.register("place.page", of_place, order=30)
slots.register("meetings.meeting", of_meeting, order=30)
clocks_ahead.register(
    "advice",
    Text("Saran perbaikan", "Correction advice"),
    queries.advice_clocks,
    right="oversight.advice",
)
clocks_ahead.register(
    "draft",
    Text("Konsep temuan", "Draft finding"),
    queries.draft_clocks,
    right="oversight.drafts",
)
sources.register(
    "advice",
    Text("Saran perbaikan", "Correction advice"),
    "oversight:advice",
    right="oversight.advice",
)
