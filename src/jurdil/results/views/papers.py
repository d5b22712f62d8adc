"""Downloads of printed forms."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from jurdil.kernel.request import Request
from jurdil.kernel.views.common import found
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


def _pdf(name: str, make: Callable[[], bytes]) -> HttpResponse:
    response = HttpResponse(make(), content_type="application/pdf")
    plain = name.replace("/", "-")
    response["Content-Disposition"] = f'inline; filename="{plain}.pdf"'
    return response
