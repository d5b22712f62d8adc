"""The list itself: where to begin, pages of voters, one voter, the search."""

from django.urls import path

from jurdil.voters.views import people as views

urlpatterns = [
    path("", views.index, name="index"),
    path("cari/", views.search, name="search"),
    path("daftar/", views.listing, name="list"),
    path("orang/<int:voter_id>/", views.voter, name="voter"),
    path("orang/<int:voter_id>/nomor/", views.numbers, name="numbers"),
]
