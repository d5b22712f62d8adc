"""Six weeks of meetings: weekly plenaries, a rakor of three days, an open plenary, an audience, the
press, and what comes next. All names of people are put together by chance."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from jurdil.kernel import clock
from jurdil.kernel.actions import documents, office, tasks
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings.kinds import WEEKLY
from jurdil.meetings import actions, pages, queries
from jurdil.meetings.forms.plan import session
from jurdil.meetings.records import Mark, NewGuest, NewNote, NewSession, NewVote, Plan
from jurdil.project.demo.people import person
from jurdil.stages.deadlines import VOTING

Hold = Callable[[Mapping[str, Viewer], date, int, random.Random], None]
MONDAYS = tuple(date(2024, 1, 8) + timedelta(days=7 * at) for at in range(6))
HALL = "Aula KPU Kabupaten Soppeng"
SIGNERS = ("ketua", "anggota", "anggota2", "anggota3", "anggota4")
DISABLED = "Persatuan penyandang disabilitas (contoh)"
INSTITUTIONS = (
    ("Bawaslu Kabupaten (contoh)", "Ketua"),
    ("Polres (contoh)", "Kepala Satuan Intelkam"),
    ("Kodim (contoh)", "Perwira Seksi Intelijen"),
    ("Dukcapil (contoh)", "Kepala Dinas"),
    ("Kesbangpol (contoh)", "Kepala Badan"),
    ("Kemenag (contoh)", "Kepala Kantor"),
    ("Satpol PP (contoh)", "Kepala Satuan"),
    ("Dinas Kesehatan (contoh)", "Sekretaris"),
    ("PLN ULP (contoh)", "Manajer"),
    ("KPU Provinsi (contoh)", "Kepala Bagian"),
)
VOTED = 3
"""The weekly plenary (from 0) whose members did not agree."""
PROPOSALS = (
    ("Sewa gudang kedua di dekat pelabuhan", ("setuju", "setuju", "setuju", "berbeda", "abstain")),
    ("Tambah tenda di semua TPS", ("setuju", "setuju", "berbeda", "berbeda", "abstain")),
)
DISSENT = "Anggarannya belum ada dalam RAB."
DECISIONS = (
    ("keputusan", "Kirim surat permintaan gudang logistik cadangan ke Pemda", "kul", ""),
    ("keputusan", "Cocokkan DPTb dengan rumah sakit dan lapas", "rendatin", ""),
    ("hambatan", "Dua kecamatan belum melaporkan kesiapan jaringan Sirekap", "teknis", ""),
    ("masukan", "Sediakan kursi roda di TPS dekat rumah sakit", "parmas-sdm", "Dinas Kesehatan"),
    ("keputusan", "Tetapkan jadwal piket posko pemungutan suara", "teknis", ""),
    ("hambatan", "Salinan keputusan penetapan TPS belum lengkap di JDIH", "hukum", ""),
)


def show(by: Mapping[str, Viewer], routine: int, election: int, chance: random.Random) -> None:
    """Hold the meetings of January and February in the order of the calendar."""
    diary: list[tuple[date, Hold]] = [(day, _weekly) for day in MONDAYS]
    diary += [
        (date(2024, 1, 23), _rakor),
        (date(2024, 2, 6), _audience),
        (date(2024, 2, 8), _open_plenary),
        (date(2024, 2, 13), _press),
    ]
    for day, hold in sorted(diary, key=lambda row: row[0]):
        hold(by, day, routine if hold is _weekly else election, chance)
    _ahead(by, routine, election, chance)


def _at(by: Mapping[str, Viewer], day: date, hour: int, minute: int = 0) -> None:
    """Set the training clock to an hour of a day."""
    legal = datetime.combine(day, time(hour, minute), clock.zone())
    office.set_training_clock(by=by["pengelola"], legal=legal)


def _weekly(by: Mapping[str, Viewer], day: date, election: int, chance: random.Random) -> None:
    """A weekly plenary: what the last one left is closed but for one, new points, BA signed."""
    operator, number = by["operator"], MONDAYS.index(day)
    _at(by, day, 9, 5)
    due = [one for one in queries.open_follow_ups(operator) if one.institution != DISABLED]
    for point in due[number % 2 :]:
        tasks.close_task(by=operator, task_id=point.task_id, result="Selesai, berkas di subbagian.")
    plan = pages.weekly_plan(day, time(9), time(11), HALL)
    meeting = actions.plan_meeting(by=operator, kind=WEEKLY, plan=plan, election_id=election)
    actions.step(by=operator, meeting_id=meeting, move="buka")
    absent = 1 if number == 2 else 0
    _come(operator, meeting, [one.number for one in _listed(operator, meeting)][absent:])
    if number == VOTED:
        _votes(by, meeting, day)
    for kind, text, division, institution in DECISIONS[number % 3 :: 3]:
        _note(by, meeting, kind, f"{text} (pekan ke-{number + 1})", division, institution, day)
    _end(by, meeting, "Dibahas tindak lanjut berita acara yang lalu dan rencana pekan depan.")
    last = number == len(MONDAYS) - 1
    _record(by, meeting, sign=SIGNERS[absent:] if not last else ())
    if not last and not absent:
        actions.settle(by=by["ketua"], meeting_id=meeting)


def _votes(by: Mapping[str, Viewer], meeting: int, day: date) -> None:
    """Two proposals that the members did not agree on: one is taken, one is not."""
    members = queries.voting(by["operator"], meeting).members
    for text, choices in PROPOSALS:
        votes = [
            NewVote(pk, choice, DISSENT if choice == "berbeda" else "")
            for (pk, _name, _post), choice in zip(members, choices, strict=True)
        ]
        new = NewNote(
            kind="keputusan",
            text=text,
            due=day + timedelta(days=5),
            owner_id=by["operator"].account_id,
            division="kul",
        )
        actions.vote(by=by["operator"], meeting_id=meeting, new=new, votes=votes)


def _rakor(by: Mapping[str, Viewer], day: date, election: int, chance: random.Random) -> None:
    """A coordination meeting of three days with speakers."""
    operator = by["operator"]
    _at(by, day - timedelta(days=5), 10)
    plan = Plan(
        title="Rapat koordinasi kesiapan pemungutan dan penghitungan suara",
        venue="Hotel contoh, Watansoppeng",
        sessions=tuple(_session(day + timedelta(days=at), 8, 16) for at in range(3)),
        division="teknis",
        agenda=(
            ("Kesiapan logistik dan jaringan", VOTING),
            ("Pemungutan dan penghitungan di TPS", VOTING),
            ("Pengamanan dan layanan kesehatan", ""),
        ),
    )
    meeting = _called(by, "rakor", plan, election, _guests(chance, 60))
    speakers = ("Kesiapan logistik", "Pencegahan pelanggaran", "Pengamanan TPS")
    for at, row in enumerate(queries.meeting(operator, meeting).sessions):
        actions.add_speaker(
            by=operator,
            meeting_id=meeting,
            session_id=row.id,
            name=person(chance)[0],
            institution=INSTITUTIONS[at][0],
            topic=speakers[at],
        )
    for at in range(3):
        _at(by, day + timedelta(days=at), 8, 30)
        if at == 0:
            actions.step(by=operator, meeting_id=meeting, move="buka")
        rows = _listed(operator, meeting)
        there = [one.number for one in rows if chance.random() < 0.85]
        _come(operator, meeting, there, represented=there[3::17], chance=chance)
    _note(
        by, meeting, "masukan", "Bagikan peta TPS kepada Polres", "teknis", "Polres (contoh)", day
    )
    _note(by, meeting, "hambatan", "PLN meminta daftar TPS", "kul", "PLN ULP (contoh)", day)
    _end(by, meeting, "Tiga hari materi dan simulasi; peserta memahami pembagian tugas.")
    actions.settle(by=by["ketua"], meeting_id=meeting)
    actions.open_spj(by=operator, meeting_id=meeting)


def _open_plenary(
    by: Mapping[str, Viewer], day: date, election: int, chance: random.Random
) -> None:
    """An open plenary that ends with its BA."""
    operator = by["operator"]
    _at(by, day - timedelta(days=4), 9)
    plan = Plan(
        title="Rapat pleno terbuka rekapitulasi DPTb",
        venue=HALL,
        sessions=(_session(day, 9, 12),),
        division="rendatin",
        agenda=(("Pembacaan rekapitulasi DPTb per kecamatan", ""), ("Penetapan", "")),
    )
    meeting = _called(by, "pleno-terbuka", plan, election, _guests(chance, 40))
    draft = actions.draft_invitation(by=operator, meeting_id=meeting)
    documents.initial_subhead(by=by["kasubbag"], document_id=draft.pk)
    documents.initial_secretary(by=by["sekretaris"], document_id=draft.pk)
    documents.sign(by=by["ketua"], document_id=draft.pk)
    _at(by, day, 9, 10)
    actions.step(by=operator, meeting_id=meeting, move="buka")
    rows = _listed(operator, meeting)
    there = [one.number for one in rows if one.member or chance.random() < 0.8]
    _come(operator, meeting, there)
    text = "Tetapkan rekapitulasi DPTb dan serahkan salinannya kepada Bawaslu"
    _note(by, meeting, "keputusan", text, "rendatin", "Bawaslu Kabupaten (contoh)", day)
    _end(by, meeting, "Rekapitulasi dibacakan per kecamatan; tidak ada keberatan.")
    _record(by, meeting, sign=SIGNERS)
    actions.settle(by=by["ketua"], meeting_id=meeting)


def _audience(by: Mapping[str, Viewer], day: date, election: int, chance: random.Random) -> None:
    """An audience with an organisation of people with a disability: a promise is kept in sight."""
    operator, host = by["operator"], DISABLED
    _at(by, day, 13)
    plan = Plan(
        title="Audiensi akses TPS bagi penyandang disabilitas",
        venue="Ruang rapat KPU",
        sessions=(_session(day, 13, 15),),
        division="parmas-sdm",
        agenda=(("Akses TPS dan alat bantu tunanetra", ""),),
    )
    meeting = actions.plan_meeting(by=operator, kind="audiensi", plan=plan, election_id=election)
    guests = [replace(one, institution=host) for one in _people(chance, 6)]
    actions.invite(by=operator, meeting_id=meeting, people=guests)
    actions.step(by=operator, meeting_id=meeting, move="buka")
    page = queries.attendance(operator, meeting)
    for row in page.rows[:5]:
        actions.attend(
            by=operator,
            session_id=page.session_id,
            guest_id=row.guest_id,
            presence_as="hadir",
            disability=row.sex if row.number % 2 else "",
        )
    text = "Kirim daftar TPS yang dapat dilalui kursi roda"
    _note(by, meeting, "masukan", text, "parmas-sdm", host, day)
    _end(by, meeting, "KPU menyanggupi daftar TPS ramah kursi roda sebelum hari pemungutan.")


def _press(by: Mapping[str, Viewer], day: date, election: int, chance: random.Random) -> None:
    """A press conference on the eve of voting day."""
    operator = by["operator"]
    _at(by, day - timedelta(days=1), 15)
    plan = Plan(
        title="Konferensi pers kesiapan pemungutan suara",
        venue="Media center KPU",
        sessions=(_session(day, 10, 11),),
        division="parmas-sdm",
    )
    media = [
        replace(one, institution="Media contoh", post="Wartawan") for one in _people(chance, 8)
    ]
    meeting = _called(by, "jumpa-pers", plan, election, media)
    _at(by, day, 10, 5)
    actions.step(by=operator, meeting_id=meeting, move="buka")
    _come(operator, meeting, [one.number for one in _listed(operator, meeting)][:6])
    _end(by, meeting, "Disampaikan kesiapan logistik dan layanan pindah memilih.")
    actions.settle(by=by["ketua"], meeting_id=meeting)


def _ahead(by: Mapping[str, Viewer], routine: int, election: int, chance: random.Random) -> None:
    """What stands in the diary: a rakor tomorrow and next Monday's plenary."""
    operator, tomorrow = by["operator"], date(2024, 2, 16)
    plan = Plan(
        title="Rapat koordinasi persiapan rekapitulasi kabupaten",
        venue=HALL,
        sessions=(_session(tomorrow, 13, 16),),
        division="teknis",
        agenda=(("Ruang, saksi, dan pengamanan rekapitulasi", "rekap-kabko"),),
    )
    _called(by, "rakor", plan, election, _guests(chance, 30))
    monday = pages.weekly_plan(date(2024, 2, 19), time(9), time(11), HALL)
    actions.plan_meeting(by=operator, kind=WEEKLY, plan=monday, election_id=routine)


def _called(
    by: Mapping[str, Viewer], kind: str, plan: Plan, election: int, guests: list[NewGuest]
) -> int:
    """A meeting with its guests, whose invitations went out."""
    operator = by["operator"]
    meeting = actions.plan_meeting(by=operator, kind=kind, plan=plan, election_id=election)
    actions.invite(by=operator, meeting_id=meeting, people=guests)
    actions.step(by=operator, meeting_id=meeting, move="undang")
    return meeting


def _session(day: date, opens: int, closes: int) -> NewSession:
    return session(day, time(opens), time(closes))


def _listed(by: Viewer, meeting: int) -> tuple:
    return queries.attendance(by, meeting).rows


def _come(
    by: Viewer,
    meeting: int,
    numbers: list[int],
    represented: list[int] | None = None,
    chance: random.Random | None = None,
) -> None:
    """Copy a signed list: so many came, some through a representative."""
    page = queries.attendance(by, meeting)
    taken = {row.name for row in page.rows}
    marks = []
    for one in numbers:
        other = _stranger(chance, taken) if chance and one in (represented or ()) else ""
        marks.append(Mark(one, "mewakili" if other else "hadir", other, "Staf" if other else ""))
    actions.copy_paper(by=by, session_id=page.session_id, marks=marks)


def _stranger(chance: random.Random, taken: set[str]) -> str:
    """A name that nobody on the list has, nor another representative."""
    names = (person(chance)[0] for _each in range(1000))
    name = next(one for one in names if one not in taken)
    taken.add(name)
    return name


def _note(
    by: Mapping[str, Viewer],
    meeting: int,
    kind: str,
    text: str,
    division: str,
    institution: str,
    day: date,
) -> None:
    owner = next((v for v in by.values() if v.division == division), by["operator"])
    new = NewNote(
        kind=kind,
        text=text,
        due=day + timedelta(days=5),
        owner_id=owner.account_id,
        division=division,
        institution=institution,
    )
    actions.note(by=by["operator"], meeting_id=meeting, new=new)


def _end(by: Mapping[str, Viewer], meeting: int, summary: str) -> None:
    operator = by["operator"]
    actions.summarize(
        by=operator,
        meeting_id=meeting,
        summary=summary,
        chair=by["ketua"].name,
        note_taker=operator.name,
    )
    actions.step(by=operator, meeting_id=meeting, move="tutup")


def _record(by: Mapping[str, Viewer], meeting: int, *, sign: tuple[str, ...]) -> None:
    """The BA, signed by who was there."""
    draft = actions.draft_minutes(by=by["operator"], meeting_id=meeting)
    documents.initial_subhead(by=by["kasubbag"], document_id=draft.pk)
    documents.initial_secretary(by=by["sekretaris"], document_id=draft.pk)
    for name in sign:
        documents.sign(by=by[name], document_id=draft.pk)


def _guests(chance: random.Random, most: int) -> list[NewGuest]:
    """Institutions around the office, and the PPK."""
    made = [
        replace(one, institution=name, post=post)
        for one, (name, post) in zip(_people(chance, len(INSTITUTIONS)), INSTITUTIONS, strict=True)
    ]
    rest = [
        replace(one, institution=f"PPK contoh {at // 5 + 1}", post="Anggota PPK")
        for at, one in enumerate(_people(chance, most - len(made)))
    ]
    return [*made, *rest]


def _people(chance: random.Random, count: int) -> list[NewGuest]:
    found = []
    for _each in range(count):
        name, sex = person(chance)
        found.append(NewGuest(name=name, sex=sex))
    return found
