"""Downloads of printed forms."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jurdil.kernel.actions import documents
from jurdil.kernel.acts import Refused
from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
from jurdil.kernel.views.files import pdf
from jurdil.results import queries


@require_safe
def c_hasil(request: Request, election_id: int, contest: str, path: str) -> HttpResponse:
    """C.Hasil Salinan of a TPS; with ``?kosong=1`` a blank one."""
    blank = bool(request.GET.get("kosong"))
    return _pdf(
        f"c-hasil-{contest}-{path}",
        lambda: found(queries.c_hasil_pdf, request.viewer, election_id, contest, path, blank=blank),
    )


@require_safe
def d_hasil(request: Request, election_id: int, contest: str, path: str) -> HttpResponse:
    """D.Hasil of a kecamatan or the regency, of the dapil asked for."""
    dapil = request.GET.get("dapil", "")
    return _pdf(
        f"d-hasil-{contest}-{path}",
        lambda: found(queries.d_hasil_pdf, request.viewer, election_id, contest, path, dapil),
    )


@require_safe
def events(request: Request, election_id: int, path: str) -> HttpResponse:
    """C. or D.Kejadian Khusus of a place, of the contest asked for."""
    contest = request.GET.get("kontes", "")
    return _pdf(
        f"kejadian-khusus-{path}",
        lambda: found(queries.events_pdf, request.viewer, election_id, path, contest),
    )


@require_safe
def labels(request: Request, election_id: int, path: str) -> HttpResponse:
    """Labels of the forms of a village or TPS."""
    return _pdf(
        f"label-{path}", lambda: found(queries.labels_pdf, request.viewer, election_id, path)
    )


@require_safe
def attendance(request: Request, sidang_id: int) -> HttpResponse:
    """The list of attendance of a sitting."""
    return _pdf(
        f"daftar-hadir-{sidang_id}",
        lambda: found(queries.attendance_pdf, request.viewer, sidang_id),
    )


@require_safe
def receipt(request: Request, sidang_id: int, contest: str) -> HttpResponse:
    """The receipt of D.Hasil of a contest."""
    return _pdf(
        f"tanda-terima-{contest}-{sidang_id}",
        lambda: found(queries.receipt_pdf, request.viewer, sidang_id, contest),
    )


@require_POST
def draft(request: Request, sidang_id: int, kind: str) -> HttpResponse:
    """Draft the invitation of a sitting, or the decree or announcement of a contest."""
    contest = request.POST.get("contest", "")
    made = found(
        queries.plenary_draft, request.viewer, sidang_id, kind, contest, request.office.name
    )
    try:
        document = documents.draft(
            by=request.viewer,
            kind=made.kind,
            title=made.title,
            body=made.body,
            election_id=made.election_id,
            division="teknis",
            unconfirmed=made.unconfirmed,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("results:plenary", sidang_id)
    messages.success(request, _("Konsep naskah dibuat. Periksa sebelum diparaf."))
    return redirect("kernel:document", document.pk)


def _pdf(name: str, make: Callable[[], bytes]) -> HttpResponse:
    return pdf(make(), f"{name}.pdf")
