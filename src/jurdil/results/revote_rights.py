"""Who may do what with votes held again and with disputes: members decide, the office records."""

from jurdil.kernel.policy import may_act, may_read

MEMBERS = {"ketua", "anggota"}
RECORDERS = MEMBERS | {"sekretaris", "kasubbag", "operator"}
READERS = RECORDERS | {"ppk", "pengawas", "kpu-provinsi"}

OVERSEERS = {"bw-ketua", "bw-anggota", "bw-sekretariat"}

RIGHTS = (
    may_read(
        "results.signals",
        "Melihat pemungutan ulang sebagai usulan indeks kerawanan",
        "See re-votes as proposals for the vulnerability index",
        OVERSEERS,
    ),
    may_act(
        "results.propose_revote",
        "Mengusulkan pemungutan atau penghitungan ulang",
        "Propose a re-vote or recount",
        RECORDERS | {"ppk"},
    ),
    may_act(
        "results.decide_revote",
        "Memutuskan pemungutan atau penghitungan ulang",
        "Decide a re-vote or recount",
        MEMBERS,
    ),
    may_act(
        "results.hold_revote",
        "Mencatat pelaksanaan pemungutan atau penghitungan ulang",
        "Record that a re-vote or recount was held",
        RECORDERS | {"ppk"},
    ),
    may_act(
        "results.print_notices",
        "Mencetak C.Pemberitahuan pemungutan ulang dengan nama pemilih",
        "Print the notices of a re-vote with the names of voters",
        {"anggota", "kasubbag", "operator", "ppk"},
    ),
    may_read(
        "results.revotes",
        "Melihat pemungutan dan penghitungan ulang",
        "See re-votes and recounts",
        READERS,
    ),
    may_act("results.file_dispute", "Mencatat sengketa hasil", "Record a dispute", RECORDERS),
    may_act(
        "results.register_dispute",
        "Mencatat registrasi sengketa",
        "Record a dispute's registration",
        RECORDERS,
    ),
    may_act("results.claim_tps", "Mencatat dalil per TPS", "Record claims per TPS", RECORDERS),
    may_act("results.decide_dispute", "Mencatat putusan sengketa", "Record a ruling", RECORDERS),
    may_act(
        "results.apply_ruling",
        "Menindaklanjuti putusan pada angka",
        "Follow a ruling up in the figures",
        MEMBERS,
    ),
    may_act("results.keep_bundle", "Membuat berkas bukti", "Make an evidence bundle", RECORDERS),
    may_act("results.take_bundle", "Mengunduh berkas bukti", "Download evidence", RECORDERS),
    may_read("results.disputes", "Melihat sengketa hasil", "See disputes", READERS - {"ppk"}),
)
