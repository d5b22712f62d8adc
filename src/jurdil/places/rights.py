"""Who may do what with places. Names of places are public; changing them is the office's work."""

from jurdil.kernel.policy import EVERYONE, may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"} | {
    "bw-ketua",
    "bw-anggota",
    "bw-sekretariat",
}
MAPPERS = OFFICE | {"ppk", "pps"}

RIGHTS = (
    may_act("places.set_up", "Menyiapkan wilayah", "Set up the regions", ()),
    may_act("places.add_tps", "Menambah TPS", "Add a TPS", MAPPERS),
    may_act("places.add_tps_list", "Mendaftarkan banyak TPS", "Register many TPS", MAPPERS),
    may_act("places.change_tps", "Mengubah data TPS", "Correct a TPS", MAPPERS),
    may_act("places.set_dapil", "Mencatat dapil", "Record dapil", OFFICE),
    may_act("places.set_boundaries", "Memuat batas wilayah", "Load boundaries", OFFICE),
    may_read("places.view", "Melihat wilayah dan TPS", "See places and TPS", EVERYONE),
)
