"""Pages of observers, surveys and quick counts."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel import clock, files
from jurdil.kernel.documents.render import Unprintable
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows, require
from jurdil.kernel.queries.header import running_elections
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, pdf
from jurdil.law.participation.steps import RegistrationStep
from jurdil.outreach import actions, queries
from jurdil.outreach.forms import observers as forms
from jurdil.outreach.observer_records import BodyPage
from jurdil.outreach.words import STATE_TAGS, STEP_NAMES

DECISIONS = (RegistrationStep.ACCREDIT, RegistrationStep.REFUSE, RegistrationStep.REVOKE)


@require_safe
def index(request: Request) -> HttpResponse:
    """The register, with the clocks of every election that has rules on record."""
    viewer = request.viewer
    state = request.GET.get("status", "")
    clocks = [(one, queries.body_clocks(viewer, one.id)) for one in running_elections(viewer)]
    context = {
        "rows": [(one, STATE_TAGS[one.state]) for one in queries.bodies(viewer, state=state)],
        "clocks": [(one, rows) for one, rows in clocks if rows],
        "state": state,
        "house": viewer.house,
        "may_receive": allows(viewer, "outreach.receive_body"),
    }
    return render(request, "outreach/bodies/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Take in an application."""
    require(request.viewer, "outreach.receive_body")
    form = forms.ApplicationForm(
        request.POST or None, initial={"received_on": clock.today()}, **_choices(request)
    )
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        election = int(data.pop("election"))
        made = attempt(
            form,
            actions.receive_body,
            by=request.viewer,
            election_id=election,
            application=actions.Application(**data),
        )
        if made is not None:
            if made.late:
                messages.warning(
                    request,
                    _("Tercatat dengan nomor %(number)s, sesudah hari terakhir %(last)s.")
                    % {"number": made.number, "last": f"{made.last_day:%d-%m-%Y}"},
                )
            else:
                messages.success(
                    request,
                    _("Tercatat dengan nomor %(n)s. Lengkapi dokumennya.") % {"n": made.number},
                )
            return redirect("outreach:body", made.pk)
    context = {"form": form, "crumbs": _crumbs((_("Pendaftaran baru"), ""))}
    return render(request, "outreach/bodies/new.html", context, status=422 if form.errors else 200)


def _choices(request: Request) -> dict[str, Any]:
    """Elections with rules, their kinds for this house, and the extents."""
    viewer = request.viewer
    known = [(one, queries.body_clocks(viewer, one.id)) for one in running_elections(viewer)]
    held = [(one, rows) for one, rows in known if rows]
    kinds = {row.kind.id: say(row.kind.name) for _one, rows in held for row in rows}
    extents = {
        code: say(name) for one, _rows in held for code, name in queries.extents(viewer, one.id)
    }
    return {
        "elections": [(one.id, say(one.name)) for one, _rows in held],
        "kinds": list(kinds.items()),
        "extents": list(extents.items()),
    }


@require_safe
def body(request: Request, registration_id: int) -> HttpResponse:
    """One body: checklist, clocks, people, decision, duties, history."""
    return _show(request, found(queries.body, request.viewer, registration_id))


@require_POST
def paper(request: Request, registration_id: int) -> HttpResponse:
    """Record a paper."""
    page = found(queries.body, request.viewer, registration_id)
    form = forms.PaperForm(request.POST, request.FILES, papers=_papers(page))
    return _do(request, page, "paper", form, actions.body_paper, _("Dokumen dicatat."))


@require_POST
def add_person(request: Request, registration_id: int) -> HttpResponse:
    """Put somebody on the list."""
    page = found(queries.body, request.viewer, registration_id)
    form = forms.PersonForm(request.POST, request.FILES)
    return _do(request, page, "person", form, actions.body_person, _("Nama dicatat."))


@require_POST
def strike(request: Request, registration_id: int, number: int) -> HttpResponse:
    """Take somebody off the list."""
    page = found(queries.body, request.viewer, registration_id)
    form = forms.ReasonForm(request.POST)
    more = {"number": number}
    return _do(request, page, "reason", form, actions.body_strike, _("Nama dicoret."), **more)


@require_POST
def check(request: Request, registration_id: int, move: str) -> HttpResponse:
    """Declare complete, return, take back, note a withdrawal."""
    page = found(queries.body, request.viewer, registration_id)
    form = forms.ReasonForm(request.POST)
    more = {"move": move}
    return _do(request, page, "reason", form, actions.body_check, _("Status diperbarui."), **more)


@require_POST
def decide(request: Request, registration_id: int, move: str) -> HttpResponse:
    """Accredit, refuse or revoke by decree or certificate."""
    page = found(queries.body, request.viewer, registration_id)
    form = forms.DecisionForm(request.POST, request.FILES)
    if form.is_valid():
        data = dict(form.cleaned_data)
        reason = data.pop("reason")
        made = attempt(
            form,
            actions.body_decide,
            by=request.viewer,
            registration_id=registration_id,
            move=move,
            ruling=actions.Ruling(**data),
            reason=reason,
        )
        if made is not None:
            messages.success(request, _("Keputusan dicatat."))
            return redirect("outreach:body", registration_id)
    return _show(request, page, decision=form)


@require_POST
def report(request: Request, registration_id: int) -> HttpResponse:
    """Take in the report."""
    page = found(queries.body, request.viewer, registration_id)
    form = forms.ReportForm(request.POST, request.FILES)
    return _do(request, page, "report", form, actions.body_report, _("Laporan dicatat."))


@require_safe
def paper_file(request: Request, registration_id: int, paper_id: int) -> HttpResponse:
    """A paper as it was handed in."""
    return _stored(found(queries.body_file, request.viewer, registration_id, paper_id))


@require_safe
def step_file(request: Request, registration_id: int, step_id: int) -> HttpResponse:
    """The signed paper of a decision."""
    return _stored(found(queries.step_file, request.viewer, registration_id, step_id))


@require_safe
def cards(request: Request, registration_id: int, number: int | None = None) -> HttpResponse:
    """The cards of everybody, or of one person."""
    try:
        made = found(queries.cards_pdf, request.viewer, registration_id, number)
    except Unprintable:
        messages.error(
            request,
            _("Salah satu pasfoto bukan gambar yang dapat dicetak. Unggah lagi pasfotonya."),
        )
        return redirect("outreach:body", registration_id)
    return pdf(made, f"kartu-{registration_id}.pdf")


@require_safe
def certificate(request: Request, registration_id: int) -> HttpResponse:
    """The certificate to be signed."""
    made = found(queries.accreditation_pdf, request.viewer, registration_id)
    return pdf(made, f"sertifikat-{registration_id}.pdf")


def _stored(file: Any) -> HttpResponse:
    try:
        return download(files.content(file), file.media_type, file.name, inline=True)
    except FileNotFoundError as gone:
        raise Http404 from gone


def _do(
    request: Request,
    page: BodyPage,
    name: str,
    form: Form,
    act: Callable[..., Any],
    said: str,
    **more: Any,
) -> HttpResponse:
    """Do an act with a form of the page, or show the page again with what is wrong."""
    if form.is_valid():
        arguments = {**form.cleaned_data, **more}
        made = attempt(form, act, by=request.viewer, registration_id=page.row.id, **arguments)
        if made is not None:
            messages.success(request, said)
            return redirect("outreach:body", page.row.id)
    return _show(request, page, **{name: form})


def _show(request: Request, page: BodyPage, **given: Form) -> HttpResponse:
    """The page with its forms; one that failed keeps what was typed."""
    viewer = request.viewer
    today = clock.today()
    failed = next((one for one in given.values() if one.errors), None)
    may = {
        name: allows(viewer, f"outreach.{name}")
        for name in ("body_paper", "body_person", "body_check", "body_decide", "body_report")
    }
    first = {"on": today}
    context = {
        "page": page,
        "tag": STATE_TAGS[page.row.state],
        "failed": failed,
        "may": may,
        "may_files": allows(viewer, "outreach.bodies_files"),
        "checks": _buttons(page, decisions=False) if may["body_check"] else (),
        "decisions": _buttons(page, decisions=True) if may["body_decide"] else (),
        "paper": given.get("paper") or forms.PaperForm(papers=_papers(page)),
        "person": given.get("person") or forms.PersonForm(),
        "reason": given.get("reason") or forms.ReasonForm(),
        "decision": given.get("decision") or forms.DecisionForm(initial=first),
        "report": given.get("report") or forms.ReportForm(initial=first),
        "areas": [page.places.get(one, one) for one in page.row.areas],
        "crumbs": _crumbs((page.row.organisation, "")),
    }
    status = 422 if failed is not None else 200
    return render(request, "outreach/bodies/body.html", context, status=status)


def _papers(page: BodyPage) -> list[tuple[str, str]]:
    """The papers of the checklist, the missing ones first."""
    lines = sorted(page.papers, key=lambda one: one.received_on is not None)
    return [(one.kind.id, say(one.kind.name)) for one in lines]


def _buttons(page: BodyPage, *, decisions: bool) -> list[tuple[str, str]]:
    return [
        (step.value, str(STEP_NAMES[step]))
        for step in page.next
        if (step in DECISIONS) is decisions
    ]


def _crumbs(*last: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Pemantau, survei, hitung cepat"), reverse("outreach:bodies")), *last]
