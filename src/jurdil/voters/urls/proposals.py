"""Proposals and possible doubles."""

from django.urls import path

from jurdil.voters.views import proposals as views

urlpatterns = [
    path("usulan/", views.desk, name="proposals"),
    path("usulan/<int:proposal_id>/", views.proposal, name="proposal"),
    path("usulan/<int:proposal_id>/bukti/", views.evidence, name="proposal_evidence"),
    path("usul/<int:voter_id>/<slug:kind>/", views.propose, name="propose"),
    path("usul/baru/", views.propose_new, name="propose_new"),
    path("ganda/", views.doubles, name="doubles"),
    path("ganda/cari/", views.search_doubles, name="doubles_search"),
    path("ganda/<int:pair_id>/", views.double, name="double"),
]
