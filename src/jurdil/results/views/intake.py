"""Papers of TPS: what arrived, what is missing, and taking one in."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel import photos
from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.places import queries as places
from jurdil.results import actions, queries
from jurdil.results.forms.intake import EventForm, PaperForm, copies_of
from jurdil.results.pages import intake as pages
from jurdil.results.queries.intake import ContestPapers


@require_safe
def index(request: Request) -> HttpResponse:
    """The intake of the election chosen in the header, else of the newest one."""
    require(request.viewer, "results.intake")
    chosen = places.chosen_election(request.viewer)
    if chosen is None:
        return render(request, "results/intake/none.html")
    return board(request, chosen.id)


@require_safe
def board(request: Request, election_id: int) -> HttpResponse:
    """How much of a place is in; for who works at a TPS its papers."""
    viewer = request.viewer
    if "/" in viewer.path:
        return tps(request, election_id, viewer.path)
    shown = found(queries.intake, viewer, election_id, request.GET.get("wilayah", ""))
    context = {
        "shown": shown,
        "crumbs": pages.crumbs(viewer, election_id, shown.path),
        "lines": pages.lines(shown),
        "total": pages.total(shown),
    }
    return render(request, "results/intake/board.html", context)


@require_safe
def missing(request: Request, election_id: int) -> HttpResponse:
    """TPS of which no paper of a contest arrived."""
    viewer = request.viewer
    if "/" in viewer.path:
        return tps(request, election_id, viewer.path)
    path = request.GET.get("wilayah", "")
    shown = found(queries.intake, viewer, election_id, path)
    contest = request.GET.get("kontes") or shown.contests[0][0]
    paths = found(queries.missing_papers, viewer, election_id, contest, path)
    context = {
        "shown": shown,
        "contest": contest,
        "rows": pages.named(viewer, election_id, paths),
        "crumbs": [*pages.crumbs(viewer, election_id, shown.path), (_("Belum masuk"), "")],
    }
    return render(request, "results/intake/missing.html", context)


@require_safe
def aside(request: Request, election_id: int) -> HttpResponse:
    """Papers that were set aside and why."""
    viewer = request.viewer
    rows = found(queries.papers_aside, viewer, election_id)
    context = {
        "election_id": election_id,
        "rows": [(row, pages.url_of(election_id, row.path)) for row in rows],
    }
    return render(request, "results/intake/aside.html", context)


@require_safe
def picture(request: Request, paper_id: int, page: int) -> HttpResponse:
    """A page of a paper as a picture, without what the phone wrote into the photo."""
    content = found(queries.paper_picture, request.viewer, paper_id, page)
    response = HttpResponse(content, content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=86400"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def tps(request: Request, election_id: int, path: str) -> HttpResponse:
    """The papers of one TPS, contest by contest; copies and special events."""
    shown = found(queries.tps_papers, request.viewer, election_id, path)
    wanted = request.GET.get("kontes", "")
    one = next((c for c in shown.contests if c.contest == wanted), shown.contests[0])
    paper, event, refused = PaperForm(), EventForm(), ""
    if request.method == "POST":
        step = request.POST.get("langkah", "")
        paper = PaperForm(request.POST, request.FILES) if step == "terima" else paper
        event = EventForm(request.POST) if step == "kejadian" else event
        try:
            if _step(request, election_id, path, one, step, paper, event):
                return redirect(f"{request.path}?kontes={one.contest}")
        except Refused as refusal:
            refused = str(refusal)
    context = {
        "shown": shown,
        "one": one,
        "papers": pages.papers(one),
        "copies": pages.copies(one),
        "paper": paper,
        "event": event,
        "refused": refused,
        "crumbs": pages.crumbs(request.viewer, election_id, path),
        "may_take": allows(request.viewer, "results.receive_paper"),
        "may_type": allows(request.viewer, "results.type"),
    }
    wrong = bool(paper.errors or event.errors)
    status = 422 if wrong else 409 if refused else 200
    return render(request, "results/intake/tps.html", context, status=status)


def _step(
    request: Request,
    election_id: int,
    path: str,
    one: ContestPapers,
    step: str,
    paper: PaperForm,
    event: EventForm,
) -> bool:
    """Do what was posted; False when a form was not filled in. Raises `Refused`."""
    at: dict[str, Any] = {"by": request.viewer, "election_id": election_id, "path": path}
    if step == "terima":
        if not paper.is_valid():
            return False
        _receive(at, one.contest, paper.cleaned_data)
    elif step == "nihil":
        actions.record_event(**at, kind="nihil")
    elif step == "kejadian":
        if not event.is_valid():
            return False
        actions.record_event(**at, contest=one.contest, **event.cleaned_data)
    elif step == "salinan":
        for copy in pages.changed(one, copies_of(request.POST)):
            actions.hand_copy(**at, contest=one.contest, **copy)
    else:
        _about_paper(request, election_id, one, step)
    messages.success(request, _("Tercatat."))
    return True


def _receive(at: dict[str, Any], contest: str, given: dict[str, Any]) -> None:
    """The file is looked into before the act: no transaction waits for it."""
    upload = given.pop("file")
    photo = photos.examine(upload.read(photos.READ_MOST), upload.name) if upload else None
    actions.receive_paper(**at, contest=contest, photo=photo, **given)


def _about_paper(request: Request, election_id: int, one: ContestPapers, step: str) -> None:
    """Set a paper of this page aside, take it back, or file it where it belongs."""
    posted = request.POST
    paper = next((row for row in one.papers if str(row.id) == posted.get("paper")), None)
    if paper is None:
        raise Refused(_("Kertas itu tidak ada di halaman ini."))
    about = {"by": request.viewer, "paper_id": paper.id, "reason": posted.get("reason", "")}
    if step == "sisih":
        actions.set_aside(**about)
    elif step == "kembali":
        actions.take_back(**about)
    elif step == "pindah":
        target = _target(request, election_id, posted.get("to", ""))
        contest = posted.get("contest") or one.contest
        try:
            actions.move_paper(**about, contest=contest, path=target)
        except ObjectDoesNotExist as error:
            raise Refused(_("TPS atau jenis formulir itu tidak ada di wilayah Anda.")) from error
    else:
        raise Refused(_("Pilih langkahnya."))


def _target(request: Request, election_id: int, text: str) -> str:
    hits = [hit.path for hit in places.search(request.viewer, text, election_id) if "/" in hit.path]
    if len(hits) != 1:
        raise Refused(
            _("“%(text)s” cocok dengan %(count)s TPS. Ketik nomor dan desanya, misalnya 7 Labessi.")
            % {"text": text, "count": len(hits)}
        )
    return hits[0]
