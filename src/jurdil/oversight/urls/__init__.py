"""Addresses of the room, one module per concern."""

from django.urls import URLPattern

app_name = "oversight"
urlpatterns: list[URLPattern] = []
