"""Mapping villages to TPS."""

from django.urls import path, register_converter

from jurdil.places.converters import RegionConverter
from jurdil.voters.views import mapping as views
from jurdil.voters.views import special

register_converter(RegionConverter, "mapped_village")

urlpatterns = [
    path("peta-tps/", views.index, name="mapping"),
    path("peta-tps/lokasi-khusus/", special.sites, name="special"),
    path("peta-tps/lokasi-khusus/<int:site_id>/", special.site, name="special_site"),
    path("peta-tps/<mapped_village:village>/", views.village, name="mapping_village"),
]
