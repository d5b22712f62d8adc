"""What the overseer's people find on the home page, on an ordinary day too."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.oversight import queries
from jurdil.stages.home import this_week
from jurdil.web import slots

MOST = 4


def of_home(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """This week's prevention, what nobody reported, open notes and complaints, proposals."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "oversight.prevention"):
        return None
    late = queries.overdue_preventions(viewer)
    week = queries.prevention_week(viewer, *this_week(values["home"]))
    notes = [line for line in queries.aght_lines(viewer) if line.row.state != "selesai"]
    told = [row for row, _place in queries.post_notes(viewer) if row.closed_at is None]
    context = {
        "late": late[:MOST],
        "late_all": len(late),
        "week": [line for line in week if line not in late][:MOST],
        "notes": notes[:MOST],
        "notes_all": len(notes),
        "told": len(told),
        "waiting": queries.waiting(viewer) if allows(viewer, "oversight.ikp") else 0,
        "may_plan": allows(viewer, "oversight.prevent"),
    }
    return render_to_string("oversight/panels/home.html", context, request)


slots.register("home.main", of_home, order=12)
