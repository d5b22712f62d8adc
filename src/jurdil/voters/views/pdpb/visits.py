"""Pages of visits: the board, asking for visits, the printed list, one visit on the phone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from jurdil.kernel import clock
from jurdil.kernel.acts import Refused
from jurdil.kernel.paging import AFTER, decode
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf
from jurdil.voters.actions import pdpb as acts
from jurdil.voters.forms.pdpb import AssignForm, CorrectionForm, VisitForm
from jurdil.voters.pages.common import codes
from jurdil.voters.pages.pdpb import quarter as pages
from jurdil.voters.pages.pdpb import rows
from jurdil.voters.pages.proposals import initial_of
from jurdil.voters.pdpb.visiting import Report
from jurdil.voters.queries import pdpb as queries
from jurdil.voters.views.common import ticked

UNPROCESSABLE = 422
FOLLOW = "pemungutan"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def board(request: Request, revision_id: int) -> HttpResponse:
    """The visits of a quarter; whoever may, gives those that are free to an officer."""
    viewer = request.viewer
    shown, path = request.GET.get("tampil", queries.visits.OPEN), request.GET.get("wilayah", "")
    after = decode(request.GET.get(AFTER, ""), str, int)
    held = found(queries.visit_board, viewer, revision_id, shown=shown, path=path, after=after)
    offered = [(str(one.id), one.name) for one in queries.officers(viewer)]
    follows = request.POST.get("langkah") == FOLLOW
    form = AssignForm(None if follows else request.POST or None, officers=offered)
    follow_form = AssignForm(request.POST if follows else None, officers=offered, auto_id="sisa-%s")
    sent, step = (follow_form, _followed) if follows else (form, _assigned)
    if request.method == "POST" and sent.is_valid() and step(request, revision_id, sent):
        return redirect("voters:pdpb_visits", revision_id)
    context = {
        "board": held,
        "lines": rows.visit_lines(viewer, held.page.rows),
        "standings": rows.standings(held),
        "checks": rows.checks(held),
        "progress": rows.progress(viewer, held),
        "shown": shown,
        "path": path,
        "form": form,
        "follow_form": follow_form,
        "sent": sent,
        "revision_id": revision_id,
        "may_assign": allows(viewer, "voters.pdpb_assign"),
        "may_ask": allows(viewer, "voters.pdpb_visit"),
        "free": held.counts[queries.visits.FREE],
        "may_follow": any(held.left) and allows(viewer, "voters.pdpb_voting"),
        "may_print": allows(viewer, "voters.pdpb_print"),
        "tabs": pages.tabs(revision_id, "pdpb_visits"),
        "crumbs": pages.crumbs("PDPB"),
    }
    status = UNPROCESSABLE if sent.errors else 200
    return render(request, "voters/pdpb/visits.html", context, status=status)


@require_POST
def ask(request: Request, revision_id: int) -> HttpResponse:
    """Ask for visits to one voter, or to all whom a check finds."""
    given = request.POST
    voter = number_in(given.get("pemilih", ""))
    try:
        count = found(
            acts.ask_visits,
            by=request.viewer,
            revision_id=revision_id,
            voters=[] if voter is None else [voter],
            check=given.get("periksa", ""),
            why=given.get("sebab", ""),
            note=given.get("catatan", ""),
        )
        messages.success(request, _("%s kunjungan baru menunggu petugas.") % count)
    except Refused as refusal:
        messages.error(request, str(refusal))
    if voter is not None:
        return redirect("voters:voter", voter)
    return redirect("voters:pdpb_visits", revision_id)


@never_cache
@require_POST
def printed(request: Request, revision_id: int) -> HttpResponse:
    """The list of open visits as PDF; printing it is an act, because it holds personal data."""
    content = found(
        acts.print_visits,
        by=request.viewer,
        revision_id=revision_id,
        assignment_id=number_in(request.POST.get("tugas", "")),
    )
    return pdf(content, f"coktas-{revision_id}.pdf")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: Request, visit_id: int) -> HttpResponse:
    """One visit, made for the phone: who, where, why, and what was found."""
    viewer = request.viewer
    row = found(queries.visit, viewer, visit_id)
    given, files = request.POST or None, request.FILES or None
    form = VisitForm(given, files, initial={"visited_on": clock.today()})
    known = initial_of(row.voter)
    disabilities = codes("pemilu-2024", "disabilitas")
    fixes = CorrectionForm(given, initial=known, disabilities=disabilities)
    sent = request.method == "POST" and form.is_valid() and fixes.is_valid()
    if sent and _recorded(request, visit_id, form, fixes):
        messages.success(request, _("Hasil kunjungan tersimpan."))
        return redirect("voters:pdpb_visits", row.revision)
    context = {
        "line": rows.visit_lines(viewer, [row])[0],
        "form": form,
        "fixes": fixes,
        "may_record": allows(viewer, "voters.pdpb_visited"),
        "crumbs": pages.crumbs("PDPB"),
    }
    status = UNPROCESSABLE if form.errors or fixes.errors else 200
    return render(request, "voters/pdpb/visit.html", context, status=status)


def _assigned(request: Request, revision_id: int, form: AssignForm) -> Any:
    given = form.cleaned_data
    done = attempt(
        form,
        acts.assign,
        by=request.viewer,
        revision_id=revision_id,
        officer_id=int(given["officer"]),
        visits=ticked(request, "kunjungan"),
        first_day=given["first_day"],
        last_day=given["last_day"],
    )
    if done:
        messages.success(request, _("Ditugaskan. Surat tugasnya menunggu paraf."))
    return done


def _followed(request: Request, revision_id: int, form: AssignForm) -> Any:
    given = form.cleaned_data
    done = attempt(
        form,
        acts.ask_after_voting,
        by=request.viewer,
        revision_id=revision_id,
        officer_id=int(given["officer"]),
        first_day=given["first_day"],
        last_day=given["last_day"],
    )
    if done:
        messages.success(request, pages.followed(done))
    return done


def _recorded(request: Request, visit_id: int, form: VisitForm, fixes: CorrectionForm) -> Any:
    given = form.cleaned_data
    report = Report(given["result"], given["visited_on"], given["finding"], fixes.corrected())
    return attempt(
        form,
        acts.record_visit,
        by=request.viewer,
        visit_id=visit_id,
        report=report,
        evidence=given["evidence"],
        evidence_note=given["evidence_note"],
        paper=given["paper"],
    )
