"""Deadlines of the law, and the events they count from."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.stages import actions, forms, queries
from jurdil.stages.pages import plans
from jurdil.stages.records import EventFact
from jurdil.stages.views.common import form_page, may, page


@require_safe
def table(request: Request) -> HttpResponse:
    """The deadlines of every running election: dated ones with their reason, then the waiting."""
    viewer = request.viewer
    context = {
        "tables": [queries.deadline_table(viewer, row.id) for row in queries.elections(viewer)],
        "may": may(request, "stages.record_event", "stages.recompute"),
    }
    return page(request, "stages/deadlines.html", context)


@form_page
def event(request: Request, election_id: int) -> HttpResponse:
    """Record, move or withdraw an event: first what follows from it, then the act."""
    require(request.viewer, "stages.record_event")
    known = found(queries.deadline_table, request.viewer, election_id)
    initial = {"trigger": request.GET.get("peristiwa", ""), "case": request.GET.get("perkara", "")}
    form = forms.EventForm(request.POST or None, initial=initial, triggers=known.triggers)
    if form.is_valid():
        answer = _record(request, election_id, form) if "catat" in request.POST else None
        answer = answer or _preview(request, election_id, form)
        if answer is not None:
            return answer
    context = {"form": form, "table": known}
    return page(request, "stages/event.html", context)


def _withdrawn(request: Request) -> bool:
    return request.POST.get("cabut") == "1"


def _preview(request: Request, election_id: int, form: forms.EventForm) -> HttpResponse | None:
    data = form.cleaned_data
    fact = EventFact(data["trigger"], data["case"], form.at() or data["day"], data["basis"])
    try:
        shown = queries.preview_event(
            request.viewer, election_id, fact, withdrawn=_withdrawn(request)
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    context = {
        "form": form,
        "plan": plans.lines(shown),
        "table": queries.deadline_table(request.viewer, election_id),
        "withdrawn": _withdrawn(request),
    }
    return page(request, "stages/preview_event.html", context)


def _record(request: Request, election_id: int, form: forms.EventForm) -> HttpResponse | None:
    data = form.cleaned_data
    done = attempt(
        form,
        actions.record_event,
        by=request.viewer,
        election_id=election_id,
        trigger=data["trigger"],
        case=data["case"],
        day=data["day"],
        at=form.at(),
        basis=data["basis"],
        division=data["division"],
        withdrawn=_withdrawn(request),
        tasks=request.POST.getlist("tugas"),
    )
    if done is None:
        return None
    messages.success(request, _("Peristiwa dicatat; tenggat yang bergantung padanya dihitung."))
    return redirect("stages:deadlines")
