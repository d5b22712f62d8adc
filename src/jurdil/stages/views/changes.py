"""The schedule's editor: dates asked for, a preview of everything that follows, then the act."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.faults import FileRefused
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.spreadsheets import CSV
from jurdil.kernel.views import files
from jurdil.kernel.views.common import attempt, found
from jurdil.stages import actions, editing, exports, forms, plan, queries, schedule_file
from jurdil.stages.pages import plans
from jurdil.stages.records import Plan
from jurdil.stages.views.common import form_page, page


@form_page
def edit(request: Request, election_id: int) -> HttpResponse:
    """The whole schedule as a form or a table; what differs goes to the preview."""
    require(request.viewer, "stages.apply_version")
    rows = _rows(request, election_id)
    form = forms.ChangeFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            changes = _changes(rows, request, form)
            shown = queries.preview_change(request.viewer, election_id, changes)
        except (plan.BadChange, FileRefused) as fault:
            for sentence in plans.sentences(fault):
                form.add_error(None, sentence)
        else:
            if shown.moves or shown.kept:
                return _preview(request, election_id, shown, changes, form.cleaned_data)
            form.add_error(
                None, _("Semua tanggal sama dengan jadwal yang berlaku; ubah tanggalnya dahulu.")
            )
    context = {
        "election": _election(request, election_id),
        "form": form,
        "lines": editing.lines(rows, request.POST.dict()),
    }
    return page(request, "stages/edit.html", context)


def _rows(request: Request, election_id: int) -> tuple[Any, ...]:
    _election(request, election_id)
    return queries.current(request.viewer.about(election_id)).rows


def _election(request: Request, election_id: int) -> Any:
    return found(queries.election, request.viewer, election_id)


def _changes(
    rows: tuple[Any, ...], request: Request, form: forms.ChangeFileForm
) -> dict[str, plan.Times]:
    table = form.cleaned_data["table"]
    if table is None:
        return editing.changes_of(rows, request.POST)
    return editing.differing(rows, schedule_file.read(table.read(), clock.zone()))


def _preview(
    request: Request,
    election_id: int,
    shown: Plan,
    changes: dict[str, plan.Times],
    words: dict[str, Any],
) -> HttpResponse:
    context = {
        "election": _election(request, election_id),
        "plan": plans.lines(shown),
        "carried": editing.carried(changes),
        "basis": words["basis"],
        "reason": words["reason"],
    }
    return page(request, "stages/preview_change.html", context)


@require_POST
def apply(request: Request, election_id: int) -> HttpResponse:
    """Put the previewed schedule in force."""
    rows = _rows(request, election_id)
    form = forms.ChangeForm(request.POST)
    based_on = request.POST.get("versi", "")
    if form.is_valid() and based_on.isdecimal():
        try:
            changes = editing.changes_of(rows, request.POST)
        except plan.BadChange as fault:
            raise Refused(str(fault)) from fault
        version = attempt(
            form,
            actions.apply_version,
            by=request.viewer,
            election_id=election_id,
            changes=changes,
            based_on=int(based_on),
            **form.cleaned_data,
        )
        if version is not None:
            messages.success(
                request, _("Jadwal versi %(number)s berlaku.") % {"number": version.number}
            )
            return redirect("stages:compare", election_id, version.number)
    context = {
        "election": _election(request, election_id),
        "form": form,
        "lines": editing.lines(rows, request.POST.dict()),
    }
    return page(request, "stages/edit.html", context)


@require_safe
def download(request: Request, election_id: int) -> HttpResponse:
    """The schedule in force as CSV, to change and bring back."""
    rows = _rows(request, election_id)
    return files.download(
        exports.schedule_csv(row.span for row in rows), CSV, f"jadwal-{election_id}.csv"
    )


@form_page
def recount(request: Request, election_id: int) -> HttpResponse:
    """Count the deadlines anew after days off were entered: what would move, then the act."""
    shown = found(queries.preview_recount, request.viewer, election_id)
    if request.method == "POST":
        actions.recompute(by=request.viewer, election_id=election_id)
        messages.success(request, _("Tenggat dihitung ulang menurut kalender kantor."))
        return redirect("stages:deadlines")
    context = {"election": _election(request, election_id), "plan": plans.lines(shown)}
    return page(request, "stages/recount.html", context)
