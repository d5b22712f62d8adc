"""Registers of letters."""

from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.queries.tasks import owners
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import pdf, table
from jurdil.office import actions, exports, pages, papers, queries
from jurdil.office.forms import letters as forms
from jurdil.office.queries import Wanted
from jurdil.office.views.common import FormPage, form_page, show_form, stored

DIRECTIONS = ("masuk", "keluar")


@require_safe
def register(request: Request) -> HttpResponse:
    """The register, letters in or out, filtered."""
    viewer = request.viewer
    wanted = _wanted(request)
    form = forms.LetterFilter(queries.years(viewer), request.GET)
    context = {
        "page": queries.letters(viewer, wanted, after=request.GET.get("sesudah", "")),
        "wanted": wanted,
        "form": form,
        "year": pages.register_year(wanted),
        "filtered": bool(wanted.search or wanted.standing),
        "may_receive": allows(viewer, "office.receive"),
        "may_draft": allows(viewer, "office.draft"),
        "may_send": allows(viewer, "office.send"),
        "may_pattern": allows(viewer, "office.pattern"),
        "late": queries.late_letters(viewer),
        "unregistered": queries.unregistered(viewer) if wanted.direction == "keluar" else (),
    }
    return render(request, "office/letters.html", context)


@require_safe
def register_file(request: Request, direction: str, year: int, kind: str) -> HttpResponse:
    """A year's register as CSV, XLSX or printed agenda."""
    if direction not in DIRECTIONS:
        raise Http404
    rows = queries.all_letters(request.viewer, Wanted(direction, year))
    name = f"agenda-surat-{direction}-{year}"
    if kind == "pdf":
        return pdf(papers.agenda(direction, year, rows), f"{name}.pdf")
    return table(kind, exports.letters_table(rows), name)


@form_page
def receive(request: Request) -> HttpResponse:
    """Register a letter that came in."""
    require(request.viewer, "office.receive")
    form = forms.LetterInForm(_institutions(request), *_given(request))
    page = FormPage(
        title=_("Surat masuk baru"),
        lead=_("Nomor agenda diberikan saat disimpan."),
        button=_("Catat surat"),
        back=reverse("office:letters"),
        crumbs=pages.letter_crumbs(_("Surat masuk baru")),
        said=_(
            "Surat dicatat. Berikutnya disposisi pimpinan, atau selesaikan bila cukup diketahui."
        ),
    )
    return show_form(
        request, form, page, actions.receive_letter, form.values, lambda made: _address(made.pk)
    )


@form_page
def record(request: Request) -> HttpResponse:
    """Register a letter that was numbered and signed in Srikandi."""
    viewer = request.viewer
    require(viewer, "office.send")
    form = forms.LetterOutForm(
        _institutions(request),
        _answerable(request),
        *_given(request),
        own=pages.numbers_itself(viewer),
        initial=pages.outgoing_initial(viewer, request.GET),
    )
    page = FormPage(
        title=_("Catat surat keluar"),
        lead=_("Surat yang sudah bernomor dan ditandatangani di Srikandi."),
        button=_("Catat surat"),
        back=reverse("office:letters") + "?arah=keluar",
        crumbs=pages.letter_crumbs(_("Catat surat keluar")),
        said=_("Surat keluar dicatat."),
    )
    return show_form(
        request, form, page, actions.send_letter, form.values, lambda made: _address(made.pk)
    )


@form_page
def draft(request: Request, kind: str) -> HttpResponse:
    """Draft a letter: where it goes, and its text."""
    require(request.viewer, "office.draft")
    if kind not in pages.DRAFTED:
        raise Http404
    part = forms.RegisterPart(
        _institutions(request),
        _answerable(request),
        request.POST or None,
        initial={"answers_id": request.GET.get("jawab", "")},
    )
    text = forms.text_form(kind)(request.POST or None)
    if request.method == "POST" and part.is_valid() and text.is_valid():
        values = {"subject": text.cleaned_data["title"], "body": text.body(), **part.values()}
        if not (values["institution_id"] or values["correspondent"]):
            values["correspondent"] = values["body"]["to"][0]
        made = attempt(part, actions.draft_letter, by=request.viewer, kind=kind, **values)
        if made is not None:
            messages.success(request, _("Konsep disimpan. Berikutnya paraf kepala subbagian."))
            return redirect("office:letter", made.pk)
    context = {
        "part": part,
        "text": text,
        "kinds": pages.draft_kinds(),
        "kind": kind,
        "crumbs": pages.letter_crumbs(_("Konsep surat")),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "office/draft.html", context, status=status)


@require_safe
def letter(request: Request, letter_id: int) -> HttpResponse:
    """One letter: what was ordered, what answers it, and the next step."""
    return _letter(request, letter_id)


@require_POST
def dispose(request: Request, letter_id: int) -> HttpResponse:
    """Order what is done upon a letter."""
    found(queries.letter, request.viewer, letter_id)
    form = forms.DispositionForm(_owners(request), request.POST)
    return _act(request, letter_id, "disposing", form, actions.dispose, _("Disposisi dicatat."))


@require_POST
def send(request: Request, letter_id: int) -> HttpResponse:
    """A drafted letter goes out."""
    found(queries.letter, request.viewer, letter_id)
    form = forms.SendForm(request.POST, request.FILES)
    return _act(request, letter_id, "sending", form, actions.send_letter, _("Surat terkirim."))


@require_POST
def close(request: Request, letter_id: int) -> HttpResponse:
    """Close a letter."""
    found(queries.letter, request.viewer, letter_id)
    form = forms.CloseForm(request.POST)
    return _act(request, letter_id, "closing", form, actions.close_letter, _("Surat selesai."))


@form_page
def correct(request: Request, letter_id: int) -> HttpResponse:
    """Correct what the register says."""
    require(request.viewer, "office.correct")
    row = found(queries.letter, request.viewer, letter_id).row
    form = forms.CorrectForm(request.POST or None, initial=vars(row))
    page = FormPage(
        title=_("Betulkan buku agenda"),
        button=_("Simpan pembetulan"),
        back=_address(letter_id),
        crumbs=pages.letter_crumbs(_("Betulkan")),
        said=_("Pembetulan dicatat."),
    )

    def arguments() -> dict[str, Any]:
        values = dict(form.cleaned_data)
        return {"letter_id": letter_id, "reason": values.pop("reason"), "values": values}

    return show_form(
        request, form, page, actions.correct_letter, arguments, lambda made: _address(letter_id)
    )


@require_safe
def letter_file(request: Request, letter_id: int) -> HttpResponse:
    """The scan of a letter."""
    return stored(found(queries.letter_file, request.viewer, letter_id))


@form_page
def patterns(request: Request) -> HttpResponse:
    """Own patterns of PPK and PPS."""
    viewer = request.viewer
    require(viewer, "office.pattern")
    form = forms.PatternForm(request.POST or None, initial={"year": pages.this_year()})
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.set_pattern, by=viewer, **form.cleaned_data)
    ):
        messages.success(request, _("Pola nomor disimpan."))
        return redirect("office:patterns")
    context = {
        "rows": queries.patterns(viewer),
        "form": form,
        "crumbs": pages.letter_crumbs(_("Pola nomor sendiri")),
    }
    return render(request, "office/patterns.html", context, status=422 if form.errors else 200)


def _act(
    request: Request, letter_id: int, name: str, form: django_forms.Form, act: Any, said: str
) -> HttpResponse:
    if form.is_valid():
        values = form.values() if hasattr(form, "values") else form.cleaned_data
        if attempt(form, act, by=request.viewer, letter_id=letter_id, **values):
            messages.success(request, said)
            return redirect("office:letter", letter_id)
    return _letter(request, letter_id, **{name: form})


def _letter(request: Request, letter_id: int, **failed: django_forms.Form) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.letter, viewer, letter_id)
    may = pages.letter_steps(viewer, page)
    context = {
        "page": page,
        "may": may,
        "disposing": forms.DispositionForm(_owners(request)) if may.dispose else None,
        "sending": forms.SendForm() if may.send else None,
        "closing": forms.CloseForm() if may.close else None,
        "crumbs": pages.letter_crumbs(f"{page.row.agenda}/{page.row.year}"),
        **failed,
        "failed": next(iter(failed.values()), None),
    }
    return render(request, "office/letter.html", context, status=422 if failed else 200)


def _wanted(request: Request) -> Wanted:
    direction = request.GET.get("arah", "")
    year, institution = request.GET.get("tahun", ""), request.GET.get("instansi", "")
    return Wanted(
        direction=direction if direction in DIRECTIONS else DIRECTIONS[0],
        year=number_in(year),
        standing=request.GET.get("keadaan", ""),
        search=request.GET.get("cari", ""),
        institution=number_in(institution),
    )


def _given(request: Request) -> tuple[Any, Any]:
    return request.POST or None, request.FILES or None


def _institutions(request: Request) -> list[tuple[int, str]]:
    return pages.institution_choices(request.viewer)


def _answerable(request: Request) -> list[tuple[int, str]]:
    return pages.answerable_choices(request.viewer)


def _owners(request: Request) -> list[tuple[int, str]]:
    return [(one.id, one.name) for one in owners(request.viewer)]


def _address(letter_id: int) -> str:
    return reverse("office:letter", args=[letter_id])
