"""Calendar feeds: the public one, and those with a secret address."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.language import say
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download
from jurdil.stages import actions, divisions, exports, feed_sources, forms, queries, subscribers
from jurdil.stages.views.common import form_page, page

PUBLIC_SECONDS = 900


def _calendar(name: str, content: bytes) -> HttpResponse:
    return download(content, exports.CALENDAR_TYPE, f"{name}.ics", inline=True)


@require_safe
def public(request: Request) -> HttpResponse:
    """The schedule of all running elections, for everybody."""
    title = _("Jadwal %(office)s") % {"office": request.office.name}
    answer = _calendar("jadwal", exports.calendar(title, queries.public_entries(request.viewer)))
    patch_cache_control(answer, public=True, max_age=PUBLIC_SECONDS)
    return answer


@require_safe
def stage(request: Request, election_id: int, stage: str) -> HttpResponse:
    """One stage as a calendar file."""
    entries = found(queries.stage_entry, request.viewer, election_id, stage)
    if not entries:
        raise Http404
    return _calendar("tahapan", exports.calendar(say(entries[0].name), entries))


@never_cache
@require_safe
def personal(request: Request, secret: str) -> HttpResponse:
    """The feed behind a secret; an unknown or revoked one is not found."""
    try:
        viewer, token = subscribers.subscriber(secret)
        with translation.override(token.language):
            entries = (
                *queries.personal_entries(viewer, division=token.division),
                *feed_sources.entries(viewer, token.division),
            )
            of = say(divisions.full(token.division)) if token.division else viewer.name
            content = exports.calendar(_("Agenda %(of)s") % {"of": of}, entries)
    except (ObjectDoesNotExist, PermissionDenied) as error:
        raise Http404 from error
    return _calendar("agenda", content)


@form_page
@never_cache
def feeds(request: Request) -> HttpResponse:
    """One's own subscriptions; a new one shows its address once."""
    require(request.viewer, "stages.feeds")
    form = forms.FeedForm(request.POST or None)
    address = ""
    if form.is_valid():
        made = attempt(form, actions.make_feed, by=request.viewer, **form.cleaned_data)
        if made is not None:
            address = subscribers.address(request, made.secret)
    context = {
        "form": form,
        "feeds": queries.own_feeds(request.viewer),
        "address": address,
        "public": subscribers.public_address(request),
        "names": {item.id: say(item.full) for item in divisions.divisions()},
    }
    return page(request, "stages/feeds.html", context)


@require_POST
def revoke(request: Request, feed_id: int) -> HttpResponse:
    """Revoke one of one's own feeds."""
    try:
        actions.revoke_feed(by=request.viewer, feed_id=feed_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("Langganan dicabut. Alamatnya tidak berlaku lagi."))
    return redirect("stages:feeds")
