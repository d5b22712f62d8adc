"""Measured before and after: applicants per seat, tests together, what follows voting day."""

from datetime import timedelta
from fractions import Fraction
from importlib import import_module

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from jurdil.kernel import clock
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election, ImportBatch
from jurdil.law.outreach import learning
from jurdil.law.outreach.learning import Held, Question
from jurdil.law.outreach.states import State
from jurdil.law.participation import applicants as law
from jurdil.law.participation.applicants import Count
from jurdil.law.regime import load_regime
from jurdil.outreach import actions, queries
from jurdil.outreach.models import Activity, ApplicantCount
from tests import factories
from tests.outreach import ground as outreach
from tests.results import ground as results
from tests.writes import setting_up

database = pytest.mark.django_db
VILLAGE = results.LABESSI
KECAMATAN = VILLAGE[:8]
REGIME = load_regime("pemilu-2024")
HEAD = "kode;badan;kursi;pelamar;laki_laki;perempuan;sumber\n"


def test_applicants_are_counted_for_each_seat_and_a_call_needs_two_for_one():
    count = Count(5, 14, 9, 5)
    assert law.per_seat(count).value == Fraction(14, 5)
    assert not law.short(REGIME, count) and law.short(REGIME, Count(5, 9))
    assert not law.short(load_regime("rutin"), Count(5, 0)), "no source, no finding"
    assert law.wanted(REGIME).confirmed is False


def test_the_bodies_of_an_election_are_those_of_its_regime():
    assert [one.id for one in law.bodies(REGIME)][:3] == ["ppk", "pps", "kpps"]


def test_men_and_women_that_are_not_the_whole_are_named_with_both_numbers():
    (found,) = law.faults(Count(5, 14, 9, 6))
    assert "berjumlah 15" in found.id and "pelamar 14" in found.id
    assert law.faults(Count(5, 14, 9, None)) == law.faults(Count(5, 14, None, 14)) == ()
    (more,) = law.faults(Count(5, 14, None, 15))
    assert "perempuan 15" in more.id and "pelamar 14" in more.id


def test_a_sex_that_one_place_did_not_give_is_unknown_for_all():
    whole = law.together((Count(3, 8, 5, 3), Count(3, 6)))
    assert (whole.seats, whole.applicants, whole.men, whole.women) == (6, 14, None, None)


def test_tests_together_weigh_by_their_answers_and_say_when_they_are_few():
    one = Held((Question("Kapan?", 5, 9),), 10, 10)
    other = Held((Question("Di mana?", 10, 40), Question("Siapa?", 20, 30)), 40, 50)
    found = learning.together([one, other])
    assert found.before.value == Fraction(100 * 35, 90)
    assert found.after.value == Fraction(100 * 79, 110)
    assert found.gain.value == found.after.value - found.before.value and not found.few
    assert learning.together([one]).few and learning.together([]).before.absent


@pytest.fixture
def held(db):
    return results.election()


@pytest.fixture
def staff(held):
    return results.operator(held)


def record(staff, held, body="pps", path=VILLAGE, count=None, source="Pengumuman 212"):
    return actions.record_applicants(
        by=staff,
        election_id=held.pk,
        body=body,
        path=path,
        count=count or Count(3, 8, 5, 3),
        source=source,
    )


@database
def test_the_newest_count_of_a_place_stands_and_the_page_says_how_many_are_recorded(held, staff):
    record(staff, held, count=Count(3, 4))
    record(staff, held)
    record(staff, held, "ppk", KECAMATAN, Count(5, 9, 6, 3))
    lines = {one.body: one for one in queries.participation(staff, held.pk).applicants}
    pps, ppk = lines["pps"], lines["ppk"]
    assert (pps.per_seat.value, pps.count.women, pps.places) == (Fraction(8, 3), 3, 1)
    assert pps.expected > 1 and lines["kpps"].per_seat is None
    assert (ppk.count.applicants, ppk.short) == (9, 1), "nine are fewer than twice five"
    assert ApplicantCount.objects.count() == 3
    below = {one.body: one for one in queries.participation(staff, held.pk, VILLAGE).applicants}
    assert "ppk" not in below and below["pps"].expected == 1


@database
def test_what_cannot_be_recorded_is_refused_in_a_sentence(held, staff):
    for said, values in (
        ("dicatat per kecamatan", {"body": "ppk"}),
        ("dicatat per desa", {"path": KECAMATAN}),
        ("dicatat per desa", {"path": f"{VILLAGE}/001"}),
        ("tidak ada pada pemilihan ini", {"body": "saksi"}),
        ("berjumlah 9, sedangkan pelamar 8", {"count": Count(3, 8, 5, 4)}),
        ("lebih dari nol", {"count": Count(0, 8)}),
        ("sumbernya", {"source": " "}),
    ):
        with pytest.raises(Refused, match=said):
            record(staff, held, **values)
    with pytest.raises(Election.DoesNotExist):
        record(factories.viewer("pps", "73.12.02.2001"), held)
    with pytest.raises(IntegrityError), transaction.atomic():
        ApplicantCount.objects.create(
            election_id=held.pk, path=VILLAGE, body="pps", seats=3, applicants=8, men=1, women=1,
            source="x", account_name="x", at=clock.now(),
        )  # fmt: skip


@database
def test_a_file_brings_applicants_and_a_wrong_row_refuses_it(held, staff):
    def read(*lines):
        return results.read(held, "pelamar-adhoc", (HEAD + "\n".join(lines) + "\n").encode())

    bad = read(f"{VILLAGE};ppk;5;14;9;5;Uji")
    assert bad.state == ImportBatch.State.REFUSED and "per kecamatan" in str(bad.faults)
    bad = read(f"{VILLAGE};pps;3;8;5;4;Uji")
    assert bad.state == ImportBatch.State.REFUSED and "berjumlah 9" in str(bad.faults)
    bad = read(f"{VILLAGE};pps;;8;5;3;Uji")
    assert bad.state == ImportBatch.State.REFUSED and "harus diisi" in str(bad.faults)
    good = read(f"{VILLAGE};pps;3;8;5;3;Siakba", f"{KECAMATAN};ppk;5;14;;;Siakba")
    assert good.state == ImportBatch.State.PREVIEW, good.faults
    publish_import(by=staff, batch_id=good.pk)
    found = {one.body: one.count for one in queries.participation(staff, held.pk).applicants}
    assert (found["pps"], found["ppk"]) == (Count(3, 8, 5, 3), Count(5, 14))


@database
def test_a_page_takes_applicants_and_says_what_is_wrong_with_nothing_lost(client, held):
    client.force_login(factories.account("operator"))
    url = reverse("outreach:applicants", args=[held.pk])
    values = {"body": "pps", "path": VILLAGE, "seats": "3", "applicants": "8"}
    values |= {"men": "5", "women": "4", "source": "Pengumuman 212"}
    answer = client.post(url, values)
    assert answer.status_code == 422 and "berjumlah 9" in answer.content.decode()
    assert "Pengumuman 212" in answer.content.decode()
    page = client.post(url, values | {"women": "3"}, follow=True).content.decode()
    assert "Pelamar dicatat dengan sumbernya" in page and "Pelamar per kursi" in page


@database
def test_the_first_page_says_what_there_is_to_do(client, held):
    client.force_login(factories.account("operator"))
    page = client.get(reverse("outreach:participation")).content.decode()
    assert "Lengkapi pelamar badan adhoc" in page
    assert f"/sosialisasi/partisipasi/{held.pk}/pelamar/" in page
    assert "Belum ada pemilihan sebelumnya" in page
    assert "menuju pemungutan suara" in page or "TPS masuk" in page


@database
def test_activities_after_voting_day_are_counted_with_their_people(held, staff):
    outreach.reported(staff, held)
    with setting_up():
        Election.objects.update(voting_day=clock.today())
    assert queries.participation(staff, held.pk).after is None, "voting day has not passed"
    with setting_up():
        Election.objects.update(voting_day=clock.today() - timedelta(days=1))
        Activity.objects.update(held_on=clock.today(), state=State.VERIFIED)
    found = queries.participation(staff, held.pk).after
    assert (found.activities, found.people, found.uncounted) == (1, 45, 0)


@database
def test_the_list_of_elections_reads_no_page_of_participation_whole(held, staff, monkeypatch):
    asked, page = [], import_module("jurdil.outreach.queries.participation")
    for name in ("_lines", "_before", "_slips"):
        monkeypatch.setattr(page, name, lambda *_given, one=name: asked.append(one))
    (row,) = queries.overview(staff)
    assert row.id == held.pk and not asked


@database
def test_only_tests_of_verified_activities_are_told(held, staff):
    made = outreach.reported(staff, held)
    asked = (Question("Kapan?", 4, 9),)
    actions.keep_test(
        by=staff, activity_id=made, sheets_before=10, sheets_after=10, questions=asked
    )
    assert queries.participation(staff, held.pk).tests.number == 0
    with setting_up():
        Activity.objects.update(state=State.VERIFIED)
    found = queries.participation(staff, held.pk).tests
    assert (found.number, found.result.gain.value) == (1, 50)


@database
def test_an_activity_of_voting_day_itself_is_none_after_it(held, staff):
    outreach.reported(staff, held)
    day = clock.today() - timedelta(days=1)
    with setting_up():
        Election.objects.update(voting_day=day)
        Activity.objects.update(held_on=day, state=State.VERIFIED)
    assert queries.participation(staff, held.pk).after.activities == 0


@database
def test_a_code_that_is_no_place_is_left_out_of_a_file_and_told(held, staff):
    lines = (f"{VILLAGE};pps;3;8;5;3;Uji", "73.12.99.9999;pps;3;8;5;3;Uji")
    batch = results.read(held, "pelamar-adhoc", (HEAD + "\n".join(lines) + "\n").encode())
    assert (batch.state, batch.rows_take, batch.rows_skip) == (ImportBatch.State.PREVIEW, 1, 1)
    publish_import(by=staff, batch_id=batch.pk)
    assert [one.path for one in ApplicantCount.objects.all()] == [VILLAGE]
