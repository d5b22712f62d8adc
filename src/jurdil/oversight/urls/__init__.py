"""Addresses of the room, one module per concern."""

from jurdil.oversight.urls import advice, risk, watch

app_name = "oversight"
urlpatterns = [*advice.urlpatterns, *risk.urlpatterns, *watch.urlpatterns]
