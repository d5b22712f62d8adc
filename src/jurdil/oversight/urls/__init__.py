"""Addresses of the room, one module per concern."""

from jurdil.oversight.urls import risk, watch

app_name = "oversight"
urlpatterns = [*risk.urlpatterns, *watch.urlpatterns]
