"""The overseer's view: who opens a list to it, who looks, who reads the log of looks."""

from jurdil.kernel.policy import may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"}
OPENERS = {"ketua", "anggota", "kasubbag"}

RIGHTS = (
    may_read(
        "voters.signals",
        "Melihat jumlah pemilih ganda sebagai usulan indeks kerawanan",
        "See numbers of doubles as proposals for the vulnerability index",
        {"bw-ketua", "bw-anggota", "bw-sekretariat"},
    ),
    may_read(
        "voters.overseer",
        "Melihat akses pengawas dan catatan pandangannya",
        "See the overseer's access and the log of its looks",
        OFFICE | {"pengawas"},
    ),
    may_act(
        "voters.open_to_overseer",
        "Membuka daftar pemilih untuk pengawas",
        "Open the voter list to the overseer",
        OPENERS,
    ),
    may_act(
        "voters.close_to_overseer",
        "Mencabut akses pengawas",
        "Withdraw the overseer's access",
        OPENERS,
    ),
    may_act(
        "voters.look-page",
        "Melihat daftar yang dibuka, tujuh kolom; tercatat",
        "Look at an opened list, seven columns; logged",
        {"pengawas"},
    ),
    may_act(
        "voters.look-sample",
        "Mengundi sampel uji petik dari daftar yang dibuka; tercatat",
        "Draw a spot check from an opened list; logged",
        {"pengawas"},
    ),
    may_act(
        "voters.look-finding",
        "Mencatat temuan uji petik sendiri",
        "Note a finding of one's own spot check",
        {"pengawas"},
    ),
    may_act(
        "voters.look-extract",
        "Mengambil petikan daftar yang dibuka; tercatat",
        "Take an extract of an opened list; logged",
        {"pengawas"},
    ),
)
