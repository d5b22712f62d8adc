"""Addresses of the room, one module per concern."""

from jurdil.outreach.urls import participation, programme

app_name = "outreach"
urlpatterns = [*programme.urlpatterns, *participation.urlpatterns]
