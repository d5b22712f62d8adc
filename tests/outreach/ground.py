"""Activities for tests, made through the acts, in Soppeng's real places."""

from datetime import date, timedelta
from typing import Any

from jurdil.kernel import clock
from jurdil.kernel.models import Election, ScheduleVersion, Window
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.outreach.attendance import Attendance
from jurdil.outreach import actions
from jurdil.outreach.models import Material, MaterialDate, Programme
from jurdil.outreach.records import Draft
from tests import factories
from tests.places.ground import LABESSI, regions
from tests.writes import setting_up

STAGE, OTHER = "sosialisasi-contoh", "kampanye-contoh"


def election(days_ahead: int = 60, **values: Any) -> Election:
    """The office with regions and an election whose schedule has two windows around today."""
    regions()
    day = clock.today() + timedelta(days=days_ahead)
    held = factories.election("pemilu-2024", voting_day=day, **values)
    with setting_up():
        schedule(held, 1)
    return held


def schedule(held: Election, number: int, shift: int = 0) -> None:
    """A version of the schedule; `shift` moves the second window by so many days."""
    version = ScheduleVersion.objects.create(
        election=held, number=number, basis="Jadwal contoh", applied_at=clock.now()
    )
    rows = ((STAGE, "Sosialisasi contoh", -90, 90), (OTHER, "Kampanye contoh", 5, 20 + shift))
    for order, (stage, name, opens, closes) in enumerate(rows):
        Window.objects.create(
            version=version,
            stage=stage,
            name=name,
            name_en=name,
            level="kabko",
            order=order,
            opens=clock.now() + timedelta(days=opens),
            closes=clock.now() + timedelta(days=closes),
            confirmed=True,
        )


def person(role: str = "operator", path: str = factories.REGENCY) -> Viewer:
    """A viewer with an account."""
    made = factories.account(role, path)
    return Viewer(role, path, "kpu", made.name, made.pk)


def draft(held: Election, **values: Any) -> Draft:
    """An activity of today in Labessi."""
    known = {
        "election_id": held.pk,
        "title": "Sosialisasi contoh di sekolah",
        "base": "pemula",
        "method": "ceramah",
        "held_on": clock.today(),
        "path": LABESSI,
        "came": Attendance(20, 25, 45, 1, 0),
    }
    return Draft(**{**known, **values})


def reported(by: Viewer, held: Election, **values: Any) -> int:
    """A report that waits for verification."""
    return actions.report_activity(by=by, draft=draft(held, **values))


# for the walk of all URLs


def activity_of(world: Any, kecamatan: str) -> int:
    """An activity of a kecamatan, once per world."""
    made = world.__dict__.setdefault("_activities", {})
    if kecamatan not in made:
        made[kecamatan] = actions.plan_activity(
            by=system_viewer(kecamatan, world.house),
            draft=Draft(
                world.election.pk, "Contoh", "muda", "diskusi", date(2024, 2, 20), kecamatan
            ),
        )
    return made[kecamatan]


def line_of(world: Any) -> int:
    """A line of the programme."""
    known = Programme.objects.first()
    return (
        known.pk
        if known
        else actions.keep_programme(
            by=world.keeper, election_id=world.election.pk, title="Program contoh", wanted=2
        )
    )


def material_of(world: Any, kecamatan: str) -> int:
    """A material of a kecamatan; the election of the walk has no schedule to make one from."""
    known = Material.objects.filter(path=kecamatan).first()
    if known:
        return known.pk
    with setting_up():
        made = Material.objects.create(
            election=world.election,
            path=kecamatan,
            form="unggahan",
            title="Materi contoh",
            version=1,
            account_name="Contoh",
            made_at=clock.now(),
        )
        MaterialDate.objects.create(
            material=made, stage="contoh", name="Tahapan contoh", opens=clock.now()
        )
    return made.pk
