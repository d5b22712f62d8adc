"""Findings and reports: the list, the ways in, one case, its papers and identities."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, pdf, table
from jurdil.oversight import actions, case_pages, pages, queries
from jurdil.oversight.case_records import NewCase
from jurdil.oversight.forms.case_work import RevealForm
from jurdil.oversight.forms.cases import FindingForm, ReportForm, TipForm
from jurdil.web.form_pages import form_page

STATES = ("terbuka", "selesai", "semua")


@require_safe
def listing(request: Request) -> HttpResponse:
    """Cases; what lapses next on top. Found by number only."""
    asked = request.GET.get("lihat", "")
    shown = asked if asked in STATES else STATES[0]
    number = request.GET.get("nomor", "")[:80]
    state = "" if shown == "semua" or number else shown
    context = {
        "rows": queries.case_rows(request.viewer, state=state, number=number),
        "shown": shown,
        "number": number,
        "tags": case_pages.STATES,
        "may": case_pages.rights(request.viewer),
    }
    return render(request, "oversight/case/list.html", context)


@sensitive_post_parameters()
@never_cache
@form_page
def receive(request: Request) -> HttpResponse:
    """Receive a report at the desk."""
    require(request.viewer, "oversight.case_receive")
    form = ReportForm(
        request.POST or None,
        request.FILES or None,
        elections=case_pages.elections(request.viewer),
        regime=case_pages.regime(request.viewer),
        initial={"path": request.viewer.path},
    )
    context = {"hours": case_pages.hours(request.viewer), "page": case_pages.RECEIVE}
    return _taken_in(request, form, actions.receive_report, context)


@never_cache
@form_page
def finding(request: Request) -> HttpResponse:
    """Make a finding, from a draft when one is named."""
    require(request.viewer, "oversight.case_finding")
    wanted = number_in(request.GET.get("konsep", ""))
    draft = None if wanted is None else found(queries.draft, request.viewer, wanted)
    initial = case_pages.of_draft(request.viewer, draft) if draft else {"path": request.viewer.path}
    form = FindingForm(
        request.POST or None,
        request.FILES or None,
        elections=case_pages.elections(request.viewer),
        initial=initial,
    )
    context = {"draft": draft, "page": case_pages.FINDING}
    more = {"draft_id": draft.id} if draft else {}
    return _taken_in(request, form, actions.make_finding, context, **more)


@never_cache
@form_page
def tip(request: Request) -> HttpResponse:
    """Note first information."""
    require(request.viewer, "oversight.case_tip")
    form = TipForm(
        request.POST or None,
        request.FILES or None,
        elections=case_pages.elections(request.viewer),
        initial={"path": request.viewer.path, "actor": "belum-diketahui"},
    )
    return _taken_in(request, form, actions.note_tip, {"page": case_pages.TIP})


def _taken_in(
    request: Request, form: Any, act: Callable[..., Any], context: dict[str, Any], **more: Any
) -> HttpResponse:
    """Show the form; on POST open the case and lead to it, or say what is wrong."""
    if request.method == "POST" and form.is_valid():
        new: NewCase = form.new()
        made = attempt(form, act, by=request.viewer, election_id=form.election_id, new=new, **more)
        if made is not None:
            messages.success(request, _opened(made))
            if allows(request.viewer, "oversight.case"):
                return redirect("oversight:case", made.pk)
            return redirect("oversight:case_tip")
    status = 422 if form.errors else 200
    return render(request, "oversight/case/new.html", {**context, "form": form}, status=status)


def _opened(made: Any) -> str:
    if made.in_time is False:
        return _(
            "Dicatat dengan nomor %(number)s, di luar batas waktu. Alasannya ikut tercatat."
        ) % {"number": made.intake_number}
    return _("Dicatat dengan nomor %(number)s.") % {"number": made.intake_number}


@require_safe
def case(request: Request, case_id: int) -> HttpResponse:
    """One case: what runs, what comes next, everything that was recorded."""
    page = found(queries.case_page, request.viewer, case_id)
    context = {
        "page": page,
        "tag": case_pages.STATES.get(page.case.state, "info"),
        "strip": case_pages.drawn(page.strip),
        "may": case_pages.rights(request.viewer),
        "papers": case_pages.forms(page),
        "crumbs": pages.crumbs("oversight:cases", _("Temuan dan laporan"), (page.number, "")),
    }
    return render(request, "oversight/case/page.html", context)


@sensitive_post_parameters()
@never_cache
@form_page
def reveal(request: Request, case_id: int) -> HttpResponse:
    """Open the identities of a case with a reason; shown once, never kept by a browser."""
    require(request.viewer, "oversight.case_reveal")
    page = found(queries.case_page, request.viewer, case_id)
    form = RevealForm(request.POST or None, papers=case_pages.forms(page))
    context: dict[str, Any] = {"page": page, "form": form, "shown": None}
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        opened = attempt(
            form,
            lambda **arguments: found(actions.reveal, **arguments),
            by=request.viewer,
            case_id=case_id,
            why=data["why"],
            note=data["note"],
            evidence_id=number_in(request.GET.get("bukti", "")),
        )
        if opened is not None and opened.content:
            return download(opened.content, opened.media_type, opened.name)
        if opened is not None and data["paper"]:
            made = queries.case_form(request.viewer, case_id, data["paper"], opened)
            return pdf(made, f"{data['paper']}.pdf")
        context["shown"] = opened
    context["crumbs"] = case_pages.crumbs(page, _("Identitas"))
    status = 422 if form.errors else 200
    return render(request, "oversight/case/reveal.html", context, status=status)


@require_safe
def evidence(request: Request, case_id: int, evidence_id: int) -> HttpResponse:
    """A piece of evidence, to be saved; it never runs in the browser."""
    file, name, content = found(queries.case_file, request.viewer, case_id, evidence_id)
    return download(content, file.media_type, name)


@require_safe
def paper(request: Request, case_id: int, kind: str, row_id: int) -> HttpResponse:
    """The signed file of a step, meeting, hearing, event or referral."""
    file, content = found(queries.case_paper, request.viewer, case_id, kind, row_id)
    return download(content, file.media_type, file.name, inline=True)


@require_safe
def form_pdf(request: Request, case_id: int, kind: str) -> HttpResponse:
    """A form of the law with the persons masked."""
    made = found(queries.case_form, request.viewer, case_id, kind)
    return pdf(made, f"{kind}-{case_id}.pdf")


@require_safe
def statistics(request: Request) -> HttpResponse:
    """Figures of a year with their sums checked."""
    year = pages.year_of(request.GET.get("tahun", ""))
    found_ = queries.case_statistics(request.viewer, year)
    context = {
        "found": found_,
        "years": pages.years(),
        "crumbs": pages.crumbs("oversight:cases", _("Temuan dan laporan"), (_("Statistik"), "")),
    }
    return render(request, "oversight/case/statistics.html", context)


@require_safe
def statistics_file(request: Request, kind: str) -> HttpResponse:
    """The cases of a year as CSV or XLSX, without a word about any person."""
    year = pages.year_of(request.GET.get("tahun", ""))
    return table(kind, queries.case_table(request.viewer, year), f"perkara-{year}")
