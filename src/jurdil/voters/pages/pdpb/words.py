"""The words of the quarterly update: open points, outcomes of rows, checks."""

from django.utils.translation import gettext_lazy as _

from jurdil.voters.models import Kunjungan

WHYS_OF_VISITS = Kunjungan.Why.choices

OUTCOMES = {
    "usulan": _("Menjadi usulan"),
    "coktas": _("Didatangi (coktas)"),
    "ingatan": _("Pernah diputuskan"),
    "sama": _("Tidak ada yang berubah"),
    "tidak-ada": _("Tidak ada di daftar"),
    "belum-17": _("Belum memenuhi syarat umur"),
    "cacat": _("Data tidak cukup"),
}
OUTCOME_BADGES = {
    "usulan": "info",
    "coktas": "warn",
    "ingatan": "frozen",
    "sama": "ok",
    "tidak-ada": "none",
    "belum-17": "wait",
    "cacat": "bad",
}
WHYS = {
    "tanpa-nama": _("Nama kosong."),
    "banyak": _("Lebih dari satu pemilih cocok; semuanya didatangi."),
    "sudah-tms": _("Sudah dicoret dari daftar."),
    "sudah-terdaftar": _("Sudah terdaftar di desa ini."),
    "sedang-diajukan": _("Usulan yang sama masih menunggu keputusan."),
    "pernah-ditolak": _("Usulan yang sama pernah ditolak."),
    "pernah-ditemui": _("Petugas pernah menemui orang ini; laporan yang sama keliru."),
    "pindah-desa": _("Terdaftar di desa lain: diusulkan pindah."),
    "nik-nama-beda": _("NIK sama, nama atau kelahirannya berbeda."),
    "nama-beda": _("Cocok sebagian saja: bisa orang lain yang senama."),
    "mungkin-sama": _("Nama dan kelahiran sama, NIK berbeda."),
    "tanpa-desa": _("Desanya tidak disebut atau tidak dikenal."),
    "nik-cacat": _("NIK bukan 16 angka yang utuh."),
    "lahir-atau-kelamin": _("Tanggal lahir atau jenis kelamin tidak terbaca."),
    "belum-17": _("Belum 17 tahun dan tidak tercatat kawin pada hari rekap."),
    "baru": _("Belum ada di daftar."),
    "tidak-ada": _("Tidak ditemukan dengan NIK maupun nama dan tanggal lahir."),
    "surat": _("Cocok; suratnya menjadi bukti, orang kedua memutus."),
    "periksa": _("Kabar ini diperiksa di lapangan sebelum siapa pun dicoret."),
    "sama": _("Data sama dengan daftar."),
    "ubah": _("Ada elemen yang berbeda."),
}
POINTS = {
    "tanggal": _("Tanggal pleno belum dicatat dari surat edaran"),
    "berkas": _("Surat instansi yang berkasnya belum diambil"),
    "belum-ditugaskan": _("Kunjungan yang belum ditugaskan"),
    "kunjungan": _("Kunjungan yang belum ada hasilnya"),
    "usulan": _("Usulan baru dan ubah menunggu keputusan"),
    "orang-kedua": _("Usulan TMS menunggu orang kedua"),
    "tanpa-berkas": _("Usulan TMS tanpa berkas bukti"),
    "ganda": _("Kemungkinan ganda belum diputuskan"),
    "tanpa-tps": _("Pemilih yang belum ditempatkan di TPS"),
    "sidalih": _("Angka Sidalih belum dicatat"),
    "beda": _("Wilayah yang angkanya berbeda dengan Sidalih"),
}
CHECKS = {
    "nik": _("NIK tidak utuh"),
    "nkk": _("NKK tidak utuh"),
    "usia-100": _("Berumur lebih dari 100 tahun"),
    "usia-17": _("Belum 17 tahun dan tidak tercatat kawin"),
    "pemungutan": _("Ditandai setelah DPT atau C.Pemberitahuan kembali, belum didatangi"),
}
CHECK_WHY = {
    "nik": "tidak-padan",
    "nkk": "tidak-padan",
    "usia-100": "usia-100",
    "usia-17": "tidak-padan",
    "pemungutan": "lain",
}
"""Why the voters that a check finds are visited."""
STANDINGS = {
    "terbuka": _("Belum ada hasil"),
    "belum-ditugaskan": _("Belum ditugaskan"),
    "saya": _("Tugas saya"),
    "selesai": _("Selesai"),
}
RESULT_BADGES = {
    "ada": "ok",
    "perbaiki": "ok",
    "meninggal": "bad",
    "pindah": "bad",
    "tidak-dikenal": "bad",
    "tni": "bad",
    "polri": "bad",
}
KINDS = {
    "baru": _("Baru"),
    "tms": _("TMS"),
    "ubah": _("Ubah"),
    "pindah-tps": _("Pindah"),
    "pulih": _("Pulih"),
}
