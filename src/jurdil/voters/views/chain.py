"""The chain of an election's list: overview, one revision at a place, and its steps."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.places import queries as places
from jurdil.voters import actions, queries
from jurdil.voters.forms.chain import (
    AnnounceForm,
    CopyForm,
    OpenForm,
    PlenaryForm,
    ReleaseForm,
)
from jurdil.voters.pages import chain as pages

UNPROCESSABLE = 422


@require_safe
def chain(request: Request) -> HttpResponse:
    """The revisions of the chosen election's list, and what comes next."""
    viewer = request.viewer
    require(viewer, "voters.chain")
    election = places.chosen_election(viewer)
    if election is None:
        return render(request, "voters/chain/none.html")
    shown = found(queries.chain, viewer, election.id)
    context = {
        "election": election,
        "chain": shown,
        "steps": pages.steps(shown),
        "may_open": allows(viewer, "voters.chain_open"),
        "may_release": allows(viewer, "voters.chain_release"),
    }
    return render(request, "voters/chain/chain.html", context)


@require_safe
def revision(request: Request, revision_id: int) -> HttpResponse:
    """Where a place and the places in it stand in a revision."""
    viewer = request.viewer
    shown = found(queries.standing, viewer, revision_id, request.GET.get("wilayah", ""))
    context = {
        "shown": shown,
        "here": pages.line(shown, shown.here),
        "lines": pages.lines(shown),
        "crumbs": pages.crumbs(viewer, shown),
        "may": pages.may(viewer, shown),
    }
    return render(request, "voters/chain/revision.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_revision(request: Request, kind: str) -> HttpResponse:
    """Open the next revision, or a DPTHP on order."""
    viewer = request.viewer
    require(viewer, "voters.chain_open")
    election = places.chosen_election(viewer)
    shown = found(queries.chain, viewer, election.id) if election else None
    if shown is None or election is None or kind not in {shown.next_kind, "dpthp"}:
        raise Http404
    ordered = kind == "dpthp"
    choices = pages.village_choices(viewer) if ordered else ()
    form = OpenForm(request.POST or None, villages=choices)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = attempt(
            form,
            actions.open_revision,
            by=viewer,
            election_id=election.id,
            kind=kind,
            basis=given["basis"],
            villages=given.get("villages", ()),
        )
        if made:
            messages.success(request, _("Tahap daftar dibuka."))
            return redirect("voters:revision", made.pk)
    name = pages.kind_name(kind)
    return _form(request, form, _("Buka %(name)s") % {"name": name}, _("Buka"))


@require_POST
def fix_source(request: Request, revision_id: int) -> HttpResponse:
    """Fix A-Daftar Pemilih, which goes to coklit."""
    return _step(request, revision_id, "", actions.fix_source, _("A-Daftar Pemilih ditetapkan."))


@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request: Request, revision_id: int) -> HttpResponse:
    """Prepare the plenary of a place with its meeting."""
    viewer = request.viewer
    require(viewer, "voters.chain_prepare")
    path = request.GET.get("wilayah", "")
    shown = found(queries.standing, viewer, revision_id, path)
    form = PlenaryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.prepare_plenary,
            by=viewer,
            revision_id=revision_id,
            path=shown.here.path,
            plan=form.plan(pages.plenary_title(shown)),
            guests=form.people(),
        )
        if made:
            messages.success(request, _("Pleno disiapkan. Lengkapi undangan dan daftar hadirnya."))
            return redirect("meetings:meeting", made.meeting)
    return _form(request, form, pages.plenary_title(shown), _("Siapkan pleno"), shown)


@require_POST
def decide(request: Request, revision_id: int) -> HttpResponse:
    """Decide in the plenary of a place: PPS and PPK hold it, KPU determines."""
    path = request.GET.get("wilayah", "")
    shown = found(queries.standing, request.viewer, revision_id, path)
    if shown.here.level == "kabko":
        return _step(
            request, revision_id, shown.here.path, actions.determine, _("Daftar ditetapkan.")
        )
    return _step(
        request,
        revision_id,
        shown.here.path,
        actions.hold_plenary,
        _("Hasil pleno tercatat. Tanda tangani berita acaranya."),
        path=shown.here.path,
    )


def _step(
    request: Request, revision_id: int, back: str, act: Any, said: str, **more: Any
) -> HttpResponse:
    try:
        act(by=request.viewer, revision_id=revision_id, **more)
        messages.success(request, said)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(pages.place_url(revision_id, back))


@require_http_methods(["GET", "HEAD", "POST"])
def announce(request: Request, revision_id: int) -> HttpResponse:
    """Draft the announcement of a determined list."""
    viewer = request.viewer
    require(viewer, "voters.chain_announce")
    shown = found(queries.standing, viewer, revision_id)
    form = AnnounceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, actions.announce, by=viewer, revision_id=revision_id, **form.cleaned_data
        )
        if made:
            return redirect("kernel:document", made.pk)
    title = _("Umumkan %(name)s") % {"name": shown.revision.title}
    return _form(request, form, title, _("Konsep pengumuman"), shown)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_copy(request: Request, revision_id: int) -> HttpResponse:
    """Record a copy handed over with a receipt."""
    viewer = request.viewer
    require(viewer, "voters.chain_copy")
    shown = found(queries.standing, viewer, revision_id, request.GET.get("wilayah", ""))
    form = CopyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        handed = actions.Handed(**form.cleaned_data)
        path = shown.here.path
        if attempt(
            form, actions.hand_copy, by=viewer, revision_id=revision_id, path=path, handed=handed
        ):
            messages.success(request, _("Tanda terima tercatat."))
            return redirect(pages.place_url(revision_id, path))
    return _form(request, form, _("Serahkan salinan"), _("Simpan tanda terima"), shown)


@require_http_methods(["GET", "HEAD", "POST"])
def release(request: Request) -> HttpResponse:
    """Declare that the list of the chosen election no longer stands."""
    viewer = request.viewer
    require(viewer, "voters.chain_release")
    election = places.chosen_election(viewer)
    if election is None:
        raise Http404
    form = ReleaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        basis = form.cleaned_data["basis"]
        if attempt(form, actions.release, by=viewer, election_id=election.id, basis=basis):
            messages.success(request, _("DPT dinyatakan selesai; daftar dapat diperbarui lagi."))
            return redirect("voters:chain")
    return _form(request, form, _("DPT selesai dipakai"), _("Nyatakan selesai"))


def _form(
    request: Request,
    form: forms.Form,
    title: str,
    button: str,
    shown: queries.Standing | None = None,
) -> HttpResponse:
    back = pages.place_url(shown.revision.id, shown.here.path) if shown else pages.chain_url()
    context = {"form": form, "title": title, "button": button, "back": back, "shown": shown}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/chain/form.html", context, status=status)
