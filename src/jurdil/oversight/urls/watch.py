"""Addresses of AGHT, prevention and the post *kawal hak pilih*."""

from django.urls import path

from jurdil.oversight.views import watch

urlpatterns = [
    path("aght/", watch.aght_list, name="aght_list"),
    path("aght/baru/", watch.aght_new, name="aght_new"),
    path("aght/harian/", watch.daily, name="daily"),
    path("aght/harian/laporan.pdf", watch.daily_pdf, name="daily_pdf"),
    path("aght/harian/tulis/", watch.daily_write, name="daily_write"),
    path("aght/<int:aght_id>/", watch.aght, name="aght"),
    path("aght/<int:aght_id>/langkah/", watch.aght_step, name="aght_step"),
    path("aght/<int:aght_id>/berkas/", watch.aght_file, name="aght_file"),
    path("pencegahan/", watch.prevention_list, name="prevention_list"),
    path("pencegahan/baru/", watch.prevention_new, name="prevention_new"),
    path("pencegahan/<int:prevention_id>/", watch.prevention, name="prevention"),
    path(
        "pencegahan/<int:prevention_id>/formulir.pdf",
        watch.prevention_pdf,
        name="prevention_pdf",
    ),
    path(
        "pencegahan/<int:prevention_id>/lapor/",
        watch.prevention_report,
        name="prevention_report",
    ),
    path("pencegahan/<int:prevention_id>/berkas/", watch.prevention_file, name="prevention_file"),
    path("posko/", watch.post_list, name="post_list"),
    path("posko/baru/", watch.post_new, name="post_new"),
    path("posko/<int:note_id>/tutup/", watch.post_close, name="post_close"),
]
