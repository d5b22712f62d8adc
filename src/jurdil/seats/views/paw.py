"""PAW: the register, a new request, one case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.seats import actions, pages, queries
from jurdil.seats.forms.paw import AnswerForm, CheckForm, RequestForm


@require_safe
def register(request: Request) -> HttpResponse:
    """All requests, the nearest deadline first."""
    viewer = request.viewer
    context = {
        "rows": queries.cases(viewer),
        "heads": queries.seated_contests(viewer),
        "may_register": allows(viewer, "seats.register_paw"),
        "may_import": allows(viewer, "seats.import"),
        "crumbs": [(_("Kursi & Calon Terpilih"), reverse("seats:index")), (_("PAW"), "")],
    }
    return render(request, "seats/paw.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Register the letter of the DPRD's leaders."""
    viewer = request.viewer
    require(viewer, "seats.register_paw")
    head = found(queries.head, viewer, election_id, contest)
    holders = [(one.key, one.words) for one in queries.replaceable(viewer, election_id, contest)]
    form = RequestForm(holders, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.register_paw,
            by=viewer,
            election_id=election_id,
            contest=contest,
            **form.values(),
        )
        if made:
            messages.success(request, _("Permintaan dicatat dan jamnya berjalan."))
            return redirect("seats:paw_case", made.pk)
    context = {
        "head": head,
        "form": form,
        "holders": holders,
        "crumbs": [*pages.paw_crumbs(), (_("Permintaan baru"), "")],
    }
    return render(request, "seats/paw_new.html", context, status=422 if form.errors else 200)


@require_safe
def case(request: Request, case_id: int) -> HttpResponse:
    """One request: its clock, who is next, what was done."""
    return _case(request, case_id)


@require_POST
def check(request: Request, case_id: int) -> HttpResponse:
    """Record the check of the candidate who is next."""
    page = found(queries.case_page, request.viewer, case_id)
    form = CheckForm(pages.level(page), request.POST, request.FILES)
    if form.is_valid() and attempt(
        form, actions.check_paw, by=request.viewer, case_id=case_id, **form.values()
    ):
        messages.success(request, _("Hasil pemeriksaan dicatat."))
        return redirect("seats:paw_case", case_id)
    return _case(request, case_id, checking=form)


@require_POST
def answer(request: Request, case_id: int) -> HttpResponse:
    """Record the letter that answers."""
    page = found(queries.case_page, request.viewer, case_id)
    form = AnswerForm(pages.level(page), request.POST, request.FILES)
    if form.is_valid() and attempt(
        form, actions.answer_paw, by=request.viewer, case_id=case_id, **form.cleaned_data
    ):
        messages.success(request, _("Jawaban dicatat."))
        return redirect("seats:paw_case", case_id)
    return _case(request, case_id, answering=form)


def _case(
    request: Request,
    case_id: int,
    checking: CheckForm | None = None,
    answering: AnswerForm | None = None,
) -> HttpResponse:
    page = found(queries.case_page, request.viewer, case_id)
    viewer, level = request.viewer, pages.level(page)
    may_check = page.in_time and bool(page.line) and not page.row.ended
    context = {
        "page": page,
        "crumbs": [*pages.paw_crumbs(), (page.row.letter, "")],
        "checking": checking
        or (CheckForm(level) if may_check and allows(viewer, "seats.check_paw") else None),
        "answering": answering
        or (
            AnswerForm(level) if not page.row.ended and allows(viewer, "seats.answer_paw") else None
        ),
        "failed": checking or answering,
    }
    status = 422 if checking or answering else 200
    return render(request, "seats/paw_case.html", context, status=status)
