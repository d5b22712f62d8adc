"""Mapping: the committees of village and kecamatan propose, the office too."""

from jurdil.kernel.policy import may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"}
MAPPERS = {"anggota", "kasubbag", "operator", "ppk", "pps"}

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
)
