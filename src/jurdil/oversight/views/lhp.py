"""Supervision reports (LHP) at the office: lists, one report, its steps and its paper."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel import clock, photos
from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, pdf, table
from jurdil.law.oversight import field_reports as law
from jurdil.oversight import actions, lhp_labels, queries
from jurdil.oversight import lhp_pages as pages
from jurdil.oversight.forms import lhp as forms
from jurdil.oversight.lhp_records import LhpPage, Wanted
from jurdil.web.form_pages import form_page

JPEG = "image/jpeg"


def _wanted(request: Request) -> Wanted:
    asked = request.GET
    return Wanted(
        state=asked.get("keadaan", ""),
        checklist=asked.get("daftar", ""),
        path=asked.get("tempat", ""),
        turn=asked.get("giliran", ""),
    )


@require_safe
def listing(request: Request) -> HttpResponse:
    """The reports in sight; what waits for the reader on top."""
    viewer, wanted = request.viewer, _wanted(request)
    context = {
        "page": queries.lhp_lines(viewer, wanted, after=request.GET.get("sesudah", "")),
        "returned": queries.lhp_returned(viewer),
        "turns": pages.TURNS,
        "wanted": wanted,
        "tags": pages.TAGS,
        "lists": pages.offered(),
        "may_write": allows(viewer, "oversight.lhp_submit"),
        "may_count": allows(viewer, "oversight.lhp_rollup"),
        "doubtful": law.unconfirmed(),
    }
    return render(request, "oversight/lhp/list.html", context)


@require_safe
def listing_file(request: Request, kind: str) -> HttpResponse:
    """The list as CSV or XLSX."""
    return table(kind, queries.lhp_rows(request.viewer, _wanted(request)), "lhp")


@form_page
def new(request: Request) -> HttpResponse:
    """Write a report at the office: first what is supervised, then its form."""
    viewer = request.viewer
    require(viewer, "oversight.lhp_submit")
    key = request.GET.get("daftar")
    if key is None:
        context = {
            "lists": pages.offered(),
            "crumbs": pages.crumbs((_("Tulis LHP"), "")),
        }
        return render(request, "oversight/lhp/choose.html", context)
    checklist, stages = pages.checklist_of(key), pages.stage_choices(viewer)
    if key and checklist is None:
        raise Http404
    form = forms.LhpForm(
        request.POST or None,
        places=pages.place_choices(viewer),
        stages=stages,
        checklist=checklist,
        initial=pages.first_values(
            viewer, request.GET, pages.stage_of(stages, checklist), checklist
        ),
    )
    return _form(request, form, None)


@form_page
def repair(request: Request, report_id: int) -> HttpResponse:
    """The author writes the next version."""
    viewer = request.viewer
    page = found(queries.lhp, viewer, report_id)
    require(viewer, "oversight.lhp_submit")
    if not page.writes:
        raise Http404
    places = pages.place_choices(viewer)
    form = forms.LhpForm(
        request.POST or None,
        places=places,
        stages=pages.stage_choices(viewer),
        checklist=page.checklist,
        initial=forms.initial_of(page.report, places),
    )
    return _form(request, form, page)


def _form(request: Request, form: forms.LhpForm, page: LhpPage | None) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.submit_lhp,
            by=request.viewer,
            report=form.report(),
            witnesses=form.witnesses(),
            report_id=page.row.pk if page else None,
        )
        if made is not None:
            messages.success(request, _("LHP dikirim. Tambahkan bukti di halaman ini."))
            return redirect("oversight:lhp", made.pk)
    way = [(pages.name_of(page), reverse("oversight:lhp", args=[page.row.pk]))] if page else []
    context = {
        "form": form,
        "page": page,
        "orders": queries.lhp_orders(request.viewer),
        "crumbs": pages.crumbs(*way, (_("Perbaiki") if page else _("Tulis LHP"), "")),
    }
    status = 422 if form.errors else 200
    return render(request, "oversight/lhp/form.html", context, status=status)


@require_safe
def report(request: Request, report_id: int) -> HttpResponse:
    """One report whole."""
    return _report(request, found(queries.lhp, request.viewer, report_id))


@require_POST
def step(request: Request, report_id: int) -> HttpResponse:
    """Examine, accept or return."""
    page = found(queries.lhp, request.viewer, report_id)
    form = forms.StepForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.step_lhp, by=request.viewer, report_id=report_id, **form.cleaned_data
    ):
        messages.success(request, _("Langkah dicatat."))
        return redirect("oversight:lhp", report_id)
    return _report(request, page, stepping=form)


@require_POST
def number(request: Request, report_id: int) -> HttpResponse:
    """Give the number of the regency's series."""
    page = found(queries.lhp, request.viewer, report_id)
    form = forms.NumberForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.number_lhp, by=request.viewer, report_id=report_id, **form.cleaned_data
    ):
        messages.success(request, _("Nomor diberikan."))
        return redirect("oversight:lhp", report_id)
    return _report(request, page, numbering=form)


@require_POST
def evidence_new(request: Request, report_id: int) -> HttpResponse:
    """Add a photo or a PDF."""
    page = found(queries.lhp, request.viewer, report_id)
    require(request.viewer, "oversight.lhp_evidence")
    form = forms.EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["photo"]
        try:
            photo = photos.examine(upload.read(photos.READ_MOST), upload.name)
        except Refused as refusal:
            form.add_error("photo", str(refusal))
        else:
            facts = {"report_id": report_id, "caption": form.cleaned_data["caption"]}
            if attempt(form, actions.add_lhp_evidence, by=request.viewer, photo=photo, **facts):
                messages.success(request, _("Bukti ditambahkan."))
                return redirect("oversight:lhp", report_id)
    return _report(request, page, adding=form)


@require_POST
def reveal(request: Request, report_id: int) -> HttpResponse:
    """Open the identity of a witness for a purpose; it is shown once and written down."""
    page = found(queries.lhp, request.viewer, report_id)
    form = forms.RevealForm(request.POST)
    shown = None
    if form.is_valid():
        facts = {"report_id": report_id, **form.cleaned_data}
        shown = found(attempt, form, actions.reveal_witness, by=request.viewer, **facts)
    response = _report(request, page, revealing=form, shown=shown)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def paper(request: Request, report_id: int) -> HttpResponse:
    """Formulir Model A as PDF."""
    content = found(queries.lhp_pdf, request.viewer, report_id)
    return pdf(content, f"form-a-{report_id}.pdf")


@require_safe
def picture(request: Request, report_id: int, evidence_id: int) -> HttpResponse:
    """A page of evidence as a plain picture; `?asli=1` the file as it came, for examiners."""
    if request.GET.get("asli"):
        file, content = found(queries.lhp_original, request.viewer, report_id, evidence_id)
        return download(content, file.media_type, file.name)
    page = number_in(request.GET.get("halaman", "1")) or 0
    content = found(queries.lhp_picture, request.viewer, report_id, evidence_id, page)
    return download(content, JPEG, f"bukti-{evidence_id}-{page}.jpg", inline=True)


def _report(request: Request, page: LhpPage, **failed) -> HttpResponse:
    viewer = request.viewer
    shown = failed.pop("shown", None)
    form = next((one for one in failed.values() if one is not None), None)
    may_number = allows(viewer, "oversight.lhp_number") and not page.row.number
    context = {
        "page": page,
        "tag": pages.TAGS[page.row.state],
        "steps": lhp_labels.STEPS,
        "doubts": [lhp_labels.DOUBTS[one] for one in page.doubts],
        "follows": pages.follows(viewer, page),
        "stepping": failed.get("stepping") or forms.StepForm(),
        "numbering": failed.get("numbering") or (forms.NumberForm() if may_number else None),
        "adding": failed.get("adding") or _adding(request, page),
        "revealing": failed.get("revealing"),
        "may_reveal": allows(viewer, "oversight.lhp_reveal"),
        "may_open": allows(viewer, "oversight.lhp_rollup"),
        "shown": shown,
        "failed": form if form is not None and form.errors else None,
        "today": clock.today(),
        "crumbs": pages.crumbs((pages.name_of(page), "")),
    }
    status = 422 if context["failed"] else 200
    return render(request, "oversight/lhp/page.html", context, status=status)


def _adding(request: Request, page: LhpPage) -> forms.EvidenceForm | None:
    may = allows(request.viewer, "oversight.lhp_evidence") and page.row.state != "diterima"
    return forms.EvidenceForm() if may else None
