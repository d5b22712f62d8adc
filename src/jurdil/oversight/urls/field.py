"""The page that a supervisor's phone keeps; it lies below /lapangan/ as every field page."""

from django.urls import path

from jurdil.oversight.views import lhp_counts

app_name = "oversight_field"
urlpatterns = [path("", lhp_counts.offline, name="lhp")]
