"""The office's desk between January and the morning after: letterhead, holidays, tasks, papers."""

from datetime import date, datetime
from typing import Any

from jurdil.kernel.actions import documents, office, tasks
from jurdil.kernel.models import Account, Election, Holiday, Task
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.project.demo.place import Ground

VOTING_DAY = date(2024, 2, 14)
OPEN_SHARE = 4
"""Every fourth task stays open: a desk without arrears would be no demo."""
OWNERS = ("operator", "kasubbag", "anggota", "sekretaris")

LETTERHEAD = {
    "name": "Komisi Pemilihan Umum Kabupaten Soppeng (data contoh)",
    "address": "Jalan Contoh Nomor 1, Watansoppeng",
    "phone": "(0484) 000000",
    "website": "contoh.example.id",
    "email": "contoh@example.id",
    "city": "Watansoppeng",
}
INVITATION: dict[str, Any] = {
    "nature": "Penting",
    "attachments": "-",
    "to": ["Ketua Bawaslu Kabupaten Soppeng", "Saksi peserta pemilu", "Ketua PPK se-kabupaten"],
    "opening": [
        "Mengharap kehadiran Saudara pada rapat pleno terbuka rekapitulasi hasil penghitungan "
        "perolehan suara tingkat kabupaten."
    ],
    "facts": [["Hari, tanggal", "Sabtu, 17 Februari 2024"], ["Pukul", "09.00 WITA"]],
    "closing": ["Demikian undangan ini, atas kehadirannya disampaikan terima kasih."],
}
ANNOUNCEMENT: dict[str, Any] = {
    "opening": [
        "Berdasarkan PKPU 5/2024, rekapitulasi di tingkat kecamatan dilaksanakan oleh PPK dan "
        "dapat dihadiri saksi, pengawas, pemantau, pers, dan masyarakat."
    ],
    "points": ["Rekapitulasi dimulai setelah kotak suara dari seluruh TPS tiba di kecamatan."],
    "tables": [],
    "closing": ["Pengumuman ini berlaku sejak tanggal ditetapkan."],
}


def election_id(regime: str) -> int:
    """The demo's election of a regime."""
    return Election.objects.get(regime=regime).pk


def run(people: dict[str, Account], place: Ground) -> None:
    """Do the desk's work of January and February up to voting day."""
    keeper = system_viewer(place.regency, "kpu", people["pengelola"].name)
    office.set_letterhead(by=keeper, letterhead=LETTERHEAD)
    office.record_holiday(
        by=keeper,
        day=date(2024, 2, 9),
        kind=Holiday.Kind.JOINT_LEAVE,
        name="Cuti bersama Tahun Baru Imlek",
        basis="SKB tiga menteri (belum dikonfirmasi)",
    )
    _work_off(keeper, people)


def _work_off(keeper: Viewer, people: dict[str, Account]) -> None:
    """Give every task an owner, close most of what was due by voting day, let one wait."""
    every = list(Task.objects.filter(state=Task.State.OPEN).order_by("due", "pk"))
    for number, task in enumerate(every):
        owner = people[OWNERS[number % len(OWNERS)]]
        tasks.assign_task(by=keeper, task_id=task.pk, owner_id=owner.pk)
    due = [task for task in every if task.due and task.due.date() <= VOTING_DAY]
    for number, task in enumerate(due, 1):
        if number % OPEN_SHARE:
            tasks.close_task(by=keeper, task_id=task.pk, result="Selesai, berkas diarsipkan.")
    arrears = due[OPEN_SHARE - 1 :: OPEN_SHARE]
    if arrears:
        tasks.wait_for_instructions(by=keeper, task_id=arrears[-1].pk, whom="KPU Provinsi")


def morning(viewers: dict[str, Viewer], election: int, now: datetime) -> None:
    """The morning after voting day: today's tasks, a paper on its way, one that is signed."""
    operator = viewers["operator"]
    for title, day, hour in (
        ("Cocokkan TPS yang bertanda temuan dengan C.Hasil", 15, 16),
        ("Kirim laporan harian ke KPU Provinsi", 15, 20),
        ("Siapkan ruang rapat pleno rekapitulasi kabupaten", 16, 15),
        ("Serahkan jadwal rekapitulasi kecamatan kepada saksi", 17, 12),
    ):
        tasks.open_task(
            by=operator,
            election_id=election,
            title=title,
            due=now.replace(day=day, hour=hour, minute=0),
            division="teknis",
            owner_id=operator.account_id,
        )
    invitation = _draft(operator, "undangan", "Rapat Pleno Rekapitulasi", INVITATION, election)
    documents.initial_subhead(by=viewers["kasubbag"], document_id=invitation)
    title = "Rekapitulasi Terbuka di Kecamatan"
    announcement = _draft(operator, "pengumuman", title, ANNOUNCEMENT, election)
    documents.initial_subhead(by=viewers["kasubbag"], document_id=announcement)
    documents.initial_secretary(by=viewers["sekretaris"], document_id=announcement)
    documents.sign(by=viewers["ketua"], document_id=announcement)


def _draft(by: Viewer, kind: str, title: str, body: dict[str, Any], election: int) -> int:
    return documents.draft(
        by=by, kind=kind, title=title, body=body, election_id=election, division="teknis"
    ).pk
