"""Printed forms."""

from django.urls import path

from jurdil.results.views import papers

urlpatterns = [
    path(
        "cetak/<int:election_id>/<slug:contest>/c-hasil/<recap_tps:path>.pdf",
        papers.c_hasil,
        name="c_hasil_pdf",
    ),
    path(
        "cetak/<int:election_id>/<slug:contest>/d-hasil/<recap_place:path>.pdf",
        papers.d_hasil,
        name="d_hasil_pdf",
    ),
    path(
        "cetak/<int:election_id>/kejadian/<recap_tps:path>.pdf", papers.events, name="events_c_pdf"
    ),
    path(
        "cetak/<int:election_id>/kejadian/<recap_place:path>.pdf",
        papers.events,
        name="events_d_pdf",
    ),
    path("cetak/<int:election_id>/label/<recap_place:path>.pdf", papers.labels, name="labels_pdf"),
    path("pleno/<int:sidang_id>/naskah/<slug:kind>/", papers.draft, name="plenary_draft"),
    path("cetak/pleno/<int:sidang_id>/daftar-hadir.pdf", papers.attendance, name="attendance_pdf"),
    path(
        "cetak/pleno/<int:sidang_id>/<slug:contest>/tanda-terima.pdf",
        papers.receipt,
        name="receipt_pdf",
    ),
]
