"""Seats: the contests, one contest, one dapil with its divisor table, and files to recompute."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import table
from jurdil.seats import actions, exports, pages, queries
from jurdil.seats.forms.count import TieForm
from jurdil.seats.views import pairs


@require_safe
def index(request: Request) -> HttpResponse:
    """Contests whose seats or pair are determined here."""
    boards = queries.boards(request.viewer)
    context = {
        "elections": pages.group_by_election(boards),
        "thresholds": queries.thresholds(request.viewer),
        "may_trace": allows(request.viewer, "seats.trace"),
    }
    return render(request, "seats/index.html", context)


@require_safe
def contest(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Seats of a contest over all its dapil; of a contest of pairs the winner."""
    viewer = request.viewer
    if found(queries.head, viewer, election_id, contest).pair:
        return pairs.page(request, election_id, contest)
    board = found(queries.seat_board, viewer, election_id, contest)
    may_count = allows(viewer, "seats.count")
    context = {
        "board": board,
        "crumbs": pages.crumbs(board.head),
        "lines": pages.matrix(board),
        "states": pages.states(board),
        "stale": queries.stale_dapil(viewer, election_id, contest) if may_count else (),
        "may_count": may_count,
        "may_determine": allows(viewer, "seats.determine"),
        "may_trace": allows(viewer, "seats.trace"),
    }
    return render(request, "seats/contest.html", context)


@require_safe
def threshold(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Which parties pass the threshold of a contest by the national votes."""
    page = found(queries.threshold_page, request.viewer, election_id, contest)
    context = {
        "page": page,
        "crumbs": [(_("Kursi & Calon Terpilih"), reverse("seats:index")), (_("Ambang batas"), "")],
        "lines": pages.threshold_lines(page),
        "may_import": allows(request.viewer, "seats.record_national"),
    }
    return render(request, "seats/threshold.html", context)


@require_POST
def count(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Calculate the seats of a contest."""
    found(queries.seat_board, request.viewer, election_id, contest)
    try:
        made = actions.count_seats(by=request.viewer, election_id=election_id, contest=contest)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        number = len(made.new)
        text = ngettext(
            "%(count)s dapil dihitung baru.", "%(count)s dapil dihitung baru.", number
        ) % {"count": number}
        messages.success(request, text if number else _("Masukan tidak berubah, hasilnya tetap."))
        if made.open:
            messages.warning(request, _("Ada suara yang sama. Rapat pleno perlu memutuskan."))
    return redirect("seats:contest", election_id, contest)


@require_safe
def dapil(request: Request, election_id: int, contest: str, dapil: str) -> HttpResponse:
    """The divisor table of a dapil, its lists and what is still open."""
    return _dapil(request, election_id, contest, dapil)


@require_POST
def decide(request: Request, election_id: int, contest: str, dapil: str) -> HttpResponse:
    """Record what the plenary decided on one tie of a dapil."""
    page = found(queries.dapil_page, request.viewer, election_id, contest, dapil)
    for tie in pages.ties(page):
        form = TieForm(tie, request.POST, request.FILES)
        if form.add_prefix("plenary") not in request.POST:
            continue
        done = form.is_valid() and attempt(
            form,
            actions.decide_tie,
            by=request.viewer,
            election_id=election_id,
            contest=contest,
            dapil=dapil,
            kind=tie.tie.kind,
            party=tie.tie.party,
            **form.values(),
        )
        if not done:
            return _dapil(request, election_id, contest, dapil, form)
        messages.success(request, _("Keputusan dicatat dan perhitungan dilanjutkan."))
    return redirect("seats:dapil", election_id, contest, dapil)


def _dapil(
    request: Request, election_id: int, contest: str, dapil: str, failed: TieForm | None = None
) -> HttpResponse:
    page = found(queries.dapil_page, request.viewer, election_id, contest, dapil)
    may_decide = allows(request.viewer, "seats.decide_tie")
    forms = []
    for tie in pages.ties(page):
        form = TieForm(tie) if may_decide else None
        mine = failed is not None and form is not None and failed.prefix == form.prefix
        forms.append((tie, failed if mine else form))
    context = {
        "page": page,
        "crumbs": pages.crumbs(page.head, page.run.name),
        "rows": pages.rows(page),
        "order": pages.order(page),
        "near": pages.margin(page),
        "lists": pages.lists(page),
        "ties": forms,
        "galat": failed,
    }
    return render(request, "seats/dapil.html", context, status=422 if failed else 200)


@require_safe
def inputs(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Votes and seats of every dapil, as `jurdil law seats` reads them."""
    rows = found(exports.votes_table, request.viewer, election_id, contest)
    return table("csv", rows, f"kursi-{contest}")


@require_safe
def candidates(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Votes of every candidate, as `jurdil law elected` reads them."""
    rows = found(exports.candidates_table, request.viewer, election_id, contest)
    return table("csv", rows, f"calon-{contest}")
