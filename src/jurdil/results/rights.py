"""Who may do what with results. Figures are public; who brought them in is not."""

from jurdil.kernel.policy import EVERYONE, SIGNED_IN, may_act, may_read
from jurdil.results import plenary_rights, revote_rights

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"} | {
    "bw-ketua",
    "bw-anggota",
    "bw-sekretariat",
}
COUNTERS = OFFICE | {"ppk", "panwascam"}
PLENARY = {"ketua", "anggota"}
RECEIVERS = {"operator", "kasubbag", "ppk", "pps", "kpps"}
TYPISTS = {"operator", "kasubbag", "ppk"}
COORDINATORS = {"ketua", "anggota", "kasubbag", "ppk"}
REVIEWERS = COUNTERS | {"pengawas", "kpu-provinsi"}

RIGHTS = (
    *plenary_rights.RIGHTS,
    *revote_rights.RIGHTS,
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
    may_act(
        "results.receive_paper",
        "Mencatat kertas TPS yang diterima",
        "Record a paper of a TPS that arrived",
        RECEIVERS,
    ),
    may_act("results.set_aside", "Menyisihkan kertas", "Set a paper aside", RECEIVERS),
    may_act("results.take_back", "Menerima kembali kertas", "Take a paper back in", RECEIVERS),
    may_act("results.move_paper", "Memindahkan kertas", "Move a paper", RECEIVERS),
    may_act(
        "results.hand_copy",
        "Mencatat penyerahan salinan",
        "Record that a copy was handed over",
        RECEIVERS,
    ),
    may_act(
        "results.record_event",
        "Mencatat kejadian khusus di TPS",
        "Record special events of a TPS",
        RECEIVERS,
    ),
    may_read(
        "results.intake",
        "Melihat kertas yang diterima",
        "See the papers that arrived",
        OFFICE | {"ppk", "pps", "kpps", "pengawas", "kpu-provinsi"},
    ),
    may_act("results.type", "Mulai mengetik C.Hasil", "Begin to type a C.Hasil", TYPISTS),
    may_act("results.save_draft", "Menyimpan draf entri", "Save a draft of an entry", TYPISTS),
    may_act("results.pause", "Menunda entri", "Pause an entry", TYPISTS),
    may_act("results.leave", "Membatalkan entri sendiri", "Give up one's own entry", TYPISTS),
    may_act("results.finish", "Mengirim entri C.Hasil", "Send the entry of a C.Hasil", TYPISTS),
    may_act(
        "results.open_reading",
        "Membuka bacaan yang perlu diperiksa",
        "Open a reading that needs a check",
        COORDINATORS,
    ),
    may_act(
        "results.confirm_errors",
        "Membenarkan bahwa kertasnya memang demikian",
        "Confirm that the paper itself says so",
        COORDINATORS,
    ),
    may_act(
        "results.send_back",
        "Mengembalikan bacaan kepada pengetik",
        "Send a reading back to its typist",
        COORDINATORS,
    ),
    may_act("results.discard", "Membuang bacaan", "Discard readings", COORDINATORS),
    may_act(
        "results.escalate",
        "Memutuskan tanpa bacaan ulang",
        "Decide without a second look",
        COORDINATORS,
    ),
    may_act("results.decide", "Memutuskan selisih entri", "Decide differing fields", COORDINATORS),
    may_act("results.free", "Membuka kunci entri", "Free the lock of an entry", COORDINATORS),
    may_act(
        "results.ask_undo",
        "Meminta entri ulang",
        "Ask for an entry to begin anew",
        TYPISTS | COORDINATORS,
    ),
    may_act(
        "results.answer_undo",
        "Menyetujui atau menolak entri ulang",
        "Grant or refuse that an entry begin anew",
        COORDINATORS,
    ),
    may_act(
        "results.set_entry",
        "Mengatur tempat dan cara entri",
        "Set where and how forms are typed",
        PLENARY,
    ),
    may_read(
        "results.entry",
        "Melihat papan entri C.Hasil",
        "See the board of entries",
        OFFICE | {"ppk"},
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
