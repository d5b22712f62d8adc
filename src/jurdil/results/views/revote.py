"""Pages of votes held again: the list, a proposal, one case with its effect."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf
from jurdil.law.revote import State
from jurdil.places import queries as places
from jurdil.results import actions, pages, queries
from jurdil.results.forms.revote import DecideForm, HeldForm, ProposeForm
from jurdil.results.queries.revotes import CasePage

UNPROCESSABLE = 422


@require_safe
def index(request: Request) -> HttpResponse:
    """The cases of the election chosen in the header, else of the newest one."""
    require(request.viewer, "results.revotes")
    return to_election(request, "results:revotes")


def to_election(request: Request, name: str) -> HttpResponse:
    """The page `name` of the election chosen in the header, else of the newest one."""
    held = [one.id for one in places.elections(request.viewer)]
    if not held:
        return render(request, "results/plenary/none.html")
    chosen = request.viewer.election_id
    return redirect(name, chosen if chosen in held else max(held))


@require_safe
def cases(request: Request, election_id: int) -> HttpResponse:
    """Every case by what lapses next, and the ballots they need."""
    chosen = request.GET.get("kecamatan", "")
    overview = found(queries.revote_overview, request.viewer, election_id)
    context = {
        "election_id": election_id,
        "rows": queries.revotes_of(request.viewer, election_id, chosen),
        "chosen": pages.chosen_name(overview, chosen),
        "overview": overview,
        "picture": pages.revote_map(request.viewer, overview, election_id),
        "needs": queries.revote_ballots(request.viewer, election_id),
        "may_propose": allows(request.viewer, "results.propose_revote"),
        "crumbs": _crumbs(_("Pemungutan dan penghitungan ulang")),
    }
    return render(request, "results/revote/list.html", context)


@require_safe
def printed(request: Request, election_id: int) -> HttpResponse:
    """The list as a sheet to hand on."""
    content = found(queries.revotes_pdf, request.viewer, election_id)
    return pdf(content, f"daftar-ulang-{election_id}.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: Request, election_id: int) -> HttpResponse:
    """Put a case before KPU of the regency."""
    viewer = request.viewer
    require(viewer, "results.propose_revote")
    form = ProposeForm(
        request.POST or None,
        path=request.GET.get("tps", ""),
        grounds=pages.grounds(found(queries.grounds_of, viewer, election_id)),
        contests=pages.contest_choices(viewer, election_id),
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, actions.propose_revote, by=viewer, election_id=election_id, **form.cleaned_data
        )
        if made:
            return redirect("results:revote", made.pk)
    context = {
        "form": form,
        "crumbs": _crumbs(_("Usul baru"), election_id),
        "title": _("Usulkan pemungutan atau penghitungan ulang"),
        "button": _("Usulkan"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "results/revote/form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def case(request: Request, case_id: int) -> HttpResponse:
    """One case: ground, clock, what is due next, and what the new result changed."""
    viewer = request.viewer
    shown = found(queries.revote, viewer, case_id)
    form = _due_form(request, shown)
    if request.method == "POST" and form is not None and form.is_valid():
        act = actions.decide_revote if isinstance(form, DecideForm) else actions.hold_revote
        values = form.values() if isinstance(form, DecideForm) else form.cleaned_data
        if attempt(form, act, by=viewer, case_id=case_id, **values):
            return redirect("results:revote", case_id)
    context = {
        "case": shown,
        "form": form,
        "deciding": isinstance(form, DecideForm),
        "entries": pages.entry_links(shown),
        "may_print": allows(viewer, "results.print_notices"),
        "crumbs": _crumbs(shown.row.label, shown.election_id),
    }
    status = UNPROCESSABLE if form is not None and form.errors else 200
    return render(request, "results/revote/case.html", context, status=status)


@require_POST
def notices(request: Request, case_id: int) -> HttpResponse:
    """The new C.Pemberitahuan of a case as sheets to print."""
    made = found(actions.print_notices, by=request.viewer, case_id=case_id)
    return pdf(made.pdf(), made.name)


def _due_form(request: Request, shown: CasePage) -> DecideForm | HeldForm | None:
    """The form of the step that is due, for whoever may take it."""
    data = request.POST or None
    if shown.row.state is State.PROPOSED and allows(request.viewer, "results.decide_revote"):
        return DecideForm(data)
    if shown.row.state is State.DECIDED and allows(request.viewer, "results.hold_revote"):
        return HeldForm(data)
    return None


def _crumbs(last: str, election_id: int | None = None) -> list[tuple[str, str]]:
    way = [(_("Hasil & Rekapitulasi"), reverse("results:index"))]
    if election_id is not None:
        url = reverse("results:revotes", args=[election_id])
        way.append((_("Pemungutan dan penghitungan ulang"), url))
    return [*way, (last, "")]
