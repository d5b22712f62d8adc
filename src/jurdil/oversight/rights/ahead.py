"""Who sees what lapses next, and the quarter's work."""

from jurdil.kernel.policy import Right, may_act, may_read
from jurdil.oversight.rights.roles import OFFICE, SUPERVISORS

RIGHTS: tuple[Right, ...] = (
    may_read("oversight.clocks", "Melihat jam yang berjalan", "See running clocks", SUPERVISORS),
    may_read("oversight.quarter", "Melihat kerja triwulan", "See the quarter's work", OFFICE),
    may_act("oversight.residue", "Mencatat sisa coklit", "Note households never visited", OFFICE),
    may_act(
        "oversight.population",
        "Memasukkan daftar skor IKP terbitan",
        "Take in a list of published scores",
        OFFICE,
    ),
)
