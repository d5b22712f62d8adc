"""Press releases: list, page, text, numbers, steps, replies, kit."""

from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.policy import allows, require
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt, found
from jurdil.kernel.views.files import download, pdf
from jurdil.reporting import actions, pages, queries
from jurdil.reporting.forms import press as forms
from jurdil.web.form_pages import FormPage, form_page, show_form

STATES = ("draf", "diajukan", "disetujui", "terbit", "batal")


@require_safe
def index(request: Request) -> HttpResponse:
    """The releases, by state."""
    viewer = request.viewer
    state = request.GET.get("keadaan", "")
    rows = queries.releases(viewer, state=state if state in STATES else "")
    context = {
        "rows": [(row, *pages.state_words(row)) for row in rows],
        "state": state,
        "may_write": allows(viewer, "reporting.release_write"),
    }
    return render(request, "reporting/releases.html", context)


@form_page
def new(request: Request) -> HttpResponse:
    """Write a release."""
    viewer = request.viewer
    require(viewer, "reporting.release_write")
    form = forms.ReleaseForm(
        request.POST or None,
        elections=[("", _("Kerja rutin kantor")), *pages.election_choices(viewer)],
        initial=pages.release_initial(viewer, request.office.letterhead.get("city", "")),
    )
    page = FormPage(
        title=_("Siaran pers baru"),
        lead=_("Tulis naskahnya dulu; setiap angka ditautkan ke fakta sesudah disimpan."),
        button=_("Simpan dan periksa"),
        back=reverse("reporting:releases"),
        crumbs=pages.crumbs((_("Siaran baru"), "")),
        said=_("Naskah disimpan. Berikutnya tautkan angkanya."),
    )
    return show_form(
        request, form, page, actions.write_release, form.values, lambda made: _address(made.pk)
    )


@form_page
def edit(request: Request, release_id: int) -> HttpResponse:
    """Write a release anew, or correct a published one."""
    viewer = request.viewer
    require(viewer, "reporting.release_write")
    shown = found(queries.release, viewer, release_id)
    correcting = shown.row.state == "terbit"
    form = forms.ReleaseForm(
        request.POST or None,
        elections=[],
        correcting=correcting,
        initial=vars(shown.version) | {"reason": ""},
    )
    page = FormPage(
        title=_("Betulkan siaran") if correcting else _("Ubah siaran"),
        lead=_("Versi yang terbit tetap terlihat sampai pembetulan ini disetujui.")
        if correcting
        else "",
        button=_("Simpan dan periksa"),
        back=_address(release_id),
        crumbs=pages.crumbs((shown.row.title, _address(release_id)), (_("Ubah"), "")),
        said=_("Naskah disimpan. Periksa angka dan tanggalnya."),
    )

    def arguments() -> dict[str, Any]:
        return {"release_id": release_id, **form.values()}

    return show_form(
        request, form, page, actions.write_release, arguments, lambda made: _address(made.pk)
    )


@require_safe
def release(request: Request, release_id: int) -> HttpResponse:
    """One release: what is wrong with it, its numbers, its way."""
    return _release(request, release_id)


@require_safe
def release_pdf(request: Request, release_id: int) -> HttpResponse:
    """The release on letterhead, for journalists."""
    viewer = request.viewer
    page = found(queries.release, viewer, release_id)
    address = request.build_absolute_uri(pages.public_address(page.row.slug))
    made = queries.release_pdf(viewer, release_id, address)
    return pdf(made, f"siaran-pers-{page.row.slug}.pdf")


@form_page
def marks(request: Request, release_id: int) -> HttpResponse:
    """Link the numbers of a release."""
    viewer = request.viewer
    require(viewer, "reporting.release_mark")
    shown = found(queries.release, viewer, release_id)
    form = forms.MarksForm(shown.pieces, shown.offered, request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(
            form, actions.mark_release, by=viewer, release_id=release_id, marks=form.marks()
        )
    ):
        messages.success(request, _("Tautan angka disimpan."))
        return redirect("reporting:release", release_id)
    context = {
        "page": shown,
        "form": form,
        "crumbs": pages.crumbs((shown.row.title, _address(release_id)), (_("Angka"), "")),
    }
    status = 422 if form.errors else 200
    return render(request, "reporting/marks.html", context, status=status)


@require_POST
def step(request: Request, release_id: int, step: str) -> HttpResponse:
    """Take a step of a release."""
    found(queries.release, request.viewer, release_id)
    if step not in STEPS:
        raise Http404
    form_class, act, said = STEPS[step]
    form = form_class(request.POST)
    if form.is_valid() and attempt(
        form, act, by=request.viewer, release_id=release_id, **form.cleaned_data
    ):
        messages.success(request, _(said))
        return redirect("reporting:release", release_id)
    return _release(request, release_id, form)


@form_page
def reply(request: Request, release_id: int) -> HttpResponse:
    """Record a right of reply."""
    require(request.viewer, "reporting.reply")
    shown = found(queries.release, request.viewer, release_id)
    form = forms.ReplyForm(request.POST or None)
    page = FormPage(
        title=_("Catat hak jawab"),
        lead=_("Hak jawab tampil bersama siaran ini, apa adanya, dan tidak dihapus."),
        button=_("Catat hak jawab"),
        back=_address(release_id),
        crumbs=pages.crumbs((shown.row.title, _address(release_id)), (_("Hak jawab"), "")),
        said=_("Hak jawab tampil bersama siaran."),
    )

    def arguments() -> dict[str, Any]:
        return {"release_id": release_id, **form.cleaned_data}

    return show_form(
        request, form, page, actions.note_reply, arguments, lambda _made: _address(release_id)
    )


@require_safe
def kit(request: Request) -> HttpResponse:
    """The press kit."""
    return download(queries.press_kit(request.viewer), "application/zip", "kit-pers.zip")


STEPS: dict[str, tuple[type[django_forms.Form], Any, str]] = {
    "ajukan": (
        django_forms.Form,
        actions.submit_release,
        gettext_noop("Siaran menunggu persetujuan ketua atau anggota."),
    ),
    "kembalikan": (
        forms.NoteForm,
        actions.return_release,
        gettext_noop("Siaran kembali ke penulisnya."),
    ),
    "setujui": (django_forms.Form, actions.approve_release, gettext_noop("Siaran disetujui.")),
    "terbitkan": (forms.PublishForm, actions.publish_release, gettext_noop("Siaran diterbitkan.")),
    "batalkan": (forms.NoteForm, actions.drop_release, gettext_noop("Siaran dibatalkan.")),
}


def _release(
    request: Request, release_id: int, failed: django_forms.Form | None = None
) -> HttpResponse:
    viewer = request.viewer
    page = found(queries.release, viewer, release_id)
    may = pages.release_steps(viewer, page)
    context = {
        "page": page,
        "tag": pages.STATES[page.row.state],
        "may": may,
        "paragraphs": pages.paragraphs(page.version.text),
        "noting": forms.NoteForm() if may.send_back or may.drop else None,
        "publishing": forms.PublishForm() if may.publish and not page.row.published else None,
        "failed": failed,
        "crumbs": pages.crumbs((page.row.title, "")),
    }
    status = 422 if failed is not None and failed.errors else 200
    return render(request, "reporting/release.html", context, status=status)


def _address(release_id: int) -> str:
    return reverse("reporting:release", args=[release_id])
