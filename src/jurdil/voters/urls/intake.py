"""Source lists that came in."""

from django.urls import path

from jurdil.voters.views import intake as views

urlpatterns = [
    path("sumber/", views.index, name="sources"),
    path("sumber/<int:source_id>/", views.source, name="source"),
    path("sumber/<int:source_id>/temuan.<slug:kind>", views.findings, name="source_findings"),
]
