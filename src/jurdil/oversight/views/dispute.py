"""Process disputes: the list by what lapses next, one dispute, its steps, sessions and papers."""

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, pdf, table
from jurdil.oversight import actions, choices, pages, queries
from jurdil.oversight.forms import dispute as forms
from jurdil.web.form_pages import FormPage, form_page, show_form

LIST = "oversight:dispute_list"


@require_safe
def listing(request: Request) -> HttpResponse:
    """Open disputes by what lapses next, or the ended ones."""
    viewer = request.viewer
    ended = request.GET.get("lihat") == "selesai"
    whole, decided = queries.dispute_counts(viewer)
    context = {
        "rows": queries.dispute_list(viewer, ended=ended),
        "ended": ended,
        "whole": whole,
        "decided": decided,
        "may_receive": allows(viewer, "oversight.dispute_receive"),
    }
    return render(request, "oversight/dispute/list.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Take in a petition."""
    require(request.viewer, "oversight.dispute_receive")
    form = forms.DisputeForm(
        request.POST or None,
        request.FILES or None,
        places=pages.place_choices(request.viewer),
        elections=choices.elections(request.viewer),
        initial=choices.initial(request.viewer, request.GET, "source"),
    )
    page = FormPage(
        title=_("Terima permohonan sengketa"),
        lead=_("Tanda terima dapat dicetak begitu disimpan."),
        button=_("Simpan permohonan"),
        back=reverse(LIST),
        crumbs=pages.crumbs(LIST, _("Sengketa proses"), (_("Baru"), "")),
        said=_("Permohonan dicatat. Cetak tanda terimanya."),
    )
    return show_form(
        request,
        form,
        page,
        actions.receive_dispute,
        form.facts,
        lambda made: reverse("oversight:dispute", args=[made.pk]),
    )


@require_safe
def dispute(request: Request, dispute_id: int) -> HttpResponse:
    """One dispute."""
    return _page(request, dispute_id)


@require_POST
def step(request: Request, dispute_id: int) -> HttpResponse:
    """Take the next step."""
    page = found(queries.dispute, request.viewer, dispute_id)
    form = forms.DisputeStepForm(request.POST, request.FILES, offered=page.offered)
    if form.is_valid() and attempt(
        form, actions.step_dispute, by=request.viewer, dispute_id=dispute_id, new=form.facts()
    ):
        messages.success(request, _("Langkah dicatat."))
        return redirect("oversight:dispute", dispute_id)
    return _page(request, dispute_id, stepping=form)


@require_POST
def evidence(request: Request, dispute_id: int) -> HttpResponse:
    """Record evidence of a side."""
    found(queries.dispute, request.viewer, dispute_id)
    form = forms.EvidenceForm(request.POST, request.FILES)
    if form.is_valid() and attempt(
        form,
        actions.add_dispute_evidence,
        by=request.viewer,
        dispute_id=dispute_id,
        **form.cleaned_data,
    ):
        messages.success(request, _("Bukti dicatat dengan nomornya."))
        return redirect("oversight:dispute", dispute_id)
    return _page(request, dispute_id, proving=form)


@require_POST
def session(request: Request, dispute_id: int) -> HttpResponse:
    """Call a session."""
    found(queries.dispute, request.viewer, dispute_id)
    form = forms.SessionForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.call_session, by=request.viewer, dispute_id=dispute_id, new=form.facts()
    ):
        messages.success(request, _("Sidang dijadwalkan."))
        return redirect("oversight:dispute", dispute_id)
    return _page(request, dispute_id, calling=form)


@form_page
def session_result(request: Request, dispute_id: int, session_id: int) -> HttpResponse:
    """Record what a session brought."""
    require(request.viewer, "oversight.dispute_result")
    page = found(queries.dispute, request.viewer, dispute_id)
    if session_id not in {one.pk for one in page.sessions}:
        raise Http404
    back = reverse("oversight:dispute", args=[dispute_id])
    form = forms.SessionResultForm(request.POST or None, request.FILES or None)
    shown = FormPage(
        title=_("Catat hasil sidang"),
        button=_("Simpan hasil"),
        back=back,
        crumbs=pages.crumbs(
            LIST, _("Sengketa proses"), (page.line.number, back), (_("Hasil sidang"), "")
        ),
        said=_("Hasil sidang dicatat."),
    )
    return show_form(
        request,
        form,
        shown,
        actions.note_session,
        lambda: {"session_id": session_id, **form.cleaned_data},
        lambda made: back,
    )


@require_safe
def paper(request: Request, dispute_id: int, use: str) -> HttpResponse:
    """A form of the PSPP series as PDF."""
    content = found(queries.dispute_pdf, request.viewer, dispute_id, use)
    return pdf(content, f"sengketa-{dispute_id}-{use}.pdf")


@require_safe
def evidence_file(request: Request, evidence_id: int) -> HttpResponse:
    """A file of evidence."""
    file, content = found(queries.dispute_file, request.viewer, evidence_id)
    return download(content, file.media_type, file.name, inline=True)


@require_safe
def listing_file(request: Request, kind: str) -> HttpResponse:
    """All disputes as CSV or XLSX."""
    return table(kind, queries.dispute_table(request.viewer), "sengketa-proses")


def _page(request: Request, dispute_id: int, **failed: django_forms.Form) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.dispute, viewer, dispute_id)
    standing = not page.line.state.ended and not page.line.ruling
    offers: dict[str, django_forms.Form | None] = {
        "stepping": forms.DisputeStepForm(offered=page.offered)
        if page.offered and allows(viewer, "oversight.dispute_step")
        else None,
        "proving": forms.EvidenceForm()
        if standing and allows(viewer, "oversight.dispute_evidence")
        else None,
        "calling": forms.SessionForm()
        if standing and allows(viewer, "oversight.dispute_session")
        else None,
    }
    context = {
        "page": page,
        **offers,
        **failed,
        "failed": next(iter(failed.values()), None),
        "may_result": allows(viewer, "oversight.dispute_result"),
        "crumbs": pages.crumbs(LIST, _("Sengketa proses"), (page.line.number, "")),
    }
    status = 422 if failed else 200
    return render(request, "oversight/dispute/page.html", context, status=status)
