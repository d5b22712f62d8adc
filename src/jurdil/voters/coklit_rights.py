"""Coklit: the Pantarlih records at the door, the PPS decides, the office sees how far it is."""

from jurdil.kernel.policy import may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"}
KEEPERS = {"anggota", "kasubbag", "operator", "ppk", "pps"}

RIGHTS = (
    may_read(
        "voters.coklit",
        "Membawa daftar coklit TPS dan mencatat di rumah pemilih",
        "Take the coklit list of a TPS along and record at the door",
        {"pantarlih"},
    ),
    may_read(
        "voters.coklit_view",
        "Melihat kemajuan dan hasil coklit",
        "See the progress and results of coklit",
        OFFICE | {"ppk", "pps"},
    ),
    may_read(
        "voters.coklit_candidates",
        "Melihat siapa yang dapat ditugaskan sebagai Pantarlih",
        "See who may become a Pantarlih",
        KEEPERS,
    ),
    may_act(
        "voters.coklit_prepare",
        "Menyiapkan rumah yang dikunjungi coklit",
        "Prepare the households of coklit",
        KEEPERS,
    ),
    may_act(
        "voters.coklit_assign",
        "Menugaskan Pantarlih pada TPS",
        "Assign a Pantarlih to a TPS",
        KEEPERS,
    ),
    may_act(
        "voters.coklit_decide",
        "Memutus hasil coklit",
        "Decide the results of coklit",
        KEEPERS,
    ),
    may_act(
        "voters.coklit_enter",
        "Memasukkan daftar coklit kertas",
        "Type a coklit list that was filled on paper",
        KEEPERS,
    ),
    may_act(
        "voters.coklit_rest",
        "Memasukkan sisa daftar coklit kertas yang semuanya sesuai",
        "Type the rest of a paper list of coklit that is all correct",
        KEEPERS,
    ),
)
