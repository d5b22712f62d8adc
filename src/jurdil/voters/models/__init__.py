from .lists import KunciDaftar, RekapTps, Revisi, RevisiDesa
from .pdpb import (
    AngkaSidalih,
    BarisKiriman,
    Kiriman,
    Kunjungan,
    NaskahTriwulan,
    Triwulan,
    TugasCoktas,
)
from .people import DaftarDesa, NamaKata, Pemilih, PemilihVersi, Perubahan
from .proposals import Ganda, Usulan

__all__ = [
    "AngkaSidalih",
    "BarisKiriman",
    "DaftarDesa",
    "Ganda",
    "Kiriman",
    "KunciDaftar",
    "Kunjungan",
    "NamaKata",
    "NaskahTriwulan",
    "Pemilih",
    "PemilihVersi",
    "Perubahan",
    "RekapTps",
    "Revisi",
    "RevisiDesa",
    "Triwulan",
    "TugasCoktas",
    "Usulan",
]
