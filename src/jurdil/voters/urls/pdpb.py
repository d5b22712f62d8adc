"""The quarterly update."""

from django.urls import path

from jurdil.voters.views.pdpb import closing, deciding, figures, intake, quarter, visits

urlpatterns = [
    path("pdpb/", quarter.index, name="pdpb"),
    path("pdpb/buka/", quarter.start, name="pdpb_open"),
    path("pdpb/kunci/", closing.locks, name="pdpb_locks"),
    path("pdpb/<int:revision_id>/", quarter.overview, name="pdpb_quarter"),
    path("pdpb/<int:revision_id>/tanggal/", quarter.dates, name="pdpb_dates"),
    path("pdpb/<int:revision_id>/data/", intake.register, name="pdpb_intake"),
    path("pdpb/data/<int:delivery_id>/", intake.delivery, name="pdpb_delivery"),
    path("pdpb/<int:revision_id>/coktas/", visits.board, name="pdpb_visits"),
    path("pdpb/<int:revision_id>/coktas/minta/", visits.ask, name="pdpb_ask"),
    path("pdpb/<int:revision_id>/coktas/cetak/", visits.printed, name="pdpb_print"),
    path("pdpb/coktas/<int:visit_id>/", visits.visit, name="pdpb_visit"),
    path("pdpb/<int:revision_id>/usulan/", deciding.desk, name="pdpb_desk"),
    path("pdpb/<int:revision_id>/rekap/", figures.recap, name="pdpb_recap"),
    path("pdpb/<int:revision_id>/sidalih/", figures.sidalih, name="pdpb_sidalih"),
    path("pdpb/<int:revision_id>/pleno/", closing.plenary, name="pdpb_plenary"),
    path("pdpb/<int:revision_id>/pleno/tetapkan/", closing.determine, name="pdpb_determine"),
    path("pdpb/<int:revision_id>/pleno/salinan/", closing.copy, name="pdpb_copy"),
    path("pdpb/<int:revision_id>/pleno/umumkan/", closing.announce, name="pdpb_announce"),
]
