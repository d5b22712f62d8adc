"""Programme, activities, coverage, materials."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
