from django.urls import path, register_converter

from jurdil.stages.converters import StageConverter
from jurdil.stages.views import changes, deadlines, elections, feeds, first_hour, schedule, tasks
from jurdil.stages.views.home import home

register_converter(StageConverter, "stage")

app_name = "stages"
urlpatterns = [
    path("", home, name="home"),
    path("jadwal/", schedule.agenda, name="agenda"),
    path("jadwal/gantt/", schedule.gantt, name="gantt"),
    path("jadwal/versi/", schedule.versions, name="versions"),
    path("jadwal/tenggat/", deadlines.table, name="deadlines"),
    path("jadwal/umum.ics", feeds.public, name="public_feed"),
    path("jadwal/langganan/", feeds.feeds, name="feeds"),
    path("jadwal/langganan/<int:feed_id>/cabut/", feeds.revoke, name="feed_revoke"),
    path("jadwal/langganan/<str:secret>.ics", feeds.personal, name="feed"),
    path("jadwal/buka/", elections.open_one, name="election_open"),
    path("jadwal/<int:election_id>/tutup/", elections.close, name="election_close"),
    path("jadwal/<int:election_id>/lanjut/", elections.roll, name="roll"),
    path("jadwal/<int:election_id>/versi/<int:number>/", schedule.compare, name="compare"),
    path("jadwal/<int:election_id>/ubah/", changes.edit, name="change"),
    path("jadwal/<int:election_id>/terapkan/", changes.apply, name="apply"),
    path("jadwal/<int:election_id>/jadwal.csv", changes.download, name="schedule_csv"),
    path("jadwal/<int:election_id>/hitung-ulang/", changes.recount, name="recount"),
    path("jadwal/<int:election_id>/peristiwa/", deadlines.event, name="event"),
    path("jadwal/<int:election_id>/tahapan/<stage:stage>.ics", feeds.stage, name="stage_feed"),
    path("jadwal/<int:election_id>/tahapan/<stage:stage>/", schedule.stage, name="stage"),
    path("jadwal/<int:election_id>/tunggu/<stage:stage>/", schedule.hold, name="hold"),
    path("jadwal/<int:election_id>/jalan/<stage:stage>/", schedule.release, name="release"),
    path("tugas/", tasks.listing, name="tasks"),
    path("tugas/baru/", tasks.create, name="task_new"),
    path("tugas/<int:task_id>/", tasks.task, name="task"),
    path("tugas/<int:task_id>/selesai/", tasks.close, name="task_close"),
    path("tugas/<int:task_id>/tunggu/", tasks.wait, name="task_wait"),
    path("tugas/<int:task_id>/lanjut/", tasks.resume, name="task_resume"),
    path("tugas/<int:task_id>/tunjuk/", tasks.assign, name="task_assign"),
    path("tugas/<int:task_id>/geser/", tasks.move, name="task_move"),
    path("mulai/", first_hour.start, name="start"),
    path("mulai/<slug:step>/", first_hour.step, name="step"),
    path("mulai/<slug:step>/lembar/", first_hour.sheet, name="sheet"),
    path("mulai/<slug:step>/contoh.xlsx", first_hour.template, name="template"),
]
