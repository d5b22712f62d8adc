"""Who may do what with supervision reports (LHP): Bawaslu's people only."""

from jurdil.kernel.policy import Right, may_act, may_read
from jurdil.oversight.rights.roles import OFFICE, SUPERVISORS

EXAMINERS = OFFICE | {"panwascam", "pkd"}

RIGHTS: tuple[Right, ...] = (
    may_act("oversight.lhp_submit", "Mengirim LHP", "Submit a supervision report", SUPERVISORS),
    may_act("oversight.lhp_evidence", "Menambah bukti LHP", "Add evidence", SUPERVISORS),
    may_act("oversight.lhp_examine", "Memeriksa LHP", "Examine reports", EXAMINERS),
    may_act("oversight.lhp_number", "Memberi nomor LHP", "Number reports", OFFICE),
    may_act("oversight.lhp_reveal", "Membuka identitas saksi LHP", "Reveal a witness", OFFICE),
    may_act("oversight.lhp_draft", "Membuat konsep temuan", "Draft a finding", EXAMINERS),
    may_act("oversight.lhp_propose", "Mengusulkan kejadian IKP", "Propose an event", SUPERVISORS),
    may_act("oversight.lhp_checklist", "Menerbitkan alat kerja", "Publish a checklist", OFFICE),
    may_read("oversight.lhp", "Melihat LHP", "See supervision reports", SUPERVISORS),
    may_read("oversight.lhp_field", "Membawa LHP ke HP", "Take reports along", SUPERVISORS),
    may_read("oversight.lhp_rollup", "Melihat rekap LHP", "See the roll-up", EXAMINERS),
)
