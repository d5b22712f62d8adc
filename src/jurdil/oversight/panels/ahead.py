"""Home of Bawaslu: what lapses next, and the quarter between elections."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.oversight import queries
from jurdil.web import slots

MOST = 8
PDPB = "pdpb-triwulan"


def of_clocks(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Clocks of every concern in one order; nothing while none runs."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "oversight.clocks"):
        return None
    rows = queries.running_clocks(viewer)
    if not rows:
        return None
    context = {"rows": rows[:MOST], "all": len(rows)}
    return render_to_string("oversight/panels/clocks.html", context, request)


def of_quarter(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """The quarter's spot checks, KPU's voter update, the year's prevention, the day's report."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "oversight.quarter"):
        return None
    home = values["home"]
    voting_ahead = any(
        one.voting_day and one.voting_day >= home.today and not one.over
        for one in home.current.elections
    )
    context = {
        "work": queries.quarter_work(viewer),
        "updates": [row for row in home.current.rows if row.span.stage.startswith(PDPB)][-1:],
        "daily_due": voting_ahead,
        "may_plan": allows(viewer, "oversight.prevent"),
    }
    return render_to_string("oversight/panels/quarter.html", context, request)


slots.register("home.main", of_clocks, order=10)
slots.register("home.main", of_quarter, order=13)
