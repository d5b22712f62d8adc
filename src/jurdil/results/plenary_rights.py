"""Who may do what in a plenary sitting: the secretariat records, the members decide."""

from jurdil.kernel.policy import EVERYONE, SIGNED_IN, may_act, may_read

MEMBERS = {"ketua", "anggota", "ppk"}
DESK = MEMBERS | {"sekretaris", "kasubbag", "operator"}

RIGHTS = (
    may_act("results.plenary_prepare", "Menyiapkan rapat pleno", "Prepare a plenary", DESK),
    may_act(
        "results.plenary_boxes",
        "Mencatat kedatangan kotak suara",
        "Record the arrival of ballot boxes",
        DESK,
    ),
    may_act(
        "results.plenary_attend",
        "Mencatat kehadiran dan mandat saksi",
        "Record attendance and witnesses' mandates",
        DESK,
    ),
    may_act(
        "results.plenary_presence",
        "Mencatat peserta rapat keluar dan masuk ruangan",
        "Record who leaves and enters the room",
        DESK,
    ),
    may_act(
        "results.plenary_step",
        "Membuka, menskors, dan menutup rapat pleno",
        "Open, suspend and close a plenary",
        MEMBERS,
    ),
    may_act(
        "results.plenary_read",
        "Menjalankan baris rekapitulasi: dibacakan, dicocokkan, disahkan",
        "Run the rows of a recapitulation: read, matched, approved",
        DESK,
    ),
    may_act(
        "results.plenary_point",
        "Memilih bagian yang tampil di layar rapat",
        "Choose what the screen of a plenary shows",
        DESK,
    ),
    may_act(
        "results.plenary_copy",
        "Mencatat isi salinan saksi dan pengawas",
        "Note what the copies of witnesses and supervisors say",
        DESK,
    ),
    may_act(
        "results.plenary_correct",
        "Membetulkan angka dalam rapat pleno",
        "Correct a figure in a plenary",
        DESK,
    ),
    may_act(
        "results.plenary_object", "Mencatat keberatan saksi", "Record a witness's objection", DESK
    ),
    may_act(
        "results.plenary_answer",
        "Menjawab keberatan dalam rapat pleno",
        "Answer an objection in a plenary",
        MEMBERS,
    ),
    may_act(
        "results.plenary_event",
        "Mengisi D.Kejadian Khusus atau NIHIL",
        "Fill the D form of special events, or NIHIL",
        DESK,
    ),
    may_act(
        "results.plenary_sign",
        "Mencatat tanda tangan dan penolakan",
        "Record signatures and refusals",
        DESK,
    ),
    may_act(
        "results.plenary_receipt",
        "Mencatat tanda terima D.Hasil",
        "Record receipts of D.Hasil",
        DESK,
    ),
    may_act(
        "results.plenary_close",
        "Menutup rekapitulasi satu jenis pemilihan",
        "Close the recapitulation of a contest",
        MEMBERS,
    ),
    may_read("results.plenary", "Melihat rapat pleno", "See plenaries", SIGNED_IN),
    may_read(
        "results.plenary_names",
        "Melihat nama peserta rapat pleno",
        "See the names of who takes part in a plenary",
        DESK,
    ),
    may_read(
        "results.plenary_screen",
        "Melihat layar rapat pleno",
        "See the screen of a plenary",
        EVERYONE,
    ),
)
