"""Addresses of the room, one module per concern."""

from jurdil.oversight.urls import advice, money, neutral, risk, watch

app_name = "oversight"
urlpatterns = [
    *advice.urlpatterns,
    *money.urlpatterns,
    *neutral.urlpatterns,
    *risk.urlpatterns,
    *watch.urlpatterns,
]
