"""Addresses of running clocks, the residue of coklit, and lists of published scores."""

from django.urls import path

from jurdil.oversight.views import ahead

urlpatterns = [
    path("jam/", ahead.clocks, name="clocks"),
    path("sisa-coklit/", ahead.residue, name="residue"),
    path("ikp/daftar-terbitan/", ahead.populations, name="populations"),
]
