from .chain import LepasDaftar, LingkupRevisi, Tanda, Tanggapan
from .coklit import OrangCoklit, RumahCoklit
from .intake import Sumber, SumberDesa
from .lists import KunciDaftar, RekapTps, Revisi, RevisiDesa
from .mapping import Pemetaan
from .pdpb import (
    AngkaSidalih,
    BarisKiriman,
    Kiriman,
    Kunjungan,
    Triwulan,
    TugasCoktas,
)
from .people import DaftarDesa, NamaKata, Pemilih, PemilihVersi, Perubahan
from .plenary import Pleno, PlenoSalinan
from .polling import Dpk, DpkOrang, Pemberitahuan, PemberitahuanSisa, PindahMemilih
from .proposals import Ganda, PencarianGanda, Usulan
from .sampling import UjiPetik, UjiPetikHasil
from .special import LokasiKhusus, PenghuniLokasi
from .supervision import Akses, Pandangan

__all__ = [
    "Akses",
    "AngkaSidalih",
    "BarisKiriman",
    "DaftarDesa",
    "Dpk",
    "DpkOrang",
    "Ganda",
    "Kiriman",
    "KunciDaftar",
    "Kunjungan",
    "LepasDaftar",
    "LingkupRevisi",
    "LokasiKhusus",
    "NamaKata",
    "OrangCoklit",
    "Pandangan",
    "Pemberitahuan",
    "PemberitahuanSisa",
    "Pemetaan",
    "Pemilih",
    "PemilihVersi",
    "PencarianGanda",
    "PenghuniLokasi",
    "Perubahan",
    "PindahMemilih",
    "Pleno",
    "PlenoSalinan",
    "RekapTps",
    "Revisi",
    "RevisiDesa",
    "RumahCoklit",
    "Sumber",
    "SumberDesa",
    "Tanda",
    "Tanggapan",
    "Triwulan",
    "TugasCoktas",
    "UjiPetik",
    "UjiPetikHasil",
    "Usulan",
]
