"""Findings and reports in Bawaslu's house, in every state: events and persons are all made up."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from jurdil.kernel import clock
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.roles import BAWASLU
from jurdil.kernel.viewer import Viewer, public_viewer
from jurdil.law.oversight import cases as law
from jurdil.oversight import actions, queries
from jurdil.oversight.case_records import (
    NewCase,
    NewEvidence,
    NewMeeting,
    NewParty,
    NewReferral,
    NewStep,
)
from jurdil.oversight.identity import Person
from jurdil.project.demo import rulings
from jurdil.project.demo.place import Ground

WITA = ZoneInfo("Asia/Makassar")
REPORTER = Person(name="Contoh Pelapor", address="Jalan Contoh 1", nik="9901010101800001")
WITNESS = Person(name="Contoh Saksi", address="Jalan Contoh 2")
WALK = ("kaji-awal", "registrasi", "klarifikasi", "kaji", "putuskan", "umumkan")
STORIES = {
    "kades": ("Dugaan keberpihakan perangkat desa", "Ajakan memilih satu calon di balai desa."),
    "tim": ("Dugaan pembagian uang oleh tim kampanye", "Amplop dibagikan dari rumah ke rumah."),
    "ppk": ("Dugaan rekapitulasi tanpa saksi", "Pleno dibuka sebelum saksi hadir."),
    "peserta": ("Dugaan kampanye di luar jadwal", "Pengeras suara dipakai pada masa tenang."),
    "asn": ("Dugaan ASN ikut kampanye", "Pegawai berfoto dengan tanda jari di panggung."),
    "kpps": ("Dugaan kesalahan prosedur KPPS", "Surat suara dibagikan tanpa diperiksa."),
}
PARTS = (
    # who is reported, finding?, day, how far, outcomes
    ("peserta", False, 22, "umumkan", ("bukan-pelanggaran",)),
    ("ppk", False, 25, "umumkan", ("administrasi",)),
    ("kades", True, 29, "putuskan", ("hukum-lain", "pidana")),
    ("asn", False, 31, "tolak-registrasi", ()),
    ("kpps", True, 38, "putuskan", ("administrasi",)),
    ("tim", False, 41, "registrasi", ("pidana",)),
    ("kpps", True, 43, "klarifikasi", ("administrasi",)),
    ("kades", False, 44, "", ()),
)
"""Days count from 1 January 2024."""


def show(office: Viewer, viewers: Mapping[str, Viewer], election_id: int, place: Ground) -> None:
    """Lay out a dozen cases over January and February 2024; the clock of the house walks along."""
    chair, village = viewers["bw-ketua"], place.stations[0].village
    for who, finding, day, until, outcomes in PARTS:
        _clock(office, day, 9)
        case = _opened(chair, election_id, village, who, finding)
        _walked(office, chair, case, until, outcomes)
    _rest(office, viewers, election_id, village)


def _clock(office: Viewer, day: int, hour: int) -> None:
    legal = datetime(2024, 1, 1, hour, tzinfo=WITA) + timedelta(days=day - 1)
    office_acts.set_training_clock(by=office, legal=legal)


def _new(who: str, path: str, *, late: bool = False, report: bool = True) -> NewCase:
    today = clock.today()
    title, story = STORIES[who]
    parties = (
        NewParty("terlapor", who, Person(name="Contoh Terlapor", address="Desa contoh")),
        NewParty("saksi", "", WITNESS),
    )
    reporter = (NewParty("pelapor", "warga", REPORTER),) if report else ()
    known = today - timedelta(days=30 if late else 2)
    return NewCase(
        path=path,
        story=story,
        where="Lapangan kelurahan",
        title=title,
        actor=who,
        happened_on=known,
        known_on=known,
        parties=(*reporter, *parties),
        evidence=(NewEvidence("barang", "Catatan pengawas"),),
    )


def _opened(by: Viewer, election_id: int, path: str, who: str, finding: bool) -> Any:
    if finding:
        new = _new(who, path, report=False)
        return actions.make_finding(by=by, election_id=election_id, new=new)
    return actions.receive_report(by=by, election_id=election_id, new=_new(who, path))


def _walked(office: Viewer, by: Viewer, case: Any, until: str, outcomes: tuple[str, ...]) -> None:
    """Take a case on, a step a day, to the step named."""
    if not until:
        return
    refused = until == "tolak-registrasi"
    met = {one.id: not (refused and one.id == "bukti") for one in law.requirements()}
    actions.check_requirements(by=by, case_id=case.pk, met=met)
    walk = ("kaji-awal", until) if refused else WALK[: WALK.index(until) + 1]
    for number, step in enumerate(walk):
        if number:
            office_acts.set_training_clock(by=office, legal=clock.now() + timedelta(hours=20))
        _step(by, case, step, number, outcomes)
        if step == "registrasi" and "pidana" in outcomes:
            _met(by, case)
        if step == "registrasi" and "administrasi" in outcomes:
            _heard(by, case)
        if step == "putuskan" and "administrasi" in outcomes:
            made = _referred(by, case)
            (_answered if until == "umumkan" else rulings.show)(by, made)


def _step(by: Viewer, case: Any, step: str, number: int, outcomes: tuple[str, ...]) -> None:
    law_step = law.steps()[step]
    now = queries.case_page(by, case.pk).case
    found = outcomes if law_step.outcome or step == "kaji-awal" else ()
    if step == "kaji-awal" and law.NO_VIOLATION in found:
        found = ("administrasi",)
    new = NewStep(
        step=step,
        paper=f"{case.pk:03d}.{number + 1}/{law_step.paper.id}/2024",
        taken_at=clock.now(),
        reason="materiel" if law_step.reason else "",
        found=found,
    )
    actions.take_step(by=by, case_id=case.pk, seen=now.state, new=new)


def _met(by: Viewer, case: Any) -> None:
    """The first discussion of Gakkumdu."""
    article = "UU 7/2017 Pasal 523 ayat (1)"
    elements = [
        {"element": "setiap pelaksana, peserta, dan/atau tim kampanye", "met": "ya"},
        {"element": "menjanjikan atau memberikan uang", "met": "belum"},
    ]
    new = NewMeeting(
        stage="pembahasan-1",
        held_at=clock.now(),
        members={one: [f"Contoh dari {one}"] for one in ("bawaslu", "polri", "kejaksaan")},
        articles=[{"article": article, "elements": elements}],
        opinions={"bawaslu": "Cukup untuk dikaji.", "polri": "Dalami.", "kejaksaan": "Dalami."},
        conclusion="Dilanjutkan ke kajian dan penyelidikan.",
        likely=False,
        paper=f"BA/GAKKUMDU/{case.pk}/2024",
    )
    actions.hold_meeting(by=by, case_id=case.pk, new=new)


def _heard(by: Viewer, case: Any) -> None:
    """An invitation that waits for its day."""
    parties = queries.case_page(by, case.pk).parties
    actions.summon(
        by=by,
        case_id=case.pk,
        party_id=next(one.id for one in parties if one.role == "saksi"),
        letter=f"U-{case.pk}/2024",
        held_at=clock.now() + timedelta(days=1),
        venue="Kantor Bawaslu",
    )


def _referred(by: Viewer, case: Any) -> int:
    """A ruling on the administrative violation, for KPU; the referral's id."""
    actions.hold_hearing(
        by=by,
        case_id=case.pk,
        agenda="putusan",
        held_at=clock.now(),
        paper=f"{case.pk:03d}/PTS/2024",
        summary="Dinyatakan terbukti.",
    )
    new = NewReferral(
        outcome="administrasi",
        to="kpu",
        to_name="KPU Kabupaten (contoh)",
        letter=f"{case.pk:03d}/PTS/2024",
        sent_on=clock.today(),
        content="Perbaiki prosedur sesuai ketentuan.",
    )
    return actions.refer(by=by, case_id=case.pk, new=new).pk


def _answered(by: Viewer, referral_id: int) -> None:
    """KPU followed it and said so by letter."""
    actions.note_result(
        by=by,
        referral_id=referral_id,
        result="ditindaklanjuti",
        answer="Sudah diperbaiki dan diumumkan.",
        letter="19/KPU/2024",
        answered_on=clock.today(),
    )


def _rest(office: Viewer, viewers: Mapping[str, Viewer], election_id: int, village: str) -> None:
    """A report too late, one of Panwascam, one by the public page, and first information."""
    _clock(office, 44, 14)
    late = _new("peserta", village, late=True)
    actions.receive_report(by=viewers["bw-sekretariat"], election_id=election_id, new=late)
    field = viewers["panwascam"]
    own = _opened(field, election_id, field.path, "kpps", False)
    _step(field, own, "kaji-awal", 0, ("administrasi",))
    _clock(office, 45, 20)
    visitor = public_viewer(office.path, BAWASLU)
    online = _new("tim", village)
    actions.report_publicly(by=visitor, election_id=election_id, new=online)
    tip = _new("asn", viewers["pkd"].path, report=False)
    actions.note_tip(by=viewers["pkd"], election_id=election_id, new=tip)
