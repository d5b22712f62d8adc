"""The overseer's view of the list."""

from django.urls import path

from jurdil.voters.views import supervision as views

urlpatterns = [
    path("pengawas/", views.index, name="overseer"),
    path("pengawas/<int:access_id>/", views.access, name="access"),
    path("pengawas/<int:access_id>/daftar/", views.look, name="look"),
    path("pengawas/<int:access_id>/uji-petik/", views.samples, name="samples"),
    path("uji-petik/<int:sample_id>/", views.sample, name="sample"),
]
