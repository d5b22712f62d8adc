from django.urls import path, register_converter

from jurdil.places import views
from jurdil.places.converters import RegionConverter, TpsConverter

register_converter(RegionConverter, "region")
register_converter(TpsConverter, "tps")

app_name = "places"
urlpatterns = [
    path("", views.tree, name="tree"),
    path("cari/", views.search, name="search"),
    path("dapil/", views.dapil, name="dapil"),
    path("dapil/<slug:contest>/pakai/", views.use_known_dapil, name="use_known_dapil"),
    path("ekspor/wilayah.<slug:kind>", views.export_places, name="export_places"),
    path("ekspor/tps.<slug:kind>", views.export_tps, name="export_tps"),
    path("peta/<region:path>/", views.place_map, name="map"),
    path("<tps:path>/", views.tps, name="tps"),
    path("<tps:path>/ubah/", views.change_tps, name="change_tps"),
    path("<region:path>/", views.place, name="place"),
    path("<region:path>/tambah-tps/", views.add_tps, name="add_tps"),
]
