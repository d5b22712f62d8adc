"""Pages of disputes: the list, one dispute with its clocks and claims, its evidence."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jurdil.kernel import files
from jurdil.kernel.jobs import enqueue
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download
from jurdil.results import actions, pages, queries
from jurdil.results.forms.revote import (
    ClaimForm,
    DisputeForm,
    FollowForm,
    RegisterForm,
    RulingForm,
)
from jurdil.results.jobs import BUNDLED_AT_ONCE, bundle_dispute
from jurdil.results.views.revote import UNPROCESSABLE, to_election


@require_safe
def index(request: Request) -> HttpResponse:
    """The disputes of the election chosen in the header, else of the newest one."""
    require(request.viewer, "results.disputes")
    return to_election(request, "results:disputes")


@require_http_methods(["GET", "HEAD", "POST"])
def disputes(request: Request, election_id: int) -> HttpResponse:
    """Every dispute, and the form to record one."""
    viewer = request.viewer
    rows = found(queries.disputes_of, viewer, election_id)
    form = DisputeForm(request.POST or None, contests=pages.contest_choices(viewer, election_id))
    may_file = allows(viewer, "results.file_dispute")
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, actions.file_dispute, by=viewer, election_id=election_id, **form.cleaned_data
        )
        if made:
            return redirect("results:dispute", made.pk)
    context = {
        "rows": rows,
        "form": form if may_file else None,
        "crumbs": _crumbs(_("Sengketa hasil")),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "results/dispute/list.html", context, status=status)


@require_safe
def dispute(request: Request, dispute_id: int) -> HttpResponse:
    """One dispute with everything that can be done about it."""
    return _page(request, dispute_id)


@require_POST
def register(request: Request, dispute_id: int) -> HttpResponse:
    """Record its registration."""
    return _act(request, dispute_id, "register", RegisterForm, actions.register_dispute, dict)


@require_POST
def claim(request: Request, dispute_id: int) -> HttpResponse:
    """Record what is claimed about a TPS; further figures of the same TPS are added."""

    def values(given: dict[str, Any]) -> dict[str, Any]:
        return pages.claim_values(queries.dispute(request.viewer, dispute_id), given)

    return _act(request, dispute_id, "claim", ClaimForm, actions.claim_tps, values)


@require_POST
def rule(request: Request, dispute_id: int) -> HttpResponse:
    """Record the ruling."""
    return _act(request, dispute_id, "ruling", RulingForm, actions.decide_dispute, dict)


@require_POST
def follow(request: Request, dispute_id: int) -> HttpResponse:
    """Follow the ruling up at a TPS."""

    def values(given: dict[str, Any]) -> dict[str, Any]:
        return {
            "path": given["path"],
            "figures": {given["figure"]: given["value"]},
            "reason": given["reason"],
        }

    return _act(request, dispute_id, "follow", FollowForm, actions.apply_ruling, values)


@require_POST
def make_bundle(request: Request, dispute_id: int) -> HttpResponse:
    """Make the evidence bundle from what stands now, and keep it; a large one in the background."""
    require(request.viewer, "results.keep_bundle")
    size, newest = found(queries.bundle_size, request.viewer, dispute_id)
    if size > BUNDLED_AT_ONCE:
        enqueue(bundle_dispute, dispute_id, newest)
        messages.info(
            request,
            _("Berkas besar ini dibuat di latar belakang dan muncul di halaman ini bila selesai."),
        )
        return redirect("results:dispute", dispute_id)
    bundle = found(queries.dispute_bundle, request.viewer, dispute_id)
    actions.keep_bundle(by=request.viewer, dispute_id=dispute_id, bundle=bundle)
    return redirect("results:dispute", dispute_id)


@require_POST
def bundle(request: Request, dispute_id: int, digest: str) -> HttpResponse:
    """Download a bundle that was kept; the download goes to the ledger."""
    file = found(actions.take_bundle, by=request.viewer, dispute_id=dispute_id, digest=digest)
    return download(files.content(file), "application/zip", f"bukti-{digest[:12]}.zip")


def _act(
    request: Request,
    dispute_id: int,
    name: str,
    form_class: type[forms.Form],
    act: Callable[..., Any],
    values: Callable[[dict[str, Any]], dict[str, Any]],
) -> HttpResponse:
    form = form_class(request.POST)
    if form.is_valid():
        given = values(form.cleaned_data)
        if _tried(form, act, request, dispute_id, given):
            return redirect("results:dispute", dispute_id)
    return _page(request, dispute_id, {name: form})


def _tried(
    form: forms.Form,
    act: Callable[..., Any],
    request: Request,
    dispute_id: int,
    given: dict[str, Any],
) -> bool:
    def run() -> Any:
        return found(act, by=request.viewer, dispute_id=dispute_id, **given)

    return attempt(form, run) is not None


def _page(
    request: Request, dispute_id: int, bound: dict[str, forms.Form] | None = None
) -> HttpResponse:
    viewer = request.viewer
    shown = found(queries.dispute, viewer, dispute_id)
    bound = bound or {}
    forms_ = pages.dispute_forms(viewer, shown, bound)
    context = {
        "dispute": shown,
        "forms": forms_,
        "failed": next(iter(bound.values()), None),
        "claims": pages.claim_rows(shown),
        "gate": pages.gate_figures(shown),
        "may_note": allows(viewer, "stages.record_event"),
        "may_take": allows(viewer, "results.take_bundle"),
        "may_bundle": allows(viewer, "results.keep_bundle") and bool(shown.claims),
        "crumbs": _crumbs(shown.row.number or shown.row.forum, shown.election_id),
    }
    status = UNPROCESSABLE if bound else 200
    return render(request, "results/dispute/dispute.html", context, status=status)


def _crumbs(last: str, election_id: int | None = None) -> list[tuple[str, str]]:
    way = [(_("Hasil & Rekapitulasi"), reverse("results:index"))]
    if election_id is not None:
        way.append((_("Sengketa hasil"), reverse("results:disputes", args=[election_id])))
    return [*way, (last, "")]
