"""Coklit: progress, the PPS desk, workers, papers, and typing a paper list."""

from django.urls import path, register_converter

from jurdil.places.converters import RegionConverter, TpsConverter
from jurdil.voters.views import coklit as views

register_converter(RegionConverter, "coklit_place")
register_converter(TpsConverter, "coklit_tps")

urlpatterns = [
    path("coklit/", views.progress, name="coklit"),
    path("coklit/daftar.json", views.taken, name="coklit_list"),
    path("coklit/kemajuan.csv", views.progress_csv, name="coklit_csv"),
    path("coklit/<coklit_place:village>/", views.desk, name="coklit_desk"),
    path("coklit/<coklit_place:village>/siapkan/", views.prepare, name="coklit_prepare"),
    path("coklit/<coklit_place:village>/pantarlih/", views.workers, name="coklit_workers"),
    path("coklit/<coklit_place:village>/belum.csv", views.left_csv, name="coklit_left"),
    path("coklit/<coklit_place:village>/laporan/", views.recap, name="coklit_recap"),
    path("coklit/<coklit_place:village>/laporan.pdf", views.recap_pdf, name="coklit_report"),
    path("coklit/<coklit_tps:tps>/rumah/", views.houses, name="coklit_houses"),
    path("coklit/<coklit_tps:tps>/cetak/<slug:paper>.pdf", views.paper, name="coklit_paper"),
    path("coklit/rumah/<uuid:token>/", views.house, name="coklit_house"),
]
