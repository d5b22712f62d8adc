"""The chain of an election's list."""

from django.urls import path

from jurdil.voters.views import chain as views

urlpatterns = [
    path("rangkaian/", views.chain, name="chain"),
    path("rangkaian/buka/<slug:kind>/", views.open_revision, name="chain_open"),
    path("rangkaian/selesai/", views.release, name="chain_release"),
    path("rangkaian/<int:revision_id>/", views.revision, name="revision"),
    path("rangkaian/<int:revision_id>/sumber/", views.fix_source, name="chain_source"),
    path("rangkaian/<int:revision_id>/pleno/", views.prepare, name="chain_prepare"),
    path("rangkaian/<int:revision_id>/putuskan/", views.decide, name="chain_decide"),
    path("rangkaian/<int:revision_id>/umumkan/", views.announce, name="chain_announce"),
    path("rangkaian/<int:revision_id>/salinan/", views.hand_copy, name="chain_copy"),
]
