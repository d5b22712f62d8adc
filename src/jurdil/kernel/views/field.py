"""Field work: the address phones send to, one's own records, and what waits for a decision."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel import clock, policy
from jurdil.kernel.actions import outbox as acts
from jurdil.kernel.language import say
from jurdil.kernel.outbox import attachments, handover, receiving
from jurdil.kernel.outbox_forms import DecisionForm, HandoverForm
from jurdil.kernel.queries import outbox
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found

form_page = require_http_methods(["GET", "HEAD", "POST"])


def _refusal(status: int, code: str, message: str) -> JsonResponse:
    return JsonResponse({"code": code, "message": message}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sync(request: Request) -> HttpResponse:
    """GET: who is signed in here, with what may be taken along. POST: a batch, answered per event.

    Every answer is JSON; after any but 200 the phone keeps what it has.
    """
    if request.viewer.is_public:
        return _refusal(401, "masuk", _("Masuk dahulu, lalu catatan dikirim."))
    if not policy.allows(request.viewer, "outbox.receive"):
        return _refusal(403, "wewenang", _("Peran Anda tidak mengirim catatan lapangan."))
    return _receive(request) if request.method == "POST" else _state(request)


def _state(request: Request) -> JsonResponse:
    offered = [
        {"code": package.code, "title": say(package.title), "url": reverse(package.url_name)}
        | {"page": reverse(package.page) if package.page else ""}
        for package in outbox.packages(request.viewer)
    ]
    return JsonResponse(
        {
            "account": request.viewer.account_id,
            "name": request.viewer.name,
            "token": get_token(request),
            "now": clock.real().isoformat(),
            "legal": clock.now().isoformat(),
            "packages": offered,
        }
    )


def _receive(request: Request) -> JsonResponse:
    body = request.read(receiving.ENOUGH)
    if len(body) > receiving.BODY:
        return _refusal(413, "besar", _("Kiriman terlalu besar. Kirim lebih sedikit sekaligus."))
    try:
        batch = receiving.read(body)
    except receiving.Malformed as error:
        return _refusal(400, "bentuk", str(error))
    if batch.account != request.viewer.account_id:
        text = _("Catatan di HP ini milik akun lain. Masuk dengan akun itu untuk mengirimnya.")
        return _refusal(409, "akun", text)
    answers = receiving.take(request.viewer, batch)
    return JsonResponse({"answers": receiving.as_json(answers), "now": clock.real().isoformat()})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sync_file(request: Request, event_id: UUID, number: int) -> HttpResponse:
    """GET: how much of an event's file is here. POST: its next piece, from byte `?mulai=` on."""
    if request.viewer.is_public:
        return _refusal(401, "masuk", _("Masuk dahulu, lalu foto dikirim."))
    policy.require(request.viewer, "outbox.attach")
    try:
        way = attachments.on_its_way(request.viewer, event_id, number)
    except ObjectDoesNotExist:
        return _refusal(404, "tidak-ada", _("Catatan dari foto ini belum ada di kantor."))
    if request.method == "POST":
        piece = request.read(attachments.ENOUGH)
        begins = request.GET.get("mulai", "")
        if not begins.isdecimal() or len(begins) > 9 or not 0 < len(piece) <= attachments.PIECE:
            return _refusal(400, "bentuk", _("Potongan foto ini tidak dapat dibaca."))
        way = attachments.take(request.viewer, way, int(begins), piece)
    return JsonResponse({"have": way.have, "done": way.done, "message": way.message})


@require_safe
def mine(request: Request) -> HttpResponse:
    """One's own records and what came of them."""
    return render(request, "kernel/field/mine.html", {"rows": outbox.mine(request.viewer)})


@require_safe
def waiting(request: Request) -> HttpResponse:
    """What waits for a person."""
    return render(request, "kernel/field/waiting.html", {"rows": outbox.waiting(request.viewer)})


@form_page
def decide(request: Request, event_id: UUID) -> HttpResponse:
    """The field's record beside the office's, and the decision."""
    waiting = found(outbox.waiting_event, request.viewer, event_id)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = {"event_id": event_id, **form.cleaned_data}
        if attempt(form, acts.decide, by=request.viewer, **facts):
            messages.success(request, _("Keputusan dicatat."))
            return redirect("kernel:field_waiting")
    return render(request, "kernel/field/decide.html", {"waiting": waiting, "form": form})


@form_page
def handed_over(request: Request) -> HttpResponse:
    """Take in the file of a phone that was handed over."""
    policy.require(request.viewer, "outbox.carry")
    form = HandoverForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            batch = handover.opened(form.cleaned_data["file"].read(), form.cleaned_data["password"])
        except receiving.Malformed as error:
            form.add_error(None, str(error))
        else:
            answers = receiving.take(request.viewer, batch)
            return render(request, "kernel/field/handed_over.html", {"answers": answers})
    return render(request, "kernel/field/handover_form.html", {"form": form})
