"""The office's desk between January and voting day: letterhead, holidays, tasks."""

from datetime import date

from jurdil.kernel.actions import office, tasks
from jurdil.kernel.models import Account, Election, Holiday, Task
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.project.demo.place import Ground

DONE_SHARE = 5
"""Every fifth task stays open: a desk without arrears would be no demo."""


def election_id(regime: str) -> int:
    """The demo's election of a regime."""
    return Election.objects.get(regime=regime).pk


def run(people: dict[str, Account], place: Ground, election: int) -> None:
    """Do the desk's work as of the legal clock."""
    keeper = system_viewer(place.regency, "kpu", people["pengelola"].name)
    office.set_letterhead(
        by=keeper,
        letterhead={
            "name": "Komisi Pemilihan Umum Kabupaten Soppeng (data contoh)",
            "address": "Jalan Contoh Nomor 1, Watansoppeng",
            "phone": "(0484) 000000",
            "website": "contoh.example.id",
            "email": "contoh@example.id",
            "city": "Watansoppeng",
        },
    )
    for day, name in ((date(2024, 2, 9), "Cuti bersama Tahun Baru Imlek"),):
        office.record_holiday(
            by=keeper,
            day=day,
            kind=Holiday.Kind.JOINT_LEAVE,
            name=name,
            basis="SKB tiga menteri (belum dikonfirmasi)",
        )
    _work_off(keeper, people, election)


def _work_off(keeper: Viewer, people: dict[str, Account], election: int) -> None:
    """Give every task an owner, close what was due before voting day, let one wait."""
    owners = [people[name] for name in ("operator", "kasubbag", "anggota", "sekretaris")]
    due = Task.objects.filter(election_id=election, due__date__lt=date(2024, 2, 14))
    for number, task in enumerate(Task.objects.filter(election_id=election).order_by("due", "pk")):
        tasks.assign_task(by=keeper, task_id=task.pk, owner_id=owners[number % len(owners)].pk)
    for number, task in enumerate(due.order_by("due", "pk"), 1):
        if number % DONE_SHARE:
            tasks.close_task(by=keeper, task_id=task.pk, result="Selesai, berkas diarsipkan.")
    last = due.filter(state=Task.State.OPEN).order_by("-due").first()
    if last is not None:
        tasks.wait_for_instructions(by=keeper, task_id=last.pk, whom="KPU Provinsi")
