"""Who asks: language, office, viewer, time zone, for the length of one request."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from jurdil.kernel import clock, who
from jurdil.kernel.acts import Refused
from jurdil.kernel.windows import Closed

_NO_ROLE = _(
    "Akun Anda tidak memegang peran yang berlaku hari ini, jadi Anda dikeluarkan. Hubungi "
    "pengelola sistem kantor Anda."
)


class LanguageMiddleware:
    """Indonesian unless the reader chose otherwise; the browser's wish is not asked."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class ViewerMiddleware:
    """Put `request.office` and `request.viewer` in place and answer refusals with a page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request) -> HttpResponse:
        request.office = clock.office()
        clock.remember_office(request.office)
        try:
            if request.office is not None:
                timezone.activate(clock.zone())
                request.viewer = who.viewer_of(request)
                if request.viewer is None:
                    logout(request)
                    messages.warning(request, _NO_ROLE)
                    request.viewer = who.visitor(request.office)
            return self.get_response(request)
        finally:
            timezone.deactivate()
            clock.remember_office(None)

    def process_view(self, request, view, args, kwargs):
        if request.office is None and not request.path.startswith("/healthz"):
            return render(request, "web/no_office.html", status=503)
        if "%00" in request.get_full_path():
            raise BadRequest("an address with NUL, which no database takes")
        return None

    def process_exception(self, request, exception):
        """An act refused by a rule or a closed window is an answer, not a fault."""
        if isinstance(exception, Refused | Closed):
            return render(request, "web/refused.html", {"reason": str(exception)}, status=409)
        if isinstance(exception, PermissionDenied) and request.viewer.is_public:
            from django.contrib.auth.views import redirect_to_login

            return redirect_to_login(request.get_full_path())
        return None
