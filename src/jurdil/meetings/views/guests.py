"""What a guest sees on his own phone: the meeting, and after a scan the way onto the list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.viewer import Viewer, public_viewer
from jurdil.kernel.views.common import found
from jurdil.meetings import actions, codes, queries
from jurdil.meetings.forms.people import NewcomerForm, SearchForm
from jurdil.stages import exports

GONE = 410


def _guest(request: Request) -> Viewer:
    """Guests are alike, whether or not somebody is logged in on that phone."""
    return public_viewer(request.office.path, request.office.kind)


@require_safe
def guest(request: Request, code: str) -> HttpResponse:
    """The meeting as a guest sees it."""
    page = found(queries.guest_page, _guest(request), code)
    return render(request, "meetings/guest.html", {"page": page})


@require_safe
def calendar(request: Request, code: str) -> HttpResponse:
    """The meeting for the guest's calendar."""
    page = found(queries.guest_page, _guest(request), code)
    made = exports.calendar(page.title, page.entries)
    return HttpResponse(made, content_type=exports.CALENDAR_TYPE)


@never_cache
@require_safe
def scan(request: Request, code: str, session_id: int, token: str) -> HttpResponse:
    """A scanned code: the way onto the list, or the sentence that it is too old."""
    viewer = _guest(request)
    page = found(queries.guest_page, viewer, code)
    try:
        given = found(queries.scan, viewer, code, session_id, token)
    except codes.Expired:
        return render(request, "meetings/expired.html", {"page": page}, status=GONE)
    return _form(request, code, given)


@never_cache
@require_POST
def fill_in(request: Request, code: str) -> HttpResponse:
    """Look for one's name, choose it, or come as somebody who is not on the list."""
    viewer, given = _guest(request), request.POST.get("given", "")
    page = found(queries.guest_page, viewer, code)
    try:
        if codes.opened(given).code != code:
            raise codes.Expired
        if "chosen" in request.POST or "baru-name" in request.POST:
            return _enter(request, code, given)
        search = SearchForm(request.POST)
        if not search.is_valid():
            return _form(request, code, given, search=search)
        matches = queries.matches(viewer, given, search.cleaned_data["typed"])
    except codes.Expired:
        return render(request, "meetings/expired.html", {"page": page}, status=GONE)
    except Refused as refusal:
        search = SearchForm(request.POST)
        search.add_error("typed", str(refusal))
        return _form(request, code, given, search=search)
    return _form(request, code, given, search=search, matches=matches)


def _enter(request: Request, code: str, given: str) -> HttpResponse:
    data = request.POST
    fresh = None
    arguments: dict = {"disability": _disability(data.get("disability", ""))}
    if "chosen" in data:
        arguments |= {"guest_id": number_in(data["chosen"]) or 0}
        arguments |= {"by_name": data.get("by_name", ""), "by_post": data.get("by_post", "")}
    else:
        fresh = NewcomerForm(data, prefix="baru")
        if not fresh.is_valid():
            return _form(request, code, given, fresh=fresh)
        arguments["newcomer"] = fresh.guest()
    try:
        made = found(actions.check_in, by=_guest(request), given=given, **arguments)
    except Refused as refusal:
        return _form(request, code, given, fresh=fresh, refusal=str(refusal))
    context = {"page": found(queries.guest_page, _guest(request), code), "entry": made}
    return render(request, "meetings/thanks.html", context)


def _disability(value: str) -> str:
    return value if value in ("L", "P") else ""


def _form(
    request: Request,
    code: str,
    given: str,
    *,
    search: SearchForm | None = None,
    matches: tuple | None = None,
    fresh: NewcomerForm | None = None,
    refusal: str = "",
) -> HttpResponse:
    context = {
        "page": found(queries.guest_page, _guest(request), code),
        "given": given,
        "search": search or SearchForm(),
        "matches": matches,
        "searched": matches is not None,
        "fresh": fresh or NewcomerForm(prefix="baru"),
        "show_fresh": fresh is not None or matches == (),
        "refusal": refusal,
        "failed": [form for form in (search, fresh) if form is not None],
        "limit": _("Formulir ini berlaku sepuluh menit setelah dipindai."),
    }
    failed = refusal or (search and search.errors) or (fresh and fresh.errors)
    return render(request, "meetings/check_in.html", context, status=422 if failed else 200)
