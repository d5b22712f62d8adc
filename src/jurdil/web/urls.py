from django.urls import path

from jurdil.web import views, views_field

app_name = "web"
urlpatterns = [
    path("menu/", views.menu, name="menu"),
    path("gaya/", views.style_page, name="gaya"),
    path("gaya/publik/", views.public_style_page, name="gaya_publik"),
    path("bahasa/", views.set_language, name="bahasa"),
    path("tema/", views.set_theme, name="tema"),
    path("pilih-pemilihan/", views.set_election, name="pemilihan"),
    path("pilih-peran/", views.set_role, name="peran"),
    path("healthz/live", views.live, name="live"),
    path("healthz/ready", views.ready, name="ready"),
    path("version", views.version, name="version"),
    path("lapangan/", views_field.shell, name="field"),
    path("lapangan/manifest.webmanifest", views_field.manifest, name="manifest"),
    path("sw.js", views_field.worker, name="worker"),
]
