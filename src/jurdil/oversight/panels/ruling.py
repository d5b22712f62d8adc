"""Rulings on the pages they come from and belong to, in both houses."""

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
    """Rulings that this house must carry out; Bawaslu's own stand among its clocks."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "oversight.ruling_in"):
        return None
    rows = queries.ruling_inbox(viewer, waiting=True)
    if not rows:
        return None
    return render_to_string("oversight/panels/rulings.html", {"rows": rows[:MOST]}, request)


def of_source(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The way from what was decided to the ruling for KPU: to send it, or to follow it."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "oversight.ruling"):
        return None
    source = f"{values['kind']}:{values['number']}"
    sent = queries.ruling_of(viewer, source)
    may = allows(viewer, "oversight.ruling_send") and source in {
        one.source for one in queries.ruling_candidates(viewer)
    }
    if sent is None and not may:
        return None
    context = {"row": sent, "source": source, "kind": values["kind"]}
    return render_to_string("oversight/panels/ruling_source.html", context, request)


slots.register("home.main", of_home, order=11)
slots.register("oversight.ruling", of_source)
clocks_ahead.register(
    "ruling",
    Text("Putusan kepada KPU", "Ruling for KPU"),
    queries.ruling_clocks,
    right="oversight.ruling",
)
sources.register(
    "ruling",
    Text("Putusan kepada KPU", "Ruling for KPU"),
    "oversight:ruling",
    right="oversight.ruling",
)
