"""Handing over an office."""

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf
from jurdil.office import actions, pages, queries
from jurdil.office.forms import terms as forms
from jurdil.office.views.common import FormPage, form_page, show_form, stored


@require_safe
def index(request: Request) -> HttpResponse:
    """Handings over, drafts first."""
    viewer = request.viewer
    context = {
        "rows": queries.handovers(viewer),
        "may_draft": allows(viewer, "office.hand_over"),
    }
    return render(request, "office/handovers.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Prepare a handing over."""
    viewer = request.viewer
    require(viewer, "office.hand_over")
    form = forms.HandoverForm(
        queries.leaving(viewer), queries.successors(viewer), request.POST or None
    )
    page = FormPage(
        title=_("Susun serah terima"),
        lead=_("Tugas yang terbuka dan naskah yang menunggu tanda tangan didaftar sendiri."),
        button=_("Susun berita acara"),
        back=reverse("office:handovers"),
        crumbs=pages.term_crumbs(_("Baru")),
        said=_("Berita acara disusun. Cetak, tanda tangani, lalu catat."),
    )
    return show_form(
        request,
        form,
        page,
        actions.draft_handover,
        form.values,
        lambda made: reverse("office:handover", args=[made.pk]),
    )


@require_safe
def handover(request: Request, handover_id: int) -> HttpResponse:
    """One handing over: what is open, and the next step."""
    return _handover(request, handover_id)


@require_POST
def sign(request: Request, handover_id: int) -> HttpResponse:
    """Record that both signed; everything open moves to the successor."""
    found(queries.handover, request.viewer, handover_id)
    form = forms.SignForm(request.POST, request.FILES)
    if form.is_valid() and attempt(
        form,
        actions.sign_handover,
        by=request.viewer,
        handover_id=handover_id,
        **form.cleaned_data,
    ):
        messages.success(request, _("Serah terima dicatat. Tugas terbuka kini milik penerus."))
        return redirect("office:handover", handover_id)
    return _handover(request, handover_id, signing=form)


@require_POST
def drop(request: Request, handover_id: int) -> HttpResponse:
    """Give up a draft."""
    found(queries.handover, request.viewer, handover_id)
    form = forms.ReasonForm(request.POST)
    if form.is_valid() and attempt(
        form,
        actions.drop_handover,
        by=request.viewer,
        handover_id=handover_id,
        **form.cleaned_data,
    ):
        messages.success(request, _("Serah terima dibatalkan."))
        return redirect("office:handovers")
    return _handover(request, handover_id, dropping=form)


@require_safe
def minutes(request: Request, handover_id: int) -> HttpResponse:
    """The minutes as PDF."""
    content = found(queries.handover_pdf, request.viewer, handover_id)
    return pdf(content, f"serah-terima-{handover_id}.pdf")


@require_safe
def scan(request: Request, handover_id: int) -> HttpResponse:
    """The minutes with wet signatures."""
    return stored(found(queries.handover_scan, request.viewer, handover_id))


def _handover(request: Request, handover_id: int, **failed: django_forms.Form) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.handover, viewer, handover_id)
    draft = page.row.state == "disusun"
    context = {
        "page": page,
        "draft": draft,
        "signing": forms.SignForm() if draft and allows(viewer, "office.sign_handover") else None,
        "dropping": forms.ReasonForm()
        if draft and allows(viewer, "office.drop_handover")
        else None,
        "crumbs": pages.term_crumbs(page.row.leaving),
        **failed,
        "failed": next(iter(failed.values()), None),
    }
    return render(request, "office/handover.html", context, status=422 if failed else 200)
