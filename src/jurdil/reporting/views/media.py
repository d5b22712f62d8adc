"""Clippings, the monthly output, the daily sheet."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurdil.kernel import clock
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf, table
from jurdil.reporting import actions, pages, queries
from jurdil.reporting.forms import media as forms
from jurdil.web.form_pages import FormPage, form_page, show_form

FIRST_YEAR, LAST_YEAR, MONTHS = 2000, 2100, 12


@require_safe
def index(request: Request) -> HttpResponse:
    """The newest articles, by day."""
    viewer = request.viewer
    today = clock.today()
    context = {
        "days": pages.by_day(queries.clippings(viewer)),
        "waiting": queries.clippings_waiting(viewer),
        "today": today,
        "may_clip": allows(viewer, "reporting.clip"),
        "may_strike": allows(viewer, "reporting.strike"),
    }
    return render(request, "reporting/clippings.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Record an article."""
    viewer = request.viewer
    require(viewer, "reporting.clip")
    form = forms.ClippingForm(
        request.POST or None,
        outlets=pages.outlet_choices(viewer),
        stages=pages.stage_choices(viewer),
    )
    page = FormPage(
        title=_("Kliping baru"),
        lead=_("Nada berita menurut pembacaan Anda; sistem tidak menebaknya."),
        button=_("Catat berita"),
        back=reverse("reporting:clippings"),
        crumbs=pages.clipping_crumbs((_("Kliping baru"), "")),
        said=_("Berita dicatat."),
    )

    def arguments() -> dict:
        return {**form.values(), "election_id": pages.election_for_task(viewer)}

    return show_form(
        request, form, page, actions.clip, arguments, lambda _made: reverse("reporting:clippings")
    )


@form_page
def strike(request: Request, clipping_id: int) -> HttpResponse:
    """Strike an article that was recorded wrongly."""
    viewer = request.viewer
    require(viewer, "reporting.strike")
    row = found(queries.clipping, viewer, clipping_id)
    form = forms.StrikeForm(request.POST or None)
    page = FormPage(
        title=_("Coret kliping"),
        lead=row.title,
        button=_("Coret"),
        back=reverse("reporting:clippings"),
        crumbs=pages.clipping_crumbs((_("Coret"), "")),
        said=_("Kliping dicoret; alasannya tersimpan."),
    )

    def arguments() -> dict:
        return {"clipping_id": clipping_id, **form.cleaned_data}

    return show_form(
        request,
        form,
        page,
        actions.strike_clipping,
        arguments,
        lambda _made: reverse("reporting:clippings"),
    )


@require_safe
def day_pdf(request: Request, day: date) -> HttpResponse:
    """The clippings of a day."""
    return pdf(queries.clippings_pdf(request.viewer, day), f"kliping-{day}.pdf")


@require_safe
def this_month(request: Request) -> HttpResponse:
    """The month that runs."""
    today = clock.today()
    require(request.viewer, "reporting.press")
    return redirect("reporting:month", today.year, today.month)


@form_page
def month(request: Request, year: int, number: int) -> HttpResponse:
    """A month of press work, and the form for its posts."""
    viewer = request.viewer
    _require_month(year, number)
    form = forms.ChannelForm(request.POST or None)
    if request.method == "POST":
        require(viewer, "reporting.channel")
        given = {"year": year, "month": number}
        if form.is_valid() and attempt(
            form, actions.note_channel, by=viewer, **given, **form.cleaned_data
        ):
            messages.success(request, _("Unggahan dicatat."))
            return redirect("reporting:month", year, number)
    before, after = pages.months_around(year, number)
    shown = queries.month(viewer, year, number)
    context = {
        "page": shown,
        "tones": pages.tones(shown),
        "first": date(year, number, 1),
        "before": before,
        "after": after,
        "form": form if allows(viewer, "reporting.channel") else None,
        "crumbs": pages.clipping_crumbs((_("Rekap bulanan"), "")),
    }
    return render(request, "reporting/month.html", context, status=422 if form.errors else 200)


@require_safe
def month_file(request: Request, year: int, number: int, kind: str) -> HttpResponse:
    """The monthly output as PDF, its articles as CSV or XLSX."""
    _require_month(year, number)
    name = f"publikasi-{year}-{number:02}"
    if kind == "pdf":
        return pdf(queries.month_pdf(request.viewer, year, number), f"{name}.pdf")
    found_month = queries.month(request.viewer, year, number)
    return table(kind, pages.month_table(found_month.clippings), name)


@require_safe
def today(request: Request) -> HttpResponse:
    """The sheet of today."""
    require(request.viewer, "reporting.press")
    return redirect("reporting:day", clock.today())


@form_page
def day(request: Request, day: date) -> HttpResponse:
    """The sheet of a day, and to whom it was sent."""
    viewer = request.viewer
    form = forms.SendForm(request.POST or None)
    if request.method == "POST":
        require(viewer, "reporting.send_sheet")
        if form.is_valid() and attempt(
            form, actions.send_sheet, by=viewer, day=day, **form.cleaned_data
        ):
            messages.success(request, _("Pengiriman dicatat; berkasnya tersimpan."))
            return redirect("reporting:day", day)
    before, after = pages.days_around(day)
    context = {
        "page": queries.day_sheet(viewer, day),
        "before": before,
        "after": after,
        "form": form if allows(viewer, "reporting.send_sheet") else None,
    }
    return render(request, "reporting/day.html", context, status=422 if form.errors else 200)


@require_safe
def day_file(request: Request, day: date, kind: str) -> HttpResponse:
    """The sheet of a day as PDF, CSV or XLSX."""
    name = f"lembar-harian-{day}"
    if kind == "pdf":
        return pdf(queries.day_sheet_pdf(request.viewer, day), f"{name}.pdf")
    return table(kind, pages.day_table(queries.day_sheet(request.viewer, day)), name)


def _require_month(year: int, number: int) -> None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= MONTHS):
        raise Http404
