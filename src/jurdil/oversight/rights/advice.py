"""Who may do what with correction advice: Bawaslu's people give it, KPU's bodies answer it."""

from jurdil.kernel.policy import STAFF, Right, may_act, may_read
from jurdil.oversight.rights.roles import OFFICE, SUPERVISORS

GIVING = {"bw-ketua", "bw-anggota", "panwascam", "pkd", "ptps"}
ANSWERING = STAFF | {"ppk", "pps"}
READING = ANSWERING | {"pantarlih", "kpps"}

RIGHTS: tuple[Right, ...] = (
    may_act("oversight.advice_give", "Memberi saran perbaikan", "Give correction advice", GIVING),
    may_act("oversight.advice_send", "Mengirim saran perbaikan", "Send advice", GIVING | OFFICE),
    may_act("oversight.advice_answered", "Mencatat jawaban saran", "Note an answer", SUPERVISORS),
    may_act("oversight.advice_lapse", "Menyatakan saran lewat waktu", "Lapse advice", ()),
    may_act("oversight.draft_drop", "Mencoret konsep temuan", "Strike a draft finding", OFFICE),
    may_read("oversight.advice", "Melihat saran perbaikan", "See correction advice", SUPERVISORS),
    may_read("oversight.drafts", "Melihat konsep temuan", "See draft findings", SUPERVISORS),
    may_act("oversight.advice_answer", "Menjawab saran perbaikan", "Answer advice", ANSWERING),
    may_read("oversight.advice_in", "Melihat saran yang masuk", "See advice received", READING),
    may_read(
        "oversight.advice_package",
        "Membaca paket saran perbaikan",
        "Read packages of advice",
        OFFICE | STAFF,
    ),
)
