"""Who may do what with money politics."""

from jurdil.kernel.policy import Right, may_act, may_read
from jurdil.oversight.rights.roles import OFFICE, SUPERVISORS

RIGHTS: tuple[Right, ...] = (
    may_act(
        "oversight.money_note",
        "Mencatat dugaan politik uang",
        "Note alleged money politics",
        SUPERVISORS,
    ),
    may_act(
        "oversight.money_case",
        "Mengaitkan politik uang dengan perkara",
        "Link money politics to a case",
        OFFICE,
    ),
    may_act(
        "oversight.money_draft",
        "Membuat konsep temuan politik uang",
        "Draft a finding from money politics",
        OFFICE,
    ),
    may_act(
        "oversight.money_drop",
        "Mencoret catatan politik uang",
        "Strike a note of money politics",
        OFFICE,
    ),
    may_read("oversight.money", "Melihat politik uang", "See money politics", SUPERVISORS),
)
