"""The frame's own pages: switches of the head, menu, style page, health, failures."""

from collections.abc import Callable
from importlib import import_module, metadata
from importlib.util import find_spec

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_GET, require_POST, require_safe

from jurdil.kernel import who
from jurdil.kernel.queries import header
from jurdil.kernel.request import Request
from jurdil.web import sample
from jurdil.web.context import THEME_COOKIE, THEMES
from jurdil.web.errors import CSRF, FAILURES, failure_page

YEAR = 31_536_000


def _back(request: Request) -> HttpResponseRedirect:
    """To the page the switch was on; never to another host."""
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(target if safe else "/")


def _remember(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


@require_POST
def set_language(request: Request) -> HttpResponse:
    """Read the pages in another language from now on, on every device of the account."""
    wanted = request.POST.get("bahasa", "")
    response = _back(request)
    if wanted in dict(settings.LANGUAGES):
        _remember(response, settings.LANGUAGE_COOKIE_NAME, wanted)
        who.prefer(request.user, language=wanted)
    return response


@require_POST
def set_theme(request: Request) -> HttpResponse:
    """Light, dark, or as the device wishes."""
    wanted = request.POST.get("tema", "")
    response = _back(request)
    if wanted in THEMES:
        _remember(response, THEME_COOKIE, wanted)
        who.prefer(request.user, theme=wanted)
    return response


@require_POST
def set_election(request: Request) -> HttpResponse:
    """Look at one running election, or at all of them; a filter, no right."""
    wanted = request.POST.get("pemilihan", "")
    known = {str(choice.id): choice.id for choice in header.running_elections(request.viewer)}
    request.session[who.ELECTION_KEY] = known.get(wanted)
    return _back(request)


@require_POST
def set_role(request: Request) -> HttpResponse:
    """Act in another of one's own roles."""
    wanted = request.POST.get("peran", "")
    if wanted not in {str(choice.grant_id) for choice in header.own_roles(request.viewer)}:
        raise PermissionDenied(_("Peran itu bukan milik Anda atau sudah berakhir."))
    request.session[who.GRANT_KEY] = int(wanted)
    request.session.pop(who.ELECTION_KEY, None)
    return _back(request)


@require_safe
def menu(request: Request) -> HttpResponse:
    """All links as large rows: the phone's way around."""
    return render(request, "web/menu.html")


@require_safe
def style_page(request: Request) -> HttpResponse:
    """Every part of a page on one page, with made-up figures."""
    return render(request, "web/gaya.html", sample.parts(request))


@require_safe
def public_style_page(request: Request) -> HttpResponse:
    """The public shell with a result as the portal shows one."""
    return render(request, "web/gaya_publik.html", sample.public(request))


@never_cache
@require_GET
def live(request: Request) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_GET
def ready(request: Request) -> JsonResponse:
    """Whether the house can work: the kernel's checks by name, 503 when one fails."""
    checks = _readiness()()
    good = all(checks.values())
    return JsonResponse({"ready": good, "checks": checks}, status=200 if good else 503)


def _readiness() -> Callable[[], dict[str, bool]]:
    if find_spec("jurdil.kernel.health"):
        return import_module("jurdil.kernel.health").ready
    return dict


@never_cache
@require_GET
def version(request: Request) -> JsonResponse:
    """The release that is running."""
    return JsonResponse({"name": "Jurdil", "version": metadata.version("jurdil")})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return failure_page(request, FAILURES[400])


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return failure_page(request, FAILURES[403], str(exception or ""))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return failure_page(request, FAILURES[404])


def not_allowed(request: HttpRequest) -> HttpResponse:
    return failure_page(request, FAILURES[405])


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the frame: whatever failed may have been part of it."""
    return render(request, "web/server_error.html", {"failure": FAILURES[500]}, status=500)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return failure_page(request, CSRF)
