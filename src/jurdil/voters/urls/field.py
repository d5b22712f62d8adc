"""The page that a Pantarlih's phone keeps; it lies below /lapangan/ as every field page."""

from django.urls import path

from jurdil.voters.views import coklit as views

app_name = "voters_field"
urlpatterns = [path("", views.offline, name="coklit")]
