"""Who files activities, who verifies them, and who sees them."""

from jurdil.kernel.policy import EVERYONE, STAFF, may_act, may_read

PARMAS = {"anggota", "kasubbag", "operator"}
"""Who keeps the programme at the office and verifies what the committees file."""
COMMITTEES = {"ppk", "pps"}
FILING = PARMAS | {"sekretaris"} | COMMITTEES
READING = STAFF | COMMITTEES | {"pengawas", "kpu-provinsi"}

RIGHTS = (
    may_act("outreach.programme", "Menyusun program sosialisasi", "Plan the programme", PARMAS),
    may_act("outreach.drop_programme", "Mencoret program", "Strike a programme", PARMAS),
    may_act("outreach.target", "Menetapkan sasaran per desa", "Set village targets", PARMAS),
    may_act("outreach.plan", "Merencanakan kegiatan", "Plan an activity", FILING),
    may_act("outreach.change", "Mengubah kegiatan", "Change an activity", FILING),
    may_act("outreach.report", "Melaporkan kegiatan", "File an activity", FILING),
    may_act("outreach.cancel", "Membatalkan kegiatan", "Cancel an activity", FILING),
    may_act("outreach.evidence", "Melampirkan bukti kegiatan", "Attach evidence", FILING),
    may_act("outreach.drop_evidence", "Menarik bukti kegiatan", "Withdraw evidence", FILING),
    may_act("outreach.test", "Mengisi tes awal dan akhir", "Enter a test's results", FILING),
    may_act("outreach.meeting", "Mengaitkan kegiatan dengan rapat", "Tie to a meeting", PARMAS),
    may_act("outreach.spj", "Membuka Berkas SPJ kegiatan", "Open the expense file", PARMAS),
    may_act("outreach.verify", "Memverifikasi kegiatan", "Verify an activity", PARMAS),
    may_act("outreach.send_back", "Mengembalikan laporan", "Send a report back", PARMAS),
    may_act("outreach.import", "Mengimpor tabel kegiatan", "Import activities", PARMAS),
    may_act("outreach.material", "Membuat materi sosialisasi", "Make materials", PARMAS),
    may_act("outreach.drop_material", "Menarik materi", "Withdraw a material", PARMAS),
    may_read("outreach.view", "Melihat kegiatan sosialisasi", "See activities", READING),
    may_read("outreach.field", "Membawa kegiatan ke lapangan", "Take activities along", FILING),
    may_read("outreach.coming", "Melihat kegiatan yang akan datang", "See what comes", EVERYONE),
)
