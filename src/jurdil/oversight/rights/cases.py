"""Who may do what with findings and reports. Identities open to few, and never by a page alone."""

from jurdil.kernel.policy import EVERYONE, Right, may_act, may_read
from jurdil.kernel.roles import PUBLIC
from jurdil.oversight.rights.roles import OFFICE, PLENARY, SUPERVISORS

HANDLING = OFFICE | {"panwascam"}

RIGHTS: tuple[Right, ...] = (
    may_act("oversight.case_receive", "Menerima laporan", "Receive a report", HANDLING),
    may_act("oversight.case_online", "Melapor lewat laman", "Report by the public page", {PUBLIC}),
    may_act("oversight.case_tip", "Mencatat informasi awal", "Note first information", SUPERVISORS),
    may_act("oversight.case_finding", "Membuat temuan", "Make a finding", HANDLING),
    may_act("oversight.case_party", "Menambah pihak perkara", "Add a party", HANDLING),
    may_act("oversight.case_strike", "Mencoret pihak perkara", "Strike a party", HANDLING),
    may_act("oversight.case_evidence", "Menambah bukti perkara", "Add evidence", HANDLING),
    may_act("oversight.case_check", "Memeriksa syarat laporan", "Check requirements", HANDLING),
    may_act("oversight.case_step", "Mengubah keadaan perkara", "Take a case on", HANDLING),
    may_act("oversight.case_move", "Memindahkan tingkat perkara", "Move a case", HANDLING),
    may_act("oversight.case_file", "Mengatur berkas perkara", "Set a case's file", HANDLING),
    may_act(
        "oversight.case_reveal",
        "Membuka identitas pihak perkara",
        "Open an identity of a case",
        PLENARY | {"bw-sekretariat", "panwascam"},
    ),
    may_act("oversight.case_summon", "Mengundang klarifikasi", "Invite to clarify", HANDLING),
    may_act("oversight.case_heard", "Mencatat hasil klarifikasi", "Note a clarification", HANDLING),
    may_act("oversight.case_gakkumdu", "Mencatat rapat Gakkumdu", "Record Gakkumdu", OFFICE),
    may_act("oversight.case_event", "Mencatat jalannya pidana", "Note a crime's road", OFFICE),
    may_act("oversight.case_hearing", "Mencatat sidang", "Record a hearing", OFFICE),
    may_act("oversight.case_refer", "Meneruskan perkara", "Refer a case", OFFICE),
    may_act("oversight.case_answered", "Mencatat hasil penerusan", "Note a referral", OFFICE),
    may_act("oversight.case_index", "Mengusulkan IKP dari perkara", "Propose to the index", OFFICE),
    may_read("oversight.case", "Melihat temuan dan laporan", "See findings and reports", HANDLING),
    may_read(
        "oversight.case_statistics", "Melihat statistik perkara", "See statistics of cases", OFFICE
    ),
    may_read("oversight.desk", "Melihat loket laporan", "See the report desk", EVERYONE),
)
