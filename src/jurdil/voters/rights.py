"""Who may do what with the voter list. Numbers of identity are shown to nobody without an act."""

from jurdil.kernel.policy import EVERYONE, may_act, may_read
from jurdil.voters import chain_rights, coklit_rights, mapping_rights, overseer_rights, pdpb_rights

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"}
DATA = {"anggota", "kasubbag", "operator"}
"""Who keeps the list at the office."""
COMMITTEES = {"ppk", "pps"}
KEEPERS = DATA | COMMITTEES
PLENARY = {"ketua", "anggota"}

RIGHTS = (
    *chain_rights.RIGHTS,
    *coklit_rights.RIGHTS,
    may_read(
        "voters.view",
        "Melihat daftar pemilih dengan nomor tersamar",
        "See the voter list with masked numbers",
        OFFICE | COMMITTEES,
    ),
    may_read(
        "voters.lookup",
        "Memeriksa apakah diri sendiri terdaftar",
        "Check whether one is registered",
        EVERYONE,
    ),
    may_read(
        "voters.proposals",
        "Melihat usulan perubahan pemilih",
        "See proposals to change voters",
        OFFICE | COMMITTEES,
    ),
    may_read("voters.sources", "Melihat daftar sumber pemilih", "See source lists", OFFICE),
    may_act(
        "voters.take_in",
        "Memasukkan daftar sumber pemilih",
        "Take a source list of voters in",
        DATA,
    ),
    may_act(
        "voters.resume",
        "Melanjutkan berkas yang barisnya masih menunggu",
        "Go on with files whose rows wait",
        DATA,
    ),
    may_act("voters.judge_double", "Memutus kemungkinan ganda", "Judge a possible double", DATA),
    may_act(
        "voters.search_doubles",
        "Mencari kemungkinan ganda di seluruh daftar",
        "Search the whole list for possible doubles",
        DATA,
    ),
    may_act(
        "voters.note_doubles",
        "Mencatat hasil pencarian ganda (pekerjaan latar belakang)",
        "Note what a search for doubles found (background work)",
        DATA,
    ),
    may_act(
        "voters.propose", "Mengusulkan perubahan pemilih", "Propose a change of a voter", KEEPERS
    ),
    may_act("voters.accept", "Menerima usulan perubahan pemilih", "Accept a proposal", KEEPERS),
    may_act("voters.reject", "Menolak usulan perubahan pemilih", "Reject a proposal", KEEPERS),
    may_act(
        "voters.see_evidence",
        "Melihat foto atau pindaian bukti sebuah usulan",
        "See the photo or scan behind a proposal",
        KEEPERS,
    ),
    may_act("voters.withdraw", "Menarik usulan sendiri", "Withdraw one's own proposal", KEEPERS),
    may_act(
        "voters.reveal",
        "Membuka NIK dan NKK seorang pemilih dengan alasan",
        "Reveal a voter's NIK and NKK for a reason",
        DATA,
    ),
    *pdpb_rights.RIGHTS,
    *mapping_rights.RIGHTS,
    *overseer_rights.RIGHTS,
)
