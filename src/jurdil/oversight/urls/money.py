"""Addresses of money politics."""

from django.urls import path

from jurdil.oversight.views import money

urlpatterns = [
    path("politik-uang/", money.listing, name="money_list"),
    path("politik-uang/baru/", money.new, name="money_new"),
    path("politik-uang/daftar.<slug:kind>", money.listing_file, name="money_table"),
    path("politik-uang/<int:money_id>/", money.event, name="money"),
    path("politik-uang/<int:money_id>/perkara/", money.link, name="money_link"),
    path("politik-uang/<int:money_id>/konsep/", money.draft, name="money_draft"),
    path("politik-uang/<int:money_id>/coret/", money.drop, name="money_drop"),
    path("politik-uang/<int:money_id>/berkas/", money.file, name="money_file"),
]
