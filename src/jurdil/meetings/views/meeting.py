"""One meeting: its page, planning it, changing it, its steps, speakers and files."""

from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.drawing import qr
from jurdil.kernel.policy import allows, require
from jurdil.kernel.queries import tasks
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download
from jurdil.law.meetings.states import Step
from jurdil.meetings import actions, pages, queries
from jurdil.meetings.forms import minutes as minute_forms
from jurdil.meetings.forms import plan as forms
from jurdil.meetings.queries.meeting import MeetingPage
from jurdil.stages import exports

RIGHTS = (
    "change step invite attend note summarize settle draft_minutes draft_invitation speaker attach "
    "names quorum_basis open_spj vote strike_vote"
).split()
BYTES_OF_CALENDAR = exports.CALENDAR_TYPE


@require_safe
def meeting(request: Request, meeting_id: int) -> HttpResponse:
    """Everything of one meeting, and what comes next."""
    return show(request, meeting_id)


def show(
    request: Request, meeting_id: int, failed: str = "", bound: django_forms.Form | None = None
) -> HttpResponse:
    """The page of a meeting; with a form that was refused, its faults on top."""
    viewer = request.viewer
    page = found(queries.meeting, viewer, meeting_id)
    may = {code: allows(viewer, f"meetings.{code}") for code in RIGHTS}
    shown = _forms(request, page, may)
    if bound is not None:
        shown[failed] = bound
    context = {
        "page": page,
        "tag": pages.tag(page.row.state),
        "may": may,
        "forms": shown,
        "failed": bound,
        "steps": [
            (code, *pages.STEPS[code]) for code in page.steps if may["step"] and code in pages.PLAIN
        ],
        "reasoned": [
            (code, *pages.STEPS[code])
            for code in page.steps
            if may["step"] and code in (Step.POSTPONE, Step.CANCEL)
        ],
        "history": [(pages.step_name(code), *rest) for code, *rest in page.history],
        "qr": qr(guest_address(request, page.code)),
        "guest_url": guest_address(request, page.code),
        "crumbs": pages.crumbs((page.row.title, "")),
    }
    status = 422 if bound is not None else 200
    return render(request, "meetings/meeting.html", context, status=status)


def _forms(request: Request, page: MeetingPage, may: dict[str, bool]) -> dict[str, Any]:
    """The forms that this viewer may fill in at this state."""
    shown: dict[str, Any] = {"reason": forms.ReasonForm()}
    state = page.row.state
    if state in ("dibuka", "ditutup"):
        if may["note"]:
            shown["note"] = minute_forms.NoteForm(
                owners=tasks.owners(request.viewer.about(None)), agenda=page.agenda
            )
        if may["summarize"]:
            first = {
                "summary": page.summary,
                "chair": page.chair,
                "note_taker": page.note_taker,
            }
            shown["summary"] = minute_forms.SummaryForm(initial=first)
    if page.law.decides and not page.rule_known and may["quorum_basis"]:
        shown["basis"] = minute_forms.BasisForm(initial={"basis": page.quorum_basis})
    if state not in ("disahkan", "dibatalkan") and may["speaker"] and page.law.speakers:
        shown["speaker"] = forms.SpeakerForm(sessions=session_choices(page))
    if state != "dibatalkan" and may["attach"]:
        shown["file"] = forms.FileForm()
    return shown


def session_choices(page: MeetingPage) -> list[tuple[str, str]]:
    return [(str(one.id), f"{one.number}. {one.name}".rstrip(". ")) for one in page.sessions]


def guest_address(request: Request, code: str) -> str:
    """The address of the page for guests."""
    return request.build_absolute_uri(reverse("meetings:guest", args=[code]))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Plan a meeting. Another room may hand over kind, title and subject in the address."""
    viewer = request.viewer
    require(viewer, "meetings.plan")
    subject = request.GET.get("subjek", "")
    first = {
        "kind": request.GET.get("jenis", ""),
        "title": request.GET.get("judul", ""),
        "opens": pages.OPENS,
        "closes": pages.CLOSES,
        "division": viewer.division,
    }
    form = forms.NewMeetingForm(
        request.POST or None, elections=pages.elections(viewer), initial=first
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.plan_meeting,
            by=viewer,
            kind=form.cleaned_data["kind"],
            plan=form.plan(form.sessions()),
            election_id=int(form.cleaned_data["election"]),
            subject=subject,
        )
        if made:
            messages.success(request, _("Rapat direncanakan. Sekarang pilih undangannya."))
            return redirect("meetings:meeting", made)
    context = {"form": form, "crumbs": pages.crumbs((_("Rapat baru"), ""))}
    return render(request, "meetings/new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, meeting_id: int) -> HttpResponse:
    """Change a meeting; a postponed one is called again."""
    viewer = request.viewer
    require(viewer, "meetings.change")
    page = found(queries.meeting, viewer, meeting_id)
    _kind, election_id, plan = queries.plan_of(viewer, meeting_id)
    again = Step.RESCHEDULE in page.steps
    first = {name: getattr(plan, name) for name in ("title", "venue", "online", "division")}
    first |= {"chair": plan.chair, "agenda": [text for text, _stage in plan.agenda]}
    stages = queries.agenda_stages(viewer, election_id)
    form = forms.PlanForm(request.POST or None, stages=stages, initial=first)
    rows = forms.SessionForms(
        request.POST or None, prefix="sesi", initial=forms.initial_sessions(plan)
    )
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        new_plan = form.plan(forms.sessions_of(rows), plan)
        if _changed(form, again, by=viewer, meeting_id=meeting_id, plan=new_plan):
            messages.success(request, _("Rencana rapat diubah."))
            return redirect("meetings:meeting", meeting_id)
    context = {
        "page": page,
        "form": form,
        "rows": rows,
        "again": again,
        "crumbs": pages.crumbs_of(meeting_id, page.row.title, (_("Ubah"), "")),
    }
    failed = form.errors or (request.method == "POST" and not rows.is_valid())
    return render(request, "meetings/change.html", context, status=422 if failed else 200)


def _changed(form: forms.PlanForm, again: bool, **arguments: Any) -> Any:
    if again:
        return attempt(form, actions.step, move=Step.RESCHEDULE, **arguments)
    return attempt(form, actions.change, **arguments)


@require_POST
def step(request: Request, meeting_id: int, move: str) -> HttpResponse:
    """Take a step; one that needs a reason comes with it."""
    if move not in pages.STEPS or move in (Step.SETTLE, Step.RESCHEDULE):
        raise Http404
    found(queries.title_of, request.viewer, meeting_id)
    form = forms.ReasonForm(request.POST) if move not in pages.PLAIN else None
    if form is not None and not form.is_valid():
        return show(request, meeting_id, "reason", form)
    reason = form.cleaned_data["reason"] if form else ""
    try:
        found(actions.step, by=request.viewer, meeting_id=meeting_id, move=move, reason=reason)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Keadaan rapat dicatat."))
    return redirect("meetings:meeting", meeting_id)


@require_POST
def speaker(request: Request, meeting_id: int) -> HttpResponse:
    """Record a speaker."""
    page = found(queries.meeting, request.viewer, meeting_id)
    form = forms.SpeakerForm(request.POST, sessions=session_choices(page))
    if form.is_valid() and attempt(
        form,
        actions.add_speaker,
        by=request.viewer,
        meeting_id=meeting_id,
        **form.cleaned_data,
    ):
        messages.success(request, _("Narasumber dicatat."))
        return redirect("meetings:meeting", meeting_id)
    return show(request, meeting_id, "speaker", form)


@require_POST
def attach(request: Request, meeting_id: int) -> HttpResponse:
    """Attach a photo, material, or the signed list."""
    found(queries.meeting, request.viewer, meeting_id)
    form = forms.FileForm(request.POST, request.FILES)
    if form.is_valid() and attempt(
        form, actions.attach, by=request.viewer, meeting_id=meeting_id, **form.values()
    ):
        messages.success(request, _("Berkas dilampirkan."))
        return redirect("meetings:meeting", meeting_id)
    return show(request, meeting_id, "file", form)


@require_safe
def file(request: Request, meeting_id: int, file_id: int) -> HttpResponse:
    """An attachment, shown in the browser."""
    _name, media_type, content = found(queries.file_of, request.viewer, meeting_id, file_id)
    return download(content, media_type, inline=True)


@require_safe
def calendar(request: Request, meeting_id: int) -> HttpResponse:
    """The meeting for a calendar program."""
    title, entries = found(queries.calendar_entry, request.viewer, meeting_id)
    return HttpResponse(exports.calendar(title, entries), content_type=BYTES_OF_CALENDAR)
