"""Vulnerable TPS: per indicator, list, map, one TPS, flag and clear."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, table
from jurdil.law.oversight import tps_risk
from jurdil.oversight import actions, pages, queries
from jurdil.oversight.forms import risk as forms
from jurdil.places import queries as places
from jurdil.web.form_pages import FormPage, form_page, show_form

LIST = "oversight:tps"


@require_safe
def overview(request: Request) -> HttpResponse:
    """TPS per indicator, and by kecamatan as table and map."""
    viewer = request.viewer
    require(viewer, "oversight.tps")
    election = places.chosen_election(viewer)
    context: dict[str, Any] = {
        "election": election,
        "may_flag": allows(viewer, "oversight.tps_flag"),
    }
    if election is not None:
        edition = pages.edition_of(election.regime, request.GET.get("daftar", ""))
        seen = queries.overview(viewer, election.id, edition.id)
        link = f"{reverse('oversight:tps_list')}?daftar={edition.id}&tempat="
        may_kpu = allows(viewer, "oversight.kpu_map_view")
        context |= {
            "seen": seen,
            "editions": [tps_risk.edition(code) for code in tps_risk.EDITIONS],
            "picture": pages.drawn(viewer, {p: n for p, _name, n in seen.districts}, link),
            "kpu": queries.kpu_map(viewer) if may_kpu else (),
            "may_kpu": may_kpu,
        }
    return render(request, "oversight/tps.html", context)


@require_safe
def listing(request: Request) -> HttpResponse:
    """TPS with the indicators they carry."""
    viewer = request.viewer
    require(viewer, "oversight.tps")
    election = places.chosen_election(viewer)
    if election is None:
        return redirect(LIST)
    edition = pages.edition_of(election.regime, request.GET.get("daftar", ""))
    sign, path = request.GET.get("indikator", ""), request.GET.get("tempat", "")
    context = {
        "rows": queries.lines(viewer, election.id, edition.id, sign=sign, path=path),
        "edition": edition,
        "sign": edition.signs.get(sign),
        "crumbs": pages.crumbs(LIST, _("TPS rawan"), (_("Daftar TPS"), "")),
    }
    return render(request, "oversight/tps_list.html", context)


@require_safe
def listing_file(request: Request, kind: str) -> HttpResponse:
    """The list as CSV or XLSX: a row per TPS and indicator."""
    viewer = request.viewer
    require(viewer, "oversight.tps")
    election = places.chosen_election(viewer)
    if election is None:
        raise Http404
    edition = pages.edition_of(election.regime, request.GET.get("daftar", ""))
    rows = pages.flag_rows(queries.lines(viewer, election.id, edition.id))
    return table(kind, rows, edition.id)


@require_safe
def station(request: Request, path: str) -> HttpResponse:
    """One TPS with its indicators and their evidence."""
    viewer = request.viewer
    election = places.chosen_election(viewer)
    if election is None:
        raise Http404
    edition = pages.edition_of(election.regime, request.GET.get("daftar", ""))
    return _station(request, election.id, edition.id, path)


@form_page
def flag(request: Request) -> HttpResponse:
    """Flag a TPS with indicators and their evidence."""
    viewer = request.viewer
    require(viewer, "oversight.tps_flag")
    election = places.chosen_election(viewer)
    if election is None:
        return redirect(LIST)
    edition = pages.edition_of(election.regime, request.GET.get("daftar", ""))
    form = forms.FlagForm(
        request.POST or None,
        request.FILES or None,
        stations=pages.station_choices(viewer, election.id),
        edition=edition,
        initial={"path": request.GET.get("tps")},
    )
    page = FormPage(
        title=_("Tandai TPS rawan"),
        lead=_("Pilih indikator yang ada di TPS ini. Tidak ada skor gabungan."),
        button=_("Simpan tanda"),
        back=reverse(LIST),
        crumbs=pages.crumbs(LIST, _("TPS rawan"), (_("Tandai"), "")),
        said=_("TPS ditandai."),
    )
    return show_form(
        request,
        form,
        page,
        actions.flag_tps,
        lambda: {"election_id": election.id, "edition": edition.id, **form.cleaned_data},
        lambda made: _address(made[0].path, edition.id),
    )


@require_POST
def clear(request: Request, flag_id: int) -> HttpResponse:
    """Clear a flag with a reason."""
    election, edition, path = found(queries.flag_place, request.viewer, flag_id)
    form = forms.ReasonForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.clear_flag, by=request.viewer, flag_id=flag_id, **form.cleaned_data
    ):
        messages.success(request, _("Tanda dicabut."))
        return redirect(_address(path, edition))
    return _station(request, election, edition, path, form)


@require_safe
def flag_file(request: Request, flag_id: int) -> HttpResponse:
    """The evidence of a flag."""
    file, content = found(queries.flag_file, request.viewer, flag_id)
    return download(content, file.media_type, file.name, inline=True)


def _address(path: str, edition: str) -> str:
    return f"{reverse('oversight:tps_one', args=[path])}?daftar={edition}"


def _station(
    request: Request,
    election_id: int,
    edition: str,
    path: str,
    failed: forms.forms.Form | None = None,
) -> HttpResponse:
    viewer = request.viewer
    rows = found(queries.flags_of, viewer, election_id, edition, path)
    village = places.name_of(viewer, path.split("/")[0])
    title = f"{pages.station_name(path)}, {village}"
    context = {
        "title": title,
        "path": path,
        "rows": rows,
        "sources": sorted({row.source for row in rows if row.source}),
        "edition": tps_risk.edition(edition),
        "failed": failed,
        "reason": forms.ReasonForm() if allows(viewer, "oversight.tps_clear") else None,
        "may_flag": allows(viewer, "oversight.tps_flag"),
        "crumbs": pages.crumbs(LIST, _("TPS rawan"), (title, "")),
    }
    return render(request, "oversight/tps_one.html", context, status=422 if failed else 200)
