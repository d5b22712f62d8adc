"""Pages of contests and awards."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel import clock
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows, require
from jurdil.kernel.queries.header import running_elections
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf
from jurdil.law.participation.steps import REASONED
from jurdil.outreach import actions, queries
from jurdil.outreach.forms import contests as forms
from jurdil.outreach.words import CONTEST_STEPS, STATE_TAGS

WINNERS = 3
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def index(request: Request) -> HttpResponse:
    """All contests, and the sheets that wait for the viewer."""
    viewer = request.viewer
    context = {
        "rows": [(one, STATE_TAGS[one.state]) for one in queries.contests(viewer)],
        "sheets": queries.my_sheets(viewer),
        "may_plan": allows(viewer, "outreach.plan_contest"),
    }
    return render(request, "outreach/contests/index.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Plan a contest."""
    viewer = request.viewer
    require(viewer, "outreach.plan_contest")
    elections = [(one.id, say(one.name)) for one in running_elections(viewer)]
    form = forms.ContestForm(
        request.POST or None,
        kinds=queries.CONTEST_KINDS,
        elections=elections,
        initial={"opens_on": clock.today(), "winners": WINNERS},
    )
    if request.method == "POST" and form.is_valid():
        election = int(form.cleaned_data["election"])
        made = attempt(
            form, actions.plan_contest, by=viewer, election_id=election, plan=form.plan()
        )
        if made is not None:
            messages.success(request, _("Lomba disusun. Pilih jurinya, lalu buka pendaftaran."))
            return redirect("outreach:contest", made.pk)
    return _form(request, form, _("Lomba baru"))


@form_page
def change(request: Request, contest_id: int) -> HttpResponse:
    """Change a contest; criteria stand once an entry is in."""
    require(request.viewer, "outreach.change_contest")
    page = found(queries.contest, request.viewer, contest_id)
    first = {
        **queries.contest_fields(request.viewer, contest_id),
        "criteria": "\n".join(f"{name}: {weight}" for name, weight in page.criteria),
    }
    form = forms.ContestForm(request.POST or None, kinds=queries.CONTEST_KINDS, initial=first)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.change_contest,
            by=request.viewer,
            contest_id=contest_id,
            plan=form.plan(),
        )
        if made is not None:
            messages.success(request, _("Lomba diubah."))
            return redirect("outreach:contest", contest_id)
    return _form(request, form, page.row.title)


@require_safe
def contest(request: Request, contest_id: int) -> HttpResponse:
    """One contest."""
    return _show(request, contest_id)


@require_POST
def step(request: Request, contest_id: int, move: str) -> HttpResponse:
    """Open, judge, rank, announce, cancel."""
    form = forms.VerdictForm(request.POST)
    found(queries.contest, request.viewer, contest_id)
    if form.is_valid():
        made = attempt(
            form,
            actions.contest_step,
            by=request.viewer,
            contest_id=contest_id,
            move=move,
            reason=form.cleaned_data["reason"],
        )
        if made is not None:
            messages.success(request, _("Status lomba diperbarui."))
            return redirect("outreach:contest", contest_id)
    return _show(request, contest_id, step=form)


@require_POST
def juror(request: Request, contest_id: int) -> HttpResponse:
    """Name a juror."""
    people = found(queries.juror_choices, request.viewer, contest_id)
    form = forms.JurorForm(request.POST, people=people)
    if form.is_valid():
        made = attempt(
            form,
            actions.add_juror,
            by=request.viewer,
            contest_id=contest_id,
            account_id=int(form.cleaned_data["account"]),
        )
        if made is not None:
            messages.success(request, _("Juri dicatat."))
            return redirect("outreach:contest", contest_id)
    return _show(request, contest_id, juror=form)


@require_POST
def enter(request: Request, contest_id: int) -> HttpResponse:
    """Enter a work."""
    found(queries.contest, request.viewer, contest_id)
    form = forms.EntryForm(request.POST)
    if form.is_valid():
        made = attempt(
            form,
            actions.enter_contest,
            by=request.viewer,
            contest_id=contest_id,
            **form.cleaned_data,
        )
        if made is not None:
            messages.success(request, _("Karya masuk dengan nomor %(n)s.") % {"n": made.number})
            return redirect("outreach:contest", contest_id)
    return _show(request, contest_id, entry=form)


@require_POST
def verify(request: Request, contest_id: int, number: int) -> HttpResponse:
    """Verify an entry or turn it down."""
    found(queries.contest, request.viewer, contest_id)
    form = forms.VerdictForm(request.POST)
    if form.is_valid():
        made = found(
            attempt,
            form,
            actions.verify_entry,
            by=request.viewer,
            contest_id=contest_id,
            number=number,
            accepted=request.POST.get("putusan") == "terima",
            reason=form.cleaned_data["reason"],
        )
        if made is not None:
            messages.success(request, _("Karya nomor %(n)s diputuskan.") % {"n": number})
            return redirect("outreach:contest", contest_id)
    return _show(request, contest_id, verdict=form)


@require_safe
def sheet(request: Request, contest_id: int) -> HttpResponse:
    """The viewer's own sheet."""
    return _sheet(request, contest_id)


@require_POST
def score(request: Request, contest_id: int, number: int) -> HttpResponse:
    """Points for one entry."""
    page = found(queries.sheet, request.viewer, contest_id)
    form = forms.ScoreForm(request.POST, criteria=page.criteria)
    if form.is_valid():
        made = found(
            attempt,
            form,
            actions.score_entry,
            by=request.viewer,
            contest_id=contest_id,
            number=number,
            points=form.points(),
        )
        if made is not None:
            messages.success(request, _("Nilai karya nomor %(n)s disimpan.") % {"n": number})
            return redirect("outreach:sheet", contest_id)
    return _sheet(request, contest_id, failed=(number, form))


@require_POST
def close(request: Request, contest_id: int) -> HttpResponse:
    """Hand in the sheet."""
    found(queries.sheet, request.viewer, contest_id)
    form = Form(request.POST)
    form.is_valid()
    made = attempt(form, actions.close_sheet, by=request.viewer, contest_id=contest_id)
    if made is not None:
        messages.success(request, _("Lembar nilai diserahkan."))
        return redirect("outreach:contest", contest_id)
    return _sheet(request, contest_id, failed=(0, form))


@require_safe
def certificate(request: Request, contest_id: int, number: int) -> HttpResponse:
    """The certificate of a winner."""
    made = found(queries.contest_certificate, request.viewer, contest_id, number)
    return pdf(made, f"piagam-{contest_id}-{number}.pdf")


@require_safe
def ranking(request: Request, contest_id: int) -> HttpResponse:
    """The fixed ranking as PDF."""
    made = found(queries.ranking_pdf, request.viewer, contest_id)
    return pdf(made, f"peringkat-{contest_id}.pdf")


def _form(request: Request, form: Form, title: str) -> HttpResponse:
    context = {"form": form, "title": title, "crumbs": _crumbs((title, ""))}
    status = 422 if form.errors else 200
    return render(request, "outreach/contests/form.html", context, status=status)


def _sheet(
    request: Request, contest_id: int, failed: tuple[int, Form] | None = None
) -> HttpResponse:
    page = found(queries.sheet, request.viewer, contest_id)
    number, wrong = failed or (-1, None)
    lines = []
    for one in page.lines:
        first = {f"c{key}": value for key, value in one.points.items()}
        own = wrong if one.entry.number == number else None
        form = own or forms.ScoreForm(
            criteria=page.criteria, initial=first, prefix=None, auto_id=f"n{one.entry.number}_%s"
        )
        lines.append((one, form))
    context = {
        "page": page,
        "lines": lines,
        "failed": wrong,
        "crumbs": _crumbs(
            (page.row.title, reverse("outreach:contest", args=[contest_id])), (_("Nilai"), "")
        ),
    }
    status = 422 if wrong is not None else 200
    return render(request, "outreach/contests/sheet.html", context, status=status)


def _show(request: Request, contest_id: int, **given: Form) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.contest, viewer, contest_id)
    may = {
        name: allows(viewer, f"outreach.{name}")
        for name in ("change_contest", "contest_step", "verify_entry", "enter_contest")
    }
    may_jury = allows(viewer, "outreach.add_juror")
    people = queries.juror_choices(viewer, contest_id) if may_jury else ()
    failed: Any = next((one for one in given.values() if one.errors), None)
    steps = [(one.value, str(CONTEST_STEPS[one]), one in REASONED) for one in page.next]
    context = {
        "page": page,
        "tag": STATE_TAGS[page.row.state],
        "entries": [(one, STATE_TAGS[one.state]) for one in page.entries],
        "failed": failed,
        "may": may,
        "steps": [one for one in steps if not one[2]] if may["contest_step"] else (),
        "reasoned": [one for one in steps if one[2]] if may["contest_step"] else (),
        "step": given.get("step") or forms.VerdictForm(),
        "juror": (given.get("juror") or forms.JurorForm(people=people)) if people else None,
        "entry": given.get("entry") or forms.EntryForm(),
        "judging": any(one.mine and one.closed_at is None for one in page.jurors),
        "crumbs": _crumbs((page.row.title, "")),
    }
    status = 422 if failed is not None else 200
    return render(request, "outreach/contests/contest.html", context, status=status)


def _crumbs(*last: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Lomba dan penghargaan"), reverse("outreach:contests")), *last]
