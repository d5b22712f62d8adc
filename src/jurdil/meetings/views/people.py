"""Guests and attendance: the list, whom to invite, the desk, the paper, the wall."""

from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.drawing import qr
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf
from jurdil.meetings import actions, pages, queries
from jurdil.meetings.forms import people as forms
from jurdil.meetings.records import Invited
from jurdil.places import queries as places

ENDED = ("disahkan", "dibatalkan")
KECAMATAN = 3
SESSION = "sesi"
OPEN_DESK = ("direncanakan", "diundang", "dibuka")


@require_safe
def guests(request: Request, meeting_id: int) -> HttpResponse:
    """The list of guests."""
    viewer = request.viewer
    page = found(queries.attendance, viewer, meeting_id)
    meeting = queries.meeting(viewer, meeting_id)
    context = {
        "page": page,
        "meeting": meeting,
        "may_invite": allows(viewer, "meetings.invite"),
        "may_draft": allows(viewer, "meetings.draft_invitation"),
        "may_mark": meeting.law.decides
        and not meeting.rule_known
        and meeting.row.state not in ENDED
        and allows(viewer, "meetings.member"),
        "crumbs": pages.crumbs_of(meeting_id, page.title, (_("Undangan"), "")),
    }
    return render(request, "meetings/guests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: Request, meeting_id: int) -> HttpResponse:
    """Invite people of this house by role x division x place, all at once."""
    viewer = request.viewer
    require(viewer, "meetings.invite")
    page = found(queries.attendance, viewer, meeting_id)
    form = forms.ChooseForm(
        request.GET or None,
        roles=queries.roles_to_invite(viewer),
        places=[(one.path, one.name) for one in _kecamatan(viewer)],
    )
    people = queries.accounts_to_invite(viewer, meeting_id, **form.wanted())
    return _choose(request, page, form, people, _("Dari akun kantor ini"))


@require_http_methods(["GET", "HEAD", "POST"])
def directory(request: Request, meeting_id: int) -> HttpResponse:
    """Invite people of the office's directory by office x division x place, all at once."""
    viewer = request.viewer
    require(viewer, "meetings.invite")
    page = found(queries.attendance, viewer, meeting_id)
    offer = queries.offer_of_directory(viewer)
    if offer is None:
        return redirect("meetings:choose", meeting_id)
    names = {one.path: one.name for one in _kecamatan(viewer)}
    form = forms.DirectoryForm(
        request.GET or None,
        kinds=offer.kinds,
        institutions=offer.institutions,
        places=[(path, names.get(path, path)) for path in offer.places if path],
    )
    people = queries.contacts_to_invite(viewer, meeting_id, **form.wanted())
    return _choose(request, page, form, people, _("Dari direktori"))


def _choose(request: Request, page: Any, form: Any, people: Any, here: str) -> HttpResponse:
    """Whom the choice finds, to invite those who are not on the list yet at once."""
    fresh = [one.guest for one in people if not one.on_list]
    if request.method == "POST":
        return _invite(request, page.meeting_id, fresh)
    context = {
        "page": page,
        "form": form,
        "people": people,
        "fresh": fresh,
        "crumbs": _crumbs(page.meeting_id, page.title, here),
    }
    return render(request, "meetings/choose.html", context)


def _kecamatan(viewer: Any) -> tuple[Any, ...]:
    if not allows(viewer, "places.view"):
        return ()
    return tuple(places.places_below(viewer, viewer.path, KECAMATAN))


def _crumbs(meeting_id: int, title: str, here: str) -> list[tuple[str, str]]:
    listing = (_("Undangan"), reverse("meetings:guests", args=[meeting_id]))
    return pages.crumbs_of(meeting_id, title, listing, (here, ""))


def _invite(request: Request, meeting_id: int, people: list[Any]) -> HttpResponse:
    try:
        made = actions.invite(by=request.viewer, meeting_id=meeting_id, people=people)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, invited_words(made))
    return redirect("meetings:guests", meeting_id)


def invited_words(made: Invited) -> str:
    """What became of a list of people, in words."""
    words = ngettext(
        "%(count)s orang masuk daftar undangan.",
        "%(count)s orang masuk daftar undangan.",
        made.added,
    ) % {"count": made.added}
    if not made.known:
        return words
    more = _("%(count)s orang sudah ada sebelumnya dan tidak ditulis dua kali.") % {
        "count": len(made.known)
    }
    return f"{words} {more}"


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: Request, meeting_id: int) -> HttpResponse:
    """Invite people from a pasted list."""
    viewer = request.viewer
    require(viewer, "meetings.invite")
    page = found(queries.attendance, viewer, meeting_id)
    form = forms.PasteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.invite,
            by=viewer,
            meeting_id=meeting_id,
            people=form.cleaned_data["found"],
        )
        if made is not None:
            messages.success(request, invited_words(made))
            return redirect("meetings:guests", meeting_id)
    crumbs = _crumbs(page.meeting_id, page.title, _("Tempel daftar"))
    context = {"page": page, "form": form, "crumbs": crumbs}
    return render(request, "meetings/paste.html", context, status=422 if form.errors else 200)


@require_POST
def uninvite(request: Request, meeting_id: int, guest_id: int) -> HttpResponse:
    """Take somebody off the list."""
    found(queries.title_of, request.viewer, meeting_id)
    try:
        found(actions.uninvite, by=request.viewer, meeting_id=meeting_id, guest_id=guest_id)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:guests", meeting_id)


@require_POST
def member(request: Request, meeting_id: int, guest_id: int) -> HttpResponse:
    """Say whether a guest belongs to the body."""
    found(queries.title_of, request.viewer, meeting_id)
    try:
        found(
            actions.mark_member,
            by=request.viewer,
            meeting_id=meeting_id,
            guest_id=guest_id,
            member=request.POST.get("member") == "ya",
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("meetings:guests", meeting_id)


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: Request, meeting_id: int) -> HttpResponse:
    """The desk: type the row's number, press Enter."""
    viewer = request.viewer
    page = found(queries.attendance, viewer, meeting_id, _number(request))
    form = forms.DeskForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _entered(request, page, form):
        messages.success(request, _("Kehadiran dicatat."))
        return redirect(_here("meetings:desk", page))
    return _desk_page(request, page, form)


def _entered(request: Request, page: Any, form: django_forms.Form) -> Any:
    data = dict(form.cleaned_data)
    number = data.pop("number")
    guest_id = next((row.guest_id for row in page.rows if row.number == number), None)
    if guest_id is None:
        form.add_error("number", _("Nomor ini tidak ada pada daftar."))
        return None
    return attempt(
        form,
        actions.attend,
        by=request.viewer,
        session_id=page.session_id,
        guest_id=guest_id,
        **data,
    )


@require_POST
def newcomer(request: Request, meeting_id: int) -> HttpResponse:
    """The desk enters somebody who is not on the list."""
    found(queries.title_of, request.viewer, meeting_id)
    page = found(queries.attendance, request.viewer, meeting_id, _number(request))
    form = forms.NewcomerForm(request.POST, prefix="baru")
    if form.is_valid() and attempt(
        form,
        actions.attend,
        by=request.viewer,
        session_id=page.session_id,
        presence_as="hadir",
        newcomer=form.guest(),
    ):
        messages.success(request, _("Tamu baru dicatat hadir."))
        return redirect(_here("meetings:desk", page))
    return _desk_page(request, page, forms.DeskForm(), form)


def _desk_page(
    request: Request,
    page: Any,
    form: django_forms.Form,
    fresh: django_forms.Form | None = None,
) -> HttpResponse:
    viewer = request.viewer
    typed = request.GET.get("cari", "").strip().lower()
    rows = [row for row in page.rows if typed in f"{row.name} {row.institution}".lower()]
    context = {
        "page": page,
        "rows": rows,
        "typed": request.GET.get("cari", ""),
        "form": form,
        "fresh": fresh or forms.NewcomerForm(prefix="baru"),
        "failed": [form, fresh],
        "may_attend": page.state in OPEN_DESK and allows(viewer, "meetings.attend"),
        "may_strike": allows(viewer, "meetings.strike"),
        "may_paper": allows(viewer, "meetings.paper"),
        "crumbs": pages.crumbs_of(page.meeting_id, page.title, (_("Daftar hadir"), "")),
    }
    failed = form.errors or (fresh is not None and fresh.errors)
    return render(request, "meetings/desk.html", context, status=422 if failed else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: Request, meeting_id: int) -> HttpResponse:
    """Copy the signed list by the numbers of its rows."""
    viewer = request.viewer
    require(viewer, "meetings.paper")
    page = found(queries.attendance, viewer, meeting_id, _number(request))
    form = forms.PaperForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.copy_paper,
            by=viewer,
            session_id=page.session_id,
            marks=form.cleaned_data["marks"],
        )
        if made is not None:
            messages.success(
                request,
                _("%(added)s orang baru dicatat; %(signed)s orang tadi kini bertanda tangan.")
                % {"added": made.added, "signed": made.signed},
            )
            return redirect(_here("meetings:desk", page))
    crumbs = pages.crumbs_of(page.meeting_id, page.title, (_("Salin daftar kertas"), ""))
    context = {"page": page, "form": form, "crumbs": crumbs}
    return render(request, "meetings/paper.html", context, status=422 if form.errors else 200)


@require_POST
def strike(request: Request, meeting_id: int, entry_id: int) -> HttpResponse:
    """Take a wrong entry out."""
    found(queries.title_of, request.viewer, meeting_id)
    found(queries.attendance, request.viewer, meeting_id)
    form = forms.StrikeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Tuliskan apa yang salah pada catatan hadir ini."))
        return redirect("meetings:desk", meeting_id)
    try:
        found(
            actions.strike,
            by=request.viewer,
            attendance_id=entry_id,
            reason=form.cleaned_data["reason"],
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Catatan hadir dihapus; orangnya dapat dicatat lagi."))
    return redirect("meetings:desk", meeting_id)


@require_safe
def attendance_pdf(request: Request, meeting_id: int) -> HttpResponse:
    """The pre-filled list of attendance."""
    made = found(queries.attendance_pdf, request.viewer, meeting_id, _number(request))
    return pdf(made, f"daftar-hadir-{meeting_id}.pdf")


@require_safe
def wall(request: Request, meeting_id: int) -> HttpResponse:
    """The screen for the wall: the code that changes, how many are there, the quorum."""
    return render(request, "meetings/wall.html", _wall(request, meeting_id))


def _wall(request: Request, meeting_id: int) -> dict[str, Any]:
    page = found(queries.wall, request.viewer, meeting_id, _number(request))
    address = reverse("meetings:scan", args=[page.code, page.session_id, page.token])
    return {
        "page": page,
        "meeting_id": meeting_id,
        "qr": qr(request.build_absolute_uri(address)),
        "poll": min(page.seconds, POLL),
    }


POLL = 5
"""Seconds between two looks of the wall: people want to see their own entry."""


def _number(request: Request) -> int | None:
    """The number of the session asked for."""
    return number_in(request.GET.get(SESSION, ""))


def _here(name: str, page: Any) -> str:
    return f"{reverse(name, args=[page.meeting_id])}?{SESSION}={page.number}"
