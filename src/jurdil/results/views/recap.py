"""Pages of results. Each reads through `queries`, changes through `actions`."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.language import say
from jurdil.kernel.paging import AFTER
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.results import actions, exports, pages, queries
from jurdil.results.forms.recap import DetermineForm
from jurdil.results.views.common import file

FILTERS = {"code": "kode", "severity": "tingkat", "path": "wilayah"}
COORDINATORS = {"ketua", "anggota", "ppk", "kasubbag"}


@require_safe
def index(request: Request) -> HttpResponse:
    """Every contest with how far its count is."""
    rows = queries.contest_rows(request.viewer)
    context = {
        "boards": pages.by_election(rows),
        "may_import": allows(request.viewer, "results.import"),
        "may_review": allows(request.viewer, "results.review"),
    }
    return render(request, "results/index.html", context)


@require_safe
def board(request: Request, election_id: int, contest: str, path: str = "") -> HttpResponse:
    """The recapitulation of a contest at one place; for who works at a TPS its form."""
    viewer = request.viewer
    if "/" in viewer.path and not path:
        return tps(request, election_id, contest, viewer.path)
    dapil = request.GET.get("dapil", "")
    shown = found(queries.board, viewer, election_id, contest, path, dapil)
    context = {
        "board": shown,
        "crumbs": pages.crumbs(viewer, election_id, contest, shown.path),
        "count": pages.in_count(shown),
        "tiles": pages.tiles(shown),
        "choices": pages.choices(shown),
        "columns": pages.columns(shown),
        "rows": pages.place_rows(shown),
        "total": pages.place_row(shown, shown.total),
        "below": pages.level_of_lines(shown),
        "parts": pages.board_parts(shown),
        "d_hasil_url": pages.d_hasil_url(shown),
        "papers": pages.d_hasil_papers(
            queries.d_hasil_board(viewer, election_id, contest, shown.path, dapil),
            election_id,
            contest,
        ),
        "may_trace": allows(viewer, "results.trace"),
        "may_import": allows(viewer, "results.import"),
        "may_review": allows(viewer, "results.review"),
        "may_determine": allows(viewer, "results.freeze_recap"),
        "status": queries.status_of(viewer, election_id, contest, shown.path),
    }
    return render(request, "results/board.html", context)


@require_safe
def tps(request: Request, election_id: int, contest: str, path: str) -> HttpResponse:
    """The form of one TPS in the order of the paper, with what disagrees on it."""
    viewer = request.viewer
    form = found(queries.form_page, viewer, election_id, contest, path)
    may_trace = allows(viewer, "results.trace")
    seen = form.choices is not None and may_trace
    versions = queries.form_versions(viewer, election_id, contest, path) if seen else ()
    coordinator = viewer.role in COORDINATORS
    context = {
        "form": form,
        "village": pages.crumbs(viewer, election_id, contest, path)[:-1],
        "crumbs": pages.crumbs(viewer, election_id, contest, path),
        "parts": pages.form_parts(form),
        "said": [pages.said(one, form.labels, coordinator=coordinator) for one in form.findings],
        "history": pages.history(versions, form.labels),
        "replaced": pages.replaced(form),
        "may_propose": form.registered and allows(viewer, "results.propose_revote"),
        "may_trace": may_trace,
        "place_url": reverse("places:tps", args=[path]) if form.registered else "",
        "status": queries.status_of(viewer, election_id, contest, path),
    }
    return render(request, "results/tps.html", context)


@require_safe
def findings(request: Request, election_id: int, contest: str) -> HttpResponse:
    """TPS that break a rule, by code, severity and place."""
    viewer = request.viewer
    chosen: dict[str, Any] = _filters(request)
    total = found(queries.contest_row, viewer, election_id, contest)
    after = request.GET.get(AFTER, "")
    page = queries.findings(viewer, election_id, contest, after=after, **chosen)
    context = {
        "row": total,
        "page": page,
        "rows": pages.finding_rows(page.rows, viewer.role in COORDINATORS),
        "codes": pages.codes(
            queries.code_counts(viewer, election_id, contest, path=chosen["path"])
        ),
        "places": pages.place_options(viewer),
        "chosen": chosen,
        "query": request.GET.urlencode(),
        "crumbs": [
            (say(total.name), reverse("results:board", args=[election_id, contest])),
            (_("Temuan"), ""),
        ],
    }
    return render(request, "results/findings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def determine(request: Request, election_id: int, contest: str) -> HttpResponse:
    """Determine the recapitulation of the viewer's place, and the determinations so far."""
    viewer = request.viewer
    require(viewer, "results.freeze_recap")
    shown = found(queries.board, viewer, election_id, contest)
    form = DetermineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.freeze_recap(
                by=viewer,
                election_id=election_id,
                contest=contest,
                path=shown.path,
                title=form.cleaned_data["title"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("results:decision", made.pk)
    context = {
        "board": shown,
        "form": form,
        "count": pages.in_count(shown),
        "decisions": queries.decisions(viewer, election_id, contest),
        "crumbs": [
            (say(shown.name), reverse("results:board", args=[election_id, contest])),
            (_("Penetapan"), ""),
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "results/determine.html", context, status=status)


@require_safe
def decision(request: Request, decision_id: int) -> HttpResponse:
    """One determination: what was fixed, and every figure that changed since."""
    shown = found(queries.decision, request.viewer, decision_id)
    board = reverse("results:board", args=[shown.row.election_id, shown.row.contest])
    crumbs = [(_("Rekapitulasi"), board), (shown.row.title, "")]
    context = {"decision": shown, "changes": pages.changes(shown.changes), "crumbs": crumbs}
    return render(request, "results/decision.html", context)


@require_safe
def export_recap(request: Request, election_id: int, contest: str, kind: str) -> HttpResponse:
    """Every place in scope with its sums and their coverage."""
    dapil = request.GET.get("dapil", "")
    rows = found(exports.recap_table, request.viewer, election_id, contest, dapil)
    return file(request, kind, rows, f"rekap-{contest}")


@require_safe
def export_forms(request: Request, election_id: int, contest: str, kind: str) -> HttpResponse:
    """Every form in scope, as the import reads it."""
    dapil = request.GET.get("dapil", "")
    rows = found(exports.forms_table, request.viewer, election_id, contest, dapil)
    return file(request, kind, rows, f"c-hasil-{contest}")


@require_safe
def export_findings(request: Request, election_id: int, contest: str, kind: str) -> HttpResponse:
    """The findings of the list, filtered as it is."""
    chosen = _filters(request)
    rows = found(exports.findings_table, request.viewer, election_id, contest, **chosen)
    return file(request, kind, rows, f"temuan-{contest}")


def _filters(request: Request) -> dict[str, str]:
    """What the list of findings is narrowed to, by the names of the query."""
    return {name: request.GET.get(key, "") for name, key in FILTERS.items()}
