"""Addresses of the room, one module per concern."""

from jurdil.oversight.urls import (
    advice,
    ahead,
    cases,
    dispute,
    lhp,
    money,
    neutral,
    risk,
    ruling,
    watch,
)

app_name = "oversight"
urlpatterns = [
    *advice.urlpatterns,
    *ahead.urlpatterns,
    *dispute.urlpatterns,
    *lhp.urlpatterns,
    *cases.urlpatterns,
    *money.urlpatterns,
    *neutral.urlpatterns,
    *risk.urlpatterns,
    *ruling.urlpatterns,
    *watch.urlpatterns,
]
