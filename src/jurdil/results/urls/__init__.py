"""Addresses of the room, one module per concern; words come before `<election>/<contest>/`."""

from jurdil.results.urls import entry, plenary, recap, review

app_name = "results"
urlpatterns = [*plenary.urlpatterns, *entry.urlpatterns, *review.urlpatterns, *recap.urlpatterns]
