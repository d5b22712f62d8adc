"""Who may do what in the chain of an election's list: PPS and PPK decide theirs, KPU determines."""

from jurdil.kernel.policy import EVERYONE, may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"}
DATA = {"anggota", "kasubbag", "operator"}
COMMITTEES = {"ppk", "pps"}
MEMBERS = {"ketua", "anggota"}
LEADING = {"ketua", "anggota", "kasubbag"}

RIGHTS = (
    may_read(
        "voters.chain",
        "Melihat rangkaian penyusunan daftar pemilih",
        "See the chain of an election's list",
        OFFICE | COMMITTEES,
    ),
    may_act(
        "voters.chain_open",
        "Membuka tahap daftar pemilih",
        "Open the next revision of the list",
        LEADING,
    ),
    may_act(
        "voters.chain_source",
        "Menetapkan A-Daftar Pemilih untuk coklit",
        "Fix the source list for coklit",
        LEADING,
    ),
    may_act(
        "voters.chain_prepare",
        "Menyiapkan pleno daftar pemilih",
        "Prepare a plenary about the list",
        OFFICE | COMMITTEES,
    ),
    may_act(
        "voters.chain_hold",
        "Memutuskan pleno PPS atau PPK",
        "Decide a plenary of PPS or PPK",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.chain_determine",
        "Menetapkan daftar pemilih dalam pleno KPU",
        "Determine the list in KPU's plenary",
        MEMBERS,
    ),
    may_act(
        "voters.chain_announce",
        "Mengonsep pengumuman daftar pemilih",
        "Draft the announcement of the list",
        LEADING,
    ),
    may_act(
        "voters.chain_copy",
        "Mencatat penyerahan salinan dengan tanda terima",
        "Record copies handed over with receipts",
        OFFICE | COMMITTEES,
    ),
    may_act(
        "voters.chain_release",
        "Menyatakan DPT pemilihan selesai dipakai",
        "Declare that an election's list no longer stands",
        MEMBERS,
    ),
    may_act(
        "voters.mark",
        "Memberi tanda pada pemilih dalam DPT",
        "Mark a voter of the DPT",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.unmark",
        "Membatalkan tanda yang keliru",
        "Withdraw a wrong mark",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.comment",
        "Mencatat tanggapan masyarakat",
        "Register a public comment",
        OFFICE | COMMITTEES,
    ),
    may_act(
        "voters.comment_public",
        "Menyampaikan tanggapan lewat halaman publik",
        "Send a comment by the public page",
        EVERYONE,
    ),
    may_read(
        "voters.comment_open",
        "Melihat daftar yang menunggu tanggapan masyarakat",
        "See which lists wait for public comments",
        EVERYONE,
    ),
    may_act(
        "voters.comment_propose",
        "Menjadikan tanggapan sebuah usulan",
        "Turn a comment into a proposal",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.comment_answer",
        "Menjawab tanggapan masyarakat",
        "Answer a public comment",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.notices",
        "Mencatat rekap C.Pemberitahuan",
        "Record the recap of notices",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.notice_back",
        "Mencatat pemberitahuan yang kembali",
        "Note a notice that came back",
        DATA | COMMITTEES,
    ),
    may_act("voters.dpk", "Mencatat jumlah DPK", "Record the count of DPK", DATA | COMMITTEES),
    may_act(
        "voters.dpk_person",
        "Mencatat orang dalam DPK",
        "Enter a person of the DPK",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.dptb_out",
        "Mencatat pemilih pindah memilih keluar",
        "Register a voter who votes elsewhere",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.dptb_in",
        "Mencatat pemilih pindah memilih masuk",
        "Register a voter from elsewhere",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.dptb_cancel",
        "Membatalkan pindah memilih",
        "Cancel a transfer",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.list_copy",
        "Mengambil salinan tersamar daftar pemilih",
        "Take a masked copy of the list",
        OFFICE | COMMITTEES,
    ),
    may_act(
        "voters.list_full",
        "Mengambil daftar lengkap dengan NIK dengan alasan",
        "Take the full list with NIK for a reason",
        DATA,
    ),
    may_act(
        "voters.dptb_letter",
        "Mencetak Surat Pindah Memilih",
        "Print the letter of a voter who votes elsewhere",
        DATA | COMMITTEES,
    ),
    may_act(
        "voters.dptb_list",
        "Mencetak daftar DPTb sebuah TPS",
        "Print the DPTb of a TPS",
        OFFICE | COMMITTEES,
    ),
    may_act(
        "voters.compare_copy",
        "Mengunduh perbedaan dua daftar",
        "Download the difference of two lists",
        OFFICE | COMMITTEES,
    ),
)
