"""Supervision reports of voting day in all states: sent, returned, on their way, accepted."""

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from jurdil.kernel.actions import accounts
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.models import Office
from jurdil.kernel.viewer import Viewer
from jurdil.kernel.who import viewer_for
from jurdil.law.oversight.checklists import Answer, published
from jurdil.oversight import actions
from jurdil.oversight.lhp_facts import Report, Witness
from jurdil.project.demo import cast
from jurdil.project.demo.people import person
from jurdil.project.demo.place import Ground, Station

WITA = ZoneInfo("Asia/Makassar")
NIGHT = datetime(2024, 2, 14, 20, 0, tzinfo=WITA)
STATIONS = 8
ORDER = "014/PM.00.02/K.SN-08/2/2024 (contoh)"
STORIES = (
    "Pemungutan suara dimulai tepat waktu dan berjalan tertib sampai pukul 13.00.",
    "Antrean panjang pada pagi hari; KPPS menambah kursi tunggu.",
    "TPS dibuka terlambat karena tinta belum tiba dari desa.",
    "Seorang pendamping pemilih belum menandatangani surat pernyataan.",
)
ALLEGED = "Seseorang membagikan kartu bergambar calon di dekat pintu TPS."
ASKED_BACK = "Tulis jam pembukaan TPS dan lampirkan foto papan pengumuman DPT."


def show(
    office: Viewer,
    viewers: Mapping[str, Viewer],
    election_id: int,
    place: Ground,
    chance: random.Random,
) -> None:
    """Let the supervisors of some polling stations and those above report voting day."""
    office_acts.set_training_clock(by=office, legal=NIGHT)
    ptps, pkd, panwascam = (viewers[name] for name in ("ptps", "pkd", "panwascam"))
    member = viewers["bw-anggota"]
    near = [one for one in place.stations if one.kecamatan == panwascam.path]
    team = [ptps, *_more(office, near[1:STATIONS], chance)]
    rows = [_report(by, election_id, at, chance, alleged=at == 2) for at, by in enumerate(team)]
    _examine(rows, pkd, panwascam, member)
    for by, stage, name in ((pkd, "masa-tenang", ""), (panwascam, "kampanye", "kampanye@1")):
        _of_days_before(by, election_id, stage, name)


def _more(office: Viewer, stations: list[Station], chance: random.Random) -> list[Viewer]:
    made = []
    for at, station in enumerate(stations, 2):
        name, _sex = person(chance)
        account = accounts.create_account(
            by=office, username=f"ptps{at}", name=name, password=cast.PASSWORD
        )
        grant = accounts.grant_role(
            by=office,
            account_id=account.pk,
            role="ptps",
            path=station.path,
            valid_from=date(2024, 1, 22),
            basis="SK contoh 7/2024",
        )
        made.append(viewer_for(grant, Office.objects.get()))
    return made


def _report(by: Viewer, election_id: int, at: int, chance: random.Random, *, alleged: bool):
    story = STORIES[at % len(STORIES)]
    people = [Witness("pemilih", "Contoh Pemilih", "dusun contoh")] if alleged else []
    report = Report(
        path=by.path,
        begins_at=NIGHT.replace(hour=6, minute=30),
        ends_at=NIGHT.replace(hour=13, minute=10 + at),
        election_id=election_id,
        stage="pemungutan-suara",
        checklist="pungut@1",
        order_number=ORDER,
        purpose="Memastikan pemungutan suara sesuai tata cara",
        target="KPPS, saksi, dan pemilih",
        story=story,
        violation=alleged,
        event=ALLEGED if alleged else "",
        answers=_answers(chance),
    )
    return actions.submit_lhp(by=by, report=report, witnesses=people)


def _answers(chance: random.Random) -> dict[str, Answer]:
    found = {}
    for item in published()["pungut@1"].items:
        calm = "tidak" if item.alarm == "ya" else "ya"
        found[item.id] = Answer(item.alarm if chance.random() < 0.15 else calm)
    return found


def _examine(rows, pkd: Viewer, panwascam: Viewer, member: Viewer) -> None:
    """The first goes all the way, the second comes back, the third waits at Panwascam."""
    first, second, third, *rest = rows
    actions.step_lhp(by=pkd, report_id=first.pk, step="periksa")
    for by in (pkd, panwascam, member):
        actions.step_lhp(by=by, report_id=first.pk, step="terima")
    today = NIGHT.date()
    actions.number_lhp(by=member, report_id=first.pk, series="PM.01.02", day=today)
    taken = "PKD desa ini belum dapat dihubungi."
    actions.step_lhp(by=panwascam, report_id=second.pk, step="kembalikan", reason=ASKED_BACK)
    actions.step_lhp(by=panwascam, report_id=third.pk, step="terima", reason=taken)
    actions.draft_from_lhp(
        by=member,
        report_id=third.pk,
        title="Pembagian kartu di dekat TPS",
        rule="UU 7/2017 Pasal 280 (contoh)",
    )
    for row in rest[:2]:
        actions.step_lhp(by=panwascam, report_id=row.pk, step="periksa", reason=taken)


def _of_days_before(by: Viewer, election_id: int, stage: str, checklist: str) -> None:
    begins = NIGHT - timedelta(days=6, hours=5)
    report = Report(
        path=by.path,
        begins_at=begins,
        ends_at=begins + timedelta(hours=2),
        election_id=election_id,
        stage=stage,
        checklist=checklist,
        order_number=ORDER,
        story="Kegiatan diawasi langsung; tidak ditemukan hal yang perlu ditindaklanjuti.",
        oral_advice="Alat peraga di pagar sekolah diminta diturunkan.",
        answers={"hadir": Answer("120")} if checklist else {},
    )
    actions.submit_lhp(by=by, report=report)
