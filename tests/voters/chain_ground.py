"""A small regency for the tests of the chain: two kecamatan with two villages each."""

from datetime import date, timedelta

from jurdil.kernel import clock
from jurdil.kernel.models import Election, ScheduleVersion, Window
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import actions as meetings
from jurdil.meetings.models import Meeting
from jurdil.meetings.records import Mark, NewGuest, NewSession, Plan
from jurdil.places.models import Region
from jurdil.voters import actions
from jurdil.voters.models import Revisi
from jurdil.voters.steps import CHAIN, KECAMATAN, REGENCY, STEPS, VILLAGE
from tests import factories
from tests.writes import setting_up

FIRST, SECOND = "73.12.01", "73.12.02"
VILLAGES = (f"{FIRST}.1001", f"{FIRST}.1002", f"{SECOND}.1001", f"{SECOND}.1002")
PLACES = {
    "73.12": ("Kabupaten Contoh", "kabupaten"),
    FIRST: ("Contoh Satu", "kecamatan"),
    SECOND: ("Contoh Dua", "kecamatan"),
    **{path: (f"Desa {path[-7:]}", "kelurahan") for path in VILLAGES},
}


def regency(**values) -> Election:
    """The office, its places and an election whose voting day lies ahead."""
    factories.office()
    with setting_up():
        for path, (name, kind) in PLACES.items():
            level = path.count(".") + 1
            Region.objects.get_or_create(
                path=path, defaults={"name": name, "kind": kind, "level": level}
            )
    ahead = clock.today() + timedelta(days=60)
    values = {"voting_day": ahead, "contests": ["ppwp", "dprd-kab"], **values}
    held = factories.election("pemilu-2024", **values)
    with setting_up():
        _open_stages(held)
    return held


def _open_stages(held: Election) -> None:
    """A schedule whose stages of the list are all open."""
    version = ScheduleVersion.objects.create(
        election=held, number=1, basis="Jadwal contoh", applied_at=clock.now()
    )
    stages = {one for step in CHAIN for named in step.stages.values() for one in named}
    around = timedelta(days=30)
    for order, stage in enumerate((*sorted(stages), "coklit", "dptb")):
        Window.objects.create(
            version=version,
            stage=stage,
            name=stage,
            name_en=stage,
            level="kabko",
            order=order,
            opens=clock.now() - around,
            closes=clock.now() + around,
            confirmed=True,
        )


def member(role: str = "anggota", path: str = "73.12", **values) -> Viewer:
    """A viewer with an account, for acts that a person answers for."""
    made = factories.account(role, path)
    return Viewer(role=role, path=path, house="kpu", name=made.name, account_id=made.pk, **values)


def plan(title: str = "Rapat pleno contoh") -> Plan:
    """A plenary that runs now."""
    begins = factories.lately(minutes=10)
    return Plan(title, "Aula contoh", (NewSession(begins, begins + timedelta(hours=3)),))


def guests(count: int = 5) -> tuple[NewGuest, ...]:
    """Members of a body, who have no account."""
    return tuple(
        NewGuest(f"Contoh Anggota {chr(65 + at)}", "Anggota", "Badan contoh", member=True)
        for at in range(count)
    )


def convene(by: Viewer, revision: Revisi, path: str) -> None:
    """Prepare a plenary and let all its members attend."""
    made = actions.prepare_plenary(
        by=by, revision_id=revision.pk, path=path, plan=plan(), guests=guests()
    )
    meeting = Meeting.objects.get(pk=made.meeting)
    if path.count(".") > 1:
        meetings.note_quorum_basis(by=by, meeting_id=meeting.pk, basis="Tata tertib, 3 anggota")
    rows = meeting.guests.filter(member=True).values_list("number", flat=True)
    marks = [Mark(number, "hadir") for number in rows]
    meetings.copy_paper(by=by, session_id=meeting.sessions.get().pk, marks=marks)


def hold(by: Viewer, revision: Revisi, level: str) -> None:
    """Hold every plenary of a level of a revision."""
    places = {VILLAGE: VILLAGES, KECAMATAN: (FIRST, SECOND), REGENCY: ("73.12",)}[level]
    for path in places:
        convene(by, revision, path)
        if level == REGENCY:
            actions.determine(by=by, revision_id=revision.pk)
        else:
            actions.hold_plenary(by=by, revision_id=revision.pk, path=path)


def walk(by: Viewer, election: Election, kind: str, basis: str = "") -> Revisi:
    """Open a revision and hold all its plenaries."""
    made = actions.open_revision(by=by, election_id=election.pk, kind=kind, basis=basis)
    if kind == Revisi.Kind.SOURCE:
        return actions.fix_source(by=by, revision_id=made.pk)
    for level in STEPS[kind].levels:
        hold(by, made, level)
    made.refresh_from_db()
    return made


LISTS = ("a-daftar", "dphp", "dps", "dpshp", "dpshp-akhir", "dpt")


def walk_to_dpt(by: Viewer, election: Election, first: str = "a-daftar") -> Revisi:
    """The chain up to the DPT, from its beginning or from a later list."""
    last = None
    for kind in LISTS[LISTS.index(first) :]:
        last = walk(by, election, kind)
    return last


def past() -> date:
    """A voting day that is over."""
    return clock.today() - timedelta(days=3)
