"""The schedule: agenda, Gantt, versions, and the page of a stage."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel import clock
from jurdil.kernel.policy import allows
from jurdil.kernel.queries.tasks import tasks_about
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.stages import actions, forms, queries
from jurdil.stages.pages import agenda as pages
from jurdil.stages.pages import stages as stage_pages
from jurdil.stages.pages import tasks as task_pages
from jurdil.stages.views.common import may, page


@require_safe
def agenda(request: Request) -> HttpResponse:
    """The schedule by time: what runs, what comes, and on another page what is over."""
    past = request.GET.get("lewat") == "1"
    context = _narrowed(request)
    context["groups"] = pages.agenda(context["rows"], clock.today(), past=past)
    context["past"] = past
    return page(request, "stages/agenda.html", context)


@require_safe
def gantt(request: Request) -> HttpResponse:
    """The schedule drawn on one time axis, with today's line."""
    context = _narrowed(request, moved=True)
    drawn = pages.drawn(context["elections"], request.GET.get("pemilihan", ""))
    context["drawn"] = drawn
    context["chart"] = pages.chart(pages.of_election(context["rows"], drawn), clock.today())
    return page(request, "stages/gantt.html", context)


def _narrowed(request: Request, *, moved: bool = False) -> dict[str, Any]:
    division, level = request.GET.get("divisi", ""), request.GET.get("tingkat", "")
    every = queries.schedule(request.viewer, division=division, moved=moved)
    return {
        "rows": pages.narrowed(every, level),
        "divisions": pages.division_filters(division),
        "levels": pages.level_filters(every, level),
        "elections": queries.elections(request.viewer),
        "today": clock.today(),
        "may": may(request, "stages.apply_version", "stages.open_election", "stages.deadlines"),
    }


@require_safe
def versions(request: Request) -> HttpResponse:
    """The versions of every running election's schedule."""
    viewer = request.viewer
    elections = queries.elections(viewer)
    context = {
        "schedules": [(row, queries.versions(viewer, row.id)) for row in elections],
        "may": may(request, "stages.apply_version", "stages.deadlines"),
    }
    return page(request, "stages/versions.html", context)


@require_safe
def compare(request: Request, election_id: int, number: int) -> HttpResponse:
    """What moved between a version and an earlier one."""
    viewer = request.viewer
    known = found(queries.versions, viewer, election_id)
    against = stage_pages.chosen_version(request.GET.get("dari", ""), number)
    comparison = found(queries.compare, viewer, election_id, number, against)
    context = {
        "comparison": comparison,
        "moves": stage_pages.moves(comparison.moves),
        "versions": known,
        "number": number,
    }
    return page(request, "stages/compare.html", context)


@require_safe
def stage(request: Request, election_id: int, stage: str) -> HttpResponse:
    """A stage with its dates, their reasons, its owner, parts, papers and tasks."""
    return _stage_page(request, election_id, stage, forms.WaitForm(), forms.ReleaseForm())


def _stage_page(
    request: Request,
    election_id: int,
    stage: str,
    wait: forms.WaitForm,
    release: forms.ReleaseForm,
) -> HttpResponse:
    shown = found(queries.stage, request.viewer, election_id, stage)
    today = clock.today()
    context = {
        "page": shown,
        "line": pages.line(shown.row, today),
        "facts": stage_pages.facts(shown),
        "children": [pages.line(row, today) for row in shown.children],
        "parent": pages.line(shown.parent, today) if shown.parent else None,
        "tasks": _tasks(request, election_id, stage),
        "wait_form": wait,
        "release_form": release,
        "may": may(request, "stages.hold", "stages.release", "stages.apply_version"),
    }
    return page(request, "stages/stage.html", context)


def _tasks(request: Request, election_id: int, stage: str) -> list[task_pages.TaskLine]:
    if not allows(request.viewer, "task.view"):
        return []
    rows = tasks_about(request.viewer.about(None), election_id, stage_pages.subject(stage))
    return [task_pages.line(row, clock.today()) for row in rows]


@require_POST
def hold(request: Request, election_id: int, stage: str) -> HttpResponse:
    """Mark that a stage waits for instructions."""
    form = forms.WaitForm(request.POST)
    found(queries.stage, request.viewer, election_id, stage)
    if form.is_valid() and attempt(
        form,
        actions.hold,
        by=request.viewer,
        election_id=election_id,
        stage=stage,
        **form.cleaned_data,
    ):
        messages.success(request, _("Tahapan ini menunggu petunjuk dan tidak dihitung terlambat."))
        return redirect("stages:stage", election_id, stage)
    return _stage_page(request, election_id, stage, form, forms.ReleaseForm())


@require_POST
def release(request: Request, election_id: int, stage: str) -> HttpResponse:
    """The instructions came."""
    form = forms.ReleaseForm(request.POST)
    found(queries.stage, request.viewer, election_id, stage)
    if form.is_valid() and attempt(
        form,
        actions.release,
        by=request.viewer,
        election_id=election_id,
        stage=stage,
        **form.cleaned_data,
    ):
        messages.success(request, _("Tahapan ini berjalan lagi."))
        return redirect("stages:stage", election_id, stage)
    return _stage_page(request, election_id, stage, forms.WaitForm(), form)
