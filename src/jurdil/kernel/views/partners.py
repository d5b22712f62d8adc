"""Partners: their cards and keys, and our own card for their paper."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel import policy
from jurdil.kernel.actions import partners as acts
from jurdil.kernel.drawing import qr
from jurdil.kernel.exchange_forms import AddressForm, CardForm, ConfirmForm, ReasonForm
from jurdil.kernel.queries import partners as queries
from jurdil.kernel.request import Request
from jurdil.kernel.views import files
from jurdil.kernel.views.common import attempt, found

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def partners(request: Request) -> HttpResponse:
    """The offices that are known, and what each still needs."""
    rows = queries.partners(request.viewer)
    return render(request, "kernel/exchange/partners.html", {"partners": rows})


@require_safe
def partner(request: Request, partner_id: int) -> HttpResponse:
    """A partner with its keys."""
    row = found(queries.partner, request.viewer, partner_id)
    return render(request, "kernel/exchange/partner.html", {"partner": row})


@form_page
def introduce(request: Request) -> HttpResponse:
    """Enter the card of another office."""
    policy.require(request.viewer, "exchange.introduce")
    form = CardForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        key = attempt(form, acts.introduce, by=request.viewer, **form.cleaned_data)
        if key is not None:
            text = _("Kartu dicatat. Sekarang orang lain mengukuhkannya dari kertas.")
            messages.success(request, text)
            return redirect("kernel:partner", key.partner_id)
    return render(request, "kernel/exchange/card_form.html", {"form": form})


@form_page
def confirm(request: Request, partner_id: int, key_id: int) -> HttpResponse:
    """Compare a key with the paper of its office."""
    policy.require(request.viewer, "exchange.confirm")
    row = found(queries.partner, request.viewer, partner_id)
    form = ConfirmForm(request.POST or None)
    if form.is_valid() and attempt(
        form, partial(found, acts.confirm), by=request.viewer, key_id=key_id, **form.cleaned_data
    ):
        messages.success(
            request,
            _("Kunci %(name)s dikukuhkan. Paket kini dapat dikirim dan diterima.")
            % {"name": row.name},
        )
        return redirect("kernel:partner", partner_id)
    context = {"form": form, "partner": row}
    return render(request, "kernel/exchange/confirm_form.html", context)


@form_page
def revoke(request: Request, partner_id: int, key_id: int) -> HttpResponse:
    """End a key at once."""
    policy.require(request.viewer, "exchange.revoke")
    row = found(queries.partner, request.viewer, partner_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(
        form, partial(found, acts.revoke), by=request.viewer, key_id=key_id, **form.cleaned_data
    ):
        messages.success(request, _("Kunci diakhiri. Paket dengan kunci ini akan ditahan."))
        return redirect("kernel:partner", partner_id)
    return render(request, "kernel/exchange/revoke_form.html", {"form": form, "partner": row})


@form_page
def address(request: Request, partner_id: int) -> HttpResponse:
    """Record where another house is reached."""
    policy.require(request.viewer, "exchange.address")
    row = found(queries.partner, request.viewer, partner_id)
    form = AddressForm(request.POST or None, initial={"address": row.address})
    if form.is_valid() and attempt(
        form,
        partial(found, acts.move),
        by=request.viewer,
        partner_id=partner_id,
        **form.cleaned_data,
    ):
        messages.success(request, _("Alamat dicatat."))
        return redirect("kernel:partner", partner_id)
    return render(request, "kernel/exchange/address_form.html", {"form": form, "partner": row})


@require_safe
def own_card(request: Request) -> HttpResponse:
    """Our card, to print, sign, and give to a partner."""
    card = queries.own_card(request.viewer)
    return render(request, "kernel/exchange/card.html", {"card": card, "qr": qr(card.text)})


@require_safe
def card_file(request: Request) -> HttpResponse:
    """Our card as a file."""
    card = queries.own_card(request.viewer)
    return files.download(card.text, "text/plain; charset=ascii", "kantor.jurdil-kartu")


@form_page
def renew(request: Request) -> HttpResponse:
    """Make a new key for this office."""
    policy.require(request.viewer, "exchange.renew")
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(
        form, acts.renew_own_key, by=request.viewer, **form.cleaned_data
    ):
        text = _("Kunci baru dibuat. Cetak kartunya dan sampaikan kepada setiap mitra.")
        messages.success(request, text)
        return redirect("kernel:own_card")
    return render(request, "kernel/exchange/renew_form.html", {"form": form})
