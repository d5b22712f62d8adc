"""Files as answers: one way to name them, to show them or to save them."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from jurdil.kernel.spreadsheets import MEDIA, Row, as_csv, as_xlsx

PDF = "application/pdf"


def download(
    content: bytes | str, media: str, name: str = "", *, inline: bool = False
) -> HttpResponse:
    """Bytes under a name; to be saved, or shown in the browser. A slash in the name is a dash."""
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = disposition(name, inline=inline)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def disposition(name: str, *, inline: bool = False) -> str:
    """The header that names a file, also one whose name is not ASCII."""
    return content_disposition_header(not inline, name.replace("/", "-")) or "inline"


def pdf(content: bytes, name: str) -> HttpResponse:
    """A printed paper, shown in the browser."""
    return download(content, PDF, name, inline=True)


def table(kind: str, rows: Sequence[Row], name: str) -> HttpResponse:
    """A table as CSV or XLSX. Raises Http404 for another kind."""
    if kind not in MEDIA:
        raise Http404
    content = as_csv(rows) if kind == "csv" else as_xlsx(rows, name)
    return download(content, MEDIA[kind], f"{name}.{kind}")
