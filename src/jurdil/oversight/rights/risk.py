"""Who may do what with risks, AGHT and prevention. KPU has its own map and nothing else here."""

from jurdil.kernel.policy import Right, may_act, may_read
from jurdil.oversight.rights.roles import OFFICE, PLENARY, SUPERVISORS

KPU_OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"}

RIGHTS: tuple[Right, ...] = (
    may_act("oversight.ikp_note", "Mencatat kejadian IKP", "Note an IKP event", SUPERVISORS),
    may_act("oversight.ikp_decide", "Mengonfirmasi kejadian IKP", "Confirm an IKP event", OFFICE),
    may_act("oversight.ikp_signal", "Memutus usulan ruang lain", "Decide on a signal", OFFICE),
    may_act("oversight.ikp_withdraw", "Mencabut kejadian IKP", "Withdraw an IKP event", PLENARY),
    may_act("oversight.ikp_publish", "Mencatat skor IKP terbitan", "Record a score", OFFICE),
    may_act("oversight.ikp_run", "Menyimpan perhitungan IKP", "Keep a calculation", OFFICE),
    may_read("oversight.ikp", "Melihat indeks kerawanan", "See the index", OFFICE),
    may_read("oversight.events", "Melihat kejadian IKP", "See IKP events", SUPERVISORS),
    may_act("oversight.tps_flag", "Menandai TPS rawan", "Flag a vulnerable TPS", SUPERVISORS),
    may_act("oversight.tps_clear", "Mencabut tanda TPS rawan", "Clear a flag", SUPERVISORS),
    may_read("oversight.tps", "Melihat TPS rawan", "See vulnerable TPS", SUPERVISORS),
    may_act(
        "oversight.kpu_map", "Mencatat peta kerawanan KPU", "Keep KPU's map", KPU_OFFICE | OFFICE
    ),
    may_act(
        "oversight.kpu_map_drop",
        "Mencoret baris peta kerawanan KPU",
        "Strike a row of KPU's map",
        KPU_OFFICE | OFFICE,
    ),
    may_read(
        "oversight.kpu_map_view",
        "Melihat peta kerawanan KPU",
        "See KPU's map of vulnerabilities",
        KPU_OFFICE | OFFICE,
    ),
    may_act("oversight.aght_note", "Mencatat AGHT", "Note AGHT", SUPERVISORS),
    may_act("oversight.aght_step", "Mencatat perkembangan AGHT", "Record a step", SUPERVISORS),
    may_act("oversight.aght_day", "Menyusun laporan harian posko", "Write the day", OFFICE),
    may_read("oversight.aght", "Melihat AGHT", "See AGHT", SUPERVISORS),
    may_read("oversight.aght_daily", "Melihat laporan harian posko", "See daily reports", OFFICE),
    may_act("oversight.prevent", "Merencanakan pencegahan", "Plan prevention", SUPERVISORS),
    may_act("oversight.prevent_done", "Melaporkan pencegahan", "Report prevention", SUPERVISORS),
    may_read("oversight.prevention", "Melihat pencegahan", "See prevention", SUPERVISORS),
    may_act("oversight.post_note", "Mencatat aduan posko", "Note a complaint", SUPERVISORS),
    may_act("oversight.post_close", "Menutup aduan posko", "Close a complaint", SUPERVISORS),
    may_read("oversight.post", "Melihat posko kawal hak pilih", "See the post", SUPERVISORS),
)
