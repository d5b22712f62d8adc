"""What the phones of PPK and PPS take along, and the page that they keep."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jurdil.kernel import outbox
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.outreach.pages import field as pages


@require_safe
def offline(request: Request) -> HttpResponse:
    """The page that a phone keeps; it names nobody."""
    return render(request, "outreach/field.html", {"words": pages.words()})


@never_cache
@require_safe
def taken(request: Request) -> JsonResponse:
    """The activities of the committee and the lists its form offers."""
    require(request.viewer, "outreach.field")
    rows = pages.rows(request.viewer)
    return JsonResponse(outbox.taken_along("sosialisasi", rows, closes=None))
