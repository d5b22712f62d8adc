"""Seats and dapil before the election: drafts side by side, one draft, population, decisions."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.seats import actions, pages, queries
from jurdil.seats.forms.plan import DecisionForm, DraftForm, NoteForm, PopulationForm, SettleForm

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def plans(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Drafts side by side, with the dapil in force."""
    viewer = request.viewer
    page = found(queries.plans_page, viewer, election_id, contest)
    context = {
        "page": page,
        "crumbs": pages.crumbs(page.head, _("Penataan dapil")),
        "drafts": pages.draft_cards(page),
        "in_force": pages.in_force_card(page),
        "may_draft": allows(viewer, "seats.draft_dapil"),
        "may_decide": allows(viewer, "seats.record_dapil_decision"),
    }
    return render(request, "seats/plans.html", context)


@form_page
def population(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Record the population of every kecamatan."""
    viewer = request.viewer
    require(viewer, "seats.record_population")
    head = found(queries.head, viewer, election_id, contest)
    places = queries.kecamatan(viewer, election_id)
    form = PopulationForm(places, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        values = form.values()
        if attempt(form, actions.record_population, by=viewer, election_id=election_id, **values):
            messages.success(request, _("Jumlah penduduk dicatat."))
            return redirect("seats:contest" if head.pair else "seats:plans", election_id, contest)
    return _form(request, head, form, _("Jumlah penduduk per kecamatan"), _("Simpan"))


@form_page
def draft_new(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Draft dapil."""
    viewer = request.viewer
    require(viewer, "seats.draft_dapil")
    page = found(queries.plans_page, viewer, election_id, contest)
    form = DraftForm(page.kecamatan, request.office.regency, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.draft_dapil,
            by=viewer,
            election_id=election_id,
            contest=contest,
            **form.values(),
        )
        if made:
            return redirect("seats:draft", made.pk)
    return _form(request, page.head, form, _("Rancangan dapil baru"), _("Hitung kursi"))


@form_page
def decide(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Record the decision of KPU RI."""
    viewer = request.viewer
    require(viewer, "seats.record_dapil_decision")
    page = found(queries.plans_page, viewer, election_id, contest)
    drafts = [(str(one.id), f"{one.number}. {one.title}") for one in page.drafts]
    form = DecisionForm(drafts, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.record_dapil_decision,
            by=viewer,
            election_id=election_id,
            contest=contest,
            **form.cleaned_data,
        )
        if made:
            messages.success(request, _("Keputusan KPU RI dicatat."))
            return redirect("seats:plans", election_id, contest)
    return _form(request, page.head, form, _("Keputusan KPU RI"), _("Catat"))


@form_page
def draft(request: Request, draft_id: int) -> HttpResponse:
    """One draft step by step, with its public test."""
    viewer = request.viewer
    page = found(queries.draft_page, viewer, draft_id)
    tie = page.row.plan.sharing.tie
    options = [(one.code, one.name) for one in page.row.plan.dapil if tie and one.code in tie.dapil]
    note: NoteForm | None = None
    settle: SettleForm | None = None
    if allows(viewer, "seats.note_test"):
        note = NoteForm(prefix="uji")
    if tie and allows(viewer, "seats.settle_draft"):
        settle = SettleForm(options, prefix="sisa")
    if request.method == "POST":
        done, note, settle = _draft_post(request, draft_id, options, note, settle)
        if done:
            return done
    context = {
        "page": page,
        "crumbs": pages.crumbs(page.head, page.row.title),
        "card": pages.draft_card(page.row),
        "rows": pages.draft_rows(page),
        "note": note,
        "settle": settle,
        "failed": request.method == "POST",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "seats/draft.html", context, status=status)


def _draft_post(
    request: Request,
    draft_id: int,
    options: list[tuple[str, str]],
    note: NoteForm | None,
    settle: SettleForm | None,
) -> tuple[HttpResponse | None, NoteForm | None, SettleForm | None]:
    """The answer of a form that was accepted, or the forms with what is wrong."""
    if "sisa-plenary" in request.POST:
        require(request.viewer, "seats.settle_draft")
        settle = SettleForm(options, request.POST, prefix="sisa")
        made = settle.is_valid() and attempt(
            settle,
            actions.settle_draft,
            by=request.viewer,
            draft_id=draft_id,
            **settle.cleaned_data,
        )
        return (redirect("seats:draft", made.pk) if made else None), note, settle
    require(request.viewer, "seats.note_test")
    note = NoteForm(request.POST, request.FILES, prefix="uji")
    made = note.is_valid() and attempt(
        note, actions.note_test, by=request.viewer, draft_id=draft_id, **note.cleaned_data
    )
    return (redirect("seats:draft", draft_id) if made else None), note, settle


def _form(request: Request, head: Any, form: Any, title: str, button: str) -> HttpResponse:
    context = {
        "head": head,
        "form": form,
        "title": title,
        "button": button,
        "crumbs": pages.crumbs(head, title),
    }
    return render(request, "seats/form.html", context, status=422 if form.errors else 200)
