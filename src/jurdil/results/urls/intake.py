"""Intake of papers: what arrived, what is missing, the papers of one TPS."""

from django.urls import path

from jurdil.results.views import intake as views

urlpatterns = [
    path("penerimaan/", views.index, name="intake_index"),
    path("penerimaan/<int:election_id>/", views.board, name="intake"),
    path("penerimaan/<int:election_id>/kurang/", views.missing, name="intake_missing"),
    path("penerimaan/<int:election_id>/disisihkan/", views.aside, name="intake_aside"),
    path("penerimaan/foto/<int:paper_id>/<int:page>.jpg", views.picture, name="intake_picture"),
    path("penerimaan/<int:election_id>/<recap_tps:path>/", views.tps, name="intake_tps"),
]
