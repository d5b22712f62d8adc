"""Addresses of the room, one module per concern."""

from jurdil.oversight.urls import advice, dispute, money, neutral, risk, watch

app_name = "oversight"
urlpatterns = [
    *advice.urlpatterns,
    *dispute.urlpatterns,
    *money.urlpatterns,
    *neutral.urlpatterns,
    *risk.urlpatterns,
    *watch.urlpatterns,
]
