"""Addresses of rulings in both houses."""

from django.urls import path

from jurdil.oversight.views import ruling

urlpatterns = [
    path("putusan/", ruling.sent, name="ruling_list"),
    path("putusan/baru/", ruling.new, name="ruling_new"),
    path("putusan/<int:ruling_id>/", ruling.ruling, name="ruling"),
    path("putusan/<int:ruling_id>/tindak-lanjut/", ruling.noted, name="ruling_noted"),
    path("putusan/<int:ruling_id>/berkas/<int:proof_id>/", ruling.file, name="ruling_file"),
    path("putusan-masuk/", ruling.inbox, name="ruling_inbox"),
    path("putusan-masuk/<int:ruling_id>/", ruling.received, name="ruling_in"),
    path(
        "putusan-masuk/<int:ruling_id>/berkas/<int:proof_id>/",
        ruling.own_file,
        name="ruling_in_file",
    ),
]
