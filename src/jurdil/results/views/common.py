"""What the views share."""

from django.http import Http404, HttpResponse

from jurdil.kernel.request import Request
from jurdil.places.exports import MEDIA, Row, as_csv, as_xlsx


def file(request: Request, kind: str, rows: list[Row], name: str) -> HttpResponse:
    """A table as the file asked for. Raises Http404 for a kind that is none."""
    if kind not in MEDIA:
        raise Http404
    content = as_csv(rows) if kind == "csv" else as_xlsx(rows, name)
    response = HttpResponse(content, content_type=MEDIA[kind])
    filename = f"{name}-{request.viewer.path}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
