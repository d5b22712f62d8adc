"""Who may do what in the kernel's own doors."""

from jurdil.kernel.policy import (
    BAWASLU_INSIDE,
    EVERYONE,
    KPU_INSIDE,
    SIGNED_IN,
    may_act,
    may_read,
)

KEEPERS = {"pengelola", "sekretaris", "bw-pengelola"}
OFFICE = {"ketua", "anggota", "sekretaris", "kasubbag", "operator"} | {
    "bw-ketua",
    "bw-anggota",
    "bw-sekretariat",
}
INSIDE = KPU_INSIDE | BAWASLU_INSIDE
WORKING = INSIDE - {"pengawas", "kpu-provinsi"}
SUBHEADS = {"kasubbag", "bw-sekretariat"}
SECRETARIES = {"sekretaris", "bw-sekretariat"}
IN_THE_FIELD = {"pantarlih", "kpps", "ptps"}
DECIDING = WORKING - IN_THE_FIELD
CARD_KEEPERS = KEEPERS | {"bw-sekretariat"}
CHAIRS = {"ketua", "bw-ketua"}
SIGNERS = {"ketua", "anggota", "sekretaris", "bw-ketua", "bw-anggota", "bw-sekretariat"}

RIGHTS = (
    may_act("office.found", "Mendirikan kantor", "Set up the office", ()),
    may_act("office.letterhead", "Mengisi kop surat", "Fill in the letterhead", KEEPERS),
    may_act("office.clock", "Mengatur jam latihan", "Set the training clock", KEEPERS),
    may_act("office.holiday", "Mencatat hari libur", "Record a holiday", KEEPERS | OFFICE),
    may_act("account.create", "Membuat akun", "Create an account", KEEPERS),
    may_act("account.grant", "Memberi peran", "Grant a role", KEEPERS),
    may_act("account.end", "Mengakhiri peran", "End a role", KEEPERS),
    may_act("account.password", "Mengganti kata sandi akun", "Reset a password", KEEPERS),
    may_act("account.state", "Menutup atau membuka akun", "Close or reopen an account", KEEPERS),
    may_act(
        "account.factor",
        "Menghapus faktor kedua akun",
        "Remove an account's second factors",
        KEEPERS,
    ),
    may_act(
        "account.own-password",
        "Mengganti kata sandi sendiri",
        "Change one's own password",
        SIGNED_IN,
    ),
    may_act(
        "account.own-factor",
        "Mengatur faktor kedua sendiri",
        "Set up one's own second factors",
        SIGNED_IN,
    ),
    may_act("task.open", "Membuat tugas", "Open a task", INSIDE - {"pengawas", "kpu-provinsi"}),
    may_act("task.close", "Menutup tugas", "Close a task", INSIDE - {"pengawas", "kpu-provinsi"}),
    may_act("task.wait", "Menandai menunggu petunjuk", "Mark as waiting", OFFICE),
    may_act("task.resume", "Melanjutkan tugas yang menunggu", "Resume a waiting task", OFFICE),
    may_act("task.move", "Menggeser tenggat tugas", "Move a task's due day", OFFICE),
    may_act("task.assign", "Menunjuk pelaksana tugas", "Assign a task", OFFICE),
    may_read("task.view", "Melihat tugas", "See tasks", INSIDE),
    may_read("account.view", "Melihat akun dan peran", "See accounts and roles", KEEPERS | OFFICE),
    may_read("account.own", "Melihat akun sendiri", "See one's own account", SIGNED_IN),
    may_read("matrix.view", "Melihat matriks wewenang", "See the rights matrix", INSIDE),
    may_read("ledger.view", "Melihat jejak perubahan", "See the audit trail", INSIDE),
    may_read("ledger.export", "Mengunduh jejak lengkap", "Export the trail", KEEPERS | OFFICE),
    may_read("office.view", "Melihat kantor", "See the office", EVERYONE),
    may_read(
        "office.settings", "Melihat pengaturan kantor", "See the office settings", KEEPERS | OFFICE
    ),
    may_act("import.publish", "Menerbitkan impor", "Publish an import", WORKING),
    may_act("import.cancel", "Membatalkan impor", "Cancel an import", WORKING),
    may_read("import.view", "Melihat impor", "See imports", INSIDE),
    may_act("outbox.receive", "Mengirim catatan lapangan", "Send field records", WORKING),
    may_act("outbox.attach", "Mengirim foto lapangan", "Send field photos", WORKING),
    may_act("outbox.carry", "Memasukkan berkas HP petugas", "Take in a worker's file", DECIDING),
    may_act("outbox.decide", "Memutuskan catatan lapangan", "Decide field records", DECIDING),
    may_read("outbox.mine", "Melihat catatan lapangan sendiri", "See own field records", WORKING),
    may_read("outbox.waiting", "Melihat catatan yang menunggu", "See records that wait", DECIDING),
    may_act("exchange.introduce", "Mencatat kartu mitra", "Enter a partner's card", CARD_KEEPERS),
    may_act("exchange.confirm", "Mengukuhkan kunci mitra", "Confirm a partner's key", OFFICE),
    may_act(
        "exchange.revoke", "Mengakhiri kunci mitra", "End a partner's key", CARD_KEEPERS | CHAIRS
    ),
    may_act("exchange.address", "Mencatat alamat mitra", "Record an address", CARD_KEEPERS),
    may_act("exchange.renew", "Mengganti kunci kantor", "Renew the office's key", KEEPERS),
    may_act("exchange.receive", "Menerima paket dari jaringan", "Take in from the network", ()),
    may_act("exchange.carry", "Menerima paket dari berkas", "Take in a package file", OFFICE),
    may_act("exchange.receipt", "Menerima tanda terima", "Take a receipt", OFFICE),
    may_act("exchange.hold", "Menahan paket", "Hold a package", OFFICE),
    may_act("exchange.release", "Memeriksa lagi paket yang ditahan", "Release a package", OFFICE),
    may_act("exchange.discard", "Menyisihkan paket yang ditahan", "Put a package aside", OFFICE),
    may_act("exchange.hand", "Menyerahkan paket lewat berkas", "Hand over as a file", OFFICE),
    may_read("exchange.view", "Melihat pertukaran paket", "See the exchange", OFFICE | KEEPERS),
    may_act("document.draft", "Mengonsep naskah", "Draft a paper", OFFICE),
    may_act("document.revise", "Mengubah konsep naskah", "Change a draft", OFFICE),
    may_act("document.initial_subhead", "Paraf kasubbag", "Initials of the sub-head", SUBHEADS),
    may_act(
        "document.initial_secretary", "Paraf sekretaris", "Initials of the secretary", SECRETARIES
    ),
    may_act("document.sign", "Menandatangani naskah", "Sign a paper", SIGNERS | {"ppk"}),
    may_act(
        "document.send_back",
        "Mengembalikan naskah",
        "Send a paper back",
        SUBHEADS | SECRETARIES | SIGNERS,
    ),
    may_act("document.withdraw", "Menarik naskah", "Withdraw a paper", SECRETARIES | SIGNERS),
    may_act(
        "document.record_external",
        "Mencatat nomor dan berkas Srikandi",
        "Record number and file of the letter system",
        OFFICE,
    ),
    may_read("document.view", "Melihat naskah", "See papers", INSIDE),
    may_read("document.check", "Memeriksa keaslian naskah", "Check a paper", EVERYONE),
)
