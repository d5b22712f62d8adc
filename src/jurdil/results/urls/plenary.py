"""Plenary sittings."""

from django.urls import path

from jurdil.results.views import desk, plenary

urlpatterns = [
    path("pleno/", plenary.index, name="plenary_index"),
    path("pleno/pemilihan/<int:election_id>/", plenary.sittings, name="plenaries"),
    path("pleno/<int:sidang_id>/", desk.desk, name="plenary_desk"),
    path("pleno/<int:sidang_id>/rapat/", plenary.sitting, name="plenary"),
    path("pleno/<int:sidang_id>/hadir/", plenary.attendance, name="plenary_attendance"),
    path("pleno/<int:sidang_id>/penutupan/", plenary.closing, name="plenary_closing"),
    path("pleno/<int:sidang_id>/layar/", desk.screen, name="plenary_screen"),
    path("pleno/<int:sidang_id>/layar/tanda/", desk.mark, name="plenary_mark"),
]
