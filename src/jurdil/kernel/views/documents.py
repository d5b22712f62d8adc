"""Pages of papers: the list, one paper with its next step, drafts, and the check by code."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel import document_forms as forms
from jurdil.kernel import policy
from jurdil.kernel.actions import documents as acts
from jurdil.kernel.documents import kinds
from jurdil.kernel.documents.kinds import KINDS
from jurdil.kernel.queries import documents as queries
from jurdil.kernel.request import Request
from jurdil.kernel.views import files
from jurdil.kernel.views.common import attempt, found

form_page = require_http_methods(["GET", "HEAD", "POST"])

STEPS = {
    "document.initial_subhead": acts.initial_subhead,
    "document.initial_secretary": acts.initial_secretary,
    "document.sign": acts.sign,
    "document.send_back": acts.send_back,
    "document.withdraw": acts.withdraw,
}
NOTES = {
    "document.initial_subhead": "note",
    "document.initial_secretary": "note",
    "document.sign": "refusal",
    "document.send_back": "note",
    "document.withdraw": "reason",
}
"""Steps of the chain and the name under which each takes the note."""


@require_safe
def papers(request: Request) -> HttpResponse:
    """The papers in scope, filtered by state and kind, or those that wait for the reader."""
    mine = request.GET.get("tunggu") == "1"
    kind = request.GET.get("jenis", "")
    context = {
        "rows": queries.papers(request.viewer, kind=kind, mine=mine),
        "kinds": forms.kind_choices(),
        "kind": kind,
        "mine": mine,
    }
    return render(request, "kernel/documents/list.html", context)


@require_safe
def paper(request: Request, document_id: int) -> HttpResponse:
    """One paper: its pages, its chain, and the reader's next step."""
    return _paper(request, document_id, forms.NoteForm())


@require_POST
def step(request: Request, document_id: int, code: str) -> HttpResponse:
    """Take a step of the chain."""
    if code not in STEPS:
        raise Http404
    found(queries.paper, request.viewer, document_id)
    form = forms.NoteForm(request.POST)
    if not form.is_valid():
        return _paper(request, document_id, form, 422)
    note = {NOTES[code]: _note(request, code, form.cleaned_data["note"])}
    if not attempt(form, STEPS[code], by=request.viewer, document_id=document_id, **note):
        return _paper(request, document_id, form, 422)
    messages.success(request, _("Langkah dicatat."))
    return redirect("kernel:document", document_id)


def _note(request: Request, code: str, note: str) -> str | None:
    """Only the button "refuse" makes the note of a signature a refusal."""
    return note if code != "document.sign" or "tolak" in request.POST else None


@form_page
def draft(request: Request, kind: str) -> HttpResponse:
    """Draft a paper of a kind."""
    if kind not in forms.FORMS:
        raise Http404
    policy.require(request.viewer, "document.draft")
    form = forms.FORMS[kind](request.POST or None)
    if form.is_valid() and (
        made := attempt(
            form,
            acts.draft,
            by=request.viewer,
            kind=kind,
            title=form.cleaned_data["title"],
            body=form.body(),
            election_id=request.viewer.election_id,
        )
    ):
        messages.success(request, _("Konsep disimpan. Periksa tampilannya di bawah."))
        return redirect("kernel:document", made.pk)
    return render(request, "kernel/documents/form.html", {"form": form, "kind": KINDS[kind].name})


@form_page
def revise(request: Request, document_id: int) -> HttpResponse:
    """Change a draft."""
    policy.require(request.viewer, "document.revise")
    kind, shown = found(queries.draft_of, request.viewer, document_id)
    if kind not in forms.FORMS:
        raise Http404
    initial = forms.initial_of(kind, shown.row.title, shown.body)
    form = forms.FORMS[kind](request.POST or None, initial=initial)
    if form.is_valid() and attempt(
        form,
        acts.revise,
        by=request.viewer,
        document_id=document_id,
        title=form.cleaned_data["title"],
        body=form.body(shown.body),
    ):
        messages.success(request, _("Konsep diperbarui."))
        return redirect("kernel:document", document_id)
    context = {"form": form, "kind": shown.row.kind, "document_id": document_id}
    context["tables"] = [one["caption"] for one in shown.body.get("tables", [])]
    return render(request, "kernel/documents/form.html", context)


@require_safe
def pdf(request: Request, document_id: int) -> HttpResponse:
    """The paper as PDF."""
    content = found(queries.pdf, request.viewer, document_id)
    return files.pdf(content, f"naskah-{document_id}.pdf")


@require_safe
def picture(request: Request, document_id: int, page: int) -> HttpResponse:
    """A page of the paper as a picture: what is shown is what is printed."""
    content = found(queries.picture, request.viewer, document_id, page)
    return HttpResponse(content, content_type="image/png")


@form_page
def external(request: Request, document_id: int) -> HttpResponse:
    """Record number, date and signed file of the letter system."""
    policy.require(request.viewer, "document.record_external")
    shown = found(queries.paper, request.viewer, document_id)
    form = forms.ExternalForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        if attempt(
            form,
            acts.record_external,
            by=request.viewer,
            document_id=document_id,
            external_number=form.cleaned_data["external_number"],
            dated=form.cleaned_data["dated"],
            content=file.read(),
            name=file.name,
        ):
            messages.success(request, _("Nomor dan berkas Srikandi dicatat."))
            return redirect("kernel:document", document_id)
    return render(request, "kernel/documents/external.html", {"form": form, "paper": shown})


@form_page
def check(request: Request, code: str) -> HttpResponse:
    """What a printed code stands for, and whether a PDF is the signed one."""
    shown = found(queries.checked, request.viewer, code)
    form = forms.CheckForm(request.POST or None, request.FILES or None)
    same = None
    if form.is_valid():
        same = hashlib.sha256(form.cleaned_data["file"].read()).hexdigest() == shown.file
    context = {"paper": shown, "form": form, "same": same}
    return render(request, "kernel/documents/check.html", context)


def _paper(
    request: Request, document_id: int, form: forms.NoteForm, status: int = 200
) -> HttpResponse:
    shown = found(queries.paper, request.viewer, document_id)
    context = {"paper": shown, "form": form, "route_confirmed": kinds.CONFIRMED}
    return render(request, "kernel/documents/paper.html", context, status=status)
