"""Lists: meetings, the weekly plenary, follow-ups, institutions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel import paging
from jurdil.kernel.policy import allows
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.law.meetings.kinds import WEEKLY, kinds
from jurdil.meetings import actions, pages, queries
from jurdil.meetings.forms.minutes import WeeklyForm

PAST = "lalu"


@require_safe
def index(request: Request) -> HttpResponse:
    """Meetings ahead, or past ones, all or of one kind."""
    viewer = request.viewer
    past, kind = request.GET.get("lihat") == PAST, request.GET.get("jenis", "")
    page = queries.meetings(viewer, past=past, kind=kind, after=request.GET.get(paging.AFTER, ""))
    held = set(queries.kinds_held(viewer))
    context = {
        "page": page,
        "lines": pages.lines(page.rows),
        "past": past,
        "kind": kind,
        "kinds": [one for one in kinds() if one.id in held],
        "may_plan": allows(viewer, "meetings.plan"),
        "may_week": allows(viewer, "meetings.week"),
    }
    return render(request, "meetings/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def week(request: Request) -> HttpResponse:
    """The weekly plenary: the last BA, last week, next week; plan the next one with one click."""
    viewer = request.viewer
    page = queries.week(viewer)
    first = {
        "day": pages.next_monday(page.today),
        "opens": pages.OPENS,
        "closes": pages.CLOSES,
        "venue": request.office.name,
    }
    choices = pages.election_choices(viewer)
    form = WeeklyForm(request.POST or None, elections=choices, initial=first)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        plan = pages.weekly_plan(data["day"], data["opens"], data["closes"], data["venue"])
        made = attempt(
            form,
            actions.plan_meeting,
            by=viewer,
            kind=WEEKLY,
            plan=plan,
            election_id=int(data["election"]),
        )
        if made:
            messages.success(request, _("Rapat pleno direncanakan; anggota sudah di daftarnya."))
            return redirect("meetings:week")
    context = {
        "page": page,
        "line": pages.line(page.plenary) if page.plenary else None,
        "earlier": pages.lines(page.earlier),
        "form": form,
        "may_plan": allows(viewer, "meetings.plan"),
        "may_draft": allows(viewer, "meetings.draft_minutes"),
        "crumbs": pages.crumbs((_("Pleno mingguan"), "")),
    }
    return render(request, "meetings/week.html", context, status=422 if form.errors else 200)


@require_safe
def follow_ups(request: Request) -> HttpResponse:
    """All open points of minutes."""
    context = {
        "rows": queries.open_follow_ups(request.viewer),
        "crumbs": pages.crumbs((_("Tindak lanjut terbuka"), "")),
    }
    return render(request, "meetings/follow_ups.html", context)


@require_safe
def institutions(request: Request) -> HttpResponse:
    """What was promised to whom."""
    context = {
        "rows": queries.institutions(request.viewer),
        "crumbs": pages.crumbs((_("Janji kepada instansi"), "")),
    }
    return render(request, "meetings/institutions.html", context)


@require_safe
def institution(request: Request, name: str) -> HttpResponse:
    """One institution: what is open, what was done, which meetings it came to."""
    page = found(queries.institution, request.viewer, name)
    listing = (_("Janji kepada instansi"), reverse("meetings:institutions"))
    context = {
        "page": page,
        "came": pages.lines(page.came),
        "away": pages.lines(page.stayed_away),
        "crumbs": pages.crumbs(listing, (page.name, "")),
    }
    return render(request, "meetings/institution.html", context)
