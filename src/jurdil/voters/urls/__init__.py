"""Addresses of the room, one module per concern."""

from jurdil.voters.urls import (
    chain,
    coklit,
    intake,
    mapping,
    pdpb,
    people,
    polling,
    proposals,
    supervision,
)

app_name = "voters"
urlpatterns = [
    *intake.urlpatterns,
    *chain.urlpatterns,
    *coklit.urlpatterns,
    *mapping.urlpatterns,
    *pdpb.urlpatterns,
    *people.urlpatterns,
    *polling.urlpatterns,
    *proposals.urlpatterns,
    *supervision.urlpatterns,
]
