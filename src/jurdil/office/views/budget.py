"""Budget lines, payments, and the yearly ceilings."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jurdil.kernel.policy import require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.office import actions, pages, queries
from jurdil.office.forms import expenses as forms
from jurdil.office.forms.terms import ReasonForm
from jurdil.office.records import LineRow, SpjPage
from jurdil.office.views.common import FormPage, form_page, show_form


@form_page
def line(request: Request, spj_id: int) -> HttpResponse:
    """Add a budget line."""
    require(request.viewer, "office.spj_line")
    page = found(queries.spj_page, request.viewer, spj_id)
    form = forms.LineForm(pages.ceiling_choices(request.viewer, page), request.POST or None)
    shown = _page(page, _("Tambah baris RAB"), _("Tambah"), _("Baris RAB dicatat."))
    return show_form(
        request,
        form,
        shown,
        actions.plan_line,
        lambda: {"spj_id": spj_id, **form.values()},
        lambda made: shown.back,
    )


@form_page
def line_out(request: Request, spj_id: int, line_id: int) -> HttpResponse:
    """Strike a budget line."""
    require(request.viewer, "office.spj_line_out")
    page = found(queries.spj_page, request.viewer, spj_id)
    row = _line(page, line_id)
    form = ReasonForm(request.POST or None)
    shown = _page(page, _("Coret baris RAB"), _("Coret baris"), _("Baris RAB dicoret."), row.item)
    return show_form(
        request,
        form,
        shown,
        actions.drop_line,
        lambda: {"line_id": line_id, **form.cleaned_data},
        lambda made: shown.back,
    )


@form_page
def pay(request: Request, spj_id: int, line_id: int) -> HttpResponse:
    """Record a payment on a line."""
    require(request.viewer, "office.spj_pay")
    page = found(queries.spj_page, request.viewer, spj_id)
    row = _line(page, line_id)
    people = [(one.id, one.name) for one in page.people]
    form = forms.PaymentForm(people, request.POST or None, request.FILES or None)
    shown = _page(page, _("Catat pembayaran"), _("Catat"), _("Pembayaran dicatat."), row.item)
    return show_form(
        request,
        form,
        shown,
        actions.pay,
        lambda: {"line_id": line_id, **form.values()},
        lambda made: shown.back,
    )


@form_page
def reverse_payment(request: Request, spj_id: int, payment_id: int) -> HttpResponse:
    """Take a payment back."""
    require(request.viewer, "office.spj_reverse")
    page = found(queries.spj_page, request.viewer, spj_id)
    paid = {one.id: one for row in page.lines for one in row.payments}
    if payment_id not in paid:
        raise Http404
    form = ReasonForm(request.POST or None)
    shown = _page(
        page,
        _("Batalkan pembayaran"),
        _("Batalkan pembayaran"),
        _("Pembayaran dibatalkan; kedua catatannya tetap."),
        paid[payment_id].receipt,
    )
    return show_form(
        request,
        form,
        shown,
        actions.reverse_payment,
        lambda: {"payment_id": payment_id, **form.cleaned_data},
        lambda made: shown.back,
    )


@form_page
def ceilings(request: Request, year: int) -> HttpResponse:
    """The standard costs of a year."""
    viewer = request.viewer
    require(viewer, "office.spj")
    form = forms.CeilingForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.set_ceiling, by=viewer, year=year, **form.values())
    ):
        messages.success(request, _("Batas biaya disimpan."))
        return redirect("office:ceilings", year)
    context = {
        "year": year,
        "years": pages.years_around(),
        "rows": queries.ceilings(viewer, year),
        "form": form if pages.may_set_ceilings(viewer) else None,
        "failed": form.errors,
        "crumbs": pages.spj_crumbs((_("Batas biaya"), "")),
    }
    return render(request, "office/ceilings.html", context, status=422 if form.errors else 200)


@require_POST
def copy_ceilings(request: Request, year: int) -> HttpResponse:
    """Take over last year's ceilings, to be checked against this year's rule."""
    count = actions.copy_ceilings(by=request.viewer, year=year)
    messages.success(
        request,
        _("%(count)s batas biaya disalin. Cocokkan dengan aturan %(year)s.")
        % {"count": count, "year": year},
    )
    return redirect("office:ceilings", year)


def _page(page: SpjPage, title: str, button: str, said: str, lead: str = "") -> FormPage:
    back = reverse("office:spj", args=[page.row.id])
    crumbs = pages.spj_crumbs((page.row.title, back), (title, ""))
    return FormPage(title, button, back, crumbs, said, lead or page.row.title)


def _line(page: SpjPage, line_id: int) -> LineRow:
    for row in page.lines:
        if row.id == line_id:
            return row
    raise Http404
