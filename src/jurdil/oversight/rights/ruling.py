"""Who may do what with rulings: the chair or Panwascam sends, KPU and PPK tell what they did."""

from jurdil.kernel.policy import STAFF, Right, may_act, may_read
from jurdil.oversight.rights.roles import OFFICE

SENDING = {"bw-ketua", "panwascam"}
FOLLOWING = OFFICE | {"panwascam"}
ANSWERING = STAFF | {"ppk"}
READING = ANSWERING | {"kpu-provinsi", "pengawas"}

RIGHTS: tuple[Right, ...] = (
    may_act(
        "oversight.ruling_send", "Mengirim putusan kepada KPU", "Send a ruling to KPU", SENDING
    ),
    may_act(
        "oversight.ruling_post",
        "Mengirim putusan yang menunggu",
        "Send a ruling that waited",
        FOLLOWING,
    ),
    may_act(
        "oversight.ruling_noted",
        "Mencatat tindak lanjut di kertas",
        "Note a follow-up on paper",
        FOLLOWING,
    ),
    may_read(
        "oversight.ruling", "Melihat putusan kepada KPU", "See rulings sent to KPU", FOLLOWING
    ),
    may_act(
        "oversight.ruling_answer",
        "Melaporkan tindak lanjut putusan Bawaslu",
        "Answer a ruling of Bawaslu",
        ANSWERING,
    ),
    may_read(
        "oversight.ruling_in", "Melihat putusan Bawaslu yang masuk", "See rulings received", READING
    ),
    may_read(
        "oversight.ruling_package",
        "Membaca paket putusan Bawaslu",
        "Read packages of rulings",
        OFFICE | STAFF,
    ),
)
