"""Findings and reports on the pages of others: what lapses next, drafts that become findings."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.oversight import clocks_ahead, queries, sources
from jurdil.oversight.clocks_ahead import Clock
from jurdil.web import slots


def ahead(viewer: Viewer) -> Iterable[Clock]:
    """The next clock of every case that runs."""
    for row in queries.case_rows(viewer, state="terbuka"):
        if row.clock is not None:
            yield Clock(
                subject=f"case:{row.id}",
                title=row.title,
                step=row.clock.name,
                ends_at=row.clock.at,
                unit=row.clock.unit,
                url=reverse("oversight:case", args=[row.id]),
                path=row.path,
                article=row.clock.article,
                confirmed=row.clock.confirmed,
            )


def of_draft(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The way from a draft to a finding, and from a taken draft to its case."""
    viewer = request.viewer  # type: ignore[attr-defined]
    row = values["row"]
    case = row.became.removeprefix("case:") if row.became.startswith("case:") else ""
    if not allows(viewer, "oversight.case_finding") or (row.state != "konsep" and not case):
        return None
    context = {"row": row, "case": int(case) if case else None}
    return render_to_string("oversight/panels/draft.html", context, request)


def of_source(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The case that a row arose from, if it did and the reader may see cases."""
    viewer, source = request.viewer, values.get("source") or ""  # type: ignore[attr-defined]
    link = sources.link_of(viewer, source) if source.startswith("case:") else None
    if link is None or not link.url:
        return None
    return render_to_string("oversight/panels/case_source.html", {"link": link}, request)


clocks_ahead.register("case", Text("Perkara", "Case"), ahead, right="oversight.case")
sources.register("case", Text("Perkara", "Case"), "oversight:case", right="oversight.case")
slots.register("oversight.draft", of_draft, order=10)
slots.register("oversight.source", of_source)
