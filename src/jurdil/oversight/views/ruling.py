"""Rulings: sent and followed in Bawaslu's house, carried out in KPU's."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel import clock, policy
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download
from jurdil.oversight import actions, queries
from jurdil.oversight.forms.ruling import FollowForm, PaperFollowForm, RulingForm

form_page = require_http_methods(["GET", "HEAD", "POST"])
LIST, INBOX = "oversight:ruling_list", "oversight:ruling_inbox"


@require_safe
def sent(request: Request) -> HttpResponse:
    """Rulings that this office sent; what must be followed next on top."""
    waiting = request.GET.get("lihat") != "semua"
    rows = queries.ruling_list(request.viewer, waiting=waiting)
    return _list(request, rows, waiting, LIST)


@require_safe
def inbox(request: Request) -> HttpResponse:
    """Rulings that this office received; what must be followed next on top."""
    waiting = request.GET.get("lihat") != "semua"
    rows = queries.ruling_inbox(request.viewer, waiting=waiting)
    return _list(request, rows, waiting, INBOX)


def _list(request: Request, rows, waiting: bool, here: str) -> HttpResponse:
    context = {"rows": rows, "waiting": waiting, "here": here}
    return render(request, "oversight/ruling/list.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Send a ruling to KPU; without a source, what there is to send."""
    policy.require(request.viewer, "oversight.ruling_send")
    source = request.GET.get("dari", "")
    if not source:
        rows = queries.ruling_candidates(request.viewer)
        return render(request, "oversight/ruling/choose.html", {"rows": rows})
    origin = found(queries.ruling_origin_of, request.viewer, source)
    form = RulingForm(request.POST or None, request.FILES or None, origin=origin.origin)
    if request.method == "POST" and form.is_valid():
        act = partial(found, actions.send_ruling)
        row = attempt(form, act, by=request.viewer, source=source, **form.facts())
        if row is not None:
            messages.success(request, _said(row.parcel_id is not None))
            return redirect("oversight:ruling", row.pk)
    context = {"form": form, "page": origin}
    status = 422 if form.errors else 200
    return render(request, "oversight/ruling/new.html", context, status=status)


def _said(went: bool) -> str:
    if went:
        return _("Putusan dicatat dan dikirim ke rumah data KPU.")
    return _("Putusan dicatat. KPU belum diperkenalkan, jadi belum terkirim.")


@form_page
def ruling(request: Request, ruling_id: int) -> HttpResponse:
    """One ruling with its clock and what was told; a POST sends one that waited."""
    if request.method == "POST":
        policy.require(request.viewer, "oversight.ruling_post")
        found(actions.post_ruling, by=request.viewer, ruling_id=ruling_id)
        messages.success(request, _("Putusan dikirim ke rumah data KPU."))
        return redirect("oversight:ruling", ruling_id)
    page = found(queries.ruling, request.viewer, ruling_id)
    context = {"page": page, "today": clock.today()}
    return render(request, "oversight/ruling/page.html", context)


@form_page
def noted(request: Request, ruling_id: int) -> HttpResponse:
    """Note a follow-up that came on paper."""
    page = found(queries.ruling, request.viewer, ruling_id)
    policy.require(request.viewer, "oversight.ruling_noted")
    form = PaperFollowForm(request.POST or None, initial={"answered_at": clock.now()})
    if form.is_valid():
        act = partial(found, actions.note_follow_up)
        if attempt(form, act, by=request.viewer, ruling_id=ruling_id, **form.cleaned_data):
            messages.success(request, _("Tindak lanjut dicatat."))
            return redirect("oversight:ruling", ruling_id)
    status = 422 if form.errors else 200
    context = {"page": page, "form": form}
    return render(request, "oversight/ruling/noted.html", context, status=status)


@form_page
def received(request: Request, ruling_id: int) -> HttpResponse:
    """One ruling received, and what was done with it."""
    if request.method == "POST":
        policy.require(request.viewer, "oversight.ruling_answer")
    page = found(queries.ruling_received, request.viewer, ruling_id)
    form = None
    if page.open and policy.allows(request.viewer, "oversight.ruling_answer"):
        form = FollowForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form is not None and form.is_valid():
        act = partial(found, actions.answer_ruling)
        if attempt(form, act, by=request.viewer, ruling_id=ruling_id, new=form.facts()):
            messages.success(request, _("Tindak lanjut dikirim ke Bawaslu."))
            return redirect("oversight:ruling_in", ruling_id)
    context = {"page": page, "today": clock.today(), "form": form}
    status = 422 if form is not None and form.errors else 200
    return render(request, "oversight/ruling/received.html", context, status=status)


@require_safe
def file(request: Request, ruling_id: int, proof_id: int) -> HttpResponse:
    """The document or a paper of a follow-up, in Bawaslu's house."""
    return _download(found(queries.ruling_file, request.viewer, ruling_id, proof_id))


@require_safe
def own_file(request: Request, ruling_id: int, proof_id: int) -> HttpResponse:
    """The document or a paper of our follow-up, in KPU's house."""
    return _download(found(queries.own_ruling_file, request.viewer, ruling_id, proof_id))


def _download(kept) -> HttpResponse:
    stored, name, content = kept
    return download(content, stored.media_type, name)
