"""Who may do what with participants. Names on a ballot are public."""

from jurdil.kernel.policy import EVERYONE, may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"} | {
    "bw-ketua",
    "bw-anggota",
    "bw-sekretariat",
}

RIGHTS = (
    may_act(
        "parties.register",
        "Mencatat peserta dan calon",
        "Register participants and candidates",
        OFFICE,
    ),
    may_act("parties.correct", "Membetulkan nama calon", "Correct a candidate's name", OFFICE),
    may_read("parties.view", "Melihat peserta dan calon", "See the candidates", EVERYONE),
)
