"""Addresses of the room, one module per concern; words come before `<election>/<contest>/`."""

from jurdil.results.urls import entry, intake, plenary, recap, review, revote

app_name = "results"
urlpatterns = [
    *plenary.urlpatterns,
    *entry.urlpatterns,
    *intake.urlpatterns,
    *review.urlpatterns,
    *revote.urlpatterns,
    *recap.urlpatterns,
]
