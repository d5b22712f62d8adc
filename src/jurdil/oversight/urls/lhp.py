"""Addresses of supervision reports."""

from django.urls import path

from jurdil.oversight.views import lhp, lhp_counts, lhp_from

urlpatterns = [
    path("lhp/", lhp.listing, name="lhp_list"),
    path("lhp/daftar.<str:kind>", lhp.listing_file, name="lhp_list_file"),
    path("lhp/baru/", lhp.new, name="lhp_new"),
    path("lhp/rekap/", lhp_counts.rollup, name="lhp_rollup"),
    path("lhp/hari-ini/", lhp_counts.day, name="lhp_day"),
    path("lhp/hp.json", lhp_counts.taken, name="lhp_list_field"),
    path("lhp/<int:report_id>/", lhp.report, name="lhp"),
    path("lhp/<int:report_id>/perbaiki/", lhp.repair, name="lhp_repair"),
    path("lhp/<int:report_id>/langkah/", lhp.step, name="lhp_step"),
    path("lhp/<int:report_id>/nomor/", lhp.number, name="lhp_number"),
    path("lhp/<int:report_id>/saksi/", lhp.reveal, name="lhp_reveal"),
    path("lhp/<int:report_id>/formulir.pdf", lhp.paper, name="lhp_pdf"),
    path("lhp/<int:report_id>/bukti/", lhp.evidence_new, name="lhp_evidence_new"),
    path("lhp/<int:report_id>/bukti/<int:evidence_id>/", lhp.picture, name="lhp_evidence"),
    path("lhp/<int:report_id>/jadi/<slug:what>/", lhp_from.follow, name="lhp_follow"),
    path("alat-kerja/", lhp_counts.checklists, name="checklists"),
    path("alat-kerja/baru/", lhp_counts.checklist_new, name="checklist_new"),
]
