"""What the views share."""

from django.http import HttpResponse

from jurdil.kernel.request import Request
from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.views.files import table


def file(request: Request, kind: str, rows: list[Row], name: str) -> HttpResponse:
    """A table as the file asked for. Raises Http404 for a kind that is none."""
    return table(kind, rows, f"{name}-{request.viewer.path}")
