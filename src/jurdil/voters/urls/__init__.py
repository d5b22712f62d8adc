"""Addresses of the room, one module per concern."""

from jurdil.voters.urls import people, proposals

app_name = "voters"
urlpatterns = [
    *people.urlpatterns,
    *proposals.urlpatterns,
]
