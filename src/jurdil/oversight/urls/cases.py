"""Addresses of findings and reports, and of the public page to report by."""

from django.urls import path

from jurdil.oversight.views import case_notes, cases, reporting

urlpatterns = [
    path("perkara/", cases.listing, name="cases"),
    path("perkara/laporan/baru/", cases.receive, name="case_receive"),
    path("perkara/temuan/baru/", cases.finding, name="case_finding"),
    path("perkara/informasi/baru/", cases.tip, name="case_tip"),
    path("perkara/statistik/", cases.statistics, name="case_statistics"),
    path("perkara/statistik.<slug:kind>", cases.statistics_file, name="case_statistics_file"),
    path("perkara/<int:case_id>/", cases.case, name="case"),
    path("perkara/<int:case_id>/catat/<slug:what>/", case_notes.note, name="case_note"),
    path("perkara/<int:case_id>/langkah/<slug:step>/", case_notes.step, name="case_step"),
    path("perkara/<int:case_id>/identitas/", cases.reveal, name="case_reveal"),
    path("perkara/<int:case_id>/bukti/<int:evidence_id>/", cases.evidence, name="case_file"),
    path("perkara/<int:case_id>/naskah/<slug:kind>/<int:row_id>/", cases.paper, name="case_paper"),
    path("perkara/<int:case_id>/formulir/<slug:kind>.pdf", cases.form_pdf, name="case_form"),
    path(
        "perkara/<int:case_id>/klarifikasi/<int:summons_id>/", case_notes.heard, name="case_heard"
    ),
    path(
        "perkara/<int:case_id>/penerusan/<int:referral_id>/",
        case_notes.answered,
        name="case_answered",
    ),
    path("lapor/", reporting.report, name="report"),
    path("lapor/status/", reporting.status, name="report_status"),
]
