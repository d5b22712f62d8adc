"""Who may do what with results. Figures are public; who brought them in is not."""

from jurdil.kernel.policy import EVERYONE, SIGNED_IN, may_act, may_read
from jurdil.results import plenary_rights

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"} | {
    "bw-ketua",
    "bw-anggota",
    "bw-sekretariat",
}
COUNTERS = OFFICE | {"ppk", "panwascam"}
PLENARY = {"ketua", "anggota"}
REVIEWERS = COUNTERS | {"pengawas", "kpu-provinsi"}

RIGHTS = (
    *plenary_rights.RIGHTS,
    may_act(
        "results.import",
        "Memasukkan berkas hasil TPS",
        "Bring in files of TPS results",
        COUNTERS,
    ),
    may_act(
        "results.freeze_recap",
        "Menetapkan rekapitulasi dalam pleno",
        "Determine a recapitulation in a plenary",
        PLENARY,
    ),
    may_act(
        "results.detect",
        "Menjalankan pemeriksaan formulir",
        "Run the detectors over the forms",
        OFFICE,
    ),
    may_act(
        "results.mark_review",
        "Mencatat hasil peninjauan formulir",
        "Record what a review of forms brought",
        COUNTERS,
    ),
    may_read(
        "results.review",
        "Melihat formulir yang patut dilihat",
        "See the forms that are worth a look",
        REVIEWERS,
    ),
    may_act("results.rebuild", "Menghitung ulang semua jumlah", "Make all sums again", ()),
    may_read("results.view", "Melihat hasil hitung", "See the results", EVERYONE),
    may_read(
        "results.trace",
        "Melihat riwayat formulir dan daftar temuan",
        "See the history of forms and the list of findings",
        SIGNED_IN,
    ),
)
