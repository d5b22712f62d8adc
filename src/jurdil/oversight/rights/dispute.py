"""Who may do what with process disputes; which level decides which is the law's."""

from jurdil.kernel.policy import Right, may_act, may_read
from jurdil.oversight.rights.roles import OFFICE

DECIDING = OFFICE | {"panwascam"}

RIGHTS: tuple[Right, ...] = (
    may_act(
        "oversight.dispute_receive",
        "Menerima permohonan sengketa proses",
        "Receive a petition of a process dispute",
        DECIDING,
    ),
    may_act(
        "oversight.dispute_step",
        "Mencatat langkah sengketa proses",
        "Take a step in a process dispute",
        DECIDING,
    ),
    may_act(
        "oversight.dispute_evidence",
        "Mencatat bukti sengketa proses",
        "Record evidence of a process dispute",
        DECIDING,
    ),
    may_act(
        "oversight.dispute_session",
        "Menjadwalkan mediasi dan sidang",
        "Schedule mediation and hearings",
        DECIDING,
    ),
    may_act(
        "oversight.dispute_result",
        "Mencatat hasil mediasi dan sidang",
        "Record what a session brought",
        DECIDING,
    ),
    may_read("oversight.dispute", "Melihat sengketa proses", "See process disputes", DECIDING),
)
