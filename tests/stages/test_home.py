"""Beranda: my work in ten seconds, from everything that runs, and nothing of what is dead."""

from datetime import datetime

import pytest

from jurdil.kernel.actions import tasks as task_acts
from jurdil.kernel.models import Election
from jurdil.stages import actions, home, monday
from tests import factories
from tests.stages.ground import WITA, ends, on, opened
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
MONDAY = (2026, 11, 23)


def page(client, url="/"):
    return client.get(url).content.decode()


def chair(client):
    account = factories.account("ketua")
    client.force_login(account)
    return account


def a_task(by, election, title, day, hour=None, **more):
    due = datetime(*day, hour, tzinfo=WITA) if hour else ends(*day)
    return task_acts.open_task(by=by, election_id=election.pk, title=title, due=due, **more)


def test_late_today_and_this_week_stand_under_their_headings_and_later_is_left_out(client):
    by, election = opened()
    for title, day, hour in (
        ("Tugas lewat", (2024, 2, 12), None),
        ("Tugas hari ini", (2024, 2, 15), 14),
        ("Tugas pekan ini", (2024, 2, 19), None),
        ("Tugas bulan depan", (2024, 3, 20), None),
    ):
        a_task(by, election, title, day, hour)
    chair(client)
    shown = page(client)
    late, today, week = (shown.index(t) for t in ("Tugas lewat", "Tugas hari ini", "Tugas pekan"))
    assert shown.index("Terlambat (1)") < late < shown.index("Hari ini (1)") < today < week
    assert "3 hari lewat" in shown and "14.00 WITA" in shown and "4 hari lagi" in shown
    assert "Tugas bulan depan" not in shown


def test_a_day_is_late_only_when_it_is_over():
    by, election = opened()
    a_task(by, election, "Sampai akhir hari", (2024, 2, 15))
    on(2024, 2, 15, 23)
    assert home.build(by, "semua").tasks[0].standing == "hari-ini"
    on(2024, 2, 16, 0)
    assert home.build(by, "semua").tasks[0].standing == "terlambat"


def test_what_waits_for_instructions_is_not_late():
    by, election = opened()
    task = a_task(by, election, "Menunggu", (2024, 2, 12))
    assert home.build(by, "semua").groups[0].standing == "terlambat"
    task_acts.wait_for_instructions(by=by, task_id=task.pk, whom="KPU RI", letter="Surat 1")
    found = home.build(by, "semua")
    assert found.groups == () and found.waiting == 1


def test_two_elections_and_the_routine_work_are_merged_and_the_switch_is_a_filter():
    by, election = opened()
    rutin = actions.open_election(by=by, regime="rutin", path=by.path)
    a_task(by, election, "Dari pemilu", (2024, 2, 16))
    a_task(by, rutin, "Dari kerja rutin", (2024, 2, 16))
    titles = {row.text.id for row in home.build(by, "semua").tasks}
    assert {"Dari pemilu", "Dari kerja rutin"} <= titles
    only = home.build(by.about(rutin.pk), "semua").tasks
    assert {row.election_id for row in only} == {rutin.pk}


def test_an_election_that_is_over_shows_nothing_but_the_way_to_close_it(client):
    by, election = opened()
    a_task(by, election, "Tugas pemilu mati", (2024, 2, 16))
    on(*MONDAY)
    chair(client)
    shown = page(client)
    assert "Tugas pemilu mati" not in shown
    assert f"/jadwal/{election.pk}/tutup/" in shown


def test_one_s_own_division_is_the_default_and_nobody_s_work_is_everybody_s():
    by, election = opened()
    a_task(by, election, "Data", (2024, 2, 16), division="rendatin")
    a_task(by, election, "Teknis", (2024, 2, 16), division="teknis")
    a_task(by, election, "Siapa saja", (2024, 2, 16))
    viewer = factories.viewer("operator", division="subbag-rendatin")
    found = home.build(viewer, "")
    assert found.scope == "divisi"
    titles = {line.row.text.id for group in found.groups for line in group.lines}
    assert titles == {"Data", "Siapa saja"}


def test_days_to_voting_explain_themselves(client):
    opened(day=(2023, 11, 8))
    chair(client)
    shown = page(client)
    assert "98 hari" in shown
    assert "Hari pemungutan suara" in shown and "PKPU 3/2022" in shown


def test_an_ordinary_monday_in_the_order_of_the_practice(client):
    opened("rutin", MONDAY)
    chair(client)
    shown = page(client)
    order = [
        "Perlu selesai minggu ini",
        "Pekan ini",
        "Data pemilih berkelanjutan (PDPB)",
        "Pemutakhiran data parpol",
        "Mulai di sini",
        "Pemilu 2029",
    ]
    # The left column names "Mulai di sini", too, so the page itself is read.
    body = shown[shown.index("<main") :]
    places = [body.index(words) for words in order]
    assert places == sorted(places)
    assert "Rapat pleno rutin" in body and "Sen 23 Nov" in body
    assert "38 hari" in body, "the quarter ends on 31 December"
    assert "menunggu surat edaran KPU" in body
    assert "35 hari" in body, "the parties' last day is 28 December"
    assert "Dasar hukum belum ada" in body and "14 Jun 2027" in body
    assert '<svg class="map' not in body and "Pemilu 2024" not in body


def test_an_office_without_any_election_is_told_what_to_do(client):
    on(*MONDAY)
    chair(client)
    body = page(client)
    assert "Belum ada jadwal" in body and "/jadwal/buka/" in body


def test_running_cases_show_their_clock():
    by, election = opened("rutin", MONDAY)
    assert monday.clocks(by) == ()
    actions.record_event(
        by=by,
        election_id=election.pk,
        trigger="surat-paw-diterima",
        case="PAW-1",
        day=datetime(2026, 11, 20, tzinfo=WITA).date(),
        basis="Surat contoh",
    )
    assert [(row.case, row.at) for row in monday.clocks(by)] == [("PAW-1", ends(2026, 11, 27))]


def test_bawaslu_s_house_has_the_same_page(client):
    factories.office(kind="bawaslu")
    opened()
    client.force_login(factories.account("bw-ketua"))
    shown = page(client)
    assert "Awasi:" in page(client, "/tugas/?tugas=semua")
    assert "Perlu selesai minggu ini" in shown


def test_ppk_sees_the_tasks_of_its_own_kecamatan_only():
    by, election = opened()
    a_task(by, election, "Tugas kabupaten", (2024, 2, 16))
    ppk = factories.viewer("ppk", "73.12.01")
    a_task(ppk, election, "Tugas kecamatan", (2024, 2, 16))
    assert [row.text.id for row in home.build(ppk, "semua").tasks] == ["Tugas kecamatan"]


def test_a_visitor_sees_the_office_and_its_schedule_and_no_work(client):
    by, election = opened()
    a_task(by, election, "Tugas rahasia", (2024, 2, 16))
    shown = page(client)
    assert "KPU Kabupaten Contoh" in shown and "Rekapitulasi di kecamatan" in shown
    assert "Tugas rahasia" not in shown and "Perlu selesai" not in shown
    assert "/jadwal/umum.ics" in shown and "Masuk" in shown


def test_a_witness_sees_the_public_page(client):
    opened()
    client.force_login(factories.account("saksi"))
    assert "Perlu selesai" not in page(client)


def test_home_asks_nineteen_times_and_for_its_panels_what_is_named_here(
    client, django_assert_max_num_queries
):
    by, election = opened()
    actions.open_election(by=by, regime="rutin", path=by.path)
    with setting_up():  # without ballots: what other rooms ask is theirs to keep low
        Election.objects.update(contests=[])
    for day in range(1, 29):
        a_task(by, election, f"Tugas {day}", (2024, 2, day))
    chair(client)
    client.get("/")
    of_office = ("late letters", "letters", "expense files", "legal products")
    of_meetings = ("meetings", "follow-ups")
    of_voters = ("routine work", "quarter", "elections", "schedule", "window", "coklit")
    of_advice, of_press = ("advice", "advice to answer"), ("releases", "clippings")
    of_rulings = ("rulings", "rulings to carry out")
    of_overseer = (*of_advice, *of_rulings)
    of_others = ("activities", "held packages", "records that wait", *of_overseer, *of_press)
    of_rooms = len(
        ("entry", "review", "seats", "field work", *of_office, *of_meetings, *of_voters, *of_others)
    )
    with django_assert_max_num_queries(19 + of_rooms):
        client.get("/")


@pytest.mark.parametrize(
    ("hour", "words"), [(7, "pagi"), (12, "siang"), (16, "sore"), (20, "malam")]
)
def test_the_greeting_follows_the_office_s_hour(hour, words):
    on(2024, 2, 15, hour)
    assert home.greeting("Budi") == f"Selamat {words}, Budi"
