from django.urls import path

from jurdil.meetings.views import guests, lists, meeting, minutes, people

app_name = "meetings"
ONE = "<int:meeting_id>/"
urlpatterns = [
    path("", lists.index, name="index"),
    path("baru/", meeting.new, name="new"),
    path("pekan/", lists.week, name="week"),
    path("tindak-lanjut/", lists.follow_ups, name="follow_ups"),
    path("instansi/", lists.institutions, name="institutions"),
    path("instansi/<path:name>/", lists.institution, name="institution"),
    path("u/<slug:code>/", guests.guest, name="guest"),
    path("u/<slug:code>/rapat.ics", guests.calendar, name="guest_calendar"),
    path("u/<slug:code>/isi/", guests.fill_in, name="fill_in"),
    path("u/<slug:code>/<int:session_id>/<str:token>/", guests.scan, name="scan"),
    path(ONE, meeting.meeting, name="meeting"),
    path(f"{ONE}ubah/", meeting.change, name="change"),
    path(f"{ONE}langkah/<slug:move>/", meeting.step, name="step"),
    path(f"{ONE}narasumber/", meeting.speaker, name="speaker"),
    path(f"{ONE}spj/", minutes.open_spj, name="open_spj"),
    path(f"{ONE}berkas/", meeting.attach, name="attach"),
    path(f"{ONE}berkas/<int:file_id>/", meeting.file, name="file"),
    path(f"{ONE}rapat.ics", meeting.calendar, name="calendar"),
    path(f"{ONE}undangan/", people.guests, name="guests"),
    path(f"{ONE}undangan/direktori/", people.directory, name="directory"),
    path(f"{ONE}undangan/akun/", people.choose, name="choose"),
    path(f"{ONE}undangan/tempel/", people.paste, name="paste"),
    path(f"{ONE}undangan/konsep/", minutes.draft_invitation, name="draft_invitation"),
    path(f"{ONE}undangan/<int:guest_id>/coret/", people.uninvite, name="uninvite"),
    path(f"{ONE}hadir/", people.desk, name="desk"),
    path(f"{ONE}hadir/tamu/", people.newcomer, name="newcomer"),
    path(f"{ONE}hadir/kertas/", people.paper, name="paper"),
    path(f"{ONE}hadir/daftar.pdf", people.attendance_pdf, name="attendance_pdf"),
    path(f"{ONE}hadir/<int:entry_id>/hapus/", people.strike, name="strike"),
    path(f"{ONE}layar/", people.wall, name="wall"),
    path(f"{ONE}notula/", minutes.summarize, name="summarize"),
    path(f"{ONE}notula.pdf", minutes.notes_pdf, name="notes_pdf"),
    path(f"{ONE}butir/", minutes.note, name="note"),
    path(f"{ONE}kuorum/", minutes.basis, name="basis"),
    path(f"{ONE}ba/", minutes.draft_minutes, name="draft_minutes"),
    path(f"{ONE}sahkan/", minutes.settle, name="settle"),
]
