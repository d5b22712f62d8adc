"""Tasks: the list, one task, and what can be done with it."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel import clock
from jurdil.kernel.actions import tasks as acts
from jurdil.kernel.policy import require
from jurdil.kernel.queries import tasks as kernel
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.stages import forms, queries
from jurdil.stages.pages import tasks as pages
from jurdil.stages.views.common import form_page, may, page

MOST = 100


@require_safe
def listing(request: Request) -> HttpResponse:
    """Open tasks by how near they are, of oneself, one's division or all; the closed ones too."""
    viewer = request.viewer
    rows = kernel.open_tasks(viewer)
    scope = pages.chosen_scope(request.GET.get("tugas", ""), viewer)
    standing = request.GET.get("keadaan", "")
    own = pages.whose(rows, viewer, scope)
    today = clock.today()
    closed = kernel.closed_tasks(viewer, limit=MOST) if standing == kernel.FINISHED else ()
    context = {
        "groups": pages.grouped(own, today, [standing] if standing else kernel.STANDINGS),
        "closed": [pages.line(row, today) for row in closed],
        "scopes": pages.scopes(rows, viewer, scope),
        "standings": pages.standings(own, standing),
        "standing": standing,
        "routine": [row for row in queries.elections(viewer) if row.voting_day is None],
        "may": may(request, "task.open", "stages.roll_routine"),
    }
    return page(request, "stages/tasks.html", context)


@form_page
def create(request: Request) -> HttpResponse:
    """Open a task of one's own office."""
    viewer = request.viewer
    require(viewer, "task.open")
    form = forms.TaskForm(
        request.POST or None,
        elections=queries.elections(viewer.about(None)),
        owners=kernel.owners(viewer),
        initial={"division": viewer.division, "owner": viewer.account_id},
    )
    if form.is_valid():
        data = form.cleaned_data
        made = attempt(
            form,
            acts.open_task,
            by=viewer,
            election_id=int(data["election"]),
            title=data["title"],
            due=form.due(),
            division=data["division"],
            owner_id=int(data["owner"]) if data["owner"] else None,
            note=data["note"],
        )
        if made is not None:
            messages.success(request, _("Tugas dibuat."))
            return redirect("stages:task", made.pk)
    return page(request, "stages/task_new.html", {"form": form})


@require_safe
def task(request: Request, task_id: int) -> HttpResponse:
    """One task: what, who, until when, by which law, and its history."""
    return _task_page(request, task_id)


def _task_page(
    request: Request, task_id: int, name: str = "", bound: django_forms.Form | None = None
) -> HttpResponse:
    viewer = request.viewer
    shown = found(kernel.task, viewer, task_id)
    all_forms: dict[str, django_forms.Form] = {
        "close": forms.CloseTaskForm(),
        "wait": forms.WaitForm(),
        "assign": forms.AssignForm(owners=kernel.owners(viewer)),
        "move": forms.MoveForm(),
    }
    if bound is not None:
        all_forms[name] = bound
    context = {
        "task": shown,
        "line": pages.line(shown.row, clock.today()),
        "division": pages.division_of(shown.row),
        "stage": pages.stage_of(shown.row),
        "history": pages.history(shown),
        "forms": all_forms,
        "opened": name,
        "bound": bound,
        "today": clock.today(),
        "may": may(request, "task.close", "task.wait", "task.assign", "task.move", "task.resume"),
    }
    return page(request, "stages/task.html", context)


def _do(
    request: Request,
    task_id: int,
    name: str,
    form: django_forms.Form,
    act: Callable[..., Any],
    said: str,
    values: Callable[[], dict[str, Any]] | None = None,
) -> HttpResponse:
    """One act on a task: back to its page, or to its form with what is wrong."""
    found(kernel.task, request.viewer, task_id)
    if form.is_valid():
        arguments = values() if values else form.cleaned_data
        if attempt(form, act, by=request.viewer, task_id=task_id, **arguments) is not None:
            messages.success(request, said)
            return redirect("stages:task", task_id)
    return _task_page(request, task_id, name, form)


@require_POST
def close(request: Request, task_id: int) -> HttpResponse:
    """Close a task with its result."""
    form = forms.CloseTaskForm(request.POST)
    return _do(request, task_id, "close", form, acts.close_task, _("Tugas ditutup."))


@require_POST
def wait(request: Request, task_id: int) -> HttpResponse:
    """Mark that a task waits for instructions."""
    form = forms.WaitForm(request.POST)
    said = _("Tugas menunggu petunjuk dan tidak dihitung terlambat.")
    return _do(request, task_id, "wait", form, acts.wait_for_instructions, said)


@require_POST
def resume(request: Request, task_id: int) -> HttpResponse:
    """The instructions came."""
    form = django_forms.Form(request.POST)
    return _do(request, task_id, "", form, acts.resume_task, _("Tugas berjalan lagi."))


@require_POST
def assign(request: Request, task_id: int) -> HttpResponse:
    """Give a task to a person."""
    form = forms.AssignForm(request.POST, owners=kernel.owners(request.viewer))
    return _do(
        request,
        task_id,
        "assign",
        form,
        acts.assign_task,
        _("Pelaksana ditunjuk."),
        lambda: {"owner_id": int(form.cleaned_data["owner"])},
    )


@require_POST
def move(request: Request, task_id: int) -> HttpResponse:
    """Give a task another due moment."""
    form = forms.MoveForm(request.POST)
    return _do(
        request,
        task_id,
        "move",
        form,
        acts.move_task,
        _("Tenggat digeser."),
        lambda: {"due": form.due(), "reason": form.cleaned_data["reason"]},
    )
