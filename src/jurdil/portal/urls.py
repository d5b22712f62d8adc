from django.urls import path, register_converter

from jurdil.places.converters import TpsConverter
from jurdil.portal import views

register_converter(TpsConverter, "public_tps")

app_name = "portal"
urlpatterns = [
    path("", views.index, name="index"),
    path("cek-terdaftar/", views.lookup, name="lookup"),
    path("periksa-rekap/", views.check_recap, name="check_recap"),
    path("<slug:regime>/<slug:contest>/", views.contest, name="contest"),
    path("<slug:regime>/<slug:contest>/rekap.<slug:kind>", views.download, name="download"),
    path("<slug:regime>/<slug:contest>/<public_tps:path>/", views.tps, name="tps"),
]
