"""Elected members before the oath: the list with reports, one file, the proposal."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.seats import actions, pages, queries
from jurdil.seats.forms.people import EventForm, ProposalForm

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def elected(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Who has a seat, whose report is missing, and the letters of proposal."""
    viewer = request.viewer
    may_propose = allows(viewer, "seats.propose")
    form = ProposalForm(request.POST or None, request.FILES or None) if may_propose else None
    if request.method == "POST":
        require(viewer, "seats.propose")
    page = found(queries.members_page, viewer, election_id, contest)
    if form and form.is_valid():
        made = attempt(
            form,
            actions.propose,
            by=viewer,
            election_id=election_id,
            contest=contest,
            **form.cleaned_data,
        )
        if made:
            messages.success(request, _("Usulan dicatat."))
            return redirect("seats:elected", election_id, contest)
    context = {
        "page": page,
        "form": form,
        "crumbs": pages.crumbs(page.head, _("Usulan dan LHKPN")),
        "groups": pages.member_groups(page),
    }
    status = 422 if form and form.errors else 200
    return render(request, "seats/elected.html", context, status=status)


@form_page
def member(
    request: Request, election_id: int, contest: str, dapil: str, party: str, number: int
) -> HttpResponse:
    """The file of one elected member, and what may be recorded next."""
    viewer = request.viewer
    key = {"election_id": election_id, "contest": contest, "dapil": dapil, "party": party}
    page = found(queries.member_page, viewer, **key, number=number)
    if request.method == "POST":
        require(viewer, "seats.record")
    may = allows(viewer, "seats.record") and page.next
    form = EventForm(page.next, request.POST or None, request.FILES or None) if may else None
    if form and form.is_valid():
        made = attempt(form, actions.record, by=viewer, **key, number=number, **form.cleaned_data)
        if made:
            messages.success(request, _("Dicatat."))
            return redirect("seats:member", election_id, contest, dapil, party, number)
    context = {
        "page": page,
        "form": form,
        "crumbs": pages.crumbs(page.head, page.row.name),
        "state": pages.member_state(page.row),
        "report": pages.report_state(page.row),
    }
    status = 422 if form and form.errors else 200
    return render(request, "seats/member.html", context, status=status)
