"""Who may do what with the office's letters, products, terms, directory and expense files."""

from jurdil.kernel.policy import may_act, may_read

LEADERS = {"ketua", "anggota", "sekretaris", "kasubbag", "bw-ketua", "bw-anggota", "bw-sekretariat"}
OFFICE = LEADERS | {"operator"}
ADHOC = {"ppk", "pps", "panwascam", "pkd"}
KEEPERS = {"sekretaris", "pengelola", "bw-pengelola"}
SECRETARIAT = {"sekretaris", "kasubbag", "operator", "bw-sekretariat"}

RIGHTS = (
    may_act("office.receive", "Mencatat surat masuk", "Register a letter in", OFFICE | ADHOC),
    may_act("office.draft", "Mengonsep surat keluar", "Draft a letter", OFFICE),
    may_act("office.send", "Mencatat surat keluar", "Register a letter out", OFFICE | ADHOC),
    may_act("office.dispose", "Memberi disposisi", "Order what is done upon a letter", LEADERS),
    may_act("office.close", "Menyelesaikan surat", "Close a letter", OFFICE | ADHOC),
    may_act("office.correct", "Membetulkan buku agenda", "Correct the register", OFFICE | ADHOC),
    may_act("office.pattern", "Mengatur pola nomor sendiri", "Set an own pattern", SECRETARIAT),
    may_read("office.letters", "Melihat buku agenda surat", "See the register", OFFICE | ADHOC),
    may_act("office.product", "Mendaftarkan produk hukum", "Register a legal product", OFFICE),
    may_act("office.step", "Mencatat langkah produk hukum", "Record a product's step", OFFICE),
    may_act("office.tie", "Mencatat pencabutan dan perubahan", "Record a revocation", OFFICE),
    may_read("office.products", "Melihat produk hukum", "See legal products", OFFICE),
    may_act("office.hand_over", "Menyusun serah terima jabatan", "Draft a handing over", OFFICE),
    may_act("office.drop_handover", "Membatalkan serah terima", "Drop a handing over", OFFICE),
    may_act(
        "office.sign_handover",
        "Mencatat serah terima yang ditandatangani",
        "Record a signed handing over",
        KEEPERS,
    ),
    may_read(
        "office.handovers", "Melihat serah terima jabatan", "See handings over", OFFICE | KEEPERS
    ),
    may_act("office.institution", "Mencatat instansi", "Record an institution", OFFICE),
    may_act("office.contact", "Mencatat orang di direktori", "Record a contact", OFFICE),
    may_act("office.end_contact", "Mengakhiri jabatan di direktori", "End a position", OFFICE),
    may_act("office.reveal", "Membuka nomor telepon dan surel", "Reveal a phone number", OFFICE),
    may_act("office.directory_import", "Mengimpor direktori", "Import the directory", OFFICE),
    may_read("office.directory", "Melihat direktori", "See the directory", OFFICE | ADHOC),
    may_act("office.spj_open", "Membuka berkas SPJ", "Open an expense file", OFFICE),
    may_act("office.spj_person", "Mencatat orang di SPJ", "Record people of an SPJ", OFFICE),
    may_act("office.spj_person_out", "Mengeluarkan orang dari SPJ", "Take people out", OFFICE),
    may_act("office.spj_drop", "Menyatakan SPJ tidak diperlukan", "Drop an SPJ", OFFICE),
    may_act("office.spj_paper", "Melengkapi berkas SPJ", "Complete an expense file", OFFICE),
    may_act("office.spj_line", "Menyusun RAB", "Plan a budget line", OFFICE),
    may_act("office.spj_line_out", "Mencoret baris RAB", "Strike a budget line", OFFICE),
    may_act("office.spj_pay", "Mencatat pembayaran", "Record a payment", SECRETARIAT),
    may_act("office.spj_reverse", "Membatalkan pembayaran", "Reverse a payment", SECRETARIAT),
    may_act("office.spj_hand", "Menyerahkan berkas SPJ", "Hand in an expense file", OFFICE),
    may_act("office.ceiling", "Mengisi batas biaya tahunan", "Set yearly ceilings", SECRETARIAT),
    may_act(
        "office.copy_ceilings", "Menyalin batas biaya tahun lalu", "Copy ceilings", SECRETARIAT
    ),
    may_read("office.spj", "Melihat berkas SPJ", "See expense files", OFFICE),
)
