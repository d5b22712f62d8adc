"""Around voting day: sums per place, notices, DPK, voters who vote elsewhere, marks."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.fields import within
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.places import queries as places
from jurdil.places.records import ElectionRow
from jurdil.voters import actions, asking, queries
from jurdil.voters.forms import polling as given
from jurdil.voters.pages import polling as pages
from jurdil.voters.pages.common import villages
from jurdil.voters.views.common import file_response, form_page

VOTERS = "voters.view"


def _election(request: Request) -> ElectionRow:
    """The chosen election. Raises Http404 where there is none."""
    election = places.chosen_election(request.viewer)
    if election is None:
        raise Http404
    return election


@require_safe
def polling(request: Request) -> HttpResponse:
    """DPT, DPTb, DPK, notices and marks of a place and the places in it."""
    viewer = request.viewer
    require(viewer, VOTERS)
    election = _election(request)
    path = request.GET.get("wilayah") or viewer.path
    place = found(places.place, viewer, path.partition("/")[0])
    rows = found(queries.list_counts, viewer, election.id, path)
    cap = pages.cap_of(election)
    sums = pages.summed(rows, cap)
    context = {
        "election": election,
        "place": place,
        "path": path,
        "sums": sums,
        "cap": cap,
        "seeds": pages.seed_lines(queries.seeds_for_pdpb(viewer, election.id, path)),
        "seeds_url": pages.seeds_url(viewer),
        "reasons": pages.notice_lines(sums.notices),
        "lines": pages.lines(viewer, path, rows, cap),
        "crumbs": pages.crumbs(viewer, path),
        "may_notices": allows(viewer, "voters.notices"),
        "may_dpk": allows(viewer, "voters.dpk"),
    }
    return render(request, "voters/polling/polling.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: Request, path: str) -> HttpResponse:
    """The recap of C.Pemberitahuan of a TPS."""
    require(request.viewer, "voters.notices")
    _require_inside(request, path)
    form = given.NoticesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        done = attempt(
            form,
            actions.record_notices,
            by=request.viewer,
            election_id=_election(request).id,
            path=path,
            printed=data["printed"],
            delivered=data["delivered"],
            undelivered=form.undelivered(),
            note=data["note"],
        )
        if done:
            return _saved(request, pages.url(path.partition("/")[0]))
    return _tps_form(request, form, path, _("Rekap C.Pemberitahuan"))


@require_http_methods(["GET", "HEAD", "POST"])
def dpk(request: Request, path: str) -> HttpResponse:
    """The number of DPK voters of a TPS."""
    require(request.viewer, "voters.dpk")
    _require_inside(request, path)
    form = given.DpkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        where = {"election_id": _election(request).id, "path": path}
        if attempt(form, actions.record_dpk, by=request.viewer, **where, **form.cleaned_data):
            return _saved(request, pages.url(path.partition("/")[0]))
    return _tps_form(request, form, path, _("Jumlah DPK"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def dpk_person(request: Request, path: str) -> HttpResponse:
    """A row of the DPK of a TPS, as the KPPS wrote it."""
    require(request.viewer, "voters.dpk_person")
    _require_inside(request, path)
    form = given.DpkPersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            actions.enter_dpk,
            by=request.viewer,
            election_id=_election(request).id,
            path=path,
            number=form.cleaned_data["number"],
            elements=form.elements(),
        )
        if done:
            return _saved(request, request.get_full_path())
    return _tps_form(request, form, path, _("Orang dalam DPK"))


def _require_inside(request: Request, path: str) -> None:
    """Raise Http404 for a TPS outside the viewer's place."""
    if not within(path, request.viewer.path):
        raise Http404


def _tps_form(request: Request, form: forms.Form, path: str, title: str) -> HttpResponse:
    back = pages.url(path.partition("/")[0])
    return form_page(request, form, title, back, lead=pages.place_name(request.viewer, path))


def _saved(request: Request, to: str) -> HttpResponse:
    messages.success(request, _("Tersimpan."))
    return redirect(to)


@never_cache
@require_safe
def transfers(request: Request) -> HttpResponse:
    """The register of voters who vote elsewhere, out and in."""
    viewer = request.viewer
    require(viewer, VOTERS)
    election = _election(request)
    path = request.GET.get("wilayah", "")
    active = "semua" not in request.GET
    rows = found(queries.transfer_rows, viewer, election.id, path, active=active)
    context = {
        "election": election,
        "path": path,
        "rows": pages.named(viewer, election, rows[:100]),
        "more": len(rows) > 100,
        "reasons": pages.reasons(election),
        "may_in": allows(viewer, "voters.dptb_in"),
        "may_cancel": allows(viewer, "voters.dptb_cancel"),
        "may_print": allows(viewer, "voters.dptb_letter"),
    }
    return render(request, "voters/polling/transfers.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def transfer_out(request: Request, voter_id: int) -> HttpResponse:
    """A voter of ours votes elsewhere."""
    viewer = request.viewer
    require(viewer, "voters.dptb_out")
    row, election = found(queries.voter, viewer, voter_id), _election(request)
    form = given.OutForm(request.POST or None, request.FILES or None, **_offers(request, election))
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            actions.register_out,
            by=viewer,
            election_id=election.id,
            voter_id=voter_id,
            wanted=_wanted(form, row.village),
            **form.where(),
        )
        if done:
            return _saved(request, "voters:transfers")
    return form_page(request, form, _("Pindah memilih keluar"), pages.transfers_url(), row.name)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def transfer_in(request: Request) -> HttpResponse:
    """A voter of elsewhere votes at a TPS here."""
    viewer = request.viewer
    require(viewer, "voters.dptb_in")
    election = _election(request)
    form = given.InForm(request.POST or None, request.FILES or None, **_offers(request, election))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        done = attempt(
            form,
            actions.register_in,
            by=viewer,
            election_id=election.id,
            origin=actions.Elsewhere(data["region"].strip(), data["origin_name"]),
            target=form.target(),
            elements=form.elements(),
            wanted=_wanted(form, data["village"]),
        )
        if done:
            return _saved(request, "voters:transfers")
    return form_page(request, form, _("Pindah memilih masuk"), pages.transfers_url())


def _offers(request: Request, election: ElectionRow) -> dict[str, Any]:
    return {
        "villages": villages(request.viewer),
        "reasons": pages.reason_choices(election),
        "contests": pages.contest_choices(election),
    }


def _wanted(form: given.TransferFields, village: str) -> actions.Transfer:
    data = form.cleaned_data
    evidence = asking.evidence(data, village)
    return actions.Transfer(data["reason"], evidence, tuple(data["ballots"]))


@require_http_methods(["GET", "HEAD", "POST"])
def transfer_cancel(request: Request, transfer_id: int) -> HttpResponse:
    """Cancel a transfer."""
    require(request.viewer, "voters.dptb_cancel")
    row = found(queries.transfer, request.viewer, transfer_id)
    form = given.WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        if attempt(
            form, actions.cancel_transfer, by=request.viewer, transfer_id=transfer_id, why=why
        ):
            return _saved(request, "voters:transfers")
    return form_page(request, form, _("Batalkan pindah memilih"), pages.transfers_url(), row.name)


@require_POST
def transfer_letter(request: Request, transfer_id: int) -> HttpResponse:
    """Model A-Surat Pindah Memilih as PDF."""
    found(queries.transfer, request.viewer, transfer_id)
    return file_response(actions.print_letter(by=request.viewer, transfer_id=transfer_id))


@require_POST
def transfer_list(request: Request) -> HttpResponse:
    """The DPTb of a TPS or village as PDF."""
    path = request.POST.get("path", "")
    election = _election(request)
    return file_response(
        found(actions.print_transfers, by=request.viewer, election_id=election.id, path=path)
    )


@never_cache
@require_safe
def marks(request: Request) -> HttpResponse:
    """The marks beside voters of the DPT."""
    viewer = request.viewer
    require(viewer, VOTERS)
    election = _election(request)
    rows = queries.marks(viewer, election.id)
    context = {
        "election": election,
        "rows": pages.marks(viewer, rows[:100]),
        "more": len(rows) > 100,
        "may_unmark": allows(viewer, "voters.unmark"),
    }
    return render(request, "voters/polling/marks.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: Request, voter_id: int) -> HttpResponse:
    """Mark a voter of the DPT."""
    viewer = request.viewer
    require(viewer, "voters.mark")
    row = found(queries.voter, viewer, voter_id)
    form = given.MarkForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        evidence = asking.evidence(form.cleaned_data, row.village)
        kind = form.cleaned_data["kind"]
        if attempt(form, actions.mark, by=viewer, voter_id=voter_id, kind=kind, evidence=evidence):
            return _saved(request, "voters:marks")
    return form_page(request, form, _("Beri tanda dalam DPT"), pages.voter_url(row.id), row.name)


@require_http_methods(["GET", "HEAD", "POST"])
def unmark(request: Request, mark_id: int) -> HttpResponse:
    """Withdraw a wrong mark."""
    viewer = request.viewer
    require(viewer, "voters.unmark")
    row = found(queries.mark_row, viewer, mark_id)
    form = given.WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        if attempt(form, actions.withdraw_mark, by=viewer, mark_id=mark_id, why=why):
            return _saved(request, "voters:marks")
    return form_page(request, form, _("Batalkan tanda"), pages.marks_url(), row.name)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def returned(request: Request, voter_id: int) -> HttpResponse:
    """Note that a voter's notice came back."""
    viewer = request.viewer
    require(viewer, "voters.notice_back")
    row, form = found(queries.voter, viewer, voter_id), given.ReturnedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        where = {"election_id": _election(request).id, "voter_id": voter_id}
        if attempt(form, actions.note_returned, by=viewer, **where, **form.cleaned_data):
            return _saved(request, pages.url(row.village))
    return form_page(request, form, _("C.Pemberitahuan kembali"), pages.voter_url(row.id), row.name)
