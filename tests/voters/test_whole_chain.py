"""A whole chain on a small regency: DP4 to DPT, voting day, and a quarter of the PDPB after it.

Everything happens through acts and importers. At every step the figures of every TPS, village,
kecamatan and of the regency are held to previous + new - TMS per sex, to a count by hand of the
list as it stood, and to what the acts in between did to whom.
"""

from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from jurdil.kernel import clock, decisions
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import system_viewer
from jurdil.law.voters.flow import Count
from jurdil.law.voters.quarter import period_of
from jurdil.meetings import actions as meetings
from jurdil.meetings.models import Meeting
from jurdil.meetings.records import Mark
from jurdil.project.demo import population
from jurdil.voters import actions, recap, revising
from jurdil.voters.actions import Comment, Elsewhere, Transfer, pdpb
from jurdil.voters.actions.pdpb import Letter
from jurdil.voters.chaining import last_of
from jurdil.voters.coklit.recording import Said, Visit
from jurdil.voters.jobs import take_delivery
from jurdil.voters.models import (
    Ganda,
    Kunjungan,
    OrangCoklit,
    PemilihVersi,
    RekapTps,
    RumahCoklit,
    Usulan,
)
from jurdil.voters.pdpb.counting import by_village, together
from jurdil.voters.pdpb.visiting import Report
from jurdil.voters.people import elements_in
from jurdil.voters.proposing import Evidence, Proposal
from jurdil.voters.queries import Point, compare, list_counts, list_on, seeds_for_pdpb
from tests import factories
from tests.voters import chain_ground as ground
from tests.voters import coklit_ground as doors
from tests.voters.people import elements
from tests.voters.whole_ground import Journal, Stood, Walk, listed, people, present, stood

pytestmark = pytest.mark.django_db
V1, V2, V3, V4 = ground.VILLAGES
BEGINS = datetime(2023, 2, 1, 9, 0, tzinfo=ZoneInfo("Asia/Makassar"))
SEX = 9
"""Where a pictured row has the sex."""
PAPER = Evidence("akta kematian", "474/1/2023")


def test_previous_plus_new_minus_tms_holds_from_dp4_to_the_quarter_after_the_election():
    walk = begun()
    before: Stood | None = None
    every: list[Stood] = []
    for number, (kind, work) in enumerate(STEPS):
        walk.on(1 + 4 * number)
        work(walk)
        held = ground.walk(walk.by, Election.objects.get(pk=walk.election), kind)
        now = stood(held, 1 + 4 * number)
        check(now, before, walk.journal)
        walk.journal = Journal()
        before = now
        every.append(now)
    around_voting_day(walk, every[-1])
    every.append(quarter_after(walk, every[-1]))
    for one in every:
        any_day_is_what_was_frozen(walk, one)
    assert [len(together_of(one)) for one in every] == TOTALS


def begun() -> Walk:
    """The regency on the first day, whose office works in training mode."""
    factories.office()
    walk = Walk(0, BEGINS, factories.viewer(), factories.viewer())
    walk.on(0)
    walk.election = ground.regency().pk
    walk.by, walk.second = ground.member(), ground.member("kasubbag")
    factories.election("rutin", voting_day=None, contests=[])
    return walk


def source_lists(walk: Walk) -> None:
    """DP4, then the last list of the election before: same, other, new, and listed elsewhere."""
    rows = [row for village in ground.VILLAGES for row in people(village)]
    walk.bring(rows)
    at = {name: place for place, name in enumerate(population.HEADER)}
    other = list(rows[0])
    other[at["alamat"]] = "JL. CONTOH BARU"
    new = list(people(V4)[-1])
    new[at["nik"]], new[at["nkk"]] = elements().nik, elements().nkk
    new[at["nama"]] = "CONTOH TERTINGGAL"
    elsewhere = list(rows[1])
    elsewhere[at["kode_wilayah"]] = V3
    source = walk.bring([list(rows[5]), other, new, elsewhere], "lain")
    taken = source.villages.all()
    assert sum(one.same for one in taken) == 1
    assert sum(one.differing for one in taken) == 1
    assert sum(one.added for one in taken) == 2
    pair = Ganda.objects.get()
    assert PemilihVersi.objects.filter(status="potensial").count() == 1
    leaves = max(pair.first_id, pair.second_id)
    actions.judge_double(
        by=walk.by, pair_id=pair.pk, election_id=walk.election, leaves=leaves, note="Satu KTP"
    )
    for proposal in Usulan.objects.filter(state="diajukan"):
        actions.accept(by=walk.second, proposal_id=proposal.pk)
    mapped(walk)
    for village in ground.VILLAGES:
        walk.journal.came[village] = {row.pemilih_id for row in present(village)}


def mapped(walk: Walk) -> None:
    """Every village is mapped; the first has its second RT at a TPS of its own."""
    for village in ground.VILLAGES:
        draft = actions.draft_mapping(by=walk.by, election_id=walk.election, village=village)
        if village == V1:
            actions.adjust_mapping(
                by=walk.by, draft_id=draft.pk, rw="001", rt="002", station=1, to=2
            )
        actions.apply_mapping(by=walk.by, draft_id=draft.pk)
    assert {row.tps for row in present(V1)} == {f"{V1}/001", f"{V1}/002"}


def coklit(walk: Walk) -> None:
    """A phone at one TPS, paper typed by household and as a whole elsewhere, decided by PPS."""
    for village in ground.VILLAGES:
        actions.prepare_coklit(by=walk.by, election_id=walk.election, village=village)
    at_the_door(walk, f"{V1}/001")
    for tps in (f"{V1}/002", f"{V2}/001", f"{V3}/001"):
        on_paper(walk, tps)
    pps = doors.by(factories.account("pps", V1))
    for village, by in ((V1, pps), (V2, walk.second), (V3, walk.second)):
        rows = Usulan.objects.filter(village=village, state="diajukan")
        done = actions.decide_coklit(by=by, village=village, proposal_ids=[r.pk for r in rows])
        assert not done.refused
    for done in Usulan.objects.filter(source="coklit"):
        walk.journal.carried_out(done)
    assert Counter(OrangCoklit.objects.filter(tps__startswith=V4).values_list("result")) == {
        ("",): len(present(V4))
    }


def at_the_door(walk: Walk, tps: str) -> None:
    """The Pantarlih's phone: a change, a wrong sex, a death, a newcomer, all others correct."""
    worker = factories.account("pantarlih", tps)
    houses = list(RumahCoklit.objects.filter(tps=tps))
    events = [
        doors.event("coklit.kunjungan", one.token, keadaan="selesai", stiker=True, ditemui=one.head)
        for one in houses
    ]
    rows = OrangCoklit.objects.filter(tps=tps).order_by("pk")
    for at, row in enumerate(rows):
        version = PemilihVersi.objects.get(pemilih=row.pemilih, until_rev__isnull=True)
        turned = "P" if version.sex == "L" else "L"
        said = {
            0: {"hasil": "ubah", "alamat": "Dusun Baru"},
            1: {"hasil": "ubah", "jenis_kelamin": turned},
            2: {"hasil": "tms", "kode": "1", "bukti": "akta kematian", "nomor": "1/2023"},
        }.get(at, {"hasil": "sesuai"})
        events.append(doors.event("coklit.orang", row.pk, version.pk, **said))
    new = elements("Contoh Baru Di Pintu", jenis_kelamin="P")
    given = {name: value for name, value in new.as_row().items() if value}
    events.append(doors.event("coklit.baru", houses[0].token, **given))
    for start in range(0, len(events), 50):
        answers = doors.send(worker, *events[start : start + 50])
        assert {outcome for outcome, _code in answers} == {"applied"}


def on_paper(walk: Walk, tps: str) -> None:
    """The paper list: a household with a removal is typed by itself, then the rest at once."""
    house = RumahCoklit.objects.filter(tps=tps).first()
    first, *others = house.people.order_by("pk")
    now = clock.now()
    said = [(one.pk, Said("sesuai", now)) for one in others]
    gone = Said("tms", now, tms="4", evidence="surat keterangan desa", evidence_note="2/2023")
    visit = Visit("selesai", now, sticker=True, met="Contoh Kepala")
    people = [(first.pk, gone), *said]
    actions.enter_coklit(by=walk.by, token=str(house.token), visit=visit, people=people)
    left = RumahCoklit.objects.filter(tps=tps, state="belum")
    persons = OrangCoklit.objects.filter(house__in=left)
    signed = actions.Signed(left.count(), persons.count(), clock.today())
    actions.enter_coklit_rest(by=walk.by, election_id=walk.election, tps=tps, signed=signed)


def nothing(_walk: Walk) -> None:
    """Between two lists of one plenary day nothing happens."""


def comments_on_dps(walk: Walk) -> None:
    """Citizens: one is missing, one died; both become proposals, and are answered."""
    missing = elements("Contoh Belum Terdaftar", jenis_kelamin="P").as_row()
    new = Proposal("baru", "tanggapan", V2, elements=missing, tps=f"{V2}/001", evidence=PAPER)
    comment(walk, V2, "belum-terdaftar", new)
    died = present(V3)[3]
    strike = Proposal("tms", "tanggapan", V3, voter=died, tms="1", evidence=PAPER)
    comment(walk, V3, "tidak-memenuhi", strike)


def comment(walk: Walk, village: str, about: str, wanted: Proposal) -> None:
    last = last_of(walk.election)
    said = Comment(village, about, "warga", "Contoh tanggapan", "Contoh Warga", clock.today())
    held = actions.register_comment(by=walk.by, revision_id=last.pk, said=said)
    actions.propose_from_comment(by=walk.by, comment_id=held.pk, wanted=wanted)
    held.refresh_from_db()
    with pytest.raises(Refused, match="Putuskan dulu"):
        actions.answer_comment(by=walk.by, comment_id=held.pk, answer="Sudah")
    walk.accept(held.proposal)
    actions.answer_comment(by=walk.by, comment_id=held.pk, answer="Sudah diperbaiki")


def moves_and_a_return(walk: Walk) -> None:
    """Moves inside a village, a kecamatan and the regency; one struck before returns."""
    inside, near, far, twice = present(V1, tps=f"{V1}/002")[:4]
    walk.do("pindah-tps", inside, tps=f"{V1}/001")
    walk.do("pindah-tps", near, tps=f"{V2}/001")
    walk.do("pindah-tps", far, tps=f"{V3}/001")
    moved = walk.do("pindah-tps", twice, tps=f"{V4}/001").result
    turned = "P" if moved.sex == "L" else "L"
    walk.do("ubah", moved, elements={"jenis_kelamin": turned})
    walk.journal.changed.clear()
    struck = PemilihVersi.objects.filter(village=V2, status="tms", until_rev__isnull=True).first()
    walk.do("pulih", struck)


STEPS = (
    ("a-daftar", source_lists),
    ("dphp", coklit),
    ("dps", nothing),
    ("dpshp", comments_on_dps),
    ("dpshp-akhir", moves_and_a_return),
    ("dpt", nothing),
)
TOTALS = [221, 218, 218, 218, 219, 219, 220]
"""Voters by hand: 220 + 1; coklit -4 +1; comments -1 +1; a return +1; quarter -1 +2."""


def check(now: Stood, before: Stood | None, journal: Journal) -> None:
    """Figures of a revision at every level against the list, the one before and the acts."""
    villages = by_village(now.revision, "73.12")
    for village, one in villages.items():
        flow = one.flow
        assert flow.holds
        assert flow.now == counted(now.lists[village])
        if before:
            assert flow.before == counted(before.lists[village])
        stations(now, before, village, flow)
        acts(now, before, village, journal)
    for path in (ground.FIRST, ground.SECOND, "73.12"):
        flow = together(one for at, one in villages.items() if at.startswith(path)).flow
        assert flow.holds
        assert flow == recap.total(recap.rows_below(now.revision, path, inside(path))).flow
    assert flow.moved == Count()

    assert flow.new.total - flow.tms.total == sum(
        len(journal.came[v]) - len(journal.gone[v]) for v in ground.VILLAGES
    )


def inside(path: str) -> list[str]:
    return [village for village in ground.VILLAGES if village.startswith(path)]


def counted(rows) -> Count:
    sexes = Counter(row[SEX] for row in rows)
    return Count(sexes["L"], sexes["P"], sexes[""])


def stations(now: Stood, before: Stood | None, village: str, flow) -> None:
    """Each TPS: before + came - gone + who changed TPS or sex = now; the villages' sum of them."""
    rows = RekapTps.objects.filter(revision=now.revision, path__startswith=village)
    assert sum((Count(row.men, row.women, row.unknown) for row in rows), Count()) == flow.now
    old = {row[0]: row for row in before.lists[village]} if before else {}
    new = {row[0]: row for row in now.lists[village]}
    for row in rows:
        both = old.keys() & new.keys()
        leaves = [old[p] for p in both if old[p][1] == row.path]
        arrives = [old[p] for p in both if new[p][1] == row.path]
        shifted = counted(arrives) - counted(leaves)
        turned = {way: Count(*counts) for way, counts in row.detail.get("kelamin", {}).items()}
        turn = turned.get("ke", Count()) - turned.get("dari", Count())
        was = counted([one for one in old.values() if one[1] == row.path])
        came = Count(row.came_men, row.came_women, row.came_unknown)
        gone = Count(row.gone_men, row.gone_women, row.gone_unknown)
        assert was + came - gone + shifted + turn == Count(row.men, row.women, row.unknown)


def acts(now: Stood, before: Stood | None, village: str, journal: Journal) -> None:
    """The difference of two revisions of a village is what the acts in between did."""
    base = revising.fixed(before.revision, village) if before else 0
    apart = revising.difference(village, base, revising.fixed(now.revision, village))
    came, gone, changed = journal.told(village)
    assert {row.pemilih_id for row in apart.came} == came
    assert {row.pemilih_id for row in apart.gone} == gone
    assert {new.pemilih_id for _old, new in apart.changed} == changed
    if before is None:
        return
    told = compare(
        system_viewer("73.12", "kpu"),
        Point(revision=before.revision.pk),
        Point(revision=now.revision.pk),
        village,
    )
    assert {one.row.id for one in told.came} == came
    assert {one.row.id for one in told.gone} == gone


def around_voting_day(walk: Walk, dpt: Stood) -> None:
    """Marks, DPTb, DPK and notices stand beside the DPT, whose total stays."""
    walk.on(25)
    with pytest.raises(Refused, match="jumlahnya tetap"):
        walk.do("ubah", present(V1)[0], elements={"nama": "LAIN"})
    Usulan.objects.filter(state="diajukan").get()
    died, goes, leaves, stays = present(V1)[:4]
    actions.mark(by=walk.by, voter_id=died.pemilih_id, kind="meninggal", evidence=PAPER)
    wrong = actions.mark(by=walk.by, voter_id=stays.pemilih_id, kind="pindah", evidence=PAPER)
    actions.withdraw_mark(by=walk.by, mark_id=wrong.pk, why="Salah orang")
    wanted = Transfer("bekerja", Evidence("surat tugas", "3/2023"))
    about = {"by": walk.by, "election_id": walk.election, "wanted": wanted}
    actions.register_out(**about, voter_id=goes.pemilih_id, target=f"{V3}/001")
    out = actions.register_out(
        **about, voter_id=leaves.pemilih_id, target="73.71", target_name="TPS 4 Contoh"
    )
    actions.register_in(
        **about, origin=Elsewhere("73.71", "TPS 9"), target=f"{V1}/001", elements=elements()
    )
    actions.cancel_transfer(by=walk.by, transfer_id=out.pk, why="Tidak jadi")
    walk.on(61)
    for path in sorted({row.tps for village in ground.VILLAGES for row in present(village)}):
        printed = RekapTps.objects.get(revision=dpt.revision, path=path)
        count = printed.men + printed.women
        actions.record_notices(
            by=walk.by,
            election_id=walk.election,
            path=path,
            printed=count,
            delivered=count - 2,
            undelivered={"meninggal": 1, "tidak-ditemui": 1},
        )
    actions.note_returned(
        by=walk.by, election_id=walk.election, voter_id=died.pemilih_id, reason="meninggal"
    )
    actions.record_dpk(by=walk.by, election_id=walk.election, path=f"{V4}/001", men=1, women=0)
    actions.enter_dpk(
        by=walk.by, election_id=walk.election, path=f"{V4}/001", number=1, elements=elements()
    )
    at = {row.path: row for row in list_counts(walk.by, walk.election, "73.12")}
    assert sum(row.dpt for row in at.values()) == len(together_of(dpt))
    first = at[f"{V1}/001"]
    assert (first.going, first.coming, first.marked) == (1, 1, 1)
    assert sum(row.expected for row in at.values()) == len(together_of(dpt)) + 1
    assert at[f"{V4}/001"].dpk == 1
    assert all(row.notices and row.notices.holds for row in at.values())


def together_of(one: Stood) -> list[tuple]:
    return [row for rows in one.lists.values() for row in rows]


def quarter_after(walk: Walk, dpt: Stood) -> Stood:
    """The office lets the DPT go; what voting day showed begins the quarter upon it."""
    walk.on(62)
    actions.release(by=walk.by, election_id=walk.election, basis="Surat KPU contoh")
    held = pdpb.open_quarter(by=walk.second, period=period_of(clock.today()), basis="Contoh")
    assert held.previous == dpt.revision
    seeds = seeds_for_pdpb(walk.by, walk.election, "73.12")
    assert {seed.source for seed in seeds} == {"tanda", "pemberitahuan", "dpk"}
    (died,) = {seed.voter for seed in seeds if seed.source == "tanda"}
    version = PemilihVersi.objects.get(pemilih=died, until_rev__isnull=True)
    agency(walk, held, "dukcapil", "tms:meninggal", [elements_in(version)], V1)
    visit = Kunjungan.objects.get(revision=held, pemilih=died)
    pdpb.record_visit(
        by=walk.by,
        visit_id=visit.pk,
        report=Report("meninggal", clock.today(), "Ditemui ketua RT"),
        evidence="akta kematian",
        evidence_note="9/2023",
    )
    born = date(clock.today().year - 17, 1, 9).strftime("%d-%m-%Y")
    pupils = [
        elements(f"Contoh Pemula {sex}", tanggal_lahir=born, jenis_kelamin=sex) for sex in "LP"
    ]
    agency(walk, held, "sekolah", "baru:pemula", pupils, V2)
    for proposal in Usulan.objects.filter(state="diajukan", election=held.election):
        walk.accept(proposal)
    made = pdpb.prepare_plenary(
        by=walk.by,
        revision_id=held.pk,
        opens=clock.now() - timedelta(minutes=5),
        closes=clock.now() + timedelta(hours=2),
        venue="Aula contoh",
    )
    attended(walk, made.meeting)
    pdpb.determine(by=walk.by, revision_id=held.pk, venue="Aula contoh", note="Tanpa Sidalih")
    held.refresh_from_db()
    now = stood(held, 62)
    check(now, dpt, walk.journal)
    return now


def agency(walk: Walk, held, sender: str, claim: str, rows, village: str) -> None:
    today = clock.today()
    letter = Letter(sender, claim, f"contoh/{sender}", today, today)
    made = pdpb.receive(by=walk.by, revision_id=held.pk, letter=letter)
    names = ("nik", "nkk", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "rt", "rw")
    lines = [";".join([*names, "desa"])]
    lines += [";".join([*(getattr(row, name) for name in names), village]) for row in rows]
    batch = staging.open_batch(
        walk.by,
        kind="data-instansi",
        name=f"{sender}.csv",
        content="\n".join(lines).encode(),
        options={"kiriman": str(made.pk)},
    )
    staging.read_now(batch.pk)
    publish_import(by=walk.by, batch_id=batch.pk)
    take_delivery.func(made.pk)


def attended(walk: Walk, meeting_id: int) -> None:
    meeting = Meeting.objects.get(pk=meeting_id)
    meetings.invite(by=walk.by, meeting_id=meeting_id, people=ground.guests())
    rows = meeting.guests.filter(member=True).values_list("number", flat=True)
    marks = [Mark(number, "hadir") for number in rows]
    meetings.copy_paper(by=walk.by, session_id=meeting.sessions.get().pk, marks=marks)


def any_day_is_what_was_frozen(walk: Walk, one: Stood) -> None:
    """The list of the day on which a revision was determined is still that list."""
    day = (BEGINS + timedelta(days=one.day)).date()
    for village, rows in one.lists.items():
        assert listed(village, revising.fixed(one.revision, village)) == rows
        shown = list_on(walk.by, village, day)
        assert {(row.id, row.tps, row.name) for row in shown.rows} == {
            (row[0], row[1], row[4]) for row in rows
        }
        assert Count(shown.men, shown.women, shown.unknown) == counted(rows)
    if one.revision.decision:
        assert decisions.changes_since(one.revision.decision) == ()
