"""What to do about a finding, by kind, for the operator and for the coordinator.

The operator types what the paper says and never makes figures fit; the coordinator brings a paper
that is itself wrong before the recapitulation meeting (handbook of practice: clarify or recount,
then enter the agreed figure, and note it as a special event).
"""

from __future__ import annotations

from jurdil.law.rules.model import Advice
from jurdil.law.text import Text

SUM = Advice(
    operator=Text(
        "Bandingkan setiap angka dengan foto formulir. Perbaiki bila salah ketik; bila kertasnya "
        "memang begitu, biarkan dan simpan.",
        "Compare each figure with the photo of the form. Correct a typing slip; if the paper "
        "really says so, leave it and save.",
    ),
    coordinator=Text(
        "Buka C.Hasil TPS ini. Bila kertasnya memang tidak cocok, klarifikasi dalam rapat "
        "rekapitulasi, catat angka yang disepakati, dan tulis di kejadian khusus.",
        "Open the C.Hasil of this TPS. If the paper itself does not agree, clarify it in the "
        "recapitulation meeting, record the agreed figure and note it as a special event.",
    ),
)

RECOUNT = Advice(
    operator=SUM.operator,
    coordinator=Text(
        "Klarifikasi dengan KPPS, saksi, dan pengawas. Bila selisih tetap ada, dalam Pemilu ini "
        "alasan penghitungan ulang surat suara (UU 7/2017 pasal 374 ayat (2) huruf h).",
        "Clarify with KPPS, witnesses and supervisor. If the difference stays, it is in a general "
        "election a ground for a recount of ballots (Law 7/2017 article 374(2)h).",
    ),
)

BALLOTS = Advice(
    operator=SUM.operator,
    coordinator=Text(
        "Cocokkan dengan berita acara serah terima logistik dan catatan kejadian khusus TPS ini, "
        "lalu catat sebab selisihnya.",
        "Compare with the delivery record of the logistics and the special-event notes of this "
        "TPS, then record the cause of the difference.",
    ),
)

DIGITS = Advice(
    operator=Text(
        "Hitung digitnya pada foto formulir. Sering satu angka terketik dua kali atau satu digit "
        "terbaca salah.",
        "Count the digits on the photo of the form. Often a number was typed twice or one digit "
        "was misread.",
    ),
    coordinator=Text(
        "Jangan umumkan angka ini sebelum dicocokkan dengan C.Hasil.",
        "Do not publish this figure before it is compared with the C.Hasil.",
    ),
)

LISTS = Advice(
    operator=Text(
        "Bandingkan angka pada formulir dengan daftar TPS ini; ketik apa yang tertulis.",
        "Compare the figure on the form with the list of this TPS; type what is written.",
    ),
    coordinator=Text(
        "Periksa daftar dan daftar hadir TPS ini; minta penjelasan KPPS atas kelebihannya.",
        "Check the list and the attendance list of this TPS; ask KPPS to explain the excess.",
    ),
)

CONTESTS = Advice(
    operator=Text(
        "Bandingkan bagian I kedua formulir TPS ini; perbaiki formulir yang salah ketik.",
        "Compare part I of both forms of this TPS; correct the one with the typing slip.",
    ),
    coordinator=Text(
        "Bila kedua kertas memang berbeda, minta KPPS menjelaskan; pemilih DPTb tidak selalu "
        "menerima semua surat suara.",
        "If both papers really differ, ask KPPS to explain; DPTb voters do not always get "
        "every ballot.",
    ),
)

SOURCES = Advice(
    operator=Text(
        "Ketik angka sesuai kertas yang Anda pegang; jangan menyamakan dengan sumber lain.",
        "Type the figure of the paper in your hand; do not adapt it to the other source.",
    ),
    coordinator=Text(
        "Cari catatan koreksinya. Bila tidak ada, bawa kedua dokumen ke rapat rekapitulasi.",
        "Look for the record of its correction. If there is none, bring both documents to the "
        "recapitulation meeting.",
    ),
)
