"""Evaluations: list, page, remarks, paper."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.kernel.views.files import download
from jurdil.reporting import actions, pages, queries
from jurdil.reporting.forms import evaluations as forms
from jurdil.reporting.papers.word import MEDIA
from jurdil.web.form_pages import FormPage, form_page, show_form


@require_safe
def index(request: Request) -> HttpResponse:
    """The evaluations."""
    viewer = request.viewer
    context = {
        "rows": queries.evaluations(viewer),
        "may_open": allows(viewer, "reporting.evaluate"),
    }
    return render(request, "reporting/evaluations.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Open an evaluation."""
    viewer = request.viewer
    require(viewer, "reporting.evaluate")
    form = forms.EvaluationForm(
        request.POST or None,
        elections=pages.election_choices(viewer),
        stages=pages.stage_choices(viewer),
        initial=pages.evaluation_initial(viewer),
    )
    page = FormPage(
        title=_("Evaluasi baru"),
        lead=_("Angkanya dibaca sendiri dari ruang kerja; Anda menambahkan catatan."),
        button=_("Buka evaluasi"),
        back=reverse("reporting:evaluations"),
        crumbs=pages.evaluation_crumbs((_("Evaluasi baru"), "")),
        said=_("Evaluasi dibuka."),
    )
    return show_form(
        request, form, page, actions.open_evaluation, form.values, lambda made: _address(made.pk)
    )


@require_safe
def evaluation(request: Request, evaluation_id: int) -> HttpResponse:
    """One evaluation as the data says today."""
    viewer = request.viewer
    page = found(queries.evaluation, viewer, evaluation_id)
    context = {
        "page": page,
        "plans": pages.plans(page),
        "told": [(one, page.remarks.get(one.code)) for one in page.told],
        "remarks": pages.remarks(page),
        "may_write": allows(viewer, "reporting.remark") and page.open,
        "may_draft": allows(viewer, "reporting.draft_report") and page.open,
        "crumbs": pages.evaluation_crumbs((page.row.title, "")),
    }
    return render(request, "reporting/evaluation.html", context)


@form_page
def remark(request: Request, evaluation_id: int, section: str) -> HttpResponse:
    """Say something to a section."""
    viewer = request.viewer
    require(viewer, "reporting.remark")
    shown = found(queries.evaluation, viewer, evaluation_id)
    name = pages.section_name(shown, section)
    if not name:
        raise Http404
    said = shown.remarks.get(section)
    form = forms.RemarkForm(request.POST or None, initial={"text": said.text if said else ""})
    page = FormPage(
        title=_("Catatan: %(section)s") % {"section": name},
        button=_("Simpan catatan"),
        back=_address(evaluation_id),
        crumbs=pages.evaluation_crumbs((shown.row.title, _address(evaluation_id)), (name, "")),
        said=_("Catatan disimpan."),
    )

    def arguments() -> dict[str, Any]:
        return {"evaluation_id": evaluation_id, "section": section, **form.cleaned_data}

    return show_form(
        request, form, page, actions.remark, arguments, lambda _made: _address(evaluation_id)
    )


@require_POST
def draft(request: Request, evaluation_id: int) -> HttpResponse:
    """Draft the paper from the figures of today."""
    found(queries.evaluation, request.viewer, evaluation_id)
    made = actions.draft_report(by=request.viewer, evaluation_id=evaluation_id)
    messages.success(request, _("Naskah disusun. Periksa tampilannya, lalu mintakan paraf."))
    return redirect("kernel:document", made.pk)


@require_safe
def docx(request: Request, evaluation_id: int) -> HttpResponse:
    """The report as DOCX."""
    content = found(queries.evaluation_docx, request.viewer, evaluation_id)
    return download(content, MEDIA, f"evaluasi-{evaluation_id}.docx")


def _address(evaluation_id: int) -> str:
    return reverse("reporting:evaluation", args=[evaluation_id])
