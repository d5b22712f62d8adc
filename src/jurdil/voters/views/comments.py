"""Public comments on an announced list: the register, one comment, its proposal, its answer."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.voters import actions, asking, queries
from jurdil.voters.forms.polling import AnswerForm, CommentForm
from jurdil.voters.pages import chain as chain_pages
from jurdil.voters.pages import polling as pages
from jurdil.voters.pages import proposals
from jurdil.voters.pages.common import villages
from jurdil.voters.views.common import form_page

UNPROCESSABLE = 422
KINDS = ("baru",)


@never_cache
@require_safe
def register(request: Request, revision_id: int) -> HttpResponse:
    """The register of comments on a list."""
    viewer = request.viewer
    shown = found(queries.standing, viewer, revision_id)
    waiting = "semua" not in request.GET
    rows = queries.comments(viewer, revision_id, waiting=waiting)
    context = {
        "shown": shown,
        "rows": pages.comments(viewer, rows[:100]),
        "more": len(rows) > 100,
        "waiting": waiting,
        "crumbs": chain_pages.crumbs(viewer, shown),
        "may_add": allows(viewer, "voters.comment"),
    }
    return render(request, "voters/polling/comments.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, revision_id: int) -> HttpResponse:
    """Register a comment."""
    viewer = request.viewer
    require(viewer, "voters.comment")
    shown = found(queries.standing, viewer, revision_id)
    form = CommentForm(request.POST or None, villages=villages(viewer))
    if request.method == "POST" and form.is_valid():
        said = actions.Comment(**form.cleaned_data)
        made = attempt(
            form, actions.register_comment, by=viewer, revision_id=revision_id, said=said
        )
        if made:
            messages.success(request, _("Tanggapan tercatat."))
            return redirect("voters:comment", made.pk)
    back = pages.comments_url(revision_id)
    return form_page(request, form, _("Catat tanggapan"), back, shown.revision.title)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: Request, comment_id: int) -> HttpResponse:
    """One comment: who said it, what became of it, the answer."""
    viewer = request.viewer
    row = found(queries.comment, viewer, comment_id)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        if attempt(form, actions.answer_comment, by=viewer, comment_id=comment_id, answer=answer):
            messages.success(request, _("Jawaban tersimpan."))
            return redirect("voters:comments", row.revision)
    context = {
        "row": row,
        "village": pages.place_name(viewer, row.village),
        "form": form,
        "back": pages.comments_url(row.revision),
        "may_answer": allows(viewer, "voters.comment_answer"),
        "may_propose": allows(viewer, "voters.comment_propose"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/polling/comment.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: Request, comment_id: int, voter_id: int, kind: str) -> HttpResponse:
    """Turn a comment into a proposal about a voter; voter 0 is somebody new."""
    viewer = request.viewer
    require(viewer, "voters.comment_propose")
    row = found(queries.comment, viewer, comment_id)
    work = replace(proposals.regime(viewer.about(row.election)), election_id=row.election)
    posted, uploads = request.POST or None, request.FILES or None
    if voter_id:
        voter = found(queries.voter, viewer, voter_id)
        form = proposals.form_for(viewer, voter, kind, work, posted, uploads)
    else:
        form = proposals.new_form(viewer, work, posted, uploads) if kind in KINDS else None
    if form is None:
        raise Http404
    if request.method == "POST" and form.is_valid():
        given, elements = form.cleaned_data, proposals.elements(form)
        if voter_id:
            wanted = asking.wanted(viewer, voter_id, kind, given, elements)
        else:
            wanted = asking.wanted_new(viewer, given, elements)
        wanted = replace(wanted, source="tanggapan", reference=f"tanggapan:{comment_id}")
        if attempt(
            form, actions.propose_from_comment, by=viewer, comment_id=comment_id, wanted=wanted
        ):
            messages.success(request, _("Usulan tersimpan dan menunggu keputusan."))
            return redirect("voters:comment", comment_id)
    return form_page(
        request, form, _("Usulan dari tanggapan"), pages.comment_url(comment_id), row.text
    )
