"""Who may do what with seats. Seats and elected members are public; their files are not."""

from jurdil.kernel.policy import EVERYONE, may_act, may_read

PLENARY = {"ketua", "anggota"}
OFFICE = PLENARY | {"sekretaris", "kasubbag", "operator"}
OVERSEERS = {"bw-ketua", "bw-anggota", "bw-sekretariat"}
INSIDE = OFFICE | OVERSEERS | {"pengawas", "kpu-provinsi"}

RIGHTS = (
    may_act(
        "seats.count",
        "Menghitung perolehan kursi dan calon terpilih",
        "Calculate seats and elected candidates",
        OFFICE | OVERSEERS,
    ),
    may_act(
        "seats.decide_tie",
        "Mencatat keputusan pleno atas suara yang sama",
        "Record the plenary's decision on equal votes",
        PLENARY,
    ),
    may_act(
        "seats.determine",
        "Menetapkan kursi dan calon terpilih dalam pleno",
        "Determine seats and elected candidates in a plenary",
        PLENARY,
    ),
    may_act(
        "seats.record",
        "Mencatat LHKPN dan keadaan calon terpilih",
        "Record LHKPN receipts and what happened to elected members",
        OFFICE,
    ),
    may_act(
        "seats.propose",
        "Mengusulkan calon terpilih kepada gubernur melalui bupati/wali kota",
        "Propose elected members to the governor through the regent or mayor",
        OFFICE,
    ),
    may_act(
        "seats.import",
        "Memasukkan hasil pemilu terdahulu untuk PAW",
        "Bring in the result of an earlier election for PAW",
        OFFICE,
    ),
    may_act(
        "seats.register_paw",
        "Mencatat permintaan nama calon PAW",
        "Register a request for the name of a PAW candidate",
        OFFICE,
    ),
    may_act(
        "seats.check_paw",
        "Mencatat pemeriksaan calon PAW",
        "Record the check of a PAW candidate",
        OFFICE,
    ),
    may_act(
        "seats.answer_paw",
        "Menjawab permintaan nama calon PAW",
        "Answer a request for the name of a PAW candidate",
        PLENARY | {"sekretaris", "kasubbag"},
    ),
    may_act(
        "seats.record_national",
        "Memasukkan suara nasional untuk ambang batas",
        "Bring in national votes for the threshold",
        OFFICE,
    ),
    may_act(
        "seats.record_population",
        "Mencatat jumlah penduduk per kecamatan",
        "Record the population per kecamatan",
        OFFICE,
    ),
    may_act(
        "seats.draft_dapil",
        "Menyusun rancangan daerah pemilihan",
        "Draft electoral districts",
        OFFICE,
    ),
    may_act(
        "seats.settle_draft",
        "Mencatat keputusan pleno atas sisa penduduk yang sama",
        "Record the plenary's decision on equal remainders",
        PLENARY,
    ),
    may_act(
        "seats.note_test",
        "Mencatat uji publik rancangan dapil",
        "Record the public test of a draft of dapil",
        OFFICE,
    ),
    may_act(
        "seats.record_dapil_decision",
        "Mencatat keputusan KPU RI tentang kursi dan dapil",
        "Record the decision of KPU RI on seats and dapil",
        OFFICE,
    ),
    may_read(
        "seats.view",
        "Melihat kursi dan calon terpilih",
        "See seats and elected candidates",
        EVERYONE,
    ),
    may_read(
        "seats.trace",
        "Melihat berkas calon terpilih, PAW, dan rancangan dapil",
        "See the files of elected members, PAW and drafts of dapil",
        INSIDE,
    ),
)
