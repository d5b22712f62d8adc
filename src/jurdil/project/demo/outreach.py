"""Forty activities over stages, bases and villages, a programme, targets and materials.

The clock stands at the morning after voting day: most were held and verified, some wait, some were
sent back, some are planned.
"""

import random
from collections.abc import Mapping
from datetime import date, timedelta

from jurdil.kernel import clock, moments
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach.attendance import Attendance
from jurdil.law.outreach.learning import Question
from jurdil.office import queries as office
from jurdil.outreach import actions
from jurdil.outreach.records import Draft, NewEvidence
from jurdil.places import queries as places
from jurdil.project.demo.place import Ground
from jurdil.stages import queries as stages
from jurdil.stages.deadlines import VOTING
from jurdil.stages.records import Span

TODAY = date(2024, 2, 15)
PLANNING = "perencanaan-anggaran"
EARLIER = 250
"""Days before, for the fifth that were held while lists and candidates were made."""
PHOTO = b"\xff\xd8\xff\xe0 foto contoh "
LINES = (
    ("Sekolah dan kampus memilih", "pemula", 8, 600),
    ("Perempuan dan keluarga", "perempuan", 6, 400),
    ("Pasar, warung kopi, dan kelompok tani", "komunitas", 8, 500),
    ("TPS yang ramah bagi semua", "disabilitas", 4, 120),
)
"""Lines of the programme: name, base, activities, people."""
# name, base, method, group, venue, organisation, days before today, people (0: through media)
HELD = (
    (
        "Goes to school: cara mencoblos",
        "pemula",
        "simulasi",
        "siswa XII",
        "aula",
        "SMA Negeri 1",
        30,
        180,
    ),
    (
        "Pindah memilih bagi mahasiswa",
        "pemula",
        "diskusi",
        "mahasiswa",
        "kampus",
        "Institut Agama Islam Contoh",
        36,
        95,
    ),
    ("Dasawisma cerdas memilih", "keluarga", "forum-warga", "dasawisma", "balai", "PKK", 28, 60),
    (
        "Pengajian: memilih tanpa politik uang",
        "keagamaan",
        "ceramah",
        "majelis taklim",
        "masjid",
        "BKMT",
        25,
        120,
    ),
    ("Obrolan warung kopi", "komunitas", "diskusi", "pengunjung warkop", "warkop", "", 22, 24),
    ("Turun ke pasar: kenali surat suara", "marginal", "simulasi", "pedagang", "pasar", "", 20, 75),
    (
        "Simulasi dengan alat bantu tunanetra",
        "disabilitas",
        "simulasi",
        "penyandang disabilitas",
        "sekretariat",
        "",
        18,
        32,
    ),
    (
        "Kelompok tani membaca jadwal",
        "komunitas",
        "forum-warga",
        "petani",
        "rumah ketua",
        "",
        16,
        40,
    ),
    (
        "Bhayangkari dan pemilih perempuan",
        "perempuan",
        "seminar",
        "anggota",
        "gedung",
        "Bhayangkari",
        15,
        88,
    ),
    (
        "Rutan: hak pilih warga binaan",
        "khusus",
        "ceramah",
        "warga binaan",
        "rutan",
        "Rumah Tahanan Negara",
        12,
        54,
    ),
    ("Siaran radio: lima surat suara", "muda", "elektronik", "pendengar", "", "", 11, 0),
    ("Video pendek cek DPT", "warga-internet", "media-sosial", "warganet", "", "", 9, 0),
    ("Baliho hari pemungutan suara", "keluarga", "luar-ruang", "pengguna jalan", "", "", 8, 0),
    (
        "Pemilih muda dan berita bohong",
        "muda",
        "gelar-wicara",
        "karang taruna",
        "lapangan",
        "",
        7,
        66,
    ),
)
AHEAD = (
    ("Kunjungan ke Rumah Pintar Pemilu", "pemula", "diskusi", "siswa", 1),
    ("Dialog hasil pemilu dengan tokoh adat", "komunitas", "forum-warga", "tokoh adat", 2),
    ("Pameran surat suara", "keluarga", "budaya-lokal", "warga", 5),
    ("Bincang radio rekapitulasi", "muda", "elektronik", "pendengar", 6),
)
WAITING, RETURNED, WHOLE = 6, 3, 40


def show(
    viewers: Mapping[str, Viewer], election: int, routine: int, place: Ground, chance: random.Random
) -> None:
    """Plan the programme, hold the activities, verify most of them, and make materials."""
    operator, head = viewers["operator"].about(None), viewers["kasubbag"].about(None)
    running = _stages(operator, election)
    lines = _programme(head, election)
    for base, number in (("pemula", 2), ("disabilitas", 1), ("warga-internet", 0)):
        actions.set_target(by=head, election_id=election, base=base, per_village=number)
    made = _held(viewers, election, place, chance, running, lines)
    _tests(operator, made)
    _judge(head, made)
    _ahead(operator, election, routine, place)
    _materials(operator, election)


def _stages(by: Viewer, election: int) -> list[Span]:
    """The main stages with dates; socialization belongs to each of them."""
    rows = stages.current(by.about(election)).of(election)
    return [row.span for row in rows if row.span.opens and not row.span.parent]


def _around(day: date, running: list[Span], chance: random.Random) -> str:
    """A stage that ran on a day."""
    zone = clock.zone()
    found = [
        one.stage
        for one in running
        if one.stage != PLANNING
        and one.opens
        and one.closes
        and moments.day_of(one.opens, zone) <= day <= moments.day_of(one.closes, zone)
    ]
    return chance.choice(found)


def _programme(by: Viewer, election: int) -> dict[str, int]:
    """Lines by base."""
    return {
        base: actions.keep_programme(
            by=by,
            election_id=election,
            title=title,
            wanted=wanted,
            stage=("kampanye", "pemungutan-suara")[at % 2],
            base=base,
            people=people,
            budget=wanted * 2_500_000,
            money="APBN",
        )
        for at, (title, base, wanted, people) in enumerate(LINES)
    }


def _held(
    viewers: Mapping[str, Viewer],
    election: int,
    place: Ground,
    chance: random.Random,
    running: list[Span],
    lines: Mapping[str, int],
) -> list[int]:
    """Activities of the office, a PPK and a PPS, in their own places."""
    operator, ppk, pps = (viewers[name].about(None) for name in ("operator", "ppk", "pps"))
    houses = {row.name: row.id for row in office.institutions(operator)}
    villages = [one.path for one in places.villages(operator)]
    own = [path for path in villages if path.startswith(f"{ppk.path}.")]
    made = []
    for at in range(WHOLE - len(AHEAD)):
        title, base, method, group, venue, house, days, people = HELD[at % len(HELD)]
        before = days + 2 * (at // len(HELD)) + (EARLIER if at % 5 == 4 else 0)
        held_on = TODAY - timedelta(days=before)
        by, path = operator, chance.choice(villages)
        if at % 3 == 1:
            by, path = ppk, chance.choice(own)
        elif at % 3 == 2:
            by, path = pps, pps.path
        draft = Draft(
            election_id=election,
            title=title,
            base=base,
            method=method,
            held_on=held_on,
            path=path,
            stage=_around(held_on, running, chance),
            programme_id=lines.get(base),
            topic="Tanggal, syarat, dan cara memilih",
            group=group,
            institution_id=houses.get(house) if by is operator else None,
            institution_name=house,
            venue=venue,
            came=_came(people, chance),
            reach=None if people else chance.randint(800, 9000),
            cost=chance.choice((None, 450_000, 1_250_000)),
            money="APBN",
        )
        made.append(actions.report_activity(by=by, draft=draft))
        _evidence(by, made[-1], at)
    return made


def _came(people: int, chance: random.Random) -> Attendance:
    """Men and women around the number expected; nobody was counted for media."""
    if not people:
        return Attendance()
    men = chance.randint(people // 3, people // 2)
    women = people - chance.randint(0, 9) - men
    return Attendance(men, women, men + women, chance.randint(0, 2), chance.randint(0, 2))


def _evidence(by: Viewer, activity: int, at: int) -> None:
    """A photo, a link, or (now and then) nothing yet."""
    if at % 9 == 5:
        return
    content = PHOTO + str(at).encode()
    piece = NewEvidence("foto", name=f"foto-{at}.jpg", content=content, media_type="image/jpeg")
    if at % 2:
        piece = NewEvidence("tautan", address=f"https://contoh.example/sosialisasi/{at}")
    actions.add_evidence(by=by, activity_id=activity, evidence=piece)


def _judge(head: Viewer, made: list[int]) -> None:
    """Verify all but the last: some wait, some are sent back."""
    reasons = ("Foto tidak menampakkan peserta", "Jumlah hadir belum sesuai daftar", "Tautan mati")
    returned = made[-WAITING - RETURNED : -WAITING]
    for activity, reason in zip(returned, reasons, strict=True):
        actions.send_back(by=head, activity_id=activity, reason=reason)
    for activity in made[: -WAITING - RETURNED]:
        actions.verify_activity(by=head, activity_id=activity)


def _tests(by: Viewer, made: list[int]) -> None:
    """Tests before and after two activities and one that still waits, and an expense file."""
    rows = (
        Question("Kapan hari pemungutan suara?", 24, 52),
        Question("Berapa surat suara yang diterima?", 15, 47),
        Question("Apa syarat pindah memilih?", 9, 38),
    )
    for activity in (made[1], made[4], made[-1]):
        actions.keep_test(
            by=by, activity_id=activity, sheets_before=60, sheets_after=55, questions=rows
        )
    actions.open_spj(by=by, activity_id=made[0])


def _ahead(by: Viewer, election: int, routine: int, place: Ground) -> None:
    """What is planned for the days to come."""
    for at, (title, base, method, group, days) in enumerate(AHEAD):
        draft = Draft(
            election_id=routine if at == 0 else election,
            title=title,
            base=base,
            method=method,
            held_on=TODAY + timedelta(days=days),
            path=place.stations[at * 5].village,
            group=group,
            venue="Kantor KPU" if at == 0 else "",
        )
        actions.plan_activity(by=by, draft=draft)


def _materials(by: Viewer, election: int) -> None:
    """A poster of voting day and a post about what follows."""
    actions.make_material(
        by=by,
        election_id=election,
        form="poster",
        title="Gunakan hak pilih Anda",
        body="Bawa KTP-el dan surat pemberitahuan ke TPS Anda.",
        stages=[VOTING],
    )
    actions.make_material(
        by=by,
        election_id=election,
        form="unggahan",
        title="Setelah hari pemungutan suara",
        body="Ikuti rekapitulasi dari TPS sampai nasional.",
        stages=["rekapitulasi", "sumpah-dpr-dpd"],
    )
