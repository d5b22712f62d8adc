"""Opening a quarter, and the dates that the circular of the KPU gives it."""

from datetime import date, datetime, time

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import raise_task, reschedule_task
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import Task
from jurdil.kernel.viewer import Viewer
from jurdil.law.voters.quarter import BadPeriod
from jurdil.voters.models import Revisi, Triwulan
from jurdil.voters.pdpb import quarters
from jurdil.voters.pdpb.tasks import task_source

DIVISION = "rendatin"
BASIS = "PKPU 1/2025"
STEPS = (
    ("data", "Minta dan catat data instansi", "Ask for and register data of agencies"),
    ("coktas", "Selesaikan kunjungan coktas", "Finish the visits (coktas)"),
    ("usulan", "Putuskan usulan triwulan ini", "Decide the proposals of this quarter"),
    ("sidalih", "Bandingkan rekap dengan Sidalih", "Compare the recap with Sidalih"),
    ("pleno", "Rapat pleno PDPB dan pengumuman", "Plenary of PDPB and announcement"),
)
"""Steps of a quarter: code, title, title in English."""
_DUE_FIELD = {"data": "data_until", "sidalih": "lock_on", "pleno": "plenary_on"}


@act("voters.pdpb_open")
def open_quarter(*, by: Viewer, period: str, basis: str = "") -> Done[Revisi]:
    """Open a quarter (`2026-TW4`) with its steps as tasks of the data division.

    Raises `Refused` without routine work at this office, and as `quarters.begin` says.
    """
    election = quarters.routine(by)
    if election is None:
        raise Refused(_("Kantor ini belum punya pekerjaan di luar tahapan. Buat dulu di Tahapan."))
    try:
        made = quarters.begin(by, election, period, basis)
    except BadPeriod as error:
        raise Refused(_("Tulis triwulan seperti 2026-TW4.")) from error
    Triwulan.objects.create(revision=made)
    for code, title, title_en in STEPS:
        raise_task(
            title=f"{title} ({period})",
            title_en=f"{title_en} ({period})",
            election_id=election.pk,
            path=election.path,
            source=task_source(made, code),
            division=DIVISION,
            subject=f"voters:revision:{made.pk}",
            basis=BASIS,
        )
    facts = {"period": period, "previous": made.previous_id}
    return Done(made, f"revisi:{made.pk}", made.path, facts)


@act("voters.pdpb_dates")
def set_dates(
    *,
    by: Viewer,
    revision_id: int,
    circular: str,
    circular_day: date | None,
    data_until: date | None,
    lock_on: date | None,
    plenary_on: date | None,
) -> Done[Triwulan]:
    """Note the dates of a quarter and the circular that sets them; tasks get them as due days.

    Raises `Refused` for dates without the circular, or out of order.
    """
    held = quarters.take_open(by, revision_id)
    days = (data_until, lock_on, plenary_on)
    if any(days) and not circular.strip():
        raise Refused(_("Tulis surat edaran yang menetapkan tanggal ini."))
    known = [day for day in days if day]
    if known != sorted(known):
        raise Refused(_("Urutannya: batas data instansi, penguncian Sidalih, lalu pleno."))
    plan = Triwulan.objects.get(revision=held)
    plan.circular, plan.circular_day = circular.strip(), circular_day
    plan.data_until, plan.lock_on, plan.plenary_on = days
    plan.save()
    for code, name in _DUE_FIELD.items():
        _move_task(held, code, getattr(plan, name))
    facts = {"circular": plan.circular, "days": [str(day) if day else "" for day in days]}
    return Done(plan, f"revisi:{held.pk}", held.path, facts)


def _move_task(revision: Revisi, step: str, day: date | None) -> None:
    task = Task.objects.filter(source=task_source(revision, step), closed_at__isnull=True).first()
    if task is not None:
        reschedule_task(task, _end_of(day) if day else None)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), tzinfo=clock.zone())
