"""Addresses of the room, one module per concern."""

from jurdil.voters.urls import chain, intake, mapping, pdpb, people, polling, proposals, supervision

app_name = "voters"
urlpatterns = [
    *intake.urlpatterns,
    *chain.urlpatterns,
    *mapping.urlpatterns,
    *pdpb.urlpatterns,
    *people.urlpatterns,
    *polling.urlpatterns,
    *proposals.urlpatterns,
    *supervision.urlpatterns,
]
