"""Correction advice: given and followed in Bawaslu's house, answered in KPU's."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel import clock, policy
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download
from jurdil.oversight import actions, queries
from jurdil.oversight.forms.advice import AdviceForm, AnswerForm, DropForm, PaperAnswerForm

form_page = require_http_methods(["GET", "HEAD", "POST"])
TAGS = {
    "menunggu": "wait",
    "ditindaklanjuti": "ok",
    "sebagian": "warn",
    "tidak-ditindaklanjuti": "bad",
    "ditolak": "bad",
    "lewat-waktu": "bad",
}


@require_safe
def given(request: Request) -> HttpResponse:
    """Advice that this office gave; what lapses next on top."""
    waiting = request.GET.get("lihat") != "semua"
    rows = queries.advice_given(request.viewer, waiting=waiting)
    context = {"rows": rows, "waiting": waiting, "tags": TAGS, "here": "oversight:advice_list"}
    return render(request, "oversight/advice/list.html", context)


@form_page
def give(request: Request) -> HttpResponse:
    """Note an advice that was given."""
    policy.require(request.viewer, "oversight.advice_give")
    form = AdviceForm(request.POST or None, viewer=request.viewer)
    if form.is_valid():
        act = partial(found, actions.give_advice)
        row = attempt(form, act, by=request.viewer, **form.facts())
        if row is not None:
            messages.success(request, _sent(row.parcel_id is not None))
            return redirect("oversight:advice", row.pk)
    return render(request, "oversight/advice/give.html", {"form": form})


def _sent(sent: bool) -> str:
    if sent:
        return _("Saran dicatat dan dikirim ke rumah data KPU. Jamnya berjalan.")
    return _("Saran dicatat dan jamnya berjalan. KPU belum diperkenalkan, jadi belum terkirim.")


@require_safe
def advice(request: Request, advice_id: int) -> HttpResponse:
    """One advice with its clock and its answer."""
    page = found(queries.advice, request.viewer, advice_id)
    return render(request, "oversight/advice/page.html", _context(page))


def _context(page) -> dict[str, object]:
    return {"page": page, "tag": TAGS[page.row.standing], "today": clock.today()}


@require_POST
def send(request: Request, advice_id: int) -> HttpResponse:
    """Send an advice that waited for the introduction of KPU's house."""
    found(actions.send_advice, by=request.viewer, advice_id=advice_id)
    messages.success(request, _("Saran dikirim ke rumah data KPU."))
    return redirect("oversight:advice", advice_id)


@form_page
def answered(request: Request, advice_id: int) -> HttpResponse:
    """Note an answer that came on paper."""
    page = found(queries.advice, request.viewer, advice_id)
    policy.require(request.viewer, "oversight.advice_answered")
    form = PaperAnswerForm(request.POST or None, initial={"answered_at": clock.now()})
    if form.is_valid() and attempt(
        form, actions.note_answer, by=request.viewer, advice_id=advice_id, **form.cleaned_data
    ):
        messages.success(request, _("Jawaban dicatat."))
        return redirect("oversight:advice", advice_id)
    return render(request, "oversight/advice/answered.html", {"page": page, "form": form})


@require_safe
def evidence(request: Request, advice_id: int, file_id: int) -> HttpResponse:
    """Evidence of an answer, in Bawaslu's house."""
    return _download(found(queries.answer_file, request.viewer, advice_id, file_id))


@require_safe
def inbox(request: Request) -> HttpResponse:
    """Advice that this office received; what ends next on top."""
    waiting = request.GET.get("lihat") != "semua"
    rows = queries.advice_inbox(request.viewer, waiting=waiting)
    context = {"rows": rows, "waiting": waiting, "tags": TAGS, "here": "oversight:advice_inbox"}
    return render(request, "oversight/advice/list.html", context)


@form_page
def received(request: Request, advice_id: int) -> HttpResponse:
    """One advice received, and its answer."""
    page = found(queries.advice_received, request.viewer, advice_id)
    form = None
    if page.open and policy.allows(request.viewer, "oversight.advice_answer"):
        form = AnswerForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        policy.require(request.viewer, "oversight.advice_answer")
    if request.method == "POST" and form is not None and form.is_valid():
        act = partial(found, actions.answer_advice)
        if attempt(form, act, by=request.viewer, advice_id=advice_id, new=form.facts()):
            messages.success(request, _("Jawaban dikirim ke Bawaslu."))
            return redirect("oversight:advice_in", advice_id)
    context = _context(page) | {"form": form}
    return render(request, "oversight/advice/received.html", context)


@require_safe
def own_evidence(request: Request, advice_id: int, file_id: int) -> HttpResponse:
    """Evidence of our answer, in KPU's house."""
    return _download(found(queries.own_answer_file, request.viewer, advice_id, file_id))


def _download(kept) -> HttpResponse:
    file, content = kept
    return download(content, file.media_type, file.name)


@require_safe
def drafts(request: Request) -> HttpResponse:
    """Draft findings that arose by themselves."""
    rows = queries.drafts(request.viewer)
    return render(request, "oversight/advice/drafts.html", {"rows": rows})


@form_page
def draft(request: Request, draft_id: int) -> HttpResponse:
    """One draft; it can be struck with a reason."""
    row = found(queries.draft, request.viewer, draft_id)
    form = DropForm(request.POST or None)
    if request.method == "POST":
        policy.require(request.viewer, "oversight.draft_drop")
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form, actions.drop_draft, by=request.viewer, draft_id=draft_id, **form.cleaned_data
        )
    ):
        messages.success(request, _("Konsep dicoret dengan alasannya."))
        return redirect("oversight:drafts")
    return render(request, "oversight/advice/draft.html", {"row": row, "form": form})
