"""Expense files (Berkas SPJ)."""

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.language import say
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf, table
from jurdil.office import actions, exports, pages, papers, queries
from jurdil.office.forms import expenses as forms
from jurdil.office.forms.terms import ReasonForm
from jurdil.office.views.common import FormPage, form_page, show_form, stored


@require_safe
def index(request: Request) -> HttpResponse:
    """Expense files, the longest incomplete ones first, each with what is missing."""
    viewer = request.viewer
    every = request.GET.get("semua") == "1"
    context = {
        "rows": queries.spj_rows(viewer, open_only=not every),
        "every": every,
        "may_open": allows(viewer, "office.spj_open"),
        "year": pages.this_year(),
    }
    return render(request, "office/spj_index.html", context)


@require_safe
def index_file(request: Request, kind: str) -> HttpResponse:
    """All files with what is missing, as CSV or XLSX."""
    rows = queries.spj_rows(request.viewer, open_only=False)
    return table(kind, exports.spj_table(rows), "berkas-spj")


@form_page
def new(request: Request) -> HttpResponse:
    """Open a file by hand."""
    require(request.viewer, "office.spj_open")
    form = forms.SpjForm(request.POST or None)
    page = FormPage(
        title=_("Buka berkas SPJ"),
        lead=_("Rapat dan sosialisasi membuka berkasnya sendiri; ini untuk kegiatan lain."),
        button=_("Buka berkas"),
        back=reverse("office:spj_index"),
        crumbs=pages.spj_crumbs((_("Baru"), "")),
        said=_("Berkas dibuka. Catat orang-orangnya, lalu lengkapi naskahnya."),
    )
    return show_form(
        request,
        form,
        page,
        actions.new_spj,
        lambda: form.cleaned_data,
        lambda made: _address(made.pk),
    )


@require_safe
def spj(request: Request, spj_id: int) -> HttpResponse:
    """One file: what is missing and for whom, people, budget and payments."""
    return _spj(request, spj_id)


@require_safe
def checklist(request: Request, spj_id: int) -> HttpResponse:
    """Cover and checklist as PDF."""
    page = found(queries.spj_page, request.viewer, spj_id)
    return pdf(papers.checklist(page), f"spj-{spj_id}.pdf")


@form_page
def paper(request: Request, spj_id: int, code: str, person_id: int) -> HttpResponse:
    """Record one paper of the checklist."""
    require(request.viewer, "office.spj_paper")
    page = found(queries.spj_page, request.viewer, spj_id)
    rows = {(one.paper, one.person_id): one for one in page.papers}
    if (code, person_id) not in rows:
        raise Http404
    row = rows[code, person_id]
    initial = {"state": "ada", "reference": row.reference, "note": row.note}
    form = forms.PaperForm(request.POST or None, request.FILES or None, initial=initial)
    shown = FormPage(
        title=say(row.name),
        lead=row.person or page.row.title,
        button=_("Simpan"),
        back=_address(spj_id),
        crumbs=_crumbs(spj_id, page.row.title, say(row.name)),
        said=_("Naskah dicatat."),
    )
    key = {"spj_id": spj_id, "paper": code, "person_id": person_id or None}
    return show_form(
        request,
        form,
        shown,
        actions.keep_paper,
        lambda: {**key, **form.cleaned_data},
        lambda made: _address(spj_id),
    )


@form_page
def person(request: Request, spj_id: int) -> HttpResponse:
    """Add somebody who needs papers."""
    require(request.viewer, "office.spj_person")
    page = found(queries.spj_page, request.viewer, spj_id)
    form = forms.PersonForm(request.POST or None)
    shown = FormPage(
        title=_("Tambah orang"),
        lead=page.row.title,
        button=_("Tambah"),
        back=_address(spj_id),
        crumbs=_crumbs(spj_id, page.row.title, _("Tambah orang")),
        said=_("Orang dicatat; naskah yang wajib untuknya ada di daftar."),
    )
    return show_form(
        request,
        form,
        shown,
        actions.keep_person,
        lambda: {"spj_id": spj_id, "person": form.person()},
        lambda made: _address(spj_id),
    )


@form_page
def person_out(request: Request, spj_id: int, person_id: int) -> HttpResponse:
    """Take somebody out of the file."""
    require(request.viewer, "office.spj_person_out")
    page = found(queries.spj_page, request.viewer, spj_id)
    if person_id not in {one.id for one in page.people}:
        raise Http404
    form = ReasonForm(request.POST or None)
    shown = FormPage(
        title=_("Keluarkan dari berkas"),
        lead=next(one.name for one in page.people if one.id == person_id),
        button=_("Keluarkan"),
        back=_address(spj_id),
        crumbs=_crumbs(spj_id, page.row.title, _("Keluarkan")),
        said=_("Orang dikeluarkan dari berkas."),
    )
    return show_form(
        request,
        form,
        shown,
        actions.drop_person,
        lambda: {"person_id": person_id, **form.cleaned_data},
        lambda made: _address(spj_id),
    )


@require_POST
def hand_in(request: Request, spj_id: int) -> HttpResponse:
    """Hand the complete file to the treasurer."""
    found(queries.spj_page, request.viewer, spj_id)
    form = forms.HandForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.hand_in, by=request.viewer, spj_id=spj_id, **form.cleaned_data
    ):
        messages.success(request, _("Berkas diserahkan dan terkunci."))
        return redirect("office:spj", spj_id)
    return _spj(request, spj_id, handing=form)


@require_POST
def drop(request: Request, spj_id: int) -> HttpResponse:
    """Say that no file is needed."""
    found(queries.spj_page, request.viewer, spj_id)
    form = ReasonForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.drop_spj, by=request.viewer, spj_id=spj_id, **form.cleaned_data
    ):
        messages.success(request, _("Dicatat: berkas ini tidak diperlukan."))
        return redirect("office:spj_index")
    return _spj(request, spj_id, dropping=form)


@require_safe
def paper_file(request: Request, paper_id: int) -> HttpResponse:
    """The file of a paper."""
    response = stored(found(queries.paper_file, request.viewer, paper_id))
    response["Cache-Control"] = "no-store"
    return response


def _spj(request: Request, spj_id: int, **failed: django_forms.Form) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.spj_page, viewer, spj_id)
    live = page.row.handed_on is None and not page.row.dropped_for
    context = {
        "page": page,
        "may_edit": live and allows(viewer, "office.spj_paper"),
        "may_pay": live and allows(viewer, "office.spj_pay"),
        "handing": forms.HandForm() if live and page.row.complete else None,
        "dropping": ReasonForm() if live and allows(viewer, "office.spj_drop") else None,
        "crumbs": pages.spj_crumbs((page.row.title, "")),
        **failed,
        "failed": next(iter(failed.values()), None),
    }
    return render(request, "office/spj.html", context, status=422 if failed else 200)


def _crumbs(spj_id: int, title: str, last: str) -> pages.Crumbs:
    return pages.spj_crumbs((title, _address(spj_id)), (last, ""))


def _address(spj_id: int) -> str:
    return reverse("office:spj", args=[spj_id])
