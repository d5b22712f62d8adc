"""Who may do what with meetings. Guests enter themselves with the code that hangs on the wall."""

from jurdil.kernel.policy import BAWASLU_INSIDE, EVERYONE, KPU_INSIDE, may_act, may_read

PLENARY = {"ketua", "anggota", "bw-ketua", "bw-anggota"}
OFFICE = PLENARY | {"sekretaris", "kasubbag", "operator", "bw-sekretariat"}
FIELD = {"ppk", "pps", "panwascam", "pkd"}
WORKING = OFFICE | FIELD
INSIDE = KPU_INSIDE | BAWASLU_INSIDE

RIGHTS = (
    may_act("meetings.plan", "Merencanakan rapat", "Plan a meeting", WORKING),
    may_act("meetings.change", "Mengubah rencana rapat", "Change a planned meeting", WORKING),
    may_act("meetings.speaker", "Mencatat narasumber", "Record a speaker", WORKING),
    may_act("meetings.attach", "Melampirkan berkas rapat", "Attach a file", WORKING),
    may_act("meetings.open_spj", "Membuka Berkas SPJ rapat", "Open the expense file", OFFICE),
    may_act("meetings.invite", "Menambah undangan", "Add guests to the list", WORKING),
    may_act("meetings.uninvite", "Mencoret undangan", "Take a guest off the list", WORKING),
    may_act("meetings.member", "Menandai anggota badan", "Mark a member of the body", WORKING),
    may_act("meetings.draft_invitation", "Mengonsep undangan", "Draft the invitation", WORKING),
    may_act("meetings.step", "Membuka, menutup, menunda rapat", "Open, close, put off", WORKING),
    may_act("meetings.check_in", "Mengisi daftar hadir sendiri", "Sign in by oneself", EVERYONE),
    may_act("meetings.attend", "Mencatat kehadiran di meja", "Record attendance", WORKING),
    may_act("meetings.paper", "Menyalin daftar hadir kertas", "Copy the paper list", WORKING),
    may_act("meetings.strike", "Membetulkan daftar hadir", "Correct the attendance", WORKING),
    may_act("meetings.summarize", "Menulis notula", "Write the notes", WORKING),
    may_act("meetings.note", "Mencatat butir dan tugasnya", "Note a point and its task", WORKING),
    may_act("meetings.vote", "Mencatat pemungutan suara", "Record a vote of members", WORKING),
    may_act("meetings.strike_vote", "Mencoret pemungutan suara", "Strike a vote", WORKING),
    may_act("meetings.draft_minutes", "Mengonsep berita acara", "Draft the minutes", WORKING),
    may_act("meetings.settle", "Mengesahkan notula", "Settle the notes", PLENARY | FIELD),
    may_act(
        "meetings.quorum_basis",
        "Mencatat dasar kuorum badan adhoc",
        "Record the ground of a quorum that is not on record",
        WORKING,
    ),
    may_read("meetings.view", "Melihat rapat", "See meetings", INSIDE),
    may_read("meetings.names", "Melihat daftar undangan dan hadir", "See who was there", WORKING),
    may_read("meetings.vote_page", "Melihat lembar suara", "See the page of a vote", WORKING),
    may_read("meetings.week", "Melihat halaman pleno mingguan", "See the weekly plenary", OFFICE),
    may_read("meetings.guest", "Melihat halaman tamu rapat", "See a meeting as a guest", EVERYONE),
)
