"""What hangs on an activity: evidence, test, meeting, expense file."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views import files
from jurdil.kernel.views.common import found
from jurdil.outreach import actions, queries
from jurdil.outreach.codes import EVIDENCE
from jurdil.outreach.forms import activity as forms
from jurdil.outreach.pages import programme as pages
from jurdil.outreach.records import ActivityPage
from jurdil.outreach.views.common import FormPage, form_page, show_form


@form_page
def add(request: Request, activity_id: int) -> HttpResponse:
    """Attach a photo, a link or a list."""
    viewer = request.viewer
    require(viewer, "outreach.evidence")
    page = found(queries.activity, viewer, activity_id)
    form = forms.EvidenceForm(
        request.POST or None,
        request.FILES or None,
        kinds=EVIDENCE,
        initial={"kind": EVIDENCE[0][0]},
    )
    shown = _page(page, _("Lampirkan bukti"), _("Lampirkan"), _("Bukti dilampirkan."))

    def act() -> int:
        return actions.add_evidence(by=viewer, activity_id=activity_id, evidence=form.evidence())

    return show_form(request, form, shown, act, lambda made: _address(activity_id))


@require_safe
def file(request: Request, activity_id: int, evidence_id: int) -> HttpResponse:
    """The file of a piece of evidence."""
    kept, content = found(queries.evidence_file, request.viewer, activity_id, evidence_id)
    response = files.download(content, kept.media_type, kept.name, inline=True)
    response["Cache-Control"] = "no-store"
    return response


@form_page
def drop(request: Request, activity_id: int, evidence_id: int) -> HttpResponse:
    """Withdraw a piece of evidence."""
    viewer = request.viewer
    require(viewer, "outreach.drop_evidence")
    page = found(queries.activity, viewer, activity_id)
    row = next((one for one in page.evidence if one.id == evidence_id), None)
    if row is None or row.dropped_for:
        raise Http404
    form = forms.ReasonForm(request.POST or None)
    shown = _page(page, _("Tarik bukti"), _("Tarik"), _("Bukti ditarik."), lead=row.name)

    def act() -> int:
        return actions.drop_evidence(
            by=viewer, activity_id=activity_id, evidence_id=evidence_id, **form.cleaned_data
        )

    return show_form(request, form, shown, act, lambda made: _address(activity_id))


@form_page
def test(request: Request, activity_id: int) -> HttpResponse:
    """Enter what was answered right before and after."""
    viewer = request.viewer
    require(viewer, "outreach.test")
    page = found(queries.activity, viewer, activity_id)
    form = forms.LearningForm(request.POST or None, initial=_typed(page))
    shown = _page(
        page,
        _("Tes awal dan akhir"),
        _("Simpan"),
        _("Hasil tes disimpan."),
        lead=_("Hitung berapa lembar yang menjawab benar. Soal yang kosong dilewati."),
        template="outreach/test.html",
    )

    def act() -> int:
        data = form.cleaned_data
        return actions.keep_test(
            by=viewer,
            activity_id=activity_id,
            sheets_before=data["sheets_before"],
            sheets_after=data["sheets_after"],
            questions=form.questions(),
        )

    return show_form(request, form, shown, act, lambda made: _address(activity_id))


@form_page
def meeting(request: Request, activity_id: int) -> HttpResponse:
    """Say which meeting the activity was."""
    viewer = request.viewer
    require(viewer, "outreach.meeting")
    page = found(queries.activity, viewer, activity_id)
    form = forms.MeetingForm(
        request.POST or None,
        meetings=pages.meeting_choices(viewer, page),
        initial={"meeting": str(page.meeting_id or "")},
    )
    shown = _page(
        page,
        _("Kaitkan dengan rapat"),
        _("Simpan"),
        _("Kaitan disimpan."),
        lead=_("Daftar hadir rapat mengisi jumlah hadir pada laporan. Rapat ±14 hari tampil."),
    )

    def act() -> int:
        chosen = form.cleaned_data["meeting"]
        return actions.tie_meeting(
            by=viewer, activity_id=activity_id, meeting_id=int(chosen) if chosen else None
        )

    return show_form(request, form, shown, act, lambda made: _address(activity_id))


@require_POST
def spj(request: Request, activity_id: int) -> HttpResponse:
    """Open the expense file of an activity."""
    found(queries.activity, request.viewer, activity_id)
    made = actions.open_spj(by=request.viewer, activity_id=activity_id)
    messages.success(request, _("Berkas SPJ dibuka. Bukti yang ada sudah ditandai."))
    return redirect("office:spj", made)


def _typed(page: ActivityPage) -> dict[str, object]:
    if page.test is None:
        return {}
    values: dict[str, object] = {
        "sheets_before": page.test.sheets_before,
        "sheets_after": page.test.sheets_after,
    }
    for at, one in enumerate(page.test.questions, 1):
        values |= {f"text_{at}": one.text, f"before_{at}": one.before, f"after_{at}": one.after}
    return values


def _page(
    page: ActivityPage,
    title: str,
    button: str,
    said: str,
    *,
    lead: str = "",
    template: str = "outreach/form.html",
) -> FormPage:
    back = _address(page.row.id)
    return FormPage(
        title=title,
        button=button,
        back=back,
        crumbs=pages.crumbs((page.row.title, back), (title, "")),
        said=said,
        lead=lead,
        template=template,
    )


def _address(activity_id: int) -> str:
    return reverse("outreach:activity", args=[activity_id])
