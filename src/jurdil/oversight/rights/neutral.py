"""Who may do what with neutrality. Who somebody is, only the plenary opens, for a reason."""

from jurdil.kernel.policy import Right, may_act, may_read
from jurdil.oversight.rights.roles import OFFICE, PLENARY, SUPERVISORS

RIGHTS: tuple[Right, ...] = (
    may_act(
        "oversight.neutral_note",
        "Mencatat dugaan pelanggaran netralitas",
        "Note a breach of neutrality",
        SUPERVISORS,
    ),
    may_act(
        "oversight.neutral_proof",
        "Menambah bukti netralitas",
        "Add evidence of neutrality",
        SUPERVISORS,
    ),
    may_act(
        "oversight.neutral_step",
        "Mencatat langkah perkara netralitas",
        "Take a step in a case of neutrality",
        OFFICE,
    ),
    may_act(
        "oversight.neutral_draft",
        "Membuat konsep temuan dari netralitas",
        "Draft a finding from a case of neutrality",
        OFFICE,
    ),
    may_act(
        "oversight.neutral_reveal",
        "Membuka identitas terlapor netralitas",
        "Open who a case of neutrality is about",
        PLENARY,
    ),
    may_act(
        "oversight.neutral_file",
        "Membuka bukti netralitas",
        "Open evidence of neutrality",
        PLENARY,
    ),
    may_act(
        "oversight.neutral_letter",
        "Mencetak surat penerusan netralitas",
        "Print the letter that passes a case on",
        PLENARY,
    ),
    may_read(
        "oversight.neutral", "Melihat perkara netralitas", "See cases of neutrality", SUPERVISORS
    ),
    may_read(
        "oversight.neutral_figures",
        "Melihat angka netralitas",
        "See figures of neutrality",
        OFFICE,
    ),
)
