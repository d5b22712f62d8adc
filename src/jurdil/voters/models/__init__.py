from .lists import KunciDaftar, RekapTps, Revisi, RevisiDesa
from .people import DaftarDesa, NamaKata, Pemilih, PemilihVersi, Perubahan
from .proposals import Ganda, Usulan

__all__ = [
    "DaftarDesa",
    "Ganda",
    "KunciDaftar",
    "NamaKata",
    "Pemilih",
    "PemilihVersi",
    "Perubahan",
    "RekapTps",
    "Revisi",
    "RevisiDesa",
    "Usulan",
]
