"""Around the entry: the board by state, the start, lists, settings, who typed how much."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.paging import AFTER
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.views.common import found
from jurdil.places import queries as places
from jurdil.places.records import Found
from jurdil.results import actions, exports, queries
from jurdil.results.forms.entry import FindForm
from jurdil.results.pages import entry_board as pages
from jurdil.results.pages.common import plain
from jurdil.results.views.common import file


@require_safe
def index(request: Request) -> HttpResponse:
    """The board of the election chosen in the header, else of the newest one."""
    chosen = places.chosen_election(request.viewer)
    require(request.viewer, "results.entry")
    if chosen is None:
        return render(request, "results/entry/none.html")
    return board(request, chosen.id)


@require_safe
def board(request: Request, election_id: int) -> HttpResponse:
    """Forms by place, contest and state, one level at a time."""
    viewer = request.viewer
    shown = found(queries.entry_board, viewer, election_id, request.GET.get("wilayah", ""))
    home = reverse("results:entry_board", args=[election_id])
    context = {
        "board": shown,
        "crumbs": [
            (one.label, f"{home}?wilayah={one.path}" if one.reachable else "")
            for one in places.breadcrumb(viewer, shown.path)
        ],
        "marks": pages.total_marks(shown),
        "lines": pages.lines(shown),
        "total": pages.total_line(shown),
        "may_type": allows(viewer, "results.type"),
        "may_judge": allows(viewer, "results.answer_undo"),
        "may_set": allows(viewer, "results.set_entry"),
    }
    return render(request, "results/entry/board.html", context)


@require_safe
def start(request: Request, election_id: int) -> HttpResponse:
    """Find the form of the paper in hand, or take the one that waits."""
    viewer = request.viewer
    require(viewer, "results.type")
    shown = found(queries.entry_board, viewer, election_id)
    names = {contest: plain(name) for contest, name in shown.contests}
    contest = request.GET.get("contest", "")
    asked = request.GET if "q" in request.GET else None
    form = FindForm(asked, contests=pages.contest_options(names), initial={"contest": contest})
    hits: tuple[Found, ...] = ()
    if form.is_valid():
        contest = form.cleaned_data["contest"]
        hits, contest = _found(viewer, election_id, form, contest)
        if len(hits) == 1:
            return redirect("results:entry", election_id, contest, hits[0].path)
        if not hits and not form.errors:
            form.add_error("q", _("Tidak ada TPS itu. Ketik nomor TPS, lalu nama desanya."))
    waiting = [
        (names[code], reverse("results:entry", args=[election_id, code, path]), _tps(viewer, path))
        for code in names
        if (path := queries.next_form(viewer, election_id, code))
    ]
    context = {
        "board": shown,
        "form": form,
        "hits": [
            (hit, reverse("results:entry", args=[election_id, contest, hit.path])) for hit in hits
        ],
        "waiting": waiting,
    }
    return render(request, "results/entry/start.html", context, status=422 if form.errors else 200)


def _found(
    viewer: Viewer, election_id: int, form: FindForm, contest: str
) -> tuple[tuple[Found, ...], str]:
    """The TPS that were meant, and the contest: of the label, else the chosen one."""
    text = form.cleaned_data["q"]
    if not form.is_label:
        hits = places.search(viewer, text, election_id)
        return tuple(hit for hit in hits if "/" in hit.path), contest
    try:
        sheet = queries.sheet_of(viewer, election_id, text)
    except Refused as refusal:
        form.add_error("q", str(refusal))
        return (), contest
    return (Found(sheet.path, "", ""),), sheet.contest


def _tps(viewer: Viewer, path: str) -> str:
    way = places.breadcrumb(viewer, path)
    return ", ".join(one.label for one in reversed(way[1:]))


@require_safe
def forms_by_state(request: Request, election_id: int) -> HttpResponse:
    """Forms that somebody began, narrowed to a state, a contest, a place."""
    viewer = request.viewer
    shown = found(queries.entry_board, viewer, election_id)
    chosen = {
        "contest": request.GET.get("kontes", ""),
        "state": request.GET.get("keadaan", ""),
        "path": request.GET.get("wilayah", ""),
    }
    page = queries.entry_list(viewer, election_id, after=request.GET.get(AFTER, ""), **chosen)
    names = dict(shown.contests)
    context = {
        "board": shown,
        "page": page,
        "rows": [
            (
                row,
                names[row.contest],
                pages.state_tag(row.state),
                pages.state_name(row.state),
                reverse("results:entry", args=[election_id, row.contest, row.path]),
            )
            for row in page.rows
        ],
        "chips": pages.state_chips(),
        "chosen": chosen,
        "crumbs": [
            (_("Papan entri"), reverse("results:entry_board", args=[election_id])),
            (_("Daftar"), ""),
        ],
    }
    return render(request, "results/entry/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: Request, election_id: int) -> HttpResponse:
    """Where each contest is typed, and what counts as its first reading."""
    viewer = request.viewer
    require(viewer, "results.set_entry")
    shown = found(queries.entry_board, viewer, election_id)
    refused = ""
    if request.method == "POST":
        try:
            actions.set_rule(
                by=viewer,
                election_id=election_id,
                contest=request.POST.get("contest", ""),
                seat=request.POST.get("seat", ""),
                mode=request.POST.get("mode", ""),
            )
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, _("Aturan entri disimpan."))
            return redirect("results:entry_settings", election_id)
    rules = queries.entry_rules(viewer, election_id)
    context = {
        "board": shown,
        "rules": [(code, name, rules[code]) for code, name in shown.contests],
        "refused": refused,
        "crumbs": [
            (_("Papan entri"), reverse("results:entry_board", args=[election_id])),
            (_("Aturan entri"), ""),
        ],
        **pages.rule_options(),
    }
    return render(request, "results/entry/settings.html", context, status=409 if refused else 200)


@require_safe
def people(request: Request, election_id: int) -> HttpResponse:
    """What everybody typed: forms, speed, corrections."""
    shown = found(queries.entry_board, request.viewer, election_id)
    context = {
        "board": shown,
        "people": queries.performance(request.viewer, election_id),
        "crumbs": [
            (_("Papan entri"), reverse("results:entry_board", args=[election_id])),
            (_("Kinerja"), ""),
        ],
    }
    return render(request, "results/entry/people.html", context)


@require_safe
def sheets(request: Request, election_id: int) -> HttpResponse:
    """Empty sheets to fill elsewhere, and where a filled one is brought in."""
    viewer = request.viewer
    shown = found(queries.entry_board, viewer, election_id)
    rows = queries.entry_sheets(viewer, election_id)
    context = {
        "board": shown,
        "rows": [(row, pages.sheet_links(election_id, row)) for row in rows],
        "may_type": allows(viewer, "results.type"),
        "crumbs": [
            (_("Papan entri"), reverse("results:entry_board", args=[election_id])),
            (_("Lembar isian"), ""),
        ],
    }
    return render(request, "results/entry/sheets.html", context)


@require_safe
def sheet(request: Request, election_id: int, contest: str, kind: str) -> HttpResponse:
    """One empty sheet as CSV or XLSX; `?dapil=` where the contest has several."""
    dapil = request.GET.get("dapil", "")
    rows = found(exports.entry_table, request.viewer, election_id, contest, dapil)
    return file(request, kind, rows, f"lembar-{contest}{'-' if dapil else ''}{slugify(dapil)}")
