"""Around voting day, comments, copies of lists."""

from django.urls import path, register_converter

from jurdil.places.converters import RegionConverter, TpsConverter
from jurdil.voters.views import comments, lists
from jurdil.voters.views import polling as views

register_converter(TpsConverter, "voters_tps")
register_converter(RegionConverter, "voters_place")

urlpatterns = [
    path("pemungutan/", views.polling, name="polling"),
    path("pemungutan/<voters_tps:path>/pemberitahuan/", views.notices, name="notices"),
    path("pemungutan/<voters_tps:path>/dpk/", views.dpk, name="dpk"),
    path("pemungutan/<voters_tps:path>/dpk/orang/", views.dpk_person, name="dpk_person"),
    path("pemberitahuan/<int:voter_id>/", views.returned, name="notice_back"),
    path("pindah/", views.transfers, name="transfers"),
    path("pindah/masuk/", views.transfer_in, name="transfer_in"),
    path("pindah/keluar/<int:voter_id>/", views.transfer_out, name="transfer_out"),
    path("pindah/cetak/", views.transfer_list, name="transfer_list"),
    path("pindah/<int:transfer_id>/surat/", views.transfer_letter, name="transfer_letter"),
    path("pindah/<int:transfer_id>/batal/", views.transfer_cancel, name="transfer_cancel"),
    path("tanda/", views.marks, name="marks"),
    path("tanda/<int:voter_id>/beri/", views.mark, name="mark"),
    path("tanda/<int:mark_id>/batal/", views.unmark, name="unmark"),
    path("rangkaian/<int:revision_id>/tanggapan/", comments.register, name="comments"),
    path("rangkaian/<int:revision_id>/tanggapan/baru/", comments.add, name="comment_add"),
    path("tanggapan/<int:comment_id>/", comments.comment, name="comment"),
    path(
        "tanggapan/<int:comment_id>/usul/<int:voter_id>/<slug:kind>/",
        comments.propose,
        name="comment_propose",
    ),
    path(
        "rangkaian/<int:revision_id>/daftar/<voters_place:path>/",
        lists.take_copy,
        name="list_copy",
    ),
    path(
        "rangkaian/<int:revision_id>/daftar/<voters_place:path>/lengkap/",
        lists.take_full,
        name="list_full",
    ),
    path("daftar/<voters_place:path>/hari/", lists.on_day, name="list_on"),
    path("banding/", lists.compare, name="compare"),
    path("banding/unduh/", lists.take_difference, name="compare_copy"),
]
