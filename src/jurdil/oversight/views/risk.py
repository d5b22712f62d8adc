"""The index: scores, map, events, proposals, what-if, history; KPU's own map beside it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download
from jurdil.oversight import actions, pages, queries, scoring
from jurdil.oversight.forms import risk as forms
from jurdil.web.form_pages import FormPage, form_page, show_form

FIRST = "oversight:ikp"


@require_safe
def index(request: Request) -> HttpResponse:
    """Scores of the kecamatan with their explanation."""
    viewer = request.viewer
    context = {
        "index": queries.index(viewer),
        "model": scoring.edition(),
        "waiting": queries.waiting(viewer),
        "kpu": queries.kpu_map(viewer),
        "groups": pages.GROUPS,
        "tabs": pages.tabs(viewer, FIRST),
        "may_note": allows(viewer, "oversight.ikp_note"),
        "may_keep": allows(viewer, "oversight.ikp_run"),
    }
    return render(request, "oversight/ikp.html", context)


@require_safe
def index_map(request: Request) -> HttpResponse:
    """Scores as a map."""
    viewer = request.viewer
    link = f"{reverse('oversight:events')}?tempat="
    picture = pages.drawn(viewer, pages.scores(queries.index(viewer)), link)
    context = {"picture": picture, "tabs": pages.tabs(viewer, "oversight:ikp_map")}
    return render(request, "oversight/ikp_map.html", context)


@require_safe
def events(request: Request) -> HttpResponse:
    """Events with their sources."""
    viewer = request.viewer
    state, path = request.GET.get("keadaan", ""), request.GET.get("tempat", "")
    context = {
        "rows": queries.events(viewer, state=state, path=path),
        "states": [(code, pages.STATES[code]) for code in ("diusulkan", "diterima", "ditolak")],
        "state": state,
        "path": path,
        "tags": pages.STATES,
        "tabs": pages.tabs(viewer, "oversight:events"),
        "may_note": allows(viewer, "oversight.ikp_note"),
    }
    return render(request, "oversight/events.html", context)


@form_page
def event_new(request: Request) -> HttpResponse:
    """Note an event."""
    require(request.viewer, "oversight.ikp_note")
    viewer = request.viewer
    form = forms.EventForm(
        request.POST or None,
        request.FILES or None,
        places=pages.place_choices(viewer),
        model=scoring.edition(),
        initial={"indicator": request.GET.get("indikator"), "path": request.GET.get("tempat")},
    )
    page = FormPage(
        title=_("Catat kejadian"),
        lead=_("Indeks dihitung dari kejadian, bukan dari kesan. Sebutkan sumbernya."),
        button=_("Simpan kejadian"),
        back=reverse("oversight:events"),
        crumbs=pages.crumbs("oversight:events", _("Kejadian IKP"), (_("Baru"), "")),
        said=_("Kejadian dicatat."),
    )

    def arguments() -> dict[str, object]:
        return {**form.cleaned_data, "indicator": int(form.cleaned_data["indicator"])}

    return show_form(
        request,
        form,
        page,
        actions.note_event,
        arguments,
        lambda made: reverse("oversight:event", args=[made.pk]),
    )


@require_safe
def event(request: Request, event_id: int) -> HttpResponse:
    """One event."""
    return _event(request, event_id)


@require_POST
def event_decide(request: Request, event_id: int) -> HttpResponse:
    """Confirm or refuse a proposal of the field."""
    found(queries.event, request.viewer, event_id)
    form = forms.DecideForm(request.POST)
    accept = "terima" in request.POST
    if form.is_valid() and attempt(
        form,
        actions.decide_event,
        by=request.viewer,
        event_id=event_id,
        accept=accept,
        reason=form.cleaned_data["reason"],
    ):
        messages.success(request, _("Usulan diterima.") if accept else _("Usulan ditolak."))
        return redirect("oversight:event", event_id)
    return _event(request, event_id, deciding=form)


@require_POST
def event_withdraw(request: Request, event_id: int) -> HttpResponse:
    """Withdraw a confirmed event."""
    found(queries.event, request.viewer, event_id)
    form = forms.ReasonForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.withdraw_event, by=request.viewer, event_id=event_id, **form.cleaned_data
    ):
        messages.success(request, _("Kejadian dicabut; skor dihitung tanpa kejadian ini."))
        return redirect("oversight:event", event_id)
    return _event(request, event_id, withdrawing=form)


@require_safe
def event_file(request: Request, event_id: int) -> HttpResponse:
    """The evidence of an event."""
    file, content = found(queries.event_file, request.viewer, event_id)
    return download(content, file.media_type, file.name, inline=True)


@require_safe
def proposals(request: Request) -> HttpResponse:
    """What the field and other rooms propose, waiting for a person."""
    viewer = request.viewer
    require(viewer, "oversight.ikp")
    model = scoring.edition()
    context = {
        "noted": queries.events(viewer, state="diusulkan"),
        "signals": [(one, model.indicators[one.indicator]) for one in queries.signals(viewer)],
        "severities": model.severities.values(),
        "tabs": pages.tabs(viewer, "oversight:proposals"),
        "may_decide": allows(viewer, "oversight.ikp_signal"),
    }
    return render(request, "oversight/proposals.html", context)


@require_POST
def signal_decide(request: Request) -> HttpResponse:
    """Make a signal of another room an event, or refuse it."""
    accept = "terima" in request.POST
    actions.decide_signal(
        by=request.viewer,
        key=request.POST.get("kunci", ""),
        accept=accept,
        severity=request.POST.get("tingkat", ""),
        reason=request.POST.get("alasan", ""),
    )
    messages.success(request, _("Usulan diterima.") if accept else _("Usulan ditolak."))
    return redirect("oversight:proposals")


@require_safe
def what_if(request: Request) -> HttpResponse:
    """What a few more events would do; nothing is saved."""
    viewer = request.viewer
    require(viewer, "oversight.ikp")
    model = scoring.edition()
    asked = request.GET if "wilayah" in request.GET else None
    districts = list(scoring.districts(viewer).items())
    form = forms.WhatIfForm(asked, districts=districts, model=model)
    context = {
        "form": form,
        "model": model,
        "groups": pages.GROUPS,
        "tabs": pages.tabs(viewer, "oversight:what_if"),
    }
    if asked is not None and form.is_valid():
        index, moved, names = queries.what_if(
            viewer,
            region=form.cleaned_data["wilayah"],
            indicator=int(form.cleaned_data["indikator"]),
            count=form.cleaned_data["jumlah"],
        )
        context |= {
            "index": index,
            "moved": [(names[one.region], one) for one in moved],
            "classes": {one.id: one.name for one in model.classes},
        }
    return render(request, "oversight/what_if.html", context)


@require_safe
def history(request: Request) -> HttpResponse:
    """Published scores and calculations that were kept."""
    viewer = request.viewer
    context = {
        "published": [pages.published(row) for row in queries.history(viewer)],
        "runs": queries.runs(viewer),
        "tabs": pages.tabs(viewer, "oversight:history"),
        "may_publish": allows(viewer, "oversight.ikp_publish"),
    }
    return render(request, "oversight/history.html", context)


@form_page
def published_new(request: Request) -> HttpResponse:
    """Record a score that Bawaslu published."""
    require(request.viewer, "oversight.ikp_publish")
    form = forms.PublishedForm(request.POST or None)
    page = FormPage(
        title=_("Catat skor terbitan"),
        lead=_("Skor dan kelas seperti yang diterbitkan Bawaslu untuk kabupaten/kota ini."),
        button=_("Simpan skor"),
        back=reverse("oversight:history"),
        crumbs=pages.crumbs("oversight:history", _("Riwayat IKP"), (_("Skor terbitan"), "")),
        said=_("Skor dicatat."),
    )
    back = reverse("oversight:history")
    return show_form(request, form, page, actions.record_published, form.values, lambda made: back)


@require_POST
def run_keep(request: Request) -> HttpResponse:
    """Keep the calculation of now."""
    made = actions.keep_run(by=request.viewer, note=request.POST.get("catatan", "")[:300])
    messages.success(request, _("Perhitungan disimpan bersama wilayah pembandingnya."))
    return redirect("oversight:run", made.pk)


@require_safe
def run(request: Request, run_id: int) -> HttpResponse:
    """A calculation that was kept."""
    row = found(queries.run, request.viewer, run_id)
    context = {
        "row": row,
        "lines": pages.run_lines(request.viewer, row.edition, row.regions),
        "groups": pages.GROUPS,
        "crumbs": pages.crumbs("oversight:history", _("Riwayat IKP"), (_("Perhitungan"), "")),
    }
    return render(request, "oversight/run.html", context)


@require_safe
def kpu_map(request: Request) -> HttpResponse:
    """KPU's own map of vulnerabilities."""
    viewer = request.viewer
    context = {
        "rows": queries.kpu_map(viewer),
        "may_edit": allows(viewer, "oversight.kpu_map"),
        "bawaslu": viewer.house == "bawaslu",
    }
    return render(request, "oversight/kpu_map.html", context)


@form_page
def kpu_map_new(request: Request) -> HttpResponse:
    """Keep a row of KPU's map."""
    require(request.viewer, "oversight.kpu_map")
    form = forms.KpuRiskForm(request.POST or None, places=pages.place_choices(request.viewer))
    home = reverse("oversight:kpu_map")
    page = FormPage(
        title=_("Baris peta kerawanan KPU"),
        lead=_("Dengan kata-kata KPU sendiri. Tidak digabung dengan indeks Bawaslu."),
        button=_("Simpan baris"),
        back=home,
        crumbs=pages.crumbs("oversight:kpu_map", _("Peta kerawanan KPU"), (_("Baru"), "")),
        said=_("Baris disimpan."),
    )
    return show_form(
        request,
        form,
        page,
        actions.note_kpu_risk,
        lambda: form.cleaned_data,
        lambda made: home,
    )


@require_POST
def kpu_map_drop(request: Request, row_id: int) -> HttpResponse:
    """Strike a row of KPU's map."""
    found(actions.drop_kpu_risk, by=request.viewer, row_id=row_id)
    messages.success(request, _("Baris dicoret."))
    return redirect("oversight:kpu_map")


def _event(request: Request, event_id: int, **failed: forms.forms.Form) -> HttpResponse:
    viewer = request.viewer
    row = found(queries.event, viewer, event_id)
    waits, stands = row.state == "diusulkan", row.state == "diterima"
    decides = waits and allows(viewer, "oversight.ikp_decide")
    withdraws = stands and allows(viewer, "oversight.ikp_withdraw")
    context = {
        "row": row,
        "tags": pages.STATES,
        "deciding": forms.DecideForm() if decides else None,
        "withdrawing": forms.ReasonForm() if withdraws else None,
        "crumbs": pages.crumbs("oversight:events", _("Kejadian IKP"), (f"#{row.id}", "")),
        **failed,
        "failed": next(iter(failed.values()), None),
    }
    if failed and not (decides or withdraws):
        raise Http404
    return render(request, "oversight/event.html", context, status=422 if failed else 200)
