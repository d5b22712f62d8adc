"""Proposing changes of voters, deciding them, and judging possible doubles."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.paging import AFTER, decode
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download
from jurdil.voters import actions, asking, queries
from jurdil.voters.forms.proposals import DecideForm, DoubleForm
from jurdil.voters.pages import proposals as pages

UNPROCESSABLE = 422
VERDICTS = {"terima": actions.accept, "tolak": actions.reject, "tarik": actions.withdraw}


@never_cache
@require_safe
def desk(request: Request) -> HttpResponse:
    """Proposals of the viewer's place, those that wait first."""
    viewer = request.viewer
    chosen = pages.chosen(request.GET)
    after = decode(request.GET.get(AFTER, ""), int)
    page = queries.proposals(viewer, after=after, **chosen)
    context = {
        "page": page,
        "lines": pages.lines(viewer, page.rows),
        "chosen": chosen,
        "states": pages.STATES,
        "kinds": pages.KINDS,
        "may_propose": allows(viewer, "voters.propose"),
    }
    return render(request, "voters/proposals/desk.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: Request, proposal_id: int) -> HttpResponse:
    """One proposal: what changes, its evidence, what was decided before, and the decision."""
    found(queries.proposal, request.viewer, proposal_id)
    if request.method != "POST":
        return _proposal(request, proposal_id, DecideForm(), 200)
    form = DecideForm(request.POST)
    if form.is_valid():
        act = VERDICTS[form.cleaned_data["verdict"]]
        note = form.cleaned_data["note"]
        done = attempt(form, act, by=request.viewer, proposal_id=proposal_id, note=note)
        if done:
            messages.success(request, _("Keputusan Anda tersimpan."))
            return redirect("voters:proposals")
    return _proposal(request, proposal_id, form, UNPROCESSABLE)


def _proposal(request: Request, proposal_id: int, form: DecideForm, status: int) -> HttpResponse:
    viewer = request.viewer
    shown = found(queries.proposal, viewer, proposal_id)
    context = {
        "shown": shown,
        "line": pages.lines(viewer, [shown.row])[0],
        "earlier": pages.lines(viewer, shown.earlier),
        "changes": pages.changes(shown),
        "form": form,
        "mine": shown.row.proposed_by == viewer.account_id,
        "may_decide": allows(viewer, "voters.accept"),
        "may_see": bool(shown.row.file) and allows(viewer, "voters.see_evidence"),
    }
    return render(request, "voters/proposals/proposal.html", context, status=status)


@never_cache
@require_POST
def evidence(request: Request, proposal_id: int) -> HttpResponse:
    """The scan or photo behind a proposal; looking at it is an act."""
    paper = found(actions.see_evidence, by=request.viewer, proposal_id=proposal_id)
    return download(paper.content, paper.media_type, paper.name, inline=True)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: Request, voter_id: int, kind: str) -> HttpResponse:
    """Propose a removal, a change, a move or a restoration of one voter."""
    viewer = request.viewer
    require(viewer, "voters.propose")
    row = found(queries.voter, viewer, voter_id)
    regime = pages.regime(viewer)
    form = pages.form_for(viewer, row, kind, regime, request.POST or None, request.FILES or None)
    if form is None:
        raise Http404
    if request.method == "POST" and form.is_valid():
        wanted = asking.wanted(viewer, voter_id, kind, form.cleaned_data, pages.elements(form))
        if _send(request, form, regime.election_id, wanted):
            return redirect("voters:voter", voter_id)
    context = {"row": row, "form": form, "title": pages.TITLES[kind], "regime": regime}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/proposals/propose.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def propose_new(request: Request) -> HttpResponse:
    """Propose a new voter."""
    viewer = request.viewer
    require(viewer, "voters.propose")
    regime = pages.regime(viewer)
    form = pages.new_form(viewer, regime, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        wanted = asking.wanted_new(viewer, form.cleaned_data, form.elements())
        if _send(request, form, regime.election_id, wanted):
            return redirect("voters:proposals")
    context = {"form": form, "title": _("Usulkan pemilih baru"), "regime": regime}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/proposals/propose.html", context, status=status)


@never_cache
@require_safe
def doubles(request: Request) -> HttpResponse:
    """Pairs that may be one person."""
    viewer = request.viewer
    rows, search = queries.doubles(viewer), queries.double_search(viewer)
    context = {
        "pairs": pages.pairs(viewer, rows),
        "shown": len(rows),
        "search": search,
        "progress": pages.search_progress(search),
        "may_search": allows(viewer, "voters.search_doubles"),
    }
    return render(request, "voters/proposals/doubles.html", context)


@require_POST
def search_doubles(request: Request) -> HttpResponse:
    """Have the whole list searched for names alike."""
    try:
        actions.search_doubles(by=request.viewer)
        messages.success(request, _("Pencarian dimulai. Anda boleh meninggalkan halaman ini."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("voters:doubles")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def double(request: Request, pair_id: int) -> HttpResponse:
    """Two entries side by side, and the decision whether they are one person."""
    viewer = request.viewer
    pair = found(queries.double, viewer, pair_id)
    form = DoubleForm(request.POST or None, choices=pages.verdicts(pair))
    regime = pages.regime(viewer)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = attempt(
            form,
            actions.judge_double,
            by=viewer,
            pair_id=pair_id,
            election_id=regime.election_id,
            leaves=int(given["verdict"]) or None,
            note=given["note"],
        )
        if done:
            messages.success(request, _("Keputusan Anda tersimpan."))
            return redirect("voters:doubles")
    context = {
        "pair": pages.pairs(viewer, [pair])[0],
        "form": form,
        "may_judge": allows(viewer, "voters.judge_double"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/proposals/double.html", context, status=status)


def _send(request: Request, form: forms.Form, election_id: int, wanted: Any) -> bool:
    done = attempt(form, actions.propose, by=request.viewer, election_id=election_id, wanted=wanted)
    if done:
        messages.success(request, _("Usulan tersimpan dan menunggu keputusan."))
    return bool(done)
