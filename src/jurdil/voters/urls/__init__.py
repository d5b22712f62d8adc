"""Addresses of the room, one module per concern."""

from jurdil.voters.urls import chain, intake, pdpb, people, proposals, supervision

app_name = "voters"
urlpatterns = [
    *intake.urlpatterns,
    *chain.urlpatterns,
    *pdpb.urlpatterns,
    *people.urlpatterns,
    *proposals.urlpatterns,
    *supervision.urlpatterns,
]
