"""The trail: list, entry, the whole file, how it is verified."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jurdil.kernel import forms, paging
from jurdil.kernel.language import say
from jurdil.kernel.queries import ledger
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.kernel.views.files import disposition


@require_safe
def entries(request: Request) -> HttpResponse:
    """What happened in the viewer's place, newest first."""
    acts = [(choice.code, say(choice.name)) for choice in ledger.act_choices(request.viewer)]
    form = forms.LedgerFilter(request.GET, acts=sorted(acts, key=lambda choice: choice[1]))
    chosen = form.cleaned_data if form.is_valid() else {}
    page = ledger.entries(
        request.viewer,
        act=chosen.get("tindakan", ""),
        path=chosen.get("tempat", ""),
        subject=chosen.get("pokok", ""),
        after=request.GET.get(paging.AFTER, ""),
    )
    context = {"form": form, "page": page, "head": ledger.head(request.viewer)}
    return render(request, "kernel/ledger.html", context)


@require_safe
def entry(request: Request, seq: int) -> HttpResponse:
    """One entry with its payload and hashes."""
    return render(
        request, "kernel/ledger_entry.html", {"entry": found(ledger.entry, request.viewer, seq)}
    )


@require_safe
def export(request: Request) -> StreamingHttpResponse:
    """The whole ledger as JSON lines."""
    lines = ledger.export(request.viewer)
    head = ledger.head(request.viewer)
    response = StreamingHttpResponse(
        (f"{line}\n" for line in lines), content_type="application/jsonl; charset=utf-8"
    )
    name = f"jejak-{request.office.path}-{head.count}.jsonl"
    response.headers["Content-Disposition"] = disposition(name)
    return response


@require_safe
def verification(request: Request) -> HttpResponse:
    """How anyone checks that nothing was changed or dropped."""
    return render(request, "kernel/ledger_verification.html", {"head": ledger.head(request.viewer)})
