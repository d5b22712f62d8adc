from django.urls import path, register_converter

from jurdil.places.converters import TpsConverter
from jurdil.portal import views, views_comments, views_news

register_converter(TpsConverter, "public_tps")

app_name = "portal"
urlpatterns = [
    path("", views.index, name="index"),
    path("cek-terdaftar/", views.lookup, name="lookup"),
    path("tanggapan/", views_comments.comment, name="comment"),
    path("lembaga/", views.bodies, name="bodies"),
    path("periksa-rekap/", views.check_recap, name="check_recap"),
    path("siaran-pers/", views_news.news, name="news"),
    path("siaran-pers/rss.xml", views_news.feed, name="feed"),
    path("siaran-pers/baca/<slug:slug>/", views_news.release, name="release"),
    path("siaran-pers/baca/<slug:slug>/gambar.png", views_news.image, name="release_image"),
    path(
        "siaran-pers/baca/<slug:slug>/versi-<int:number>/",
        views_news.release,
        name="release_version",
    ),
    path("<slug:regime>/<slug:contest>/", views.contest, name="contest"),
    path("<slug:regime>/<slug:contest>/rekap.<slug:kind>", views.download, name="download"),
    path("<slug:regime>/<slug:contest>/<public_tps:path>/", views.tps, name="tps"),
]
