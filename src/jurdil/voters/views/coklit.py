"""Coklit: what the phone takes, how far each place is, the PPS desk, workers, papers, typing."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel import outbox
from jurdil.kernel.policy import allows, require
from jurdil.kernel.queries.outbox import waiting_count
from jurdil.kernel.request import Request
from jurdil.kernel.spreadsheets import CSV
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import PDF, download
from jurdil.voters import actions, coklit_papers, queries
from jurdil.voters.forms.coklit import AssignForm, BulkForm, HouseForm, RestForm
from jurdil.voters.pages import coklit as pages
from jurdil.voters.pages import coklit_paper as lines

UNPROCESSABLE = 422


@require_safe
def offline(request: Request) -> HttpResponse:
    """The page that a phone keeps; it names nobody, rows come from what was taken along."""
    return render(request, "voters/coklit/field.html", {"words": pages.words()})


@never_cache
@require_safe
def taken(request: Request) -> JsonResponse:
    """The households of the Pantarlih's TPS, numbers masked."""
    viewer = request.viewer
    held = queries.coklit_taken(viewer)
    election = pages.election_of(viewer, held.election)
    rows = pages.taken(viewer, election, held.houses, held.tps)
    return JsonResponse(outbox.taken_along("coklit", rows, closes=held.closes))


@require_safe
def progress(request: Request) -> HttpResponse:
    """Progress by the places below the viewer's own, or below `?di=`."""
    viewer = request.viewer
    election, path = pages.election(viewer), pages.asked_place(viewer, request.GET)
    rows = queries.coklit_progress(viewer, election.id, path, pages.level_below(path))
    context = {
        "election": election,
        "place": pages.name_of(viewer, path),
        "lines": pages.lines(viewer, rows),
        "sums": pages.sums(election.regime, rows),
        "villages": pages.unprepared(viewer, election.id, path),
        "may_prepare": allows(viewer, "voters.coklit_prepare"),
    }
    return render(request, "voters/coklit/progress.html", context)


@require_safe
def progress_csv(request: Request) -> HttpResponse:
    """The table of the progress page, by village."""
    viewer = request.viewer
    election, path = pages.election(viewer), pages.asked_place(viewer, request.GET)
    level = max(pages.level_below(path), pages.DESA)
    rows = queries.coklit_progress(viewer, election.id, path, level)
    return download(pages.progress_csv(pages.lines(viewer, rows)), CSV, "kemajuan-coklit.csv")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: Request, village: str) -> HttpResponse:
    """A village: its TPS, and what coklit found that waits for the PPS; ticked ones are decided."""
    viewer = request.viewer
    election = pages.village_election(viewer, village)
    waiting = queries.coklit_found(viewer, village)
    choices = [(str(row.id), row.name) for row in waiting]
    form = BulkForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = attempt(
            form,
            actions.decide_coklit,
            by=viewer,
            village=village,
            proposal_ids=given["ids"],
            note=given["note"],
        )
        if done:
            _tell(request, done)
            return redirect("voters:coklit_desk", village)
    workers = queries.coklit_workers(viewer, village)
    rows = queries.coklit_progress(viewer, election.id, village, pages.TPS)
    context = {
        "village": village,
        "name": pages.name_of(viewer, village),
        "lines": pages.lines(viewer, rows, pages.by_tps(workers)),
        "conflicts": waiting_count(viewer),
        "found": pages.found_lines(viewer, waiting),
        "form": form,
        "may_decide": allows(viewer, "voters.coklit_decide"),
        "may_prepare": allows(viewer, "voters.coklit_prepare"),
        "may_assign": allows(viewer, "voters.coklit_assign"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/coklit/desk.html", context, status=status)


@require_POST
def prepare(request: Request, village: str) -> HttpResponse:
    """Make the households of a village from its list."""
    viewer = request.viewer
    election = pages.village_election(viewer, village)
    added = found(actions.prepare_coklit, by=viewer, election_id=election.id, village=village)
    messages.success(request, _("%(n)s pemilih desa ini siap dicoklit.") % {"n": added})
    return redirect("voters:coklit_desk", village)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def workers(request: Request, village: str) -> HttpResponse:
    """Who is Pantarlih of which TPS of a village; a form assigns one more."""
    viewer = request.viewer
    require(viewer, "voters.coklit_assign")
    election = pages.village_election(viewer, village)
    stations = pages.stations(viewer, queries.coklit_stations(viewer, election.id, village))
    form = AssignForm(request.POST or None, stations=stations)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if attempt(form, actions.assign_pantarlih, by=viewer, election_id=election.id, **given):
            messages.success(request, _("Pantarlih ditugaskan. Ia dapat membawa daftarnya."))
            return redirect("voters:coklit_workers", village)
    context = {
        "village": village,
        "name": pages.name_of(viewer, village),
        "rows": pages.worker_lines(viewer, queries.coklit_workers(viewer, village)),
        "form": form,
        "people": queries.coklit_candidates(viewer),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/coklit/workers.html", context, status=status)


@require_safe
def recap(request: Request, village: str) -> HttpResponse:
    """A-Laporan Hasil Coklit of a village, TPS by TPS."""
    viewer = request.viewer
    election = pages.village_election(viewer, village)
    counts = queries.coklit_recap(viewer, election.id, village)
    context = {
        "village": village,
        "name": pages.name_of(viewer, village),
        "whole": pages.recap_lines(election.regime, pages.added(counts.values())),
        "stations": [
            (tps, pages.name_of(viewer, tps), pages.recap_lines(election.regime, one))
            for tps, one in counts.items()
        ],
    }
    return render(request, "voters/coklit/recap.html", context)


@require_safe
def recap_pdf(request: Request, village: str) -> HttpResponse:
    """A-Laporan Hasil Coklit of a village as PDF."""
    viewer = request.viewer
    election = pages.village_election(viewer, village)
    counts = queries.coklit_recap(viewer, election.id, village)
    if not counts:
        raise Http404
    regime, name = election.regime, pages.name_of(viewer, village)
    stations = {pages.name_of(viewer, tps): one for tps, one in counts.items()}
    parts = {name: pages.added(counts.values()), **stations}
    tables = {title: pages.recap_rows(regime, one) for title, one in parts.items()}
    content = coklit_papers.report(election.name.id, name, tables)
    return download(content, PDF, f"laporan-coklit-{village}.pdf")


@require_safe
def left_csv(request: Request, village: str) -> HttpResponse:
    """Households not visited yet by RT, without names."""
    viewer = request.viewer
    election = pages.village_election(viewer, village)
    rows = queries.coklit_houses(viewer, election.id, village, "belum")
    return download(pages.left_csv(rows), CSV, f"belum-dikunjungi-{village}.csv")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def houses(request: Request, tps: str) -> HttpResponse:
    """The households of a TPS: what is left first; each leads to the page that types its paper.

    Below them a form types the rest of the list at once when all of it is as listed.
    """
    viewer = request.viewer
    village = tps.partition("/")[0]
    election = pages.village_election(viewer, village)
    form = RestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        signed = actions.Signed(**form.cleaned_data)
        if done := attempt(
            form,
            actions.enter_coklit_rest,
            by=viewer,
            election_id=election.id,
            tps=tps,
            signed=signed,
        ):
            facts = {"houses": done.households, "people": done.people}
            text = _("%(houses)s rumah dan %(people)s orang tercatat sesuai.") % facts
            messages.success(request, text)
            return redirect("voters:coklit_houses", tps)
    rows = queries.coklit_houses(viewer, election.id, tps)
    context = {
        "tps": tps,
        "village": village,
        "name": pages.name_of(viewer, tps),
        "village_name": pages.name_of(viewer, village),
        "lines": pages.house_lines(rows),
        "papers": coklit_papers.TITLES.items(),
        "may_enter": allows(viewer, "voters.coklit_enter"),
        "form": form,
        "left": queries.coklit_left(viewer, election.id, tps),
        "may_enter_rest": allows(viewer, "voters.coklit_rest"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/coklit/houses.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def house(request: Request, token: str) -> HttpResponse:
    """One household typed from a list that was filled on paper."""
    viewer = request.viewer
    require(viewer, "voters.coklit_enter")
    held, row = found(queries.coklit_house, viewer, token)
    form = HouseForm(request.POST or None, initial=pages.visit_initial(held))
    stations = queries.coklit_stations(viewer, held.election_id, held.village)
    numbers = pages.station_numbers(one for one in stations if one != held.tps)
    typed = lines.person_forms(held.election.regime, row["orang"], numbers, request.POST or None)
    new = lines.newcomer_forms(request.POST or None)
    if request.method == "POST" and lines.all_valid(form, typed, new):
        given = {
            "visit": lines.typed_visit(form),
            "people": lines.typed_people(typed),
            "newcomers": lines.typed_newcomers(new),
        }
        if attempt(form, actions.enter_coklit, by=viewer, token=token, **given):
            messages.success(request, _("Rumah ini tersimpan. Lanjutkan dengan rumah berikutnya."))
            return redirect("voters:coklit_houses", held.tps)
    context = {
        "house": held,
        "tps_name": pages.name_of(viewer, held.tps),
        "form": form,
        "typed": typed,
        "new": new,
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "voters/coklit/house.html", context, status=status)


@never_cache
@require_safe
def paper(request: Request, tps: str, paper: str) -> HttpResponse:
    """The list, the receipts or the stickers of a TPS for printing."""
    viewer = request.viewer
    if paper not in coklit_papers.TITLES:
        raise Http404
    election = pages.village_election(viewer, tps.partition("/")[0])
    houses = queries.coklit_printed(viewer, election.id, tps)
    if not houses:
        raise Http404
    content = coklit_papers.pdf_of(paper, election.name.id, pages.name_of(viewer, tps), houses)
    return download(content, PDF, f"{paper}-{tps}.pdf")


def _tell(request: Request, done: actions.Decided) -> None:
    messages.success(request, _("%(n)s usulan coklit disetujui.") % {"n": done.accepted})
    for _id, reason in done.refused:
        messages.warning(request, reason)
