"""The public's comments on an announced list; nobody sees a list here."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from jurdil.kernel import clock, throttle
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.viewer import public_viewer
from jurdil.kernel.views.common import attempt
from jurdil.portal import queries
from jurdil.portal.forms import CommentForm
from jurdil.voters.actions import comment_publicly

COMMENTS, SPAN = 5, 3600
"""So many comments of one visitor in so many seconds."""


@sensitive_post_parameters("text", "name", "contact")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: Request) -> HttpResponse:
    """Say what is wrong in an announced list; answered with the number in the register."""
    require(request.viewer, "portal.view")
    choices = queries.comment_choices(request.viewer)
    form = CommentForm(request.POST or None, choices=choices)
    context: dict[str, Any] = {"open": bool(choices["list"])}
    status = 200
    if request.method == "POST" and form.is_valid():
        if not throttle.allowed(request, "comment", COMMENTS, SPAN):
            context["too_often"], status = True, 429
        else:
            context["made"] = attempt(
                form,
                comment_publicly,
                by=public_viewer(clock.office_path(), request.viewer.house),
                revision_id=int(form.cleaned_data["list"]),
                said=form.said(clock.today()),
            )
    if form.errors:
        status = 422
    if context.get("made"):
        form = CommentForm(choices=choices)
    context["form"] = form
    return render(request, "portal/comment.html", context, status=status)
