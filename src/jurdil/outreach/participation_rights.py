"""Who registers observers, surveys and contests, and who reads how people took part."""

from jurdil.kernel.policy import BAWASLU_INSIDE, EVERYONE, KPU_INSIDE, Right, may_act, may_read

PLENARY = {"ketua", "anggota", "bw-ketua", "bw-anggota"}
OFFICE = PLENARY | {"sekretaris", "kasubbag", "operator", "bw-sekretariat"}
FIELD = {"ppk", "pps"}
INSIDE = KPU_INSIDE | BAWASLU_INSIDE
WATCHING = OFFICE | {"pengawas", "kpu-provinsi"}

RIGHTS: tuple[Right, ...] = (
    may_act(
        "outreach.receive_body", "Menerima pendaftaran pemantau/survei", "Take in a body", OFFICE
    ),
    may_act("outreach.body_paper", "Mencatat dokumen pendaftaran", "Record its papers", OFFICE),
    may_act("outreach.body_person", "Mencatat anggota lembaga", "Record its people", OFFICE),
    may_act("outreach.body_strike", "Mencoret anggota lembaga", "Strike its people", OFFICE),
    may_act("outreach.body_check", "Memeriksa kelengkapan", "Check an application", OFFICE),
    may_act(
        "outreach.body_decide",
        "Mengakreditasi, menolak, mencabut",
        "Accredit, refuse, revoke",
        PLENARY | {"sekretaris"},
    ),
    may_act("outreach.body_report", "Menerima laporan lembaga", "Take in its report", OFFICE),
    may_act("outreach.plan_contest", "Menyusun lomba", "Plan a contest", OFFICE),
    may_act("outreach.change_contest", "Mengubah lomba", "Change a contest", OFFICE),
    may_act("outreach.add_juror", "Memilih juri", "Name a juror", OFFICE),
    may_act("outreach.contest_step", "Menjalankan lomba", "Run a contest", OFFICE),
    may_act("outreach.enter_contest", "Memasukkan karya", "Enter a work", OFFICE | FIELD),
    may_act("outreach.verify_entry", "Memverifikasi karya", "Verify an entry", OFFICE),
    may_act("outreach.score_entry", "Menilai karya", "Score an entry", OFFICE),
    may_act("outreach.close_sheet", "Menyerahkan lembar nilai", "Hand in a sheet", OFFICE),
    may_act(
        "outreach.compare",
        "Mencatat angka pembanding (pemilihan lalu, indeks)",
        "Record figures to compare with (earlier elections, index)",
        OFFICE,
    ),
    may_act(
        "outreach.applicants",
        "Mencatat pelamar badan adhoc",
        "Record applicants for ad hoc bodies",
        OFFICE | FIELD,
    ),
    may_read("outreach.participation", "Melihat partisipasi", "See participation", INSIDE),
    may_read("outreach.bodies", "Melihat register pemantau", "See the register", WATCHING),
    may_read("outreach.bodies_files", "Membuka dokumen, kartu", "Open papers and cards", OFFICE),
    may_read("outreach.public_bodies", "Melihat lembaga terakreditasi", "See them", EVERYONE),
    may_read("outreach.contests", "Melihat lomba", "See contests", INSIDE),
    may_read("outreach.contest_people", "Memilih calon juri", "See possible jurors", OFFICE),
    may_read("outreach.judge", "Membuka lembar nilai sendiri", "Open one's own sheet", OFFICE),
)
