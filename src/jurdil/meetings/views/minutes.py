"""Notes: text, points, minutes, the end."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.queries import tasks
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf
from jurdil.meetings import actions, pages, queries
from jurdil.meetings.forms.minutes import BasisForm, NoteForm, SummaryForm, VoteForm
from jurdil.meetings.views.meeting import show


@require_POST
def summarize(request: Request, meeting_id: int) -> HttpResponse:
    """Keep what was said."""
    found(queries.meeting, request.viewer, meeting_id)
    form = SummaryForm(request.POST)
    if form.is_valid() and attempt(
        form,
        actions.summarize,
        by=request.viewer,
        meeting_id=meeting_id,
        **form.cleaned_data,
    ):
        messages.success(request, _("Notula disimpan."))
        return redirect("meetings:meeting", meeting_id)
    return show(request, meeting_id, "summary", form)


@require_POST
def note(request: Request, meeting_id: int) -> HttpResponse:
    """Note a point with its task."""
    viewer = request.viewer
    page = found(queries.meeting, viewer, meeting_id)
    form = NoteForm(request.POST, owners=tasks.owners(viewer.about(None)), agenda=page.agenda)
    if form.is_valid():
        made = attempt(form, actions.note, by=viewer, meeting_id=meeting_id, new=form.note())
        if made:
            messages.success(request, _("Butir dicatat dan menjadi tugas pelaksananya."))
            return redirect("meetings:meeting", meeting_id)
    return show(request, meeting_id, "note", form)


@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: Request, meeting_id: int) -> HttpResponse:
    """Record how each member present voted on a proposal."""
    viewer = request.viewer
    page = found(queries.voting, viewer, meeting_id)
    form = VoteForm(
        request.POST or None,
        owners=tasks.owners(viewer.about(None)),
        agenda=page.agenda,
        members=page.members,
        rule_known=page.rule_known,
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.vote,
            by=viewer,
            meeting_id=meeting_id,
            new=form.note(),
            votes=form.votes(),
            taken=form.taken(),
        )
        if made:
            messages.success(request, _taken(made.taken))
            return redirect("meetings:meeting", meeting_id)
    context = {
        "page": page,
        "meeting_id": meeting_id,
        "form": form,
        "crumbs": pages.crumbs_of(meeting_id, page.title, (_("Pemungutan suara"), "")),
    }
    return render(request, "meetings/vote.html", context, status=422 if form.errors else 200)


def _taken(taken: bool) -> str:
    if taken:
        return _("Suara dicatat. Usul diterima dan menjadi tugas pelaksananya.")
    return _("Suara dicatat. Usul tidak diterima; suaranya tetap dicetak di berita acara.")


@require_POST
def strike_vote(request: Request, meeting_id: int, ballot_id: int) -> HttpResponse:
    """Strike a vote that was written down wrongly."""
    reason = request.POST.get("reason", "")
    made = _tried(request, actions.strike_vote, meeting_id, ballot_id=ballot_id, reason=reason)
    if made is not None:
        messages.success(
            request, _("Pemungutan suara dicoret. Catat lagi dengan suara yang benar.")
        )
    return redirect("meetings:meeting", meeting_id)


@require_POST
def basis(request: Request, meeting_id: int) -> HttpResponse:
    """Write down the ground of a quorum."""
    found(queries.meeting, request.viewer, meeting_id)
    form = BasisForm(request.POST)
    if form.is_valid() and attempt(
        form,
        actions.note_quorum_basis,
        by=request.viewer,
        meeting_id=meeting_id,
        basis=form.cleaned_data["basis"],
    ):
        messages.success(request, _("Dasar kuorum dicatat."))
        return redirect("meetings:meeting", meeting_id)
    return show(request, meeting_id, "basis", form)


@require_POST
def draft_minutes(request: Request, meeting_id: int) -> HttpResponse:
    """Draft the BA and open it to be printed, before people stand up."""
    made = _tried(request, actions.draft_minutes, meeting_id)
    if made is None:
        return redirect("meetings:meeting", meeting_id)
    return redirect("kernel:document_pdf", made.pk)


@require_POST
def draft_invitation(request: Request, meeting_id: int) -> HttpResponse:
    """Draft the invitation with its list."""
    made = _tried(request, actions.draft_invitation, meeting_id)
    if made is None:
        return redirect("meetings:meeting", meeting_id)
    messages.success(request, _("Konsep undangan dibuat. Periksa sebelum diparaf."))
    return redirect("kernel:document", made.pk)


@require_POST
def open_spj(request: Request, meeting_id: int) -> HttpResponse:
    """Open the expense file, or bring it up to date."""
    made = _tried(request, actions.open_spj, meeting_id)
    if made is None:
        return redirect("meetings:meeting", meeting_id)
    messages.success(request, _("Berkas SPJ memuat naskah yang sudah ada dari rapat ini."))
    return redirect("office:spj", made)


@require_POST
def settle(request: Request, meeting_id: int) -> HttpResponse:
    """Settle the notes."""
    if _tried(request, actions.settle, meeting_id) is not None:
        messages.success(request, _("Notula disahkan. Tindak lanjutnya berjalan sebagai tugas."))
    return redirect("meetings:meeting", meeting_id)


def _tried(request: Request, act: Callable[..., Any], meeting_id: int, **more: Any) -> Any:
    """What the act did; None when a rule refused it, whose sentence then stands on the page."""
    found(queries.title_of, request.viewer, meeting_id)
    try:
        return found(act, by=request.viewer, meeting_id=meeting_id, **more)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return None


@require_safe
def notes_pdf(request: Request, meeting_id: int) -> HttpResponse:
    """The notes as PDF."""
    made = found(queries.notes_pdf, request.viewer, meeting_id)
    return pdf(made, f"notula-{meeting_id}.pdf")
