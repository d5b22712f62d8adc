"""Programme, activities, coverage, materials."""

from django.urls import path

from jurdil.outreach.views import activities, evidence, field, programme

ONE = "kegiatan/<int:activity_id>/"
urlpatterns = [
    path("", activities.index, name="index"),
    path("kegiatan.<slug:kind>", activities.index_file, name="index_file"),
    path("rekap.pdf", activities.recap, name="recap"),
    path("kegiatan/rencana/", activities.new, name="new"),
    path("kegiatan/lapor/", activities.new_report, name="new_report"),
    path(ONE, activities.activity, name="activity"),
    path(f"{ONE}ubah/", activities.change, name="change"),
    path(f"{ONE}lapor/", activities.report, name="report"),
    path(f"{ONE}verifikasi/", activities.verify, name="verify"),
    path(f"{ONE}kembalikan/", activities.send_back, name="send_back"),
    path(f"{ONE}batal/", activities.cancel, name="cancel"),
    path(f"{ONE}bukti/", evidence.add, name="evidence"),
    path(f"{ONE}bukti/<int:evidence_id>/", evidence.file, name="evidence_file"),
    path(f"{ONE}bukti/<int:evidence_id>/tarik/", evidence.drop, name="drop_evidence"),
    path(f"{ONE}tes/", evidence.test, name="test"),
    path(f"{ONE}rapat/", evidence.meeting, name="meeting"),
    path(f"{ONE}spj/", evidence.spj, name="spj"),
    path("program/", programme.programme, name="programme"),
    path("program/baru/", programme.programme_new, name="programme_new"),
    path("program/<int:programme_id>/", programme.programme_change, name="programme_change"),
    path("program/<int:programme_id>/coret/", programme.programme_drop, name="programme_drop"),
    path("cakupan/", programme.coverage, name="coverage"),
    path("cakupan.<slug:kind>", programme.coverage_file, name="coverage_file"),
    path("cakupan/<int:election_id>/sasaran/", programme.target, name="target"),
    path("materi/", programme.materials, name="materials"),
    path("materi/baru/", programme.material_new, name="material_new"),
    path("materi/<int:material_id>/", programme.material, name="material"),
    path("materi/<int:material_id>/materi.pdf", programme.material_pdf, name="material_pdf"),
    path("materi/<int:material_id>/materi.png", programme.material_png, name="material_png"),
    path("lapangan/daftar.json", field.taken, name="field_list"),
]
