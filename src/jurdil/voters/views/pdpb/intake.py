"""Pages of agency data: the register with its form, and one delivery row by row."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from jurdil.kernel.language import say
from jurdil.kernel.paging import AFTER, decode
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.voters.actions import pdpb as acts
from jurdil.voters.forms.pdpb import LetterForm
from jurdil.voters.pages.pdpb import quarter as pages
from jurdil.voters.pages.pdpb import rows
from jurdil.voters.pdpb import claims
from jurdil.voters.queries import pdpb as queries
from jurdil.voters.views.common import resumed

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: Request, revision_id: int) -> HttpResponse:
    """What agencies sent in a quarter; whoever may, registers another letter."""
    viewer = request.viewer
    shown = found(queries.deliveries, viewer, revision_id)
    form = LetterForm(
        request.POST or None,
        request.FILES or None,
        agencies=[(code, say(name)) for code, name in claims.agencies().items()],
        claims=[(code, say(name)) for code, name in claims.claims().items()],
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(form, acts.receive, by=viewer, revision_id=revision_id, letter=form.asked())
        if made:
            messages.success(request, _("Surat tercatat. Sekarang ambil berkas barisnya."))
            return redirect("voters:pdpb_delivery", made.pk)
    context = {
        "deliveries": [(row, rows.outcomes(row)) for row in shown],
        "form": form,
        "may_receive": allows(viewer, "voters.pdpb_receive"),
        "tabs": pages.tabs(revision_id, "pdpb_intake"),
        "crumbs": pages.crumbs("PDPB"),
        "revision_id": revision_id,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/pdpb/intake.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delivery(request: Request, delivery_id: int) -> HttpResponse:
    """One delivery: what became of each of its rows, and why; going on with its rows."""
    viewer = request.viewer
    if request.method == "POST":
        found(queries.delivery, viewer, delivery_id)
        return resumed(request, "voters:pdpb_delivery", delivery_id)
    chosen, after = request.GET.get("hasil", ""), decode(request.GET.get(AFTER, ""), int)
    page = found(queries.delivery, viewer, delivery_id, outcome=chosen, after=after)
    context = {
        "page": page,
        "outcomes": rows.outcomes(page.row),
        "lines": rows.agency_lines(viewer, page.lines.rows),
        "chosen": chosen,
        "may_resume": allows(viewer, "voters.resume"),
        "may_receive": allows(viewer, "voters.pdpb_receive"),
        "tabs": pages.tabs(page.revision, "pdpb_intake"),
        "crumbs": pages.crumbs("PDPB"),
    }
    return render(request, "voters/pdpb/delivery.html", context)
