"""Legal products."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.language import say
from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import table
from jurdil.law.office.products import NAMES, State
from jurdil.office import actions, exports, pages, queries
from jurdil.office.forms import products as forms
from jurdil.office.views.common import FormPage, form_page, show_form, stored

DECREED = State.DECREED


@require_safe
def register(request: Request) -> HttpResponse:
    """The register of legal products, with whether each holds."""
    viewer = request.viewer
    force, search = request.GET.get("berlaku", ""), request.GET.get("cari", "")
    rows = queries.products(viewer, force=force, search=search)
    context = {
        "rows": [(row, pages.force_words(row.force)) for row in rows],
        "forces": [(code, say(words)) for code, (_state, words) in pages.FORCES.items()],
        "force": force,
        "form": forms.ProductFilter(request.GET),
        "filtered": bool(force or search),
        "waiting": queries.to_publish(viewer),
        "may_open": allows(viewer, "office.product"),
    }
    return render(request, "office/products.html", context)


@require_safe
def register_file(request: Request, kind: str) -> HttpResponse:
    """The register as CSV or XLSX."""
    rows = queries.products(request.viewer)
    return table(kind, exports.products_table(rows), "produk-hukum")


@form_page
def new(request: Request) -> HttpResponse:
    """Register a legal product."""
    require(request.viewer, "office.product")
    form = forms.ProductForm(request.POST or None, request.FILES or None)
    page = FormPage(
        title=_("Produk hukum baru"),
        lead=_("Dicatat sebagai draf; nomor registernya diberikan saat disimpan."),
        button=_("Daftarkan"),
        back=reverse("office:products"),
        crumbs=pages.product_crumbs(_("Baru")),
        said=_("Produk hukum didaftarkan. Berikutnya telaah hukum."),
    )
    return show_form(
        request,
        form,
        page,
        actions.open_product,
        lambda: form.cleaned_data,
        lambda made: reverse("office:product", args=[made.pk]),
    )


@require_safe
def product(request: Request, product_id: int) -> HttpResponse:
    """One legal product: its way, and what it revokes or what revoked it."""
    return _product(request, product_id)


@form_page
def step(request: Request, product_id: int, state: str) -> HttpResponse:
    """Take a product to its next state."""
    require(request.viewer, "office.step")
    page = found(queries.product, request.viewer, product_id)
    if state not in NAMES:
        raise Http404
    proposal = queries.proposed_number(request.viewer, product_id) if state == DECREED else ""
    form = forms.StepForm(
        state, request.POST or None, request.FILES or None, initial={"number": proposal}
    )
    shown = FormPage(
        title=pages.step_words(state),
        lead=page.row.title,
        button=_("Simpan"),
        back=reverse("office:product", args=[product_id]),
        crumbs=pages.product_crumbs(pages.step_words(state)),
        said=_("Langkah dicatat."),
    )
    return show_form(
        request,
        form,
        shown,
        actions.step_product,
        lambda: {"product_id": product_id, "state": state, **form.cleaned_data},
        lambda made: reverse("office:product", args=[product_id]),
    )


@require_POST
def tie(request: Request, product_id: int) -> HttpResponse:
    """Record which earlier product this one revokes or amends."""
    page = found(queries.product, request.viewer, product_id)
    form = forms.TieForm(pages.earlier_products(request.viewer, page), request.POST)
    if form.is_valid() and attempt(
        form, actions.tie_products, by=request.viewer, later_id=product_id, **form.cleaned_data
    ):
        messages.success(request, _("Hubungan dicatat."))
        return redirect("office:product", product_id)
    return _product(request, product_id, form)


@require_safe
def step_file(request: Request, step_id: int) -> HttpResponse:
    """The file of a step: draft, minutes, decree, certified copy."""
    return stored(found(queries.step_file, request.viewer, step_id))


def _product(
    request: Request, product_id: int, failed: forms.TieForm | None = None
) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.product, viewer, product_id)
    earlier = pages.earlier_products(viewer, page) if allows(viewer, "office.tie") else []
    context = {
        "page": page,
        "force": pages.force_words(page.row.force),
        "steps": [(state, pages.step_words(state)) for state in page.may],
        "tying": failed or (forms.TieForm(earlier) if earlier else None),
        "failed": failed,
        "crumbs": pages.product_crumbs(f"{page.row.register}/{page.row.year}"),
    }
    return render(request, "office/product.html", context, status=422 if failed else 200)
