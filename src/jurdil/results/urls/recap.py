"""The recapitulation: boards, forms, findings, determinations."""

from django.urls import path

from jurdil.results.views import recap as views

urlpatterns = [
    path("", views.index, name="index"),
    path("penetapan/<int:decision_id>/", views.decision, name="decision"),
    path("<int:election_id>/<slug:contest>/", views.board, name="board"),
    path("<int:election_id>/<slug:contest>/temuan/", views.findings, name="findings"),
    path("<int:election_id>/<slug:contest>/penetapan/", views.determine, name="determine"),
    path(
        "<int:election_id>/<slug:contest>/ekspor/rekap.<slug:kind>",
        views.export_recap,
        name="export_recap",
    ),
    path(
        "<int:election_id>/<slug:contest>/ekspor/c-hasil.<slug:kind>",
        views.export_forms,
        name="export_forms",
    ),
    path(
        "<int:election_id>/<slug:contest>/ekspor/temuan.<slug:kind>",
        views.export_findings,
        name="export_findings",
    ),
    path("<int:election_id>/<slug:contest>/<recap_tps:path>/", views.tps, name="tps"),
    path("<int:election_id>/<slug:contest>/<recap_place:path>/", views.board, name="place"),
]
