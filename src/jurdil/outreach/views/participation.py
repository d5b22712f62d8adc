"""Pages of participation."""

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.documents import sheet
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf, table
from jurdil.law.participation.turnout import SEXES
from jurdil.outreach import actions, participation_pages, queries
from jurdil.outreach.forms.participation import ApplicantsForm, ScoreForm
from jurdil.outreach.participation_records import ParticipationPage
from jurdil.outreach.views.common import FormPage, form_page, show_form
from jurdil.places import queries as places


@require_safe
def index(request: Request) -> HttpResponse:
    """The elections to look at, each with what there is to do."""
    viewer = request.viewer
    context = {
        "rows": [(one, participation_pages.todos(viewer, one)) for one in queries.overview(viewer)],
        "path": viewer.path,
        "at_tps": "/" in viewer.path,
        "may_import": allows(viewer, "outreach.compare"),
    }
    return render(request, "outreach/participation/index.html", context)


@require_safe
def place(request: Request, election_id: int, path: str) -> HttpResponse:
    """Participation at a place, before, during and after."""
    return _show(request, election_id, path)


@require_safe
def table_file(request: Request, election_id: int, path: str, kind: str) -> HttpResponse:
    """The table as CSV or XLSX."""
    page = _page(request, election_id, path)
    return table(kind, participation_pages.table(page), f"partisipasi-{path}")


@require_safe
def report(request: Request, election_id: int, path: str) -> HttpResponse:
    """The report as PDF."""
    page = _page(request, election_id, path)
    made = sheet.pdf(participation_pages.paper(page))
    return pdf(made, f"partisipasi-{path}.pdf")


@require_POST
def score(request: Request, election_id: int) -> HttpResponse:
    """Record a published score of the index."""
    require(request.viewer, "outreach.compare")
    page = _page(request, election_id, "")
    form = ScoreForm(request.POST, dimensions=_dimensions(page))
    if form.is_valid():
        made = found(
            attempt,
            form,
            actions.record_score,
            by=request.viewer,
            election_id=election_id,
            **form.cleaned_data,
        )
        if made is not None:
            messages.success(request, _("Nilai indeks dicatat dengan sumbernya."))
            return redirect("outreach:participation_at", election_id, page.path)
    return _show(request, election_id, page.path, form)


@form_page
def applicants(request: Request, election_id: int) -> HttpResponse:
    """Record the applicants for a body at a place."""
    viewer = request.viewer
    require(viewer, "outreach.applicants")
    bodies, known = found(queries.applicant_choices, viewer, election_id)
    if not bodies:
        raise Http404
    first = {"body": request.GET.get("badan", ""), "path": request.GET.get("wilayah", "")}
    form = ApplicantsForm(
        request.POST or None,
        bodies=[(one.id, say(one.name)) for one in bodies],
        places=known,
        initial=first,
    )
    back = participation_pages.address(election_id, viewer.path.partition("/")[0])
    title = _("Catat pelamar badan adhoc")
    page = FormPage(
        title=title,
        lead=_(
            "Angka terbaru untuk badan dan wilayah yang sama menggantikan yang lama di laporan."
        ),
        button=_("Catat pelamar"),
        back=back,
        crumbs=[(_("Partisipasi"), reverse("outreach:participation")), (title, "")],
        said=_("Pelamar dicatat dengan sumbernya."),
    )

    def act() -> object:
        return actions.record_applicants(by=viewer, election_id=election_id, **form.values())

    return show_form(request, form, page, act, lambda _made: f"{back}#sebelum")


def _page(request: Request, election_id: int, path: str) -> ParticipationPage:
    contest = request.GET.get("kontes", "")
    return found(queries.participation, request.viewer, election_id, path, contest)


def _dimensions(page: ParticipationPage) -> list[tuple[str, str]]:
    return [(one.code, say(one.name)) for one, _value, _source in page.scores.scores]


def _show(
    request: Request, election_id: int, path: str, failed: Form | None = None
) -> HttpResponse:
    viewer = request.viewer
    page = _page(request, election_id, path)
    lines = [
        (
            one,
            "" if one.tps else participation_pages.address(election_id, one.path),
            [one.earlier.get(code) for code, _name in page.regimes],
        )
        for one in page.lines
    ]
    may_score = allows(viewer, "outreach.compare") and bool(page.scores.scores)
    context = {
        "page": page,
        "lines": lines,
        "columns": [(name, page.sheet.columns.get(code, ())) for code, name in SEXES.items()],
        "formulas": next(iter(page.sheet.columns.values()), ()),
        "picture": participation_pages.picture(viewer, page),
        "observers": participation_pages.accredited(page),
        "may_record": allows(viewer, "outreach.applicants"),
        "form": (failed or ScoreForm(dimensions=_dimensions(page))) if may_score else None,
        "failed": failed,
        "may_import": allows(viewer, "outreach.compare"),
        "crumbs": _crumbs(request, page),
    }
    status = 422 if failed is not None else 200
    return render(request, "outreach/participation/place.html", context, status=status)


def _crumbs(request: Request, page: ParticipationPage) -> list[tuple[str, str]]:
    way = places.breadcrumb(request.viewer, page.path)
    steps = [
        (
            one.label,
            participation_pages.address(page.election_id, one.path) if one.reachable else "",
        )
        for one in way[:-1]
        if one.reachable
    ]
    return [(_("Partisipasi"), reverse("outreach:participation")), *steps, (page.label, "")]
