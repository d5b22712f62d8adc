"""What views of the room share: a page that is one form, a file to take away."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jurdil.kernel.policy import require
from jurdil.kernel.request import Request, number_in
from jurdil.kernel.views.files import download
from jurdil.voters import actions
from jurdil.voters.lists import Made

UNPROCESSABLE = 422


def form_page(
    request: Request, form: forms.Form, title: str, back: str, lead: str = "", button: str = ""
) -> HttpResponse:
    """A page that is one form; `back` is where its cancel leads."""
    context = {
        "form": form,
        "title": title,
        "button": button or _("Simpan"),
        "back": back,
        "back_name": _("Kembali"),
        "lead": lead,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "voters/chain/form.html", context, status=status)


def ticked(request: Request, name: str) -> list[int]:
    """The numbers of the rows that were ticked; what is no number is passed over."""
    given = map(number_in, request.POST.getlist(name))
    return [one for one in given if one is not None]


def file_response(made: Made) -> HttpResponse:
    """A file that is kept by nobody on the way."""
    response = download(made.content, made.media_type, made.name)
    response["Cache-Control"] = "no-store"
    return response


def resumed(request: Request, to: str, subject: int) -> HttpResponse:
    """Go on with files whose rows wait, and back to the page of one."""
    require(request.viewer, "voters.resume")
    actions.resume_intake(by=request.viewer)
    messages.success(request, _("Baris yang menunggu dilanjutkan di latar belakang."))
    return redirect(to, subject)
