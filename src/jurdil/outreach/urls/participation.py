"""Participation, observers and surveys, contests."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
