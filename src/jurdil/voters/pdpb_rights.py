"""Who may do what in the quarterly update: the office's staff work, the members determine."""

from jurdil.kernel.policy import may_act, may_read

OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"}
DATA = {"anggota", "kasubbag", "operator"}
PLENARY = {"ketua", "anggota"}
LEADING = {"ketua", "anggota", "kasubbag"}

RIGHTS = (
    may_read(
        "voters.pdpb",
        "Melihat pemutakhiran data pemilih berkelanjutan (PDPB)",
        "See the continuous voter update (PDPB)",
        OFFICE,
    ),
    may_act("voters.pdpb_open", "Membuka triwulan PDPB", "Open a quarter of PDPB", LEADING),
    may_act(
        "voters.pdpb_dates",
        "Mencatat tanggal triwulan menurut surat edaran",
        "Note the dates of a quarter from the circular",
        LEADING | DATA,
    ),
    may_act(
        "voters.pdpb_receive",
        "Mencatat data instansi yang diterima",
        "Register data received from agencies",
        DATA,
    ),
    may_act(
        "voters.pdpb_take",
        "Mengambil baris berkas instansi yang sudah dikonfirmasi",
        "Take in the rows of a confirmed agency file",
        DATA,
    ),
    may_act(
        "voters.pdpb_visit", "Meminta kunjungan coktas", "Ask for visits (coktas)", LEADING | DATA
    ),
    may_act(
        "voters.pdpb_voting",
        "Menjadikan sisa pemungutan suara kunjungan dan usulan PDPB",
        "Turn what a voting day left into visits and proposals of the PDPB",
        LEADING,
    ),
    may_act(
        "voters.pdpb_assign",
        "Menugaskan petugas coktas dengan surat tugas",
        "Assign officers for visits by letter",
        LEADING,
    ),
    may_act(
        "voters.pdpb_visited",
        "Mencatat hasil kunjungan coktas",
        "Record the result of a visit",
        LEADING | DATA,
    ),
    may_act(
        "voters.pdpb_print",
        "Mencetak daftar kunjungan coktas",
        "Print the list of visits",
        LEADING | DATA,
    ),
    may_act(
        "voters.pdpb_together",
        "Menerima sekaligus usulan dengan bukti yang sama",
        "Accept proposals that share one paper",
        LEADING | DATA,
    ),
    may_act(
        "voters.pdpb_sidalih",
        "Mencatat angka Sidalih",
        "Note the figures of Sidalih",
        LEADING | DATA,
    ),
    may_act(
        "voters.lock", "Mengunci dan membuka daftar pemilih", "Lock and unlock the list", LEADING
    ),
    may_act(
        "voters.pdpb_plenary",
        "Menyiapkan rapat pleno PDPB",
        "Prepare the plenary of PDPB",
        LEADING | DATA | {"sekretaris"},
    ),
    may_act(
        "voters.pdpb_determine",
        "Menetapkan rekapitulasi PDPB",
        "Determine the recapitulation of PDPB",
        PLENARY,
    ),
    may_act(
        "voters.pdpb_handed",
        "Mencatat salinan PDPB yang diserahkan",
        "Record copies of PDPB that were handed over",
        LEADING | DATA | {"sekretaris"},
    ),
    may_act(
        "voters.pdpb_announce",
        "Menyiapkan pengumuman PDPB",
        "Prepare the announcement of PDPB",
        LEADING | DATA | {"sekretaris"},
    ),
)
