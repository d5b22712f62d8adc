"""What the views of programme and activities share: a page that is one form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt
from jurdil.outreach.pages.programme import Crumbs

UNPROCESSABLE = 422
form_page = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class FormPage:
    """A page that is one form: its words, the way back, and what is said when it is done."""

    title: str
    button: str
    back: str
    crumbs: Crumbs
    said: str
    lead: str = ""
    template: str = "outreach/form.html"


def show_form(
    request: Request,
    form: forms.Form,
    page: FormPage,
    act: Callable[[], Any],
    to: Callable[[Any], str],
) -> HttpResponse:
    """Show the form; on POST do the act and lead on, or show what is wrong with nothing lost."""
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: act())
        if made is not None:
            messages.success(request, page.said)
            return redirect(to(made))
    context = {"form": form, "page": page, "crumbs": page.crumbs}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, page.template, context, status=status)
