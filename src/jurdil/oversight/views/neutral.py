"""Neutrality: the register by what lapses next, one case, its identity for a reason, figures."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel import clock, files
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, pdf, table
from jurdil.law.oversight import neutrality
from jurdil.oversight import actions, choices, neutral_papers, pages, queries
from jurdil.oversight.forms import neutral as forms
from jurdil.web.form_pages import FormPage, form_page, show_form

LIST = "oversight:neutral_list"
UNPROCESSABLE = 422


@require_safe
def listing(request: Request) -> HttpResponse:
    """The register: open cases by what lapses next, or the closed ones."""
    viewer = request.viewer
    closed, asked = request.GET.get("lihat") == "selesai", request.GET.get("golongan", "")
    person = asked if asked in neutrality.persons() else ""
    context = {
        "rows": queries.neutral_list(viewer, closed=closed, person=person),
        "closed": closed,
        "person": person,
        "persons": neutrality.persons().values(),
        "may_note": allows(viewer, "oversight.neutral_note"),
        "may_figures": allows(viewer, "oversight.neutral_figures"),
    }
    return render(request, "oversight/neutral/list.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Note an act against neutrality."""
    require(request.viewer, "oversight.neutral_note")
    form = forms.NeutralForm(
        request.POST or None,
        places=pages.place_choices(request.viewer),
        elections=choices.elections(request.viewer),
        contests=choices.contests(request.viewer),
        initial=choices.initial(request.viewer, request.GET, "case_ref"),
    )
    page = FormPage(
        title=_("Catat pelanggaran netralitas"),
        lead=_("Perbuatan dan identitas disimpan terpisah. Golongan sanksi dihitung dari jadwal."),
        button=_("Simpan"),
        back=reverse(LIST),
        crumbs=pages.crumbs(LIST, _("Netralitas"), (_("Baru"), "")),
        said=_("Perkara netralitas dicatat. Tambahkan buktinya."),
    )
    return show_form(
        request,
        form,
        page,
        actions.note_neutral,
        form.facts,
        lambda made: reverse("oversight:neutral", args=[made.pk]),
    )


@require_safe
def case(request: Request, neutral_id: int) -> HttpResponse:
    """One case without any name."""
    return _case(request, neutral_id)


@require_POST
def proof(request: Request, neutral_id: int) -> HttpResponse:
    """Add evidence."""
    found(queries.neutral, request.viewer, neutral_id)
    form = forms.ProofForm(request.POST, request.FILES)
    if form.is_valid() and attempt(
        form, actions.add_proof, by=request.viewer, neutral_id=neutral_id, new=form.facts()
    ):
        messages.success(request, _("Bukti disimpan dengan sidik SHA-256-nya."))
        return redirect("oversight:neutral", neutral_id)
    return _case(request, neutral_id, proof=form)


@require_POST
def step(request: Request, neutral_id: int) -> HttpResponse:
    """Take the next step."""
    page = found(queries.neutral, request.viewer, neutral_id)
    form = forms.StepForm(request.POST, offered=page.offered)
    if form.is_valid() and attempt(
        form, actions.step_neutral, by=request.viewer, neutral_id=neutral_id, new=form.facts()
    ):
        messages.success(request, _("Langkah dicatat."))
        return redirect("oversight:neutral", neutral_id)
    return _case(request, neutral_id, step=form)


@require_POST
def draft(request: Request, neutral_id: int) -> HttpResponse:
    """Make a draft finding of an act that breaks election rules as well."""
    made = found(actions.draft_neutral, by=request.viewer, neutral_id=neutral_id)
    messages.success(request, _("Konsep temuan dibuat."))
    return redirect("oversight:draft", made.pk)


@never_cache
@form_page
def identity(request: Request, neutral_id: int) -> HttpResponse:
    """Who a case is about, for a reason that the ledger keeps."""
    viewer = request.viewer
    require(viewer, "oversight.neutral_reveal")
    page = found(queries.neutral, viewer, neutral_id)
    form = forms.ReasonForm(request.POST or None)
    opened = None
    if request.method == "POST" and form.is_valid():
        opened = attempt(
            form, actions.reveal_neutral, by=viewer, neutral_id=neutral_id, **form.cleaned_data
        )
    context = {
        "page": page,
        "form": form,
        "opened": opened,
        "reason": form.data.get("reason", "") if opened else "",
        "crumbs": _crumbs(page, (_("Identitas"), "")),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "oversight/neutral/identity.html", context, status=status)


@never_cache
@require_POST
def proof_file(request: Request, proof_id: int) -> HttpResponse:
    """A file of evidence, for a reason that the ledger keeps."""
    reason = request.POST.get("reason", "")
    file = found(actions.open_proof, by=request.viewer, proof_id=proof_id, reason=reason)
    return download(files.content(file), file.media_type, file.name, inline=True)


@never_cache
@require_POST
def letter(request: Request, neutral_id: int) -> HttpResponse:
    """The letter that passes a case on, with the identity."""
    row, opened = found(actions.open_for_letter, by=request.viewer, neutral_id=neutral_id)
    return pdf(neutral_papers.letter_pdf(row, opened), f"penerusan-netralitas-{neutral_id}.pdf")


@require_safe
def sheet(request: Request, neutral_id: int) -> HttpResponse:
    """The sheet of a case without any name."""
    content = found(queries.neutral_pdf, request.viewer, neutral_id)
    return pdf(content, f"netralitas-{neutral_id}.pdf")


@require_safe
def figures(request: Request) -> HttpResponse:
    """What became of cases, each share with its denominator."""
    text = request.GET.get("tahun", "")
    year = pages.year_of(text) if text else 0
    context: dict[str, Any] = {
        "figures": queries.neutral_figures(request.viewer, year=year),
        "year": year,
        "years": pages.years(),
        "crumbs": pages.crumbs(LIST, _("Netralitas"), (_("Angka dan sebaran"), "")),
    }
    return render(request, "oversight/neutral/figures.html", context)


@require_safe
def listing_file(request: Request, kind: str) -> HttpResponse:
    """All cases as CSV or XLSX, without any name."""
    return table(kind, queries.neutral_table(request.viewer), "netralitas")


def _case(
    request: Request,
    neutral_id: int,
    *,
    proof: forms.ProofForm | None = None,
    step: forms.StepForm | None = None,
) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.neutral, viewer, neutral_id)
    may_step = allows(viewer, "oversight.neutral_step") and page.offered
    may_prove = allows(viewer, "oversight.neutral_proof") and not page.line.state.final
    context = {
        "page": page,
        "today": clock.today(),
        "stepping": step or (forms.StepForm(offered=page.offered) if may_step else None),
        "proving": proof or (forms.ProofForm() if may_prove else None),
        "failed": proof or step,
        "may_reveal": allows(viewer, "oversight.neutral_reveal"),
        "may_letter": allows(viewer, "oversight.neutral_letter") and page.row.proven,
        "may_draft": page.row.overlap
        and not page.row.case_ref
        and allows(viewer, "oversight.neutral_draft"),
        "crumbs": _crumbs(page),
    }
    status = UNPROCESSABLE if proof or step else 200
    return render(request, "oversight/neutral/case.html", context, status=status)


def _crumbs(page: Any, *more: tuple[str, str]) -> pages.Crumbs:
    own = reverse("oversight:neutral", args=[page.line.id]) if more else ""
    return pages.crumbs(LIST, _("Netralitas"), (page.line.number, own), *more)
