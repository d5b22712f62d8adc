"""Addresses of process disputes."""

from django.urls import path

from jurdil.oversight.views import dispute

urlpatterns = [
    path("sengketa-proses/", dispute.listing, name="dispute_list"),
    path("sengketa-proses/baru/", dispute.new, name="dispute_new"),
    path("sengketa-proses/daftar.<slug:kind>", dispute.listing_file, name="dispute_table"),
    path("sengketa-proses/<int:dispute_id>/", dispute.dispute, name="dispute"),
    path("sengketa-proses/<int:dispute_id>/langkah/", dispute.step, name="dispute_step"),
    path("sengketa-proses/<int:dispute_id>/bukti/", dispute.evidence, name="dispute_evidence"),
    path("sengketa-proses/<int:dispute_id>/sidang/", dispute.session, name="dispute_session"),
    path(
        "sengketa-proses/<int:dispute_id>/sidang/<int:session_id>/",
        dispute.session_result,
        name="dispute_result",
    ),
    path(
        "sengketa-proses/<int:dispute_id>/formulir/<slug:use>.pdf",
        dispute.paper,
        name="dispute_paper",
    ),
    path("sengketa-proses/bukti/<int:evidence_id>/", dispute.evidence_file, name="dispute_file"),
]
