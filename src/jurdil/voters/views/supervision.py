"""The overseer's view: what is open, the log that both offices read, and the list itself."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from jurdil.kernel.paging import AFTER
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.views.common import attempt, found
from jurdil.voters import actions, queries
from jurdil.voters.actions.supervision import Look
from jurdil.voters.forms.supervision import (
    CloseForm,
    ExtractForm,
    FindingForm,
    OpenForm,
    SampleForm,
)
from jurdil.voters.pages import supervision as pages

UNPROCESSABLE = 422
LOOK = "lihat"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: Request) -> HttpResponse:
    """What was opened, and for the office the form that opens a list."""
    viewer = request.viewer
    rows = queries.accesses(viewer)
    may_open = allows(viewer, "voters.open_to_overseer")
    form = OpenForm(
        request.POST or None, holders=pages.holders(viewer), paths=pages.places_below(viewer)
    )
    if request.method == "POST":
        require(viewer, "voters.open_to_overseer")
        if form.is_valid() and _open(request, form):
            return redirect("voters:overseer")
    context = {"lines": pages.lines(viewer, rows), "form": form if may_open else None}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/supervision/index.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def access(request: Request, access_id: int) -> HttpResponse:
    """One access with the log of its looks; the office may withdraw it."""
    viewer = request.viewer
    row = found(queries.access, viewer, access_id)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        act = actions.close_to_overseer
        if attempt(form, act, by=viewer, access_id=access_id, reason=reason):
            messages.success(request, _("Akses dicabut."))
            return redirect("voters:access", access_id)
    context = {
        "line": pages.lines(viewer, [row])[0],
        "looks": pages.look_lines(viewer, queries.looks(viewer, access_id)),
        "form": form if allows(viewer, "voters.close_to_overseer") and row.open else None,
        "may_look": allows(viewer, "voters.look-page") and row.open,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/supervision/access.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: Request, access_id: int) -> HttpResponse:
    """The opened list, seven columns, with a watermark; every page of it is logged, so a page is
    shown to who asks for it with a button, never to an address alone."""
    viewer = request.viewer
    require(viewer, "voters.look-page")
    row = found(queries.access, viewer, access_id)
    villages = pages.villages_of(viewer, row.path)
    asked = request.method == "POST" and request.POST.get("langkah") == LOOK
    form = ExtractForm(None if asked else request.POST or None, paths=villages)
    if request.method == "POST" and form.is_valid():
        path = form.cleaned_data["path"]
        act = actions.take_extract
        if made := attempt(form, act, by=viewer, access_id=access_id, path=path):
            return pages.extract_file(viewer, made, path)
    path = request.POST.get("wilayah", "") if asked else ""
    shown = _looked(request, access_id, path, villages) if asked else None
    context = {
        "row": row,
        "asked": asked,
        "rows": pages.seen_lines(viewer, shown.rows) if shown else (),
        "after": shown.after if shown else None,
        "villages": villages,
        "path": path,
        "form": form,
        "mark": pages.watermark(viewer, row),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/supervision/look.html", context, status=status)


def _looked(
    request: Request, access_id: int, path: str, villages: Iterable[tuple[str, str]]
) -> Look:
    """A page of the list, of one village or of all; looking is an act that leaves a trace."""
    return actions.look(
        by=request.viewer,
        access_id=access_id,
        path=path if path in {code for code, _name in villages} else "",
        after=number_in(request.POST.get(AFTER, "")),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def samples(request: Request, access_id: int) -> HttpResponse:
    """The spot checks of an access; the overseer draws another."""
    viewer = request.viewer
    row = found(queries.access, viewer, access_id)
    may_draw = allows(viewer, "voters.look-sample") and row.open
    form = SampleForm(request.POST or None, paths=pages.draw_from(viewer, row.path))
    if request.method == "POST" and form.is_valid():
        act, given = actions.draw_sample, form.cleaned_data
        if made := attempt(form, act, by=viewer, access_id=access_id, **given):
            return redirect("voters:sample", made.pk)
    context = {
        "row": row,
        "samples": queries.samples(viewer, access_id),
        "form": form if may_draw else None,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/supervision/samples.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sample(request: Request, sample_id: int) -> HttpResponse:
    """The work sheet of one spot check: rows, findings, the rate with its interval."""
    viewer = request.viewer
    found(queries.sample, viewer, sample_id)
    form = FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        act = actions.note_finding
        matched = given["matched"] == "ya"
        facts = {"unit": given["unit"], "matched": matched, "note": given["note"]}
        if attempt(form, act, by=viewer, sample_id=sample_id, **facts):
            return redirect("voters:sample", sample_id)
    shown = queries.sample(viewer, sample_id)
    context = {
        "shown": shown,
        "rate": pages.rate_words(shown),
        "form": form,
        "may_note": allows(viewer, "voters.look-finding"),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/supervision/sample.html", context, status=status)


def _open(request: Request, form: OpenForm) -> bool:
    given = form.cleaned_data
    done = attempt(
        form,
        actions.open_to_overseer,
        by=request.viewer,
        holder_id=int(given["holder"]),
        path=given["path"],
        purpose=given["purpose"],
        reference=given["reference"],
        until=given["until"],
    )
    if done:
        messages.success(request, _("Akses dibuka. Setiap pandangan akan tercatat di sini."))
    return bool(done)
