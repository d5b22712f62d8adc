"""What the room's views share: form pages, files, crumbs."""

from typing import Any

from django.http import HttpResponse

from jurdil.kernel.views.files import download
from jurdil.web.form_pages import Crumbs, FormPage, form_page, show_form

__all__ = ["Crumbs", "FormPage", "form_page", "show_form", "stored"]


def stored(found: tuple[Any, bytes]) -> HttpResponse:
    """A stored file as it was brought, shown in the browser."""
    file, content = found
    return download(content, file.media_type, file.name, inline=True)
