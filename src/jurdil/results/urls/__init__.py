"""Addresses of the room, one module per concern; words come before `<election>/<contest>/`."""

from jurdil.results.urls import (
    converters,  # noqa: F401  (before the addresses that use them)
    entry,
    intake,
    papers,
    plenary,
    recap,
    review,
    revote,
)

app_name = "results"
urlpatterns = [
    *papers.urlpatterns,
    *plenary.urlpatterns,
    *entry.urlpatterns,
    *intake.urlpatterns,
    *review.urlpatterns,
    *revote.urlpatterns,
    *recap.urlpatterns,
]
