"""Public pages: no login, no script, short to cache."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel import throttle
from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views import files
from jurdil.law.recap_check import NOTHING
from jurdil.outreach import lookups
from jurdil.portal import queries
from jurdil.portal.checking import judge
from jurdil.portal.forms import LookupForm, TableForm
from jurdil.results import pages
from jurdil.voters.queries import AskedTooOften

EXAMPLE = "wilayah;desa;tps;l;p;jumlah"
"""The header of a table that the checker knows."""
LOOKUPS, SPAN = 10, 600
"""So many questions of one visitor in so many seconds; more would be guessing."""
FRESH = 60
"""Seconds a copy of a page may be kept; the count moves on."""
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "sha256": "text/plain; charset=utf-8",
}


@require_safe
def index(request: Request) -> HttpResponse:
    """The contests of this office."""
    rows = queries.contests(request.viewer)
    return cached(
        request, render(request, "portal/index.html", {"boards": pages.by_election(rows)})
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_recap(request: Request) -> HttpResponse:
    """Check whether a published table of voters adds up; nothing of it is kept."""
    require(request.viewer, "portal.view")
    form = TableForm(request.POST or None, request.FILES or None)
    verdict = judge(form.content()) if request.method == "POST" and form.is_valid() else None
    context = {"form": form, "verdict": verdict, "example": EXAMPLE, "nothing": NOTHING}
    status = 422 if form.errors or (verdict and verdict.unreadable) else 200
    return render(request, "portal/check.html", context, status=status)


@require_safe
def bodies(request: Request) -> HttpResponse:
    """Who observes, surveys or counts with an accreditation, and who won the office's contests."""
    context = {"rows": queries.bodies(request.viewer)}
    return cached(request, render(request, "portal/bodies.html", context))


@sensitive_post_parameters("nik", "born", "name")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: Request) -> HttpResponse:
    """Am I registered, and at which TPS? Answered to whoever has NIK, birth date and name."""
    form = LookupForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "asked": False}
    status = 200
    if request.method == "POST" and not throttle.allowed(request, "lookup", LOOKUPS, SPAN):
        context["too_often"], status = True, 429
    elif request.method == "POST" and form.is_valid():
        # A fresh form: what was asked does not stay on a screen that others use too.
        context["form"] = LookupForm()
        try:
            found = queries.lookup(request.viewer, **form.cleaned_data)
        except AskedTooOften:
            context["too_often"], status = True, 429
        else:
            lookups.note(found=found is not None)
            context |= {"asked": True, "found": found}
    elif form.errors:
        status = 422
    return render(request, "portal/lookup.html", context, status=status)


@require_safe
def contest(request: Request, regime: str, contest: str) -> HttpResponse:
    """The result of one contest as far as it is in, and the way to one's own TPS."""
    text = request.GET.get("q", "").strip()[:80]
    found = _found(queries.contest, request.viewer, regime, contest, text)
    board = found.board
    context = {
        "board": board,
        "regime": regime,
        "count": pages.in_count(board),
        "coverage": pages.in_coverage(board),
        "choices": pages.choices(board, people=False),
        "rows": pages.place_rows(board),
        "sources": found.sources,
        "updated": max((source.made_at for source in found.sources), default=None),
        "text": text,
        "found": found.found,
        "status": found.status,
        "corrections": found.corrections,
        "report_until": found.report_until,
    }
    return cached(request, render(request, "portal/contest.html", context))


@require_safe
def tps(request: Request, regime: str, contest: str, path: str) -> HttpResponse:
    """The form of one TPS, as it is on paper."""
    found = _found(queries.form, request.viewer, regime, contest, path)
    form = found.page
    context = {
        "form": form,
        "way": found.way,
        "status": found.status,
        "corrections": found.corrections,
        "regime": regime,
        "parts": pages.form_parts(form),
        "said": [pages.said(one, form.labels, coordinator=True) for one in form.findings],
        "replaced": pages.replaced(form),
    }
    return cached(request, render(request, "portal/tps.html", context))


@require_safe
def download(request: Request, regime: str, contest: str, kind: str) -> HttpResponse:
    """The sums of every place as a file, or the checksums of the files."""
    if kind not in MEDIA:
        raise Http404
    content = _found(queries.download, request.viewer, regime, contest, kind)
    name = f"rekap-{regime}-{contest}.{kind}"
    return cached(request, files.download(content, MEDIA[kind], name))


def _found(read, *key):
    """A reading, or the page "not found" for what is not held here."""
    try:
        return read(*key)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def cached(request: Request, response: HttpResponse) -> HttpResponse:
    """A visitor's page may be kept by any cache; one that names a person by none."""
    if request.viewer.is_public:
        patch_cache_control(response, public=True, max_age=FRESH)
        patch_vary_headers(response, ["Cookie"])
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response
