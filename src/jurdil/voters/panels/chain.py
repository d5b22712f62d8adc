"""The chain on the room's first page, what can be done after the DPT, copies of a revision."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jurdil.kernel.policy import allows
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.voters import queries
from jurdil.voters.steps import COMMENTED
from jurdil.web import slots


def of_index(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Ways to the chain and to what happens around voting day."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not allows(viewer, "voters.chain") or places.chosen_election(viewer) is None:
        return None
    return render_to_string("voters/panels/chain.html", {}, request)


def of_voter(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """What can be done with a voter once a DPT stands over his village."""
    viewer, row = request.viewer, values["row"]  # type: ignore[attr-defined]
    if not queries.stands_over(viewer, row.village):
        return None
    context = {
        "row": row,
        "may_mark": allows(viewer, "voters.mark"),
        "may_out": allows(viewer, "voters.dptb_out"),
        "may_return": allows(viewer, "voters.notice_back"),
    }
    if not any(context[name] for name in ("may_mark", "may_out", "may_return")):
        return None
    return render_to_string("voters/panels/voter_polling.html", context, request)


def of_revision(request: HttpRequest, values: Mapping[str, Any]) -> str | None:
    """Copies, comments and the comparison with the list before."""
    viewer, shown = request.viewer, values["shown"]  # type: ignore[attr-defined]
    at_village = paths.level(shown.here.path) == paths.VILLAGE
    context = {
        "shown": shown,
        "at_village": at_village,
        "village": shown.here.fixed and at_village,
        "may_copy": allows(viewer, "voters.list_copy"),
        "may_full": allows(viewer, "voters.list_full"),
        "comments": shown.revision.done and shown.revision.kind in COMMENTED,
    }
    if not (at_village or context["comments"] or shown.revision.previous):
        return None
    return render_to_string("voters/panels/revision_lists.html", context, request)


slots.register("voters.index", of_index, order=20)
slots.register("voters.voter", of_voter, order=20)
slots.register("voters.revision", of_revision, order=20)
