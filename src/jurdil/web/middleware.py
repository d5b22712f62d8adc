"""The one answer of Django's own that has no page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

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
