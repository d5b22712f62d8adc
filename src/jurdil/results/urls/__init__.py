"""Addresses of the room, one module per concern; words come before `<election>/<contest>/`."""

from jurdil.results.urls import recap, review

app_name = "results"
urlpatterns = [*review.urlpatterns, *recap.urlpatterns]
