"""Mapping: the committees of village and kecamatan propose, the office too."""

from jurdil.kernel.policy import may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"}
MAPPERS = {"anggota", "kasubbag", "operator", "ppk", "pps"}

KEEPERS = {"anggota", "kasubbag", "operator"}

RIGHTS = (
    may_read(
        "voters.mapping", "Melihat pemetaan TPS", "See the mapping of TPS", OFFICE | {"ppk", "pps"}
    ),
    may_act("voters.draft_mapping", "Membuat rancangan pemetaan TPS", "Draft a mapping", MAPPERS),
    may_act("voters.adjust_mapping", "Menyesuaikan pemetaan TPS", "Adjust a mapping", MAPPERS),
    may_act(
        "voters.undo_mapping", "Membatalkan penyesuaian pemetaan", "Undo an adjustment", MAPPERS
    ),
    may_act(
        "voters.apply_mapping",
        "Menerapkan pemetaan TPS pada daftar pemilih",
        "Write a mapping to the voter list",
        MAPPERS,
    ),
    may_act(
        "voters.special_ask",
        "Mencatat permintaan TPS lokasi khusus",
        "Record that a special location asks for TPS",
        MAPPERS,
    ),
    may_act(
        "voters.special_add",
        "Memasukkan pemilih lokasi khusus menurut NIK",
        "Name the voters of a special location by NIK",
        KEEPERS,
    ),
    may_act(
        "voters.special_drop",
        "Mengeluarkan pemilih dari lokasi khusus",
        "Take voters off a special location",
        KEEPERS,
    ),
    may_act(
        "voters.special_decide",
        "Memutus permintaan TPS lokasi khusus",
        "Decide on TPS at a special location",
        {"ketua", "anggota", "kasubbag"},
    ),
    may_act(
        "voters.special_place",
        "Menempatkan pemilih di TPS lokasi khusus",
        "Place voters at the TPS of a special location",
        KEEPERS,
    ),
    may_act(
        "voters.special_move",
        "Memindahkan pemilih antar-TPS sebuah lokasi khusus",
        "Move voters between TPS of a special location",
        KEEPERS,
    ),
    may_act(
        "voters.special_close",
        "Menutup lokasi khusus, pemilihnya kembali ke TPS asal",
        "Close a special location; its voters go home",
        KEEPERS,
    ),
)
