"""Addresses of neutrality."""

from django.urls import path

from jurdil.oversight.views import neutral

urlpatterns = [
    path("netralitas/", neutral.listing, name="neutral_list"),
    path("netralitas/baru/", neutral.new, name="neutral_new"),
    path("netralitas/angka/", neutral.figures, name="neutral_figures"),
    path("netralitas/daftar.<slug:kind>", neutral.listing_file, name="neutral_table"),
    path("netralitas/<int:neutral_id>/", neutral.case, name="neutral"),
    path("netralitas/<int:neutral_id>/bukti/", neutral.proof, name="neutral_proof"),
    path("netralitas/<int:neutral_id>/langkah/", neutral.step, name="neutral_step"),
    path("netralitas/<int:neutral_id>/konsep/", neutral.draft, name="neutral_draft"),
    path("netralitas/<int:neutral_id>/identitas/", neutral.identity, name="neutral_identity"),
    path("netralitas/<int:neutral_id>/lembar.pdf", neutral.sheet, name="neutral_pdf"),
    path("netralitas/<int:neutral_id>/surat.pdf", neutral.letter, name="neutral_letter"),
    path("netralitas/bukti/<int:proof_id>/buka/", neutral.proof_file, name="neutral_file"),
]
