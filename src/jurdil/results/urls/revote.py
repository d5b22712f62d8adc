"""Votes held again and disputes."""

from django.urls import path

from jurdil.results.views import dispute, revote

urlpatterns = [
    path("ulang/", revote.index, name="revote_index"),
    path("ulang/<int:election_id>/", revote.cases, name="revotes"),
    path("ulang/<int:election_id>/daftar.pdf", revote.printed, name="revotes_pdf"),
    path("ulang/<int:election_id>/usul/", revote.propose, name="revote_new"),
    path("ulang/perkara/<int:case_id>/", revote.case, name="revote"),
    path("ulang/perkara/<int:case_id>/pemberitahuan/", revote.notices, name="revote_notices"),
    path("sengketa/", dispute.index, name="dispute_index"),
    path("sengketa/<int:election_id>/", dispute.disputes, name="disputes"),
    path("sengketa/perkara/<int:dispute_id>/", dispute.dispute, name="dispute"),
    path(
        "sengketa/perkara/<int:dispute_id>/registrasi/", dispute.register, name="dispute_register"
    ),
    path("sengketa/perkara/<int:dispute_id>/dalil/", dispute.claim, name="dispute_claim"),
    path("sengketa/perkara/<int:dispute_id>/putusan/", dispute.rule, name="dispute_ruling"),
    path("sengketa/perkara/<int:dispute_id>/angka/", dispute.follow, name="dispute_follow"),
    path("sengketa/perkara/<int:dispute_id>/bukti/", dispute.make_bundle, name="dispute_bundles"),
    path(
        "sengketa/perkara/<int:dispute_id>/bukti/<slug:digest>.zip",
        dispute.bundle,
        name="dispute_bundle",
    ),
]
