"""Pages of plenary sittings: the list, the sitting, attendance, closing."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel.acts import Refused
from jurdil.kernel.language import say
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.windows import Closed
from jurdil.places import queries as places
from jurdil.results import queries
from jurdil.results.actions import plenary as acts
from jurdil.results.forms.plenary import AttendForm, PrepareForm

CONFLICT = 409


@require_safe
def index(request: Request) -> HttpResponse:
    """The sittings of the election chosen in the header, else of the newest one."""
    require(request.viewer, "results.plenary")
    held = places.elections(request.viewer)
    chosen = request.viewer.election_id
    known = [one.id for one in held]
    if not known:
        return render(request, "results/plenary/none.html")
    return redirect("results:plenaries", chosen if chosen in known else max(known))


@require_http_methods(["GET", "HEAD", "POST"])
def sittings(request: Request, election_id: int) -> HttpResponse:
    """The sittings of an election; whoever may, prepares another one."""
    viewer = request.viewer
    rows = found(queries.sittings, viewer, election_id)
    spots, contests = queries.sittings_offered(viewer, election_id)
    offered = [(code, say(name)) for code, name in contests]
    form = PrepareForm(request.POST or None, places=spots, contests=offered)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, acts.prepare_sitting, by=viewer, election_id=election_id, **form.cleaned_data
        )
        if made:
            return redirect("results:plenary", made.pk)
    context = {
        "rows": rows,
        "form": form,
        "spots": spots,
        "may_prepare": allows(viewer, "results.plenary_prepare"),
        "crumbs": [(_("Hasil & Rekapitulasi"), reverse("results:index")), (_("Rapat pleno"), "")],
    }
    status = 422 if form.errors else 200
    return render(request, "results/plenary/list.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def sitting(request: Request, sidang_id: int) -> HttpResponse:
    """One sitting: the chair's steps, boxes, objections, corrections."""
    refusal = ""
    found(queries.sitting_page, request.viewer, sidang_id)
    if request.method == "POST":
        refusal = _try(request, sidang_id, {"step": _step, "boxes": _boxes})
        if not refusal:
            return redirect("results:plenary", sidang_id)
    shown = found(queries.sitting_page, request.viewer, sidang_id)
    context = {
        "page": shown,
        "refusal": refusal,
        "typed": request.POST,
        "may_step": allows(request.viewer, "results.plenary_step"),
        "may_box": allows(request.viewer, "results.plenary_boxes"),
        "may_names": allows(request.viewer, "results.plenary_names"),
        "may_draft": allows(request.viewer, "document.draft"),
        "crumbs": crumbs(shown.row),
        "tab": "plenary",
    }
    return render(
        request, "results/plenary/sitting.html", context, status=CONFLICT if refusal else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: Request, sidang_id: int) -> HttpResponse:
    """Who takes part, by name; a list to print and sign."""
    viewer = request.viewer
    found(queries.attendance, viewer, sidang_id)
    moving = request.method == "POST" and "peserta" in request.POST
    refusal = _try(request, sidang_id, {"presence": _presence}) if moving else ""
    if moving and not refusal:
        return redirect("results:plenary_attendance", sidang_id)
    offered = queries.offered_witnesses(viewer, sidang_id)
    form = AttendForm(None if moving else request.POST or None, participants=offered)
    asked = request.POST and not moving and form.is_valid()
    if asked and attempt(
        form, acts.record_attendance, by=viewer, sidang_id=sidang_id, **form.cleaned_data
    ):
        return redirect("results:plenary_attendance", sidang_id)
    shown = found(queries.sitting_page, viewer, sidang_id)
    context = {
        "page": shown,
        "people": queries.attendance(viewer, sidang_id),
        "form": form,
        "refusal": refusal,
        "may_attend": allows(viewer, "results.plenary_attend"),
        "crumbs": crumbs(shown.row),
        "tab": "attendance",
    }
    status = 422 if form.errors else CONFLICT if refusal else 200
    return render(request, "results/plenary/attendance.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: Request, sidang_id: int) -> HttpResponse:
    """Signatures, receipts, D.Kejadian Khusus and the end of each contest."""
    viewer = request.viewer
    shown = found(queries.sitting_page, viewer, sidang_id)
    refusal = ""
    if request.method == "POST":
        refusal = _try(
            request,
            sidang_id,
            {"sign": _sign, "receipt": _receipt, "event": _event, "close": _close},
        )
        if not refusal:
            return redirect("results:plenary_closing", sidang_id)
    context = {
        "page": shown,
        "papers": queries.closing_papers(viewer, sidang_id),
        "refusal": refusal,
        "typed": request.POST,
        "may_sign": allows(viewer, "results.plenary_sign"),
        "may_names": allows(viewer, "results.plenary_names"),
        "may_close": allows(viewer, "results.plenary_close"),
        "may_draft": allows(viewer, "document.draft"),
        "may_read": allows(viewer, "document.view"),
        "crumbs": crumbs(shown.row),
        "tab": "closing",
    }
    return render(
        request, "results/plenary/closing.html", context, status=CONFLICT if refusal else 200
    )


def crumbs(row) -> list[tuple[str, str]]:
    """The way to a sitting."""
    return [
        (_("Rapat pleno"), reverse("results:plenaries", args=[row.election_id])),
        (row.place, ""),
    ]


def _try(request: Request, sidang_id: int, known: dict[str, Any]) -> str:
    """Do what was asked for; the sentence of a refusal, '' when it was done."""
    what = known.get(request.POST.get("do", ""))
    if what is None:
        return _("Tindakan ini tidak dikenal. Muat ulang halaman.")
    try:
        found(what, request, sidang_id)
    except (Refused, Closed) as refusal:
        return str(refusal)
    except ValueError:
        return _("Tulis angka bulat, tanpa huruf.")
    return ""


def _step(request: Request, sidang_id: int) -> None:
    acts.step_sitting(
        by=request.viewer,
        sidang_id=sidang_id,
        step=request.POST.get("step", ""),
        note=request.POST.get("note", ""),
    )


def _boxes(request: Request, sidang_id: int) -> None:
    acts.record_boxes(
        by=request.viewer,
        sidang_id=sidang_id,
        tps=request.POST.getlist("tps"),
        sealed="unsealed" not in request.POST,
        note=request.POST.get("note", ""),
    )


def _presence(request: Request, _sidang_id: int) -> None:
    acts.change_presence(
        by=request.viewer,
        peserta_id=int(request.POST.get("peserta", "")),
        in_room=request.POST.get("in_room") == "1",
    )


def _sign(request: Request, sidang_id: int) -> None:
    refused = "refused" in request.POST
    acts.sign_recap(
        by=request.viewer,
        sidang_id=sidang_id,
        contest=request.POST.get("contest", ""),
        peserta_id=int(request.POST.get("peserta", "")),
        refusal=request.POST.get("refusal", "") if refused else None,
    )


def _receipt(request: Request, sidang_id: int) -> None:
    acts.record_receipt(
        by=request.viewer,
        sidang_id=sidang_id,
        contest=request.POST.get("contest", ""),
        peserta_id=int(request.POST.get("peserta", "")),
    )


def _event(request: Request, sidang_id: int) -> None:
    acts.record_event(
        by=request.viewer,
        sidang_id=sidang_id,
        contest=request.POST.get("contest", ""),
        text="" if "nihil" in request.POST else request.POST.get("text", "").strip() or _empty(),
    )


def _empty() -> str:
    raise Refused(_("Tulis kejadiannya, atau pilih NIHIL."))


def _close(request: Request, sidang_id: int) -> None:
    acts.close_contest(
        by=request.viewer, sidang_id=sidang_id, contest=request.POST.get("contest", "")
    )
