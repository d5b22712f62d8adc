"""The programme by stage, coverage of villages, materials."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurdil.kernel.language import say
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views import files
from jurdil.kernel.views.common import attempt, found
from jurdil.law.outreach.materials import FORMS
from jurdil.outreach import actions, exports, queries
from jurdil.outreach.forms import programme as forms
from jurdil.outreach.forms.activity import ReasonForm
from jurdil.outreach.pages import programme as pages
from jurdil.outreach.views.common import UNPROCESSABLE, FormPage, form_page, show_form


@require_safe
def programme(request: Request) -> HttpResponse:
    """The programme of an election, stage by stage."""
    viewer = request.viewer
    require(viewer, "outreach.view")
    election = pages.election(viewer, request.GET.get("pemilihan", ""))
    context = {
        "election": election,
        "elections": pages.running_elections(viewer),
        "stages": queries.programme(viewer, election.id) if election else (),
        "may": allows(viewer, "outreach.programme"),
        "may_plan": allows(viewer, "outreach.plan"),
    }
    return render(request, "outreach/programme.html", context)


@form_page
def programme_new(request: Request) -> HttpResponse:
    """Add a line to the programme."""
    viewer = request.viewer
    require(viewer, "outreach.programme")
    form = forms.ProgrammeForm(
        request.POST or None,
        stages=pages.stage_choices(viewer),
        initial={"stage": request.GET.get("stage", ""), "wanted": 1},
    )
    act = lambda: actions.keep_programme(by=viewer, **form.values())  # noqa: E731
    return show_form(request, form, _line_page(_("Tambah program")), act, _programme_address)


@form_page
def programme_change(request: Request, programme_id: int) -> HttpResponse:
    """Change a line of the programme."""
    viewer = request.viewer
    require(viewer, "outreach.programme")
    election_id, line = found(queries.programme_line, viewer, programme_id)
    known = ("title", "base", "wanted", "people", "budget", "money")
    initial = {name: getattr(line, name) for name in known}
    form = forms.ProgrammeForm(
        request.POST or None,
        stages=pages.stage_choices(viewer),
        initial={**initial, "stage": f"{election_id}:{line.stage}"},
    )

    def act() -> int:
        return actions.keep_programme(by=viewer, programme_id=programme_id, **form.values())

    return show_form(request, form, _line_page(_("Ubah program")), act, _programme_address)


@form_page
def programme_drop(request: Request, programme_id: int) -> HttpResponse:
    """Strike a line of the programme."""
    viewer = request.viewer
    require(viewer, "outreach.drop_programme")
    _election, line = found(queries.programme_line, viewer, programme_id)
    form = ReasonForm(request.POST or None)
    page = FormPage(
        title=_("Coret program"),
        lead=line.title,
        button=_("Coret"),
        back=reverse("outreach:programme"),
        crumbs=[(_("Program sosialisasi"), reverse("outreach:programme")), (_("Coret"), "")],
        said=_("Program dicoret; kegiatannya tetap tercatat."),
    )

    def act() -> int:
        return actions.drop_programme(by=viewer, programme_id=programme_id, **form.cleaned_data)

    return show_form(request, form, page, act, _programme_address)


@require_safe
def coverage(request: Request) -> HttpResponse:
    """Villages and bases: reached, planned, missing, and what to do next."""
    viewer = request.viewer
    require(viewer, "outreach.view")
    election = pages.election(viewer, request.GET.get("pemilihan", ""))
    place = _place(request)
    grid = queries.grid(viewer, election.id, place) if election else None
    drawn = request.GET.get("lihat") == "peta"
    context = {
        "election": election,
        "elections": pages.running_elections(viewer),
        "place": place,
        "places": pages.kecamatan(viewer),
        "grid": grid,
        "rows": pages.marked(grid) if grid and not drawn else (),
        "picture": pages.drawn(viewer, grid, place) if grid and drawn else None,
        "drawn": drawn,
        "may_plan": allows(viewer, "outreach.plan"),
        "may_target": allows(viewer, "outreach.target"),
    }
    return render(request, "outreach/coverage.html", context)


@require_safe
def coverage_file(request: Request, kind: str) -> HttpResponse:
    """Coverage as CSV or XLSX."""
    viewer = request.viewer
    require(viewer, "outreach.view")
    election = pages.election(viewer, request.GET.get("pemilihan", ""))
    if election is None:
        raise Http404
    grid = queries.grid(viewer, election.id, _place(request))
    return files.table(kind, exports.coverage_table(grid), "cakupan-sosialisasi")


@form_page
def target(request: Request, election_id: int) -> HttpResponse:
    """How many activities each village is to have, by base."""
    viewer = request.viewer
    require(viewer, "outreach.target")
    grid = found(queries.grid, viewer, election_id)
    regime = next((e.regime for e in pages.running_elections(viewer) if e.id == election_id), "")
    if not regime:
        raise Http404
    kept = queries.targets(viewer, election_id)
    form = forms.TargetForm(request.POST or None, regime=regime, initial=kept)
    back = f"{reverse('outreach:coverage')}?pemilihan={election_id}"
    page = FormPage(
        title=_("Sasaran per desa"),
        lead=say(grid.election),
        button=_("Simpan sasaran"),
        back=back,
        crumbs=[(_("Cakupan"), back), (_("Sasaran per desa"), "")],
        said=_("Sasaran disimpan."),
    )

    def act() -> bool:
        for one in form.bases:
            wanted = form.cleaned_data[one.code]
            if kept.get(one.code) != wanted:
                actions.set_target(
                    by=viewer, election_id=election_id, base=one.code, per_village=wanted
                )
        return True

    return show_form(request, form, page, act, lambda made: back)


@require_safe
def materials(request: Request) -> HttpResponse:
    """Materials, those that no longer fit the schedule first."""
    viewer = request.viewer
    rows = queries.materials(viewer)
    context = {
        "rows": sorted(rows, key=lambda row: not (row.outdated and not row.dropped_for)),
        "forms": FORMS,
        "may": allows(viewer, "outreach.material"),
    }
    return render(request, "outreach/materials.html", context)


@form_page
def material_new(request: Request) -> HttpResponse:
    """Make a material from the schedule."""
    viewer = request.viewer
    require(viewer, "outreach.material")
    election = pages.election(viewer, request.GET.get("pemilihan", ""))
    if election is None:
        raise Http404
    form = forms.MaterialForm(
        request.POST or None, stages=pages.material_stages(viewer, election.id)
    )
    page = FormPage(
        title=_("Buat materi"),
        lead=say(election.name),
        button=_("Buat materi"),
        back=reverse("outreach:materials"),
        crumbs=[(_("Materi"), reverse("outreach:materials")), (_("Buat materi"), "")],
        said=_("Materi dibuat. Semua tanggalnya diambil dari jadwal yang berlaku."),
    )

    def act() -> int:
        return actions.make_material(by=viewer, election_id=election.id, **form.cleaned_data)

    return show_form(request, form, page, act, _material_address)


@form_page
def material(request: Request, material_id: int) -> HttpResponse:
    """One material with its text; POST withdraws it."""
    viewer = request.viewer
    row = found(queries.material, viewer, material_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, actions.drop_material, by=viewer, material_id=material_id, reason=reason):
            messages.success(request, _("Materi ditarik."))
            return redirect("outreach:material", material_id)
    context = {
        "row": row,
        "form_name": FORMS[row.form],
        "text": queries.material_text(viewer, material_id),
        "form": form,
        "may_drop": allows(viewer, "outreach.drop_material") and not row.dropped_for,
        "may": allows(viewer, "outreach.material"),
        "crumbs": [(_("Materi"), reverse("outreach:materials")), (row.title, "")],
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "outreach/material.html", context, status=status)


@require_safe
def material_pdf(request: Request, material_id: int) -> HttpResponse:
    """The material as PDF."""
    content = found(queries.material_pdf, request.viewer, material_id)
    return files.pdf(content, f"materi-{material_id}.pdf")


@require_safe
def material_png(request: Request, material_id: int) -> HttpResponse:
    """The material as a picture."""
    content = found(queries.material_picture, request.viewer, material_id)
    return files.download(content, "image/png", f"materi-{material_id}.png", inline=True)


def _place(request: Request) -> str:
    """The kecamatan asked for; '' for the whole of the viewer's place."""
    asked = request.GET.get("wilayah", "")
    return asked if asked in {path for path, _name in pages.kecamatan(request.viewer)} else ""


def _line_page(title: str) -> FormPage:
    back = reverse("outreach:programme")
    return FormPage(
        title=title,
        button=_("Simpan"),
        back=back,
        crumbs=[(_("Program sosialisasi"), back), (title, "")],
        said=_("Program disimpan."),
    )


def _programme_address(made: int) -> str:
    return reverse("outreach:programme")


def _material_address(made: int) -> str:
    return reverse("outreach:material", args=[made])
