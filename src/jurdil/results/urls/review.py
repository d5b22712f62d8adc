"""What is worth a look."""

from django.urls import path

from jurdil.results.views import review as views

urlpatterns = [
    path("tinjau/<int:election_id>/", views.queue, name="review"),
    path("tinjau/<int:election_id>/periksa/", views.run, name="review_run"),
    path("tinjau/<int:election_id>/ekspor.<slug:kind>", views.export, name="review_export"),
    path(
        "tinjau/<int:election_id>/belum-masuk/<slug:contest>/",
        views.missing,
        name="review_missing",
    ),
    path("tinjau/<int:election_id>/<int:review_id>/", views.item, name="review_item"),
]
