"""The office's settings: letterhead, holidays, training clock."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jurdil.kernel import clock, forms, policy
from jurdil.kernel.actions import office as acts
from jurdil.kernel.queries import office
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import attempt

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def settings(request: Request) -> HttpResponse:
    """What the office set for itself, each with its way to change it."""
    context = {
        "settings": office.settings(request.viewer),
        "holidays": office.holidays(request.viewer, year=clock.today().year),
    }
    return render(request, "kernel/settings.html", context)


@form_page
def letterhead(request: Request) -> HttpResponse:
    """Fill in what stands at the head of every paper."""
    policy.require(request.viewer, "office.letterhead")
    known = office.settings(request.viewer)
    initial = {"name": known.name, **known.letterhead}
    form = forms.LetterheadForm(request.POST or None, initial=initial)
    if form.is_valid() and attempt(
        form, acts.set_letterhead, by=request.viewer, letterhead=form.cleaned_data
    ):
        messages.success(request, _("Kop surat disimpan. Surat berikutnya memakainya."))
        return redirect("kernel:settings")
    return render(request, "kernel/letterhead_form.html", {"form": form})


@form_page
def holidays(request: Request) -> HttpResponse:
    """Days off that the office entered, and the form for one more."""
    if request.method == "POST":
        policy.require(request.viewer, "office.holiday")
    form = forms.HolidayForm(request.POST or None)
    if form.is_valid() and attempt(
        form, acts.record_holiday, by=request.viewer, **form.cleaned_data
    ):
        messages.success(
            request, _("Hari dicatat. Perhitungan hari kerja memakainya mulai sekarang.")
        )
        return redirect("kernel:holidays")
    context = {"form": form, "holidays": office.holidays(request.viewer)}
    return render(request, "kernel/holidays.html", context)


@form_page
def training_clock(request: Request) -> HttpResponse:
    """Set the legal clock of training mode, or back to real time."""
    policy.require(request.viewer, "office.clock")
    if "reset" in request.POST:
        acts.set_training_clock(by=request.viewer, legal=None)
        messages.success(request, _("Jam latihan kembali ke waktu sebenarnya."))
        return redirect("kernel:settings")
    form = forms.ClockForm(request.POST or None, initial={"legal": clock.now()})
    if form.is_valid() and attempt(
        form, acts.set_training_clock, by=request.viewer, **form.cleaned_data
    ):
        messages.success(request, _("Jam latihan diatur. Seluruh sistem memakai hari itu."))
        return redirect("kernel:settings")
    context = {"form": form, "settings": office.settings(request.viewer)}
    return render(request, "kernel/clock_form.html", context)
