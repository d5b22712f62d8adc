"""What the room's views share: form pages, files, crumbs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt
from jurdil.places.exports import MEDIA, Row, as_csv, as_xlsx

form_page = require_http_methods(["GET", "HEAD", "POST"])
Crumbs = list[tuple[str, str]]


@dataclass(frozen=True)
class FormPage:
    """A page that is one form: its words, the way back, and where it leads when it is done."""

    title: str
    button: str
    back: str
    crumbs: Crumbs
    said: str
    lead: str = ""


def show_form(
    request: Request,
    form: forms.Form,
    page: FormPage,
    act: Callable[..., Any],
    arguments: Callable[[], dict[str, Any]],
    to: Callable[[Any], str],
) -> HttpResponse:
    """Show the form; on POST do the act and lead on, or show what is wrong with nothing lost."""
    if request.method == "POST" and form.is_valid():
        made = attempt(form, act, by=request.viewer, **arguments())
        if made is not None:
            messages.success(request, page.said)
            return redirect(to(made))
    context = {"form": form, "page": page, "crumbs": page.crumbs}
    return render(request, "office/form.html", context, status=422 if form.errors else 200)


def table(kind: str, rows: Sequence[Row], name: str) -> HttpResponse:
    """A table as CSV or XLSX. Raises Http404 for another kind."""
    if kind not in MEDIA:
        raise Http404
    content = as_csv(rows) if kind == "csv" else as_xlsx(list(rows), name)
    return download(content, MEDIA[kind], f"{name}.{kind}", inline=False)


def stored(found: tuple[Any, bytes]) -> HttpResponse:
    """A stored file as it was brought."""
    file, content = found
    return download(content, file.media_type, file.name)


def pdf(content: bytes, name: str) -> HttpResponse:
    """A printed paper."""
    return download(content, "application/pdf", name)


def download(content: bytes, media: str, name: str, *, inline: bool = True) -> HttpResponse:
    """Bytes under a name; shown in the browser, or saved."""
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = content_disposition_header(not inline, name) or "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response
