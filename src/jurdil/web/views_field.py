"""The pages a phone keeps, and the worker and manifest that keep them."""

import json

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jurdil.kernel.request import Request
from jurdil.web import field_pages


@require_safe
def shell(request: Request) -> HttpResponse:
    """Field work on a phone: lists to take along and what is not sent yet. It names nobody."""
    return render(request, "web/field/shell.html")


@never_cache
@require_safe
def worker(request: Request) -> HttpResponse:
    """The service worker; another byte in it makes browsers renew what they keep."""
    kept = {
        "cache": field_pages.cache_name(),
        "pages": field_pages.pages(),
        "files": field_pages.files(),
    }
    context = {"kept": json.dumps(kept)}
    return render(request, "web/field/sw.js", context, content_type="text/javascript")


@require_safe
def manifest(request: Request) -> JsonResponse:
    """What a phone shows when the page is put on its home screen."""
    icon = {"src": static("jurdil/tanda.svg"), "sizes": "any", "type": "image/svg+xml"}
    home = reverse("web:field")
    facts = {
        "name": _("Jurdil: kerja lapangan"),
        "short_name": "Jurdil",
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "icons": [icon],
    }
    return JsonResponse(facts, content_type="application/manifest+json")
