"""AGHT and the daily report, prevention, and the post *kawal hak pilih*."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, pdf
from jurdil.law.oversight import words
from jurdil.oversight import actions, pages, queries
from jurdil.oversight.forms import watch as forms
from jurdil.web.form_pages import FormPage, form_page, show_form


@require_safe
def aght_list(request: Request) -> HttpResponse:
    """The register of AGHT."""
    viewer = request.viewer
    kind, state = request.GET.get("golongan", ""), request.GET.get("keadaan", "")
    context = {
        "rows": queries.aght_lines(viewer, kind=kind, state=state),
        "kinds": words.aght_classes().values(),
        "kind": kind,
        "tags": pages.STATES,
        "may_note": allows(viewer, "oversight.aght_note"),
        "may_daily": allows(viewer, "oversight.aght_daily"),
    }
    return render(request, "oversight/aght_list.html", context)


@form_page
def aght_new(request: Request) -> HttpResponse:
    """Note something in the register."""
    require(request.viewer, "oversight.aght_note")
    form = forms.AghtForm(
        request.POST or None,
        request.FILES or None,
        places=pages.place_choices(request.viewer),
    )
    page = FormPage(
        title=_("Catat AGHT"),
        lead=_("Ancaman, gangguan, hambatan, atau tantangan. Golongan pelaku, bukan nama orang."),
        button=_("Simpan catatan"),
        back=reverse("oversight:aght_list"),
        crumbs=pages.crumbs("oversight:aght_list", _("AGHT"), (_("Baru"), "")),
        said=_("Catatan disimpan."),
    )
    return show_form(
        request,
        form,
        page,
        actions.note_aght,
        lambda: {
            "values": form.values(),
            "path": form.cleaned_data["path"],
            "upload": form.cleaned_data["upload"],
        },
        lambda made: reverse("oversight:aght", args=[made.pk]),
    )


@require_safe
def aght(request: Request, aght_id: int) -> HttpResponse:
    """One note with its steps."""
    return _aght(request, aght_id)


@require_POST
def aght_step(request: Request, aght_id: int) -> HttpResponse:
    """Record what became of it."""
    found(queries.aght, request.viewer, aght_id)
    form = forms.AghtStepForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.step_aght, by=request.viewer, aght_id=aght_id, **form.cleaned_data
    ):
        messages.success(request, _("Perkembangan dicatat."))
        return redirect("oversight:aght", aght_id)
    return _aght(request, aght_id, form)


@require_safe
def aght_file(request: Request, aght_id: int) -> HttpResponse:
    """The file of a note."""
    file, content = found(queries.aght_file, request.viewer, aght_id)
    return download(content, file.media_type, file.name, inline=True)


@require_safe
def daily(request: Request) -> HttpResponse:
    """The daily report of the post, from the register."""
    day = pages.asked_day(request.GET.get("hari", ""))
    context = {
        "report": queries.day_report(request.viewer, day),
        "tags": pages.STATES,
        "may_write": allows(request.viewer, "oversight.aght_day"),
        "crumbs": pages.crumbs("oversight:aght_list", _("AGHT"), (_("Laporan harian"), "")),
    }
    return render(request, "oversight/daily.html", context)


@require_safe
def daily_pdf(request: Request) -> HttpResponse:
    """The daily report as PDF."""
    day = pages.asked_day(request.GET.get("hari", ""))
    return pdf(queries.day_pdf(request.viewer, day), f"laporan-harian-{day}.pdf")


@form_page
def daily_write(request: Request) -> HttpResponse:
    """Write the words of a day's report."""
    require(request.viewer, "oversight.aght_day")
    day = pages.asked_day(request.GET.get("hari", ""))
    known = queries.day_report(request.viewer, day).words
    form = forms.DayForm(request.POST or None, initial=pages.day_initial(known))
    back = f"{reverse('oversight:daily')}?hari={day}"
    page = FormPage(
        title=_("Tulis laporan harian"),
        lead=_("Angka dan daftar kejadian diambil dari register; di sini hanya kata-katanya."),
        button=_("Simpan laporan"),
        back=back,
        crumbs=pages.crumbs("oversight:daily", _("Laporan harian"), (_("Tulis"), "")),
        said=_("Laporan disimpan."),
    )
    return show_form(
        request,
        form,
        page,
        actions.write_day,
        lambda: {"day": day, **form.cleaned_data},
        lambda made: back,
    )


@require_safe
def prevention_list(request: Request) -> HttpResponse:
    """Prevention acts of a year with their counts."""
    viewer = request.viewer
    year = pages.year_of(request.GET.get("tahun", ""))
    form, kind = request.GET.get("bentuk", ""), request.GET.get("jenis", "")
    total, counts = queries.prevention_counts(viewer, year=year)
    context = {
        "rows": queries.preventions(viewer, year=year, form=form, kind=kind),
        "year": year,
        "years": pages.years(),
        "total": total,
        "counts": counts,
        "form": form,
        "kind": kind,
        "tags": pages.STATES,
        "may_plan": allows(viewer, "oversight.prevent"),
    }
    return render(request, "oversight/prevention_list.html", context)


@form_page
def prevention_new(request: Request) -> HttpResponse:
    """Plan a prevention act."""
    require(request.viewer, "oversight.prevent")
    form = forms.PreventionForm(
        request.POST or None,
        places=pages.place_choices(request.viewer),
        initial={"kind": request.GET.get("jenis"), "path": request.GET.get("tempat")},
    )
    page = FormPage(
        title=_("Rencanakan pencegahan"),
        lead=_("Nomor diberikan begitu disimpan. Uraian dan bukti diisi setelah terlaksana."),
        button=_("Simpan rencana"),
        back=reverse("oversight:prevention_list"),
        crumbs=pages.crumbs("oversight:prevention_list", _("Pencegahan"), (_("Baru"), "")),
        said=_("Rencana disimpan."),
    )
    return show_form(
        request,
        form,
        page,
        actions.plan_prevention,
        lambda: {"values": form.values(), "path": form.cleaned_data["path"]},
        lambda made: reverse("oversight:prevention", args=[made.pk]),
    )


@require_safe
def prevention(request: Request, prevention_id: int) -> HttpResponse:
    """One prevention act."""
    return _prevention(request, prevention_id)


@require_POST
def prevention_report(request: Request, prevention_id: int) -> HttpResponse:
    """Report that it was held, or drop it."""
    found(queries.prevention, request.viewer, prevention_id)
    form = forms.ReportForm(request.POST, request.FILES)
    if form.is_valid() and attempt(
        form,
        actions.report_prevention,
        by=request.viewer,
        prevention_id=prevention_id,
        **form.cleaned_data,
    ):
        messages.success(request, _("Kegiatan dilaporkan."))
        return redirect("oversight:prevention", prevention_id)
    return _prevention(request, prevention_id, form)


@require_safe
def prevention_pdf(request: Request, prevention_id: int) -> HttpResponse:
    """The form of a prevention act as PDF."""
    content = found(queries.prevention_pdf, request.viewer, prevention_id)
    return pdf(content, f"pencegahan-{prevention_id}.pdf")


@require_safe
def prevention_file(request: Request, prevention_id: int) -> HttpResponse:
    """The evidence of an act."""
    file, content = found(queries.prevention_file, request.viewer, prevention_id)
    return download(content, file.media_type, file.name, inline=True)


@require_safe
def post_list(request: Request) -> HttpResponse:
    """Complaints at the post *kawal hak pilih*."""
    return _posts(request)


@form_page
def post_new(request: Request) -> HttpResponse:
    """Note a complaint."""
    require(request.viewer, "oversight.post_note")
    form = forms.PostForm(request.POST or None, places=pages.place_choices(request.viewer))
    home = reverse("oversight:post_list")
    page = FormPage(
        title=_("Catat aduan"),
        lead=_("Jumlah orang dan isi aduan saja. Identitas tidak dicatat di sini."),
        button=_("Simpan aduan"),
        back=home,
        crumbs=pages.crumbs("oversight:post_list", _("Posko kawal hak pilih"), (_("Baru"), "")),
        said=_("Aduan dicatat."),
    )
    return show_form(
        request, form, page, actions.note_post, lambda: form.cleaned_data, lambda made: home
    )


@require_POST
def post_close(request: Request, note_id: int) -> HttpResponse:
    """Close a complaint with its result."""
    found(queries.post_note, request.viewer, note_id)
    form = forms.ResultForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.close_post, by=request.viewer, note_id=note_id, **form.cleaned_data
    ):
        messages.success(request, _("Aduan ditutup."))
        return redirect("oversight:post_list")
    return _posts(request, form)


def _aght(request: Request, aght_id: int, failed: forms.AghtStepForm | None = None) -> HttpResponse:
    viewer = request.viewer
    line, steps = found(queries.aght, viewer, aght_id)
    may = allows(viewer, "oversight.aght_step") and line.row.state != "selesai"
    context = {
        "line": line,
        "steps": pages.step_lines(steps),
        "theme": pages.theme(line.row.theme),
        "addressee": words.addressees().get(line.row.addressee),
        "tags": pages.STATES,
        "stepping": failed
        or (forms.AghtStepForm(initial={"state": line.row.state}) if may else None),
        "failed": failed,
        "crumbs": pages.crumbs("oversight:aght_list", _("AGHT"), (line.row.title, "")),
    }
    return render(request, "oversight/aght.html", context, status=422 if failed else 200)


def _prevention(
    request: Request, prevention_id: int, failed: forms.ReportForm | None = None
) -> HttpResponse:
    viewer = request.viewer
    line = found(queries.prevention, viewer, prevention_id)
    may = allows(viewer, "oversight.prevent_done") and line.row.state == "rencana"
    context = {
        "line": line,
        "tags": pages.STATES,
        "reporting": failed or (forms.ReportForm() if may else None),
        "failed": failed,
        "crumbs": pages.crumbs("oversight:prevention_list", _("Pencegahan"), (line.number, "")),
    }
    return render(request, "oversight/prevention.html", context, status=422 if failed else 200)


def _posts(request: Request, failed: forms.ResultForm | None = None) -> HttpResponse:
    viewer = request.viewer
    category = request.GET.get("jenis", "")
    context = {
        "rows": queries.post_notes(viewer, category=category),
        "counts": queries.post_counts(viewer),
        "category": category,
        "failed": failed,
        "closing": forms.ResultForm() if allows(viewer, "oversight.post_close") else None,
        "may_note": allows(viewer, "oversight.post_note"),
    }
    return render(request, "oversight/post_list.html", context, status=422 if failed else 200)
