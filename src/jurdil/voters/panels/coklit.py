"""Coklit on the home page once a village is prepared, and on the room's first page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from jurdil.kernel.policy import allows
from jurdil.kernel.queries.header import ElectionChoice
from jurdil.voters import queries
from jurdil.voters.pages import coklit as pages
from jurdil.web import slots


def of_index(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """How far coklit is; the way to prepare it before it began."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "voters.coklit_view"):
        return None
    election = pages.held_election(viewer)
    if election is None:
        return None
    return _panel(request, election, queries.coklit_begun(viewer, election.id))


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """How far coklit is, for who answers for it, while it runs."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if viewer.is_public or not allows(viewer, "voters.coklit_view"):
        return None
    election = pages.held_election(viewer)
    if election is None or not queries.coklit_running(viewer, election.id):
        return None
    return _panel(request, election, True)


def _panel(request: HttpRequest, election: ElectionChoice, begun: bool) -> str:
    viewer = request.viewer  # type: ignore[attr-defined]
    rows = queries.coklit_progress(viewer, election.id, viewer.path, pages.DESA) if begun else ()
    sums = pages.sums(election.regime, rows) if rows else ()
    context = {"progress": sums, "url": reverse("voters:coklit")}
    return render_to_string("voters/panels/coklit.html", context, request)


slots.register("voters.index", of_index, order=60)
slots.register("home.main", of_home, order=18)
