"""The first hour: seven steps, tables brought in, and a sheet from each."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurdil.kernel.faults import FileRefused
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views.files import download
from jurdil.stages import actions, forms
from jurdil.stages.first_hour import progress, sheets
from jurdil.stages.pages import plans
from jurdil.stages.views.common import form_page, may, page


@require_safe
def start(request: Request) -> HttpResponse:
    """The seven steps with what the data say of each."""
    require(request.viewer, "stages.first_hour")
    steps = progress.steps(request.viewer)
    context = {"steps": steps, "done": progress.share_done(steps)}
    return page(request, "stages/first_hour/start.html", context)


@form_page
def step(request: Request, step: str) -> HttpResponse:
    """Bring the table of a step; a step that has its own page sends there."""
    require(request.viewer, "stages.first_hour")
    shown = _step(request, step)
    if step not in progress.TABLES:
        return redirect(shown.url)
    form = forms.TableForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        table = form.cleaned_data["table"]
        try:
            actions.keep_table(by=request.viewer, kind=step, content=table.read(), name=table.name)
        except FileRefused as fault:
            for sentence in plans.sentences(fault):
                form.add_error("table", sentence)
        else:
            messages.success(request, _("Berkas disimpan. Lembarnya siap dicetak."))
            return redirect("stages:sheet", step)
    context = {
        "step": shown,
        "form": form,
        "columns": sheets.columns(step),
        "may": may(request, "stages.keep_table"),
    }
    return page(request, "stages/first_hour/table.html", context)


@require_safe
def sheet(request: Request, step: str) -> HttpResponse:
    """The printable sheet of a step."""
    require(request.viewer, "stages.first_hour")
    shown = _step(request, step)
    try:
        content = sheets.content(request.viewer, step)
    except ObjectDoesNotExist:
        messages.info(request, _("Unggah berkasnya dahulu; lembarnya dibuat dari berkas itu."))
        return redirect("stages:step", step)
    context = {"step": shown, "code": step, **content}
    return page(request, f"stages/first_hour/{step}.html", context)


@require_safe
def template(request: Request, step: str) -> HttpResponse:
    """An empty table with the right column names."""
    require(request.viewer, "stages.first_hour")
    if step not in progress.TABLES:
        raise Http404
    return download(sheets.empty_table(step), sheets.XLSX_TYPE, f"{step}.xlsx")


def _step(request: Request, code: str) -> progress.Step:
    for found in progress.steps(request.viewer):
        if found.code == code:
            return found
    raise Http404
