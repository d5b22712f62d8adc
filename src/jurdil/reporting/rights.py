"""Who may do what with evaluations, press releases and news.

Parmas drafts, the head of a division or the chair approves (handbook of practice, section 7); who
wrote a version does not approve it.
"""

from jurdil.kernel.policy import EVERYONE, may_act, may_read

LEADERS = {"ketua", "anggota", "bw-ketua", "bw-anggota"}
OFFICE = LEADERS | {"sekretaris", "kasubbag", "operator", "bw-sekretariat"}
READERS = OFFICE | {"kpu-provinsi"}

RIGHTS = (
    may_act("reporting.evaluate", "Membuka evaluasi", "Open an evaluation", OFFICE),
    may_act("reporting.remark", "Menulis catatan evaluasi", "Remark on an evaluation", OFFICE),
    may_act("reporting.draft_report", "Menyusun naskah evaluasi", "Draft the report", OFFICE),
    may_read("reporting.view", "Melihat evaluasi", "See evaluations", READERS),
    may_act("reporting.release_write", "Menulis siaran pers", "Write a press release", OFFICE),
    may_act("reporting.release_mark", "Menautkan angka siaran pers", "Link its numbers", OFFICE),
    may_act("reporting.release_submit", "Mengajukan siaran pers", "Submit a release", OFFICE),
    may_act("reporting.release_return", "Mengembalikan siaran pers", "Return a release", LEADERS),
    may_act("reporting.release_approve", "Menyetujui siaran pers", "Approve a release", LEADERS),
    may_act("reporting.release_publish", "Menerbitkan siaran pers", "Publish a release", OFFICE),
    may_act("reporting.release_drop", "Membatalkan siaran pers", "Drop a release", OFFICE),
    may_act("reporting.reply", "Mencatat hak jawab", "Record a right of reply", OFFICE),
    may_read("reporting.press", "Melihat siaran pers dan kliping", "See press work", READERS),
    may_read("reporting.public", "Membaca siaran pers terbit", "Read published news", EVERYONE),
    may_act("reporting.clip", "Mencatat kliping", "Record a clipping", OFFICE),
    may_act("reporting.strike", "Mencoret kliping", "Strike a clipping", OFFICE),
    may_act("reporting.channel", "Mencatat unggahan bulanan", "Record monthly posts", OFFICE),
    may_act("reporting.send_sheet", "Mengirim lembar harian", "Send a daily sheet", OFFICE),
)
