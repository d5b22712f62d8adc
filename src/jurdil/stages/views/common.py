"""What the room's views share."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request

form_page = require_http_methods(["GET", "HEAD", "POST"])
STAFF, VISITORS = "web/base.html", "web/public.html"


def page(
    request: Request, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page in the shell of its reader: the staff's, or the public one."""
    inside = allows(request.viewer, "stages.work")
    shell = STAFF if inside else VISITORS
    values = {"shell": shell, "inside": inside, **context}
    return render(request, template, values, status=status)


def may(request: Request, *codes: str) -> dict[str, bool]:
    """Which rights the viewer has, by the last word of their code, for a template."""
    return {
        code.rpartition(".")[2].replace("-", "_"): allows(request.viewer, code) for code in codes
    }
