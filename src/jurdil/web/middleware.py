"""The account's own language, and a page for the one answer of Django's own that has none."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import translation

from jurdil.web import views


class NotAllowedPage:
    """Give a refused method (405) its page; the header naming the allowed ones stays."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        page = views.not_allowed(request)
        page.headers["Allow"] = response.headers["Allow"]
        return page


class AccountLanguage:
    """On a device that has not chosen yet, pages speak the language kept with the account."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kept = getattr(request.user, "language", "")
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen or kept not in dict(settings.LANGUAGES):
            return self.get_response(request)
        with translation.override(kept):
            request.LANGUAGE_CODE = kept
            response = self.get_response(request)
        response.headers["Content-Language"] = kept
        return response
