"""Who watched and took part: two quick counts, a survey that is late, a contest, earlier turnout.

Bodies, entrants and earlier figures are made up.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from jurdil.kernel import clock
from jurdil.kernel.actions import office
from jurdil.kernel.spreadsheets import Row, as_csv
from jurdil.kernel.viewer import Viewer
from jurdil.law.participation import bodies
from jurdil.outreach import actions, lookups, queries
from jurdil.outreach.actions import Application, ContestPlan, Ruling
from jurdil.project.demo.people import person
from jurdil.project.demo.place import Ground

Bring = Callable[..., None]
APPLIED, DECIDED, LATE = date(2024, 1, 10), date(2024, 1, 12), date(2024, 1, 16)
CONTEST_OPENS, CONTEST_CLOSES, JUDGED = date(2024, 1, 12), date(2024, 2, 5), date(2024, 2, 6)
LOOKUPS = (41, 37)
"""Questions at the public lookup, and how many found somebody."""
SCORES = ((80, 85), (80, 85), (70, 60), (65, 75))
"""Points of the contest for content and reach; two entries are level."""
UNREPORTED = 6
SOURCE = "Angka karangan untuk contoh"
BEFORE = {"dpt": 0.78, "dptb": 0.004, "dpk": 0.006}
"""Shares of the DPT that came in the made-up earlier election."""


def show(
    by: Mapping[str, Viewer], place: Ground, election: int, chance: random.Random, bring: Bring
) -> None:
    """Register, accredit, judge and compare, in the order of the calendar."""
    watch(by, election, chance)
    compete(by, election)
    remember(by["operator"], place, bring)
    apply(by["operator"].about(election), place, chance, bring)
    score(by["operator"], election)


def watch(by: Mapping[str, Viewer], election: int, chance: random.Random) -> None:
    """Two quick counts, one accredited with cards, and a survey after the last day."""
    _at(by, APPLIED)
    first = _apply(by, election, bodies.QUICK_COUNT, "Lembaga Hitung Contoh", chance)
    second = _apply(by, election, bodies.QUICK_COUNT, "Pusat Data Contoh", chance)
    operator = by["operator"]
    _papers(operator, first)
    for code in ("rencana", "akta", "pengurus"):
        actions.body_paper(by=operator, registration_id=second, code=code)
    actions.body_check(
        by=operator,
        registration_id=second,
        move="kembalikan",
        reason="Surat domisili dan pernyataan belum ada.",
    )
    for _each in range(3):
        actions.body_person(by=operator, registration_id=first, name=person(chance)[0])
    actions.body_check(by=operator, registration_id=first, move="nyatakan-lengkap")
    _at(by, DECIDED)
    ruling = Ruling(
        number="01/PP.06/2024 (contoh)",
        on=DECIDED,
        report_due=date(2024, 3, 1),
        report_basis="Sertifikat akreditasi (contoh)",
    )
    actions.body_decide(by=by["ketua"], registration_id=first, move="akreditasi", ruling=ruling)
    _at(by, LATE)
    _apply(by, election, bodies.SURVEY, "Jajak Pendapat Contoh", chance)


def _apply(
    by: Mapping[str, Viewer], election: int, kind: str, name: str, chance: random.Random
) -> int:
    application = Application(
        kind=kind,
        organisation=name,
        leader=person(chance)[0],
        received_on=clock.today(),
        extent="kabko",
        plan="Sampel TPS acak berlapis menurut kecamatan.",
    )
    made = actions.receive_body(by=by["operator"], election_id=election, application=application)
    return made.pk


def _papers(operator: Viewer, registration: int) -> None:
    rules = bodies.rules("pemilu-2024")
    for paper in rules.papers_of(bodies.QUICK_COUNT) if rules else ():
        actions.body_paper(by=operator, registration_id=registration, code=paper.id)


def compete(by: Mapping[str, Viewer], election: int) -> None:
    """A contest of PPK social media, judged by two members, with a tie on the first rank."""
    operator = by["operator"]
    jurors = (by["anggota"], by["anggota2"])
    _at(by, CONTEST_OPENS)
    plan = ContestPlan(
        kind="medsos",
        title="Media sosial PPK terbaik",
        rules="Satu karya untuk tiap PPK, tayang pada akun resmi, memuat hari pemungutan suara.",
        opens_on=CONTEST_OPENS,
        closes_on=CONTEST_CLOSES,
        criteria=(("Ketepatan isi", 60), ("Jangkauan", 40)),
    )
    contest = actions.plan_contest(by=operator, election_id=election, plan=plan).pk
    for one in jurors:
        actions.add_juror(by=operator, contest_id=contest, account_id=one.account_id or 0)
    actions.contest_step(by=operator, contest_id=contest, move="buka")
    for number in range(1, len(SCORES) + 1):
        actions.enter_contest(
            by=by["ppk"],
            contest_id=contest,
            entrant=f"PPK (contoh {number})",
            title=f"Ayo ke TPS, bagian {number}",
            link=f"https://contoh.example/ppk/{number}",
        )
        actions.verify_entry(by=operator, contest_id=contest, number=number, accepted=True)
    _at(by, JUDGED)
    actions.contest_step(by=operator, contest_id=contest, move="mulai-menilai")
    for one in jurors:
        _judge(one, contest)
    for move in ("tetapkan", "umumkan"):
        actions.contest_step(by=operator, contest_id=contest, move=move)


def _judge(juror: Viewer, contest: int) -> None:
    keys = [key for key, _name, _weight in queries.sheet(juror, contest).criteria]
    for number, points in enumerate(SCORES, 1):
        actions.score_entry(
            by=juror,
            contest_id=contest,
            number=number,
            points=dict(zip(keys, points, strict=True)),
        )
    actions.close_sheet(by=juror, contest_id=contest)


def remember(operator: Viewer, place: Ground, bring: Bring) -> None:
    """Made-up turnout of 2019 per kecamatan and regency, and what the public lookup counted."""
    asked, found = LOOKUPS
    for number in range(asked):
        lookups.note(found=number < found)
    listed: dict[str, int] = {}
    for station in place.stations:
        for path in (place.regency, station.path[:8]):
            listed[path] = listed.get(path, 0) + station.men + station.women
    users = [f"pengguna_{group}" for group in BEFORE]
    rows: list[Row] = [["kode", "pemilihan", "kontes", "dpt", *users, "sumber"]]
    for path, voters in sorted(listed.items()):
        came = [int(voters * share) for share in BEFORE.values()]
        rows.append([path, "pemilu-2019", "ppwp", voters, *came, SOURCE])
    bring(operator, "partisipasi-lalu", "partisipasi-2019.csv", as_csv(rows))


def apply(operator: Viewer, place: Ground, chance: random.Random, bring: Bring) -> None:
    """Made-up applicants for PPK, PPS and KPPS; the last villages have not reported yet."""
    villages = sorted({station.village for station in place.stations})
    stations = Counter(station.village for station in place.stations)
    calls = [("ppk", path, 5) for path in sorted({village[:8] for village in villages})]
    calls += [("pps", path, 3) for path in villages[:-UNREPORTED]]
    calls += [("kpps", path, 7 * stations[path]) for path in villages[:-UNREPORTED]]
    rows: list[Row] = [["kode", "badan", "kursi", "pelamar", "laki_laki", "perempuan", "sumber"]]
    for body, path, seats in calls:
        people = int(seats * chance.uniform(1.6, 3.4))
        men = people * chance.randint(40, 60) // 100
        rows.append([path, body, seats, people, men, people - men, SOURCE])
    bring(operator, "pelamar-adhoc", "pelamar-adhoc.csv", as_csv(rows))


def score(operator: Viewer, election: int) -> None:
    """A made-up published score of the index, to show its band."""
    actions.record_score(
        by=operator,
        election_id=election,
        dimension="",
        value=Decimal("71.5"),
        source=SOURCE,
    )


def _at(by: Mapping[str, Viewer], day: date) -> None:
    legal = datetime.combine(day, time(10), clock.zone()) + timedelta(minutes=5)
    office.set_training_clock(by=by["pengelola"], legal=legal)
