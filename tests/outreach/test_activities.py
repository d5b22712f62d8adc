"""Activities: who may file what where, four eyes, and that only verified ones count."""

from datetime import timedelta

import pytest

from jurdil.kernel import clock
from jurdil.kernel.acts import OutOfScope, Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.law.outreach.attendance import Attendance
from jurdil.law.outreach.learning import Question
from jurdil.office import queries as office
from jurdil.outreach import actions, queries
from jurdil.outreach.models import Activity, ActivityVillage
from jurdil.outreach.records import NewEvidence, Wanted
from tests.outreach import ground
from tests.places.ground import LABESSI, LILIRIAJA, MARIORIWAWO, TETTIKENRARAE

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    return ground.election()


def state(activity_id):
    return Activity.objects.get(pk=activity_id).state


def test_a_village_files_and_somebody_else_at_the_office_verifies(held):
    pps, parmas = ground.person("pps", LABESSI), ground.person("kasubbag")
    made = ground.reported(pps, held)
    assert state(made) == "menunggu" and queries.waiting_count(parmas) == 1
    with pytest.raises(Forbidden):
        actions.verify_activity(by=pps, activity_id=made)
    actions.send_back(by=parmas, activity_id=made, reason="Foto belum ada")
    assert queries.returned(pps)[0].reason == "Foto belum ada"
    actions.report_activity(by=pps, activity_id=made, draft=ground.draft(held))
    actions.verify_activity(by=parmas, activity_id=made)
    row = queries.activity(parmas, made).row
    assert row.counts and row.filed_by == pps.name
    with pytest.raises(Refused, match="tidak diubah lagi"):
        actions.change_activity(by=parmas, activity_id=made, draft=ground.draft(held))
    acts = [one.act for one in LedgerEntry.objects.filter(subject=f"activity:{made}")]
    assert acts == ["outreach.report", "outreach.send_back", "outreach.report", "outreach.verify"]


def test_nobody_verifies_an_own_report(held):
    one, other = ground.person("kasubbag"), ground.person("operator")
    made = ground.reported(one, held)
    with pytest.raises(Refused, match="Anda kirim sendiri"):
        actions.verify_activity(by=one, activity_id=made)
    assert queries.waiting_count(one) == 0
    actions.verify_activity(by=other, activity_id=made)


def test_a_verified_report_sent_back_no_longer_counts(held):
    made = ground.reported(ground.person("pps", LABESSI), held)
    parmas = ground.person("kasubbag")
    actions.verify_activity(by=parmas, activity_id=made)
    assert queries.village_reach(parmas, held.pk)[LABESSI].people == 45
    with pytest.raises(Refused, match="Tuliskan alasannya"):
        actions.send_back(by=parmas, activity_id=made, reason=" ")
    actions.send_back(by=parmas, activity_id=made, reason="Terlaporkan dua kali")
    assert queries.village_reach(parmas, held.pk) == {}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"came": Attendance(20, 25, 46)}, "20 \\+ perempuan 25 = 45, tetapi .* 46"),
        ({"came": Attendance(1, 1, 2, 2, 0)}, "2 lebih besar daripada laki-laki 1"),
        ({"base": "petani"}, "Basis “petani” tidak dikenal"),
        ({"method": "konser"}, "Metode “konser” tidak dikenal"),
        ({"title": "  "}, "Isi nama kegiatan"),
        ({"stage": "tak-ada"}, "Tahapan itu tidak ada"),
        ({"institution_id": 999}, "tidak ada di direktori"),
        ({"programme_id": 999}, "Program itu tidak ada"),
    ],
)
def test_a_report_that_cannot_be_is_refused_in_a_sentence(held, values, sentence):
    with pytest.raises(Refused, match=sentence):
        ground.reported(ground.person("pps", LABESSI), held, **values)
    assert not Activity.objects.exists()


def test_days_outside_are_refused_with_both_days(held):
    pps = ground.person("pps", LABESSI)
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Refused, match=f"{tomorrow:%d-%m-%Y} belum dilaksanakan; hari ini"):
        ground.reported(pps, held, held_on=tomorrow)
    far = clock.today() - timedelta(days=400)
    with pytest.raises(Refused, match=f"{far:%d-%m-%Y} lebih dari 180 hari di luar jadwal"):
        ground.reported(pps, held, held_on=far)
    actions.plan_activity(by=pps, draft=ground.draft(held, held_on=tomorrow, came=Attendance()))


def test_a_village_neither_files_elsewhere_nor_touches_what_the_office_recorded(held):
    pps, operator = ground.person("pps", LABESSI), ground.person("operator")
    with pytest.raises((Refused, OutOfScope)):
        ground.reported(pps, held, path=TETTIKENRARAE)
    here = ground.reported(operator, held)
    with pytest.raises(Refused, match="badan di atas Anda"):
        actions.report_activity(by=pps, activity_id=here, draft=ground.draft(held))
    there = ground.reported(operator, held, path=LILIRIAJA)
    with pytest.raises(Activity.DoesNotExist):
        actions.cancel_activity(by=pps, activity_id=there, reason="x")
    assert [one.id for one in queries.activities(pps, Wanted()).rows] == [here]


def test_an_activity_of_a_kecamatan_reaches_the_villages_that_were_named(held):
    ppk = ground.person("ppk", MARIORIWAWO)
    wide = ground.reported(ppk, held, path=MARIORIWAWO, villages=(LABESSI, TETTIKENRARAE))
    none = ground.reported(ppk, held, path=MARIORIWAWO, title="Tanpa desa")
    reached = ActivityVillage.objects.filter(activity=wide).values_list("path", flat=True)
    assert set(reached) == {LABESSI, TETTIKENRARAE}
    assert not ActivityVillage.objects.filter(activity=none).exists()
    office = ground.person("operator")
    assert [one.id for one in queries.of_village(office, TETTIKENRARAE)] == [wide]


def test_coverage_shows_gaps_by_village_and_base_with_what_to_do_next(held):
    office = ground.person("kasubbag")
    made = ground.reported(ground.person("pps", LABESSI), held)
    before = queries.grid(office, held.pk)
    cell = next(c for row in before.rows for c in row.cells if c.village == LABESSI)
    assert len(before.rows) == 70 and len(before.bases) == 10 and cell.wanted == 1
    actions.verify_activity(by=ground.person("operator"), activity_id=made)
    actions.set_target(by=office, election_id=held.pk, base="pemula", per_village=2)
    actions.set_target(by=office, election_id=held.pk, base="warga-internet", per_village=0)
    grid = queries.grid(office, held.pk, MARIORIWAWO)
    mine = next(row for row in grid.rows if row.path == LABESSI)
    marks = {one.base: str(one.mark) for one in mine.cells}
    assert marks["pemula"] == "sebagian" and "warga-internet" not in marks
    assert grid.days_left == 60 and grid.gaps == len(grid.rows) * 9 - 1
    assert len({row.path for row, _cell, _name in grid.next}) == len(grid.next) == 6
    with pytest.raises(Refused, match="51 kegiatan per desa di luar 0 sampai 50"):
        actions.set_target(by=office, election_id=held.pk, base="muda", per_village=51)


def test_a_running_stage_without_programme_is_named(held):
    office = ground.person("kasubbag")
    rows = {one.stage: one for one in queries.programme(office, held.pk)}
    assert rows[ground.STAGE].silent and rows[ground.OTHER].silent
    line = actions.keep_programme(
        by=office, election_id=held.pk, title="Sekolah", wanted=4, stage=ground.STAGE, base="pemula"
    )
    made = ground.reported(
        ground.person("pps", LABESSI), held, stage=ground.STAGE, programme_id=line
    )
    actions.verify_activity(by=office, activity_id=made)
    row = {one.stage: one for one in queries.programme(office, held.pk)}[ground.STAGE]
    assert not row.silent and (row.lines[0].verified, row.lines[0].share.value) == (1, 0.25)
    actions.drop_programme(by=office, programme_id=line, reason="Digabung")
    assert not {one.stage: one for one in queries.programme(office, held.pk)}[ground.STAGE].lines


def test_evidence_is_a_plain_link_or_a_file_once_and_withdrawn_with_a_reason(held):
    pps, office = ground.person("pps", LABESSI), ground.person("kasubbag")
    made = ground.reported(pps, held)
    link = NewEvidence("tautan", address="https://contoh.go.id/foto")
    with pytest.raises(Refused, match="tidak dapat dibuka"):
        actions.add_evidence(
            by=pps, activity_id=made, evidence=NewEvidence("tautan", address="javascript:alert(1)")
        )
    kept = actions.add_evidence(by=pps, activity_id=made, evidence=link)
    with pytest.raises(Refused, match="sudah dilampirkan"):
        actions.add_evidence(by=pps, activity_id=made, evidence=link)
    other = ground.reported(pps, held, title="Lain")
    actions.add_evidence(by=pps, activity_id=other, evidence=link)
    found = [one.id for one in queries.activity(office, made).findings]
    assert any("juga dipakai kegiatan lain" in text for text in found)
    actions.drop_evidence(by=pps, activity_id=made, evidence_id=kept, reason="Salah foto")
    page = queries.activity(office, made)
    assert page.evidence[0].dropped_for == "Salah foto" and page.row.evidence == 0


def test_the_same_activity_filed_twice_is_shown_to_whoever_verifies(held):
    pps = ground.person("pps", LABESSI)
    made, _twin = ground.reported(pps, held), ground.reported(pps, held)
    texts = [one.id for one in queries.activity(ground.person("kasubbag"), made).findings]
    assert any("terlaporkan dua kali" in text for text in texts)


def test_a_test_is_counted_and_impossible_counts_are_refused(held):
    pps = ground.person("pps", LABESSI)
    made = ground.reported(pps, held)
    rows = (Question("Kapan hari pemungutan suara?", 12, 38), Question("Syarat memilih?", 20, 40))
    with pytest.raises(Refused, match="Soal 2 sesudah: benar 40 dari 39 lembar"):
        actions.keep_test(
            by=pps, activity_id=made, sheets_before=40, sheets_after=39, questions=rows
        )
    actions.keep_test(by=pps, activity_id=made, sheets_before=40, sheets_after=40, questions=rows)
    actions.keep_test(by=pps, activity_id=made, sheets_before=40, sheets_after=40, questions=rows)
    test = queries.activity(pps, made).test
    assert len(test.questions) == 2
    assert (test.result.before.value, test.result.after.value) == (40, 97.5)


def test_the_expense_file_has_the_papers_that_the_evidence_is(held):
    operator = ground.person("operator")
    made = ground.reported(operator, held)
    photo = NewEvidence("foto", name="a.jpg", content=b"\xff\xd8\xff1", media_type="image/jpeg")
    actions.add_evidence(by=operator, activity_id=made, evidence=photo)
    actions.open_spj(by=operator, activity_id=made)
    row = office.spj_of(operator, LABESSI, f"outreach:activity:{made}")
    assert row.kind == "sosialisasi" and "foto" not in {one.paper for one in row.lacks}
    signed = NewEvidence("daftar-hadir", name="b.pdf", content=b"%PDF-1", media_type="x")
    actions.add_evidence(by=operator, activity_id=made, evidence=signed)
    row = office.spj_of(operator, LABESSI, f"outreach:activity:{made}")
    assert "hadir-peserta" not in {one.paper for one in row.lacks}


def test_what_comes_is_told_to_everybody_without_persons(held):
    day = clock.today() + timedelta(days=3)
    plan = ground.draft(held, held_on=day, came=Attendance())
    actions.plan_activity(by=ground.person("operator"), draft=plan)
    ground.reported(ground.person("operator"), held)
    visitor = ground.Viewer("publik", "73.12", "kpu")
    assert [one.held_on for one in queries.coming(visitor)] == [day]
    with pytest.raises(Forbidden):
        queries.activities(visitor, Wanted())
