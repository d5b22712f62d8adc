"""The page that the phone of a committee keeps; it lies below /lapangan/ as every field page."""

from django.urls import path

from jurdil.outreach.views import field

app_name = "outreach_field"
urlpatterns = [path("", field.offline, name="activities")]
