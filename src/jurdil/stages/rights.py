"""Who may do what with the schedule. The schedule is public; its events and feeds are not."""

from jurdil.kernel.policy import BAWASLU_INSIDE, EVERYONE, KPU_INSIDE, may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"} | {
    "bw-ketua",
    "bw-anggota",
    "bw-sekretariat",
}
HEADS = OFFICE - {"operator"}
KEEPERS = {"pengelola", "bw-pengelola"}
INSIDE = KPU_INSIDE | BAWASLU_INSIDE

RIGHTS = (
    may_act("stages.open_election", "Membuka pemilihan", "Open an election", HEADS | KEEPERS),
    may_act("stages.close_election", "Menutup pemilihan", "Close an election", HEADS | KEEPERS),
    may_act("stages.apply_version", "Menerapkan jadwal baru", "Apply a new schedule", HEADS),
    may_act("stages.record_event", "Mencatat peristiwa", "Record an event", OFFICE),
    may_act("stages.recompute", "Menghitung ulang tenggat", "Recompute deadlines", OFFICE),
    may_act("stages.hold", "Menandai tahapan menunggu petunjuk", "Put a stage on hold", OFFICE),
    may_act("stages.release", "Mengakhiri masa menunggu", "End the wait of a stage", OFFICE),
    may_act("stages.roll_routine", "Melanjutkan kerja rutin", "Roll the routine work on", OFFICE),
    may_act("stages.make_feed", "Membuat langganan kalender", "Make a calendar feed", INSIDE),
    may_act("stages.revoke_feed", "Mencabut langganan kalender", "Revoke a feed", INSIDE),
    may_act("stages.keep_table", "Menyimpan tabel awal", "Keep a first table", OFFICE | KEEPERS),
    may_read("stages.view", "Melihat jadwal tahapan", "See the schedule", EVERYONE),
    may_read("stages.work", "Melihat beranda kerja", "See the working home page", INSIDE),
    may_read("stages.plan", "Mempratinjau perubahan jadwal", "Preview a change", OFFICE),
    may_read("stages.deadlines", "Melihat tenggat dan peristiwa", "See deadlines", INSIDE),
    may_read(
        "stages.first_hour", "Melihat langkah awal kantor", "See the first hour", OFFICE | KEEPERS
    ),
    may_read("stages.feeds", "Melihat langganan sendiri", "See one's own feeds", INSIDE),
)
