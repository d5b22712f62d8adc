"""Participation, observers and surveys, contests."""

from django.urls import URLPattern, path, register_converter

from jurdil.outreach.views import contests, observers, participation
from jurdil.places.converters import RegionConverter

register_converter(RegionConverter, "wilayah")
BODY = "pemantau/<int:registration_id>/"
CONTEST = "lomba/<int:contest_id>/"
PLACE = "partisipasi/<int:election_id>/<wilayah:path>/"
urlpatterns: list[URLPattern] = [
    path("partisipasi/", participation.index, name="participation"),
    path("partisipasi/<int:election_id>/nilai/", participation.score, name="index_score"),
    path("partisipasi/<int:election_id>/pelamar/", participation.applicants, name="applicants"),
    path(PLACE, participation.place, name="participation_at"),
    path(f"{PLACE}partisipasi.<slug:kind>", participation.table_file, name="participation_file"),
    path(f"{PLACE}laporan.pdf", participation.report, name="participation_pdf"),
    path("pemantau/", observers.index, name="bodies"),
    path("pemantau/baru/", observers.new, name="new_body"),
    path(BODY, observers.body, name="body"),
    path(f"{BODY}dokumen/", observers.paper, name="body_paper"),
    path(f"{BODY}dokumen/<int:paper_id>/", observers.paper_file, name="body_file"),
    path(f"{BODY}orang/", observers.add_person, name="body_person"),
    path(f"{BODY}orang/<int:number>/coret/", observers.strike, name="body_strike"),
    path(f"{BODY}periksa/<slug:move>/", observers.check, name="body_check"),
    path(f"{BODY}putusan/<slug:move>/", observers.decide, name="body_decide"),
    path(f"{BODY}naskah/<int:step_id>/", observers.step_file, name="body_step_file"),
    path(f"{BODY}laporan/", observers.report, name="body_report"),
    path(f"{BODY}kartu.pdf", observers.cards, name="body_cards"),
    path(f"{BODY}kartu/<int:number>.pdf", observers.cards, name="body_card"),
    path(f"{BODY}sertifikat.pdf", observers.certificate, name="body_certificate"),
    path("lomba/", contests.index, name="contests"),
    path("lomba/baru/", contests.new, name="new_contest"),
    path(CONTEST, contests.contest, name="contest"),
    path(f"{CONTEST}ubah/", contests.change, name="change_contest"),
    path(f"{CONTEST}langkah/<slug:move>/", contests.step, name="contest_step"),
    path(f"{CONTEST}juri/", contests.juror, name="add_juror"),
    path(f"{CONTEST}karya/", contests.enter, name="enter_contest"),
    path(f"{CONTEST}karya/<int:number>/", contests.verify, name="verify_entry"),
    path(f"{CONTEST}nilai/", contests.sheet, name="sheet"),
    path(f"{CONTEST}nilai/<int:number>/", contests.score, name="score_entry"),
    path(f"{CONTEST}nilai/serahkan/", contests.close, name="close_sheet"),
    path(f"{CONTEST}piagam/<int:number>.pdf", contests.certificate, name="contest_certificate"),
    path(f"{CONTEST}peringkat.pdf", contests.ranking, name="ranking_pdf"),
]
