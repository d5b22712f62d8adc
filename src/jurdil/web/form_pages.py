"""A page that is one form, for every room: its words, the way back, and where it leads."""

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
    return render(request, "web/form.html", context, status=422 if form.errors else 200)
