"""Addresses of the index, of vulnerable TPS and of KPU's own map."""

from django.urls import path, register_converter

from jurdil.oversight.views import risk, tps
from jurdil.places.converters import TpsConverter

register_converter(TpsConverter, "stasiun")

urlpatterns = [
    path("ikp/", risk.index, name="ikp"),
    path("ikp/peta/", risk.index_map, name="ikp_map"),
    path("ikp/kejadian/", risk.events, name="events"),
    path("ikp/kejadian/baru/", risk.event_new, name="event_new"),
    path("ikp/kejadian/<int:event_id>/", risk.event, name="event"),
    path("ikp/kejadian/<int:event_id>/putus/", risk.event_decide, name="event_decide"),
    path("ikp/kejadian/<int:event_id>/cabut/", risk.event_withdraw, name="event_withdraw"),
    path("ikp/kejadian/<int:event_id>/berkas/", risk.event_file, name="event_file"),
    path("ikp/usulan/", risk.proposals, name="proposals"),
    path("ikp/usulan/putus/", risk.signal_decide, name="signal_decide"),
    path("ikp/andai/", risk.what_if, name="what_if"),
    path("ikp/riwayat/", risk.history, name="history"),
    path("ikp/riwayat/terbitan/", risk.published_new, name="published_new"),
    path("ikp/simpan/", risk.run_keep, name="run_keep"),
    path("ikp/perhitungan/<int:run_id>/", risk.run, name="run"),
    path("peta-kpu/", risk.kpu_map, name="kpu_map"),
    path("peta-kpu/baru/", risk.kpu_map_new, name="kpu_map_new"),
    path("peta-kpu/<int:row_id>/coret/", risk.kpu_map_drop, name="kpu_map_drop"),
    path("tps-rawan/", tps.overview, name="tps"),
    path("tps-rawan/daftar/", tps.listing, name="tps_list"),
    path("tps-rawan/daftar.<slug:kind>", tps.listing_file, name="tps_list_file"),
    path("tps-rawan/tandai/", tps.flag, name="tps_flag"),
    path("tps-rawan/tanda/<int:flag_id>/cabut/", tps.clear, name="tps_clear"),
    path("tps-rawan/tanda/<int:flag_id>/berkas/", tps.flag_file, name="tps_file"),
    path("tps-rawan/<stasiun:path>/", tps.station, name="tps_one"),
]
