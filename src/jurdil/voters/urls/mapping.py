"""Mapping villages to TPS."""

from django.urls import path, register_converter

from jurdil.places.converters import RegionConverter
from jurdil.voters.views import mapping as views

register_converter(RegionConverter, "mapped_village")

urlpatterns = [
    path("peta-tps/", views.index, name="mapping"),
    path("peta-tps/<mapped_village:village>/", views.village, name="mapping_village"),
]
