"""Pages of figures: the recap by place, and Sidalih's beside it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.voters.actions import pdpb as acts
from jurdil.voters.pages.pdpb import quarter as pages
from jurdil.voters.pages.pdpb import rows
from jurdil.voters.queries import pdpb as queries

UNPROCESSABLE = 422


@require_safe
def recap(request: Request, revision_id: int) -> HttpResponse:
    """The recap of a place by the places below it, with reasons and disability groups."""
    viewer = request.viewer
    held = found(queries.recap, viewer, revision_id, request.GET.get("wilayah", ""))
    context = {
        "recap": held,
        "lines": rows.recap_lines(held.parts),
        "whole": rows.recap_line(held.place),
        "breakdown": rows.breakdown(held),
        "tabs": pages.tabs(revision_id, "pdpb_recap"),
        "crumbs": pages.crumbs("PDPB"),
    }
    return render(request, "voters/pdpb/recap.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def sidalih(request: Request, revision_id: int) -> HttpResponse:
    """Sidalih's figures beside the list's own, cell by cell; whoever may, types them."""
    viewer = request.viewer
    held = found(queries.comparison, viewer, revision_id)
    refusal = ""
    if request.method == "POST":
        refusal = _noted(request, revision_id, [one.path for one in held.places])
        if not refusal:
            return redirect("voters:pdpb_sidalih", revision_id)
    context = {
        "held": held,
        "columns": rows.columns(),
        "differing": rows.differing(held),
        "unread": not any(one.read for one in held.places),
        "refusal": refusal,
        "typed": request.POST,
        "may_note": allows(viewer, "voters.pdpb_sidalih"),
        "revision_id": revision_id,
        "tabs": pages.tabs(revision_id, "pdpb_sidalih"),
        "crumbs": pages.crumbs("PDPB"),
    }
    status = UNPROCESSABLE if refusal else 200
    return render(request, "voters/pdpb/sidalih.html", context, status=status)


def _noted(request: Request, revision_id: int, places: list[str]) -> str:
    """Keep what was typed; the sentence of a refusal, '' when it was done."""
    try:
        given = {path: rows.typed(path, request.POST) for path in places}
        acts.note_sidalih(
            by=request.viewer,
            revision_id=revision_id,
            rows={path: figures for path, figures in given.items() if figures},
            origin=_("diketik"),
        )
    except ValueError:
        return _("Tulis angka bulat tanpa huruf; sel kosong berarti belum dibaca.")
    except Refused as refusal:
        return str(refusal)
    messages.success(request, _("Angka Sidalih tersimpan dan dibandingkan."))
    return ""
