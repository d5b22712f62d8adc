"""The exchange: what came, what goes, what is held, and the address other houses send to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel import policy, throttle
from jurdil.kernel.actions import exchange as acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.exchange import arriving, codec
from jurdil.kernel.exchange.arriving import Answer
from jurdil.kernel.exchange.posting import MEDIA_TYPE, SUFFIX
from jurdil.kernel.exchange.reasons import sentence
from jurdil.kernel.exchange_forms import CarryForm, HeldForm
from jurdil.kernel.language import say
from jurdil.kernel.paging import AFTER
from jurdil.kernel.queries import exchange
from jurdil.kernel.request import Request
from jurdil.kernel.views import files
from jurdil.kernel.views.common import attempt, found

form_page = require_http_methods(["GET", "HEAD", "POST"])
CALLS, SECONDS = 60, 600
"""One visitor may call the intake address so often."""


@csrf_exempt
@never_cache
@require_POST
def intake(request: HttpRequest) -> HttpResponse:
    """Where other houses send packages and receipts; nobody signs in, the signature speaks.

    200 with a sealed receipt when the sender is known; else a code that names no one.
    """
    if not throttle.allowed(request, "exchange", CALLS, SECONDS):
        return _hint(429, "sering")
    raw = request.read(codec.ENOUGH)
    if len(raw) > codec.MOST_BYTES:
        return _hint(413, "besar")
    answer = arriving.from_network(raw)
    if answer.receipt is not None:
        return HttpResponse(answer.receipt, content_type=MEDIA_TYPE)
    return _hint(200 if answer.taken else 422, answer.code)


def _hint(status: int, code: str) -> JsonResponse:
    return JsonResponse({"code": code}, status=status)


@require_safe
def inbox(request: Request) -> HttpResponse:
    """What was taken in, under what waits for a decision."""
    context = {
        "page": exchange.received(request.viewer, after=request.GET.get(AFTER, "")),
        "held": exchange.held(request.viewer),
        "way": "masuk",
    }
    return render(request, "kernel/exchange/list.html", context)


@require_safe
def outbox(request: Request) -> HttpResponse:
    """What was sent, and how far it got."""
    page = exchange.sent(request.viewer, after=request.GET.get(AFTER, ""))
    return render(request, "kernel/exchange/list.html", {"page": page, "way": "keluar"})


@require_safe
def parcel(request: Request, parcel_id: int) -> HttpResponse:
    """A package with its history."""
    page = found(exchange.parcel, request.viewer, parcel_id)
    return render(request, "kernel/exchange/parcel.html", {"parcel": page})


@require_POST
def hand(request: Request, parcel_id: int) -> HttpResponse:
    """A package of the outbox as a sealed file, for a stick."""
    policy.require(request.viewer, "exchange.hand")
    page = found(exchange.parcel, request.viewer, parcel_id)
    if not page.outgoing:
        return redirect("kernel:parcel", parcel_id)
    content = acts.hand_over(by=request.viewer, parcel_id=parcel_id)
    return files.download(
        content, MEDIA_TYPE, f"paket-{page.row.sequence}-{page.number[:8]}{SUFFIX}"
    )


@require_safe
def receipt(request: Request, parcel_id: int) -> HttpResponse:
    """The receipt of a package that came on a stick, to carry back."""
    content = found(exchange.receipt_file, request.viewer, parcel_id)
    return files.download(content, MEDIA_TYPE, f"tanda-terima-{parcel_id}{SUFFIX}")


@form_page
def carry(request: Request) -> HttpResponse:
    """Take in a package or a receipt from a stick."""
    policy.require(request.viewer, "exchange.carry")
    form = CarryForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        answer = arriving.from_stick(request.viewer, form.cleaned_data["file"].read())
        return _answered(request, answer)
    return render(request, "kernel/exchange/carry.html", {"form": form})


@form_page
def held(request: Request, held_id: int) -> HttpResponse:
    """A held package: examine it again, or put it aside."""
    row = found(exchange.held_one, request.viewer, held_id)
    form = HeldForm(request.POST or None)
    if request.method == "POST":
        policy.require(request.viewer, "exchange.release")
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if "discard" in request.POST:
            if attempt(form, acts.discard, by=request.viewer, held_id=held_id, reason=reason):
                messages.success(request, _("Paket disisihkan. Berkasnya tetap tersimpan."))
                return redirect("kernel:exchange")
        else:
            waiting = found(exchange.held_bytes, request.viewer, held_id)
            answer = _once_more(form, request, waiting, reason)
            if answer is not None:
                return _answered(request, answer)
    return render(request, "kernel/exchange/held.html", {"row": row, "form": form})


def _once_more(form: HeldForm, request: Request, waiting, reason: str) -> Answer | None:
    try:
        return arriving.once_more(request.viewer, waiting, reason)
    except Refused as refusal:
        form.add_error("reason", str(refusal))
        return None


def _answered(request: Request, answer: Answer) -> HttpResponse:
    """To the package when it was taken in, to the held one with the reason when not."""
    if answer.parcel is not None:
        words = (
            _("Paket ini sudah pernah diterima; tidak ada yang berubah.")
            if answer.again
            else _("Paket diterima dan dicatat di jejak.")
        )
        messages.success(request, words)
        return redirect("kernel:parcel", answer.parcel.pk)
    messages.error(request, say(sentence(answer.code, answer.facts)))
    if answer.held is not None:
        return redirect("kernel:held", answer.held.pk)
    return redirect("kernel:exchange_carry")
