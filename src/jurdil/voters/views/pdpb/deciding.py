"""The desk of a quarter: proposals by paper, accepted together where one paper carries them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from jurdil.kernel.acts import Refused
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.voters.actions import pdpb as acts
from jurdil.voters.pages.common import villages
from jurdil.voters.pages.pdpb import quarter as pages
from jurdil.voters.pages.pdpb import rows
from jurdil.voters.queries import pdpb as queries
from jurdil.voters.views.common import ticked

CONFLICT = 409


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: Request, revision_id: int) -> HttpResponse:
    """What waits for a decision in a quarter."""
    viewer = request.viewer
    require(viewer, "voters.pdpb")
    refusal = ""
    kind, path = request.GET.get("jenis", ""), request.GET.get("wilayah", "")
    if request.method == "POST":
        refusal = _accepted(request)
        if not refusal:
            return redirect(request.get_full_path())
    held = found(queries.desk, viewer, revision_id, kind=kind, path=path)
    context = {
        "desk": held,
        "groups": rows.groups(viewer, held),
        "kinds": rows.kinds(held),
        "kind": kind,
        "path": path,
        "places": villages(viewer),
        "refusal": refusal,
        "may_accept": allows(viewer, "voters.pdpb_together"),
        "may_propose": allows(viewer, "voters.propose"),
        "revision_id": revision_id,
        "tabs": pages.tabs(revision_id, "pdpb_desk"),
        "crumbs": pages.crumbs("PDPB"),
    }
    status = CONFLICT if refusal else 200
    return render(request, "voters/pdpb/desk.html", context, status=status)


def _accepted(request: Request) -> str:
    """Accept what was chosen; the sentence of a refusal, '' when it was done."""
    chosen = ticked(request, "usulan")
    note = request.POST.get("catatan", "")
    try:
        count = acts.accept_together(by=request.viewer, proposals=chosen, note=note)
    except Refused as refusal:
        return str(refusal)
    messages.success(request, _("%s usulan diterima dan daftar sudah berubah.") % count)
    return ""
