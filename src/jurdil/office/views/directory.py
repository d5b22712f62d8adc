"""The directory."""

from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import table
from jurdil.office import actions, exports, pages, queries
from jurdil.office.forms import directory as forms
from jurdil.office.records import Contact
from jurdil.office.views.common import FormPage, form_page, show_form


@require_safe
def people(request: Request) -> HttpResponse:
    """People chosen by office x division x place."""
    viewer = request.viewer
    form = forms.SelectionForm(
        queries.associations(viewer), pages.place_choices(viewer), request.GET
    )
    context = {
        "form": form,
        "rows": _chosen(request),
        "filtered": any(request.GET.get(name) for name in ("cari", "jenis", "divisi", "tempat")),
        "query": request.GET.urlencode(),
        "may_edit": allows(viewer, "office.institution"),
        "may_import": allows(viewer, "office.directory_import"),
    }
    return render(request, "office/directory.html", context)


@require_safe
def people_file(request: Request, kind: str) -> HttpResponse:
    """The chosen people as CSV or XLSX, without telephone numbers."""
    return table(kind, exports.contacts_table(_chosen(request)), "direktori")


@require_safe
def institutions(request: Request) -> HttpResponse:
    """Institutions by name."""
    viewer = request.viewer
    closed = request.GET.get("tutup") == "1"
    kind = request.GET.get("jenis", "")
    context = {
        "rows": queries.institutions(viewer, kind=kind, closed=closed),
        "kinds": forms.KINDS,
        "kind": kind,
        "closed": closed,
        "may_edit": allows(viewer, "office.institution"),
        "may_import": allows(viewer, "office.directory_import"),
    }
    return render(request, "office/institutions.html", context)


@form_page
def institution_new(request: Request) -> HttpResponse:
    """Record an institution."""
    require(request.viewer, "office.institution")
    form = forms.InstitutionForm(request.POST or None)
    page = FormPage(
        title=_("Instansi baru"),
        button=_("Simpan"),
        back=reverse("office:institutions"),
        crumbs=pages.directory_crumbs((_("Instansi baru"), "")),
        said=_("Instansi dicatat. Tambahkan orang-orangnya."),
    )
    return show_form(
        request,
        form,
        page,
        actions.keep_institution,
        lambda: form.cleaned_data,
        lambda made: reverse("office:institution", args=[made.pk]),
    )


@require_safe
def institution(request: Request, institution_id: int) -> HttpResponse:
    """One institution with its people."""
    viewer = request.viewer
    row, people = found(queries.institution, viewer, institution_id)
    letters = allows(viewer, "office.letters")
    context = {
        "row": row,
        "people": people,
        "letters": letters,
        "may_edit": allows(viewer, "office.institution"),
        "crumbs": pages.directory_crumbs((row.name, "")),
    }
    return render(request, "office/institution.html", context)


@form_page
def institution_edit(request: Request, institution_id: int) -> HttpResponse:
    """Change an institution."""
    require(request.viewer, "office.institution")
    row, _people = found(queries.institution, request.viewer, institution_id)
    form = forms.InstitutionForm(request.POST or None, initial=vars(row), known=True)
    back = reverse("office:institution", args=[institution_id])
    page = FormPage(
        title=_("Ubah instansi"),
        lead=row.name,
        button=_("Simpan"),
        back=back,
        crumbs=pages.directory_crumbs((row.name, back), (_("Ubah"), "")),
        said=_("Instansi diubah."),
    )
    return show_form(
        request,
        form,
        page,
        actions.keep_institution,
        lambda: {"institution_id": institution_id, **form.cleaned_data},
        lambda made: back,
    )


@form_page
def contact_new(request: Request, institution_id: int) -> HttpResponse:
    """Record who holds a position."""
    require(request.viewer, "office.contact")
    row, _people = found(queries.institution, request.viewer, institution_id)
    form = forms.ContactForm(request.POST or None)
    return _contact_form(request, form, institution_id, row.name, _("Orang baru"), {})


@form_page
def contact_edit(request: Request, contact_id: int) -> HttpResponse:
    """Correct an entry."""
    require(request.viewer, "office.contact")
    one: Contact = found(queries.contact, request.viewer, contact_id)
    initial = {**vars(one), "name": one.person, "place": one.path}
    form = forms.ContactForm(request.POST or None, initial=initial, known=True)
    known = {"contact_id": contact_id}
    title = _("Betulkan orang")
    return _contact_form(request, form, one.institution_id, one.institution, title, known)


@require_safe
def contact(request: Request, contact_id: int) -> HttpResponse:
    """One person of the directory."""
    return _contact(request, contact_id)


@require_POST
def contact_end(request: Request, contact_id: int) -> HttpResponse:
    """End a position."""
    found(queries.contact, request.viewer, contact_id)
    form = forms.EndForm(request.POST)
    if form.is_valid() and attempt(
        form, actions.end_contact, by=request.viewer, contact_id=contact_id, **form.cleaned_data
    ):
        messages.success(request, _("Akhir jabatan dicatat."))
        return redirect("office:contact", contact_id)
    return _contact(request, contact_id, ending=form)


@require_POST
def contact_reveal(request: Request, contact_id: int) -> HttpResponse:
    """Show telephone and e-mail once, for a purpose that stands in the ledger."""
    found(queries.contact, request.viewer, contact_id)
    form = forms.RevealForm(request.POST)
    if form.is_valid():
        plain = attempt(
            form,
            actions.reveal_contact,
            by=request.viewer,
            contact_id=contact_id,
            **form.cleaned_data,
        )
        if plain is not None:
            return _contact(request, contact_id, plain=plain)
    return _contact(request, contact_id, revealing=form)


def _contact(
    request: Request,
    contact_id: int,
    plain: tuple[str, str] | None = None,
    **failed: django_forms.Form,
) -> HttpResponse:
    viewer = request.viewer
    one: Contact = found(queries.contact, viewer, contact_id)
    home = reverse("office:institution", args=[one.institution_id])
    context = {
        "one": one,
        "plain": plain,
        "ending": forms.EndForm() if allows(viewer, "office.end_contact") else None,
        "revealing": forms.RevealForm()
        if (one.phone_masked or one.has_email) and allows(viewer, "office.reveal")
        else None,
        "may_edit": allows(viewer, "office.contact"),
        "crumbs": pages.directory_crumbs((one.institution, home), (one.person, "")),
        **failed,
        "failed": next(iter(failed.values()), None),
    }
    response = render(request, "office/contact.html", context, status=422 if failed else 200)
    response["Cache-Control"] = "no-store"
    return response


def _contact_form(
    request: Request,
    form: forms.ContactForm,
    institution_id: int,
    institution: str,
    title: str,
    known: dict[str, Any],
) -> HttpResponse:
    home = reverse("office:institution", args=[institution_id])
    page = FormPage(
        title=title,
        lead=institution,
        button=_("Simpan"),
        back=home,
        crumbs=pages.directory_crumbs((institution, home), (title, "")),
        said=_("Tersimpan di direktori."),
    )
    return show_form(
        request,
        form,
        page,
        actions.keep_contact,
        lambda: {"institution_id": institution_id, **known, **form.values()},
        lambda made: home,
    )


def _chosen(request: Request) -> tuple[Contact, ...]:
    def given(name: str) -> list[str]:
        return [value for value in request.GET.getlist(name) if value]

    return queries.contacts(
        request.viewer,
        kinds=given("jenis"),
        divisions=given("divisi"),
        places=given("tempat"),
        search=request.GET.get("cari", ""),
    )
