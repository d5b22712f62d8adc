from django.urls import path, register_converter

from jurdil.reporting.converters import DayConverter
from jurdil.reporting.views import evaluations, media, press

register_converter(DayConverter, "hari")

app_name = "reporting"
urlpatterns = [
    path("evaluasi/", evaluations.index, name="evaluations"),
    path("evaluasi/baru/", evaluations.new, name="evaluation_new"),
    path("evaluasi/<int:evaluation_id>/", evaluations.evaluation, name="evaluation"),
    path("evaluasi/<int:evaluation_id>/naskah/", evaluations.draft, name="evaluation_draft"),
    path("evaluasi/<int:evaluation_id>/laporan.docx", evaluations.docx, name="evaluation_docx"),
    path(
        "evaluasi/<int:evaluation_id>/catatan/<slug:section>/",
        evaluations.remark,
        name="remark",
    ),
    path("siaran/", press.index, name="releases"),
    path("siaran/baru/", press.new, name="release_new"),
    path("siaran/kit-pers.zip", press.kit, name="press_kit"),
    path("siaran/<int:release_id>/", press.release, name="release"),
    path("siaran/<int:release_id>/siaran.pdf", press.release_pdf, name="release_pdf"),
    path("siaran/<int:release_id>/ubah/", press.edit, name="release_edit"),
    path("siaran/<int:release_id>/angka/", press.marks, name="release_marks"),
    path("siaran/<int:release_id>/hak-jawab/", press.reply, name="release_reply"),
    path("siaran/<int:release_id>/langkah/<slug:step>/", press.step, name="release_step"),
    path("kliping/", media.index, name="clippings"),
    path("kliping/baru/", media.new, name="clipping_new"),
    path("kliping/<int:clipping_id>/coret/", media.strike, name="clipping_strike"),
    path("kliping/<hari:day>.pdf", media.day_pdf, name="clippings_pdf"),
    path("bulanan/", media.this_month, name="this_month"),
    path("bulanan/<int:year>-<int:number>/", media.month, name="month"),
    path("bulanan/<int:year>-<int:number>/bulan.<slug:kind>", media.month_file, name="month_file"),
    path("harian/", media.today, name="today"),
    path("harian/<hari:day>/", media.day, name="day"),
    path("harian/<hari:day>/lembar.<slug:kind>", media.day_file, name="day_file"),
]
