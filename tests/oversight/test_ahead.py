"""One list of clocks for the house, the quarter on home, figures from outside, own signals."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jurdil.kernel import clock, risk_signals
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Election, Grant
from jurdil.kernel.roles import BAWASLU
from jurdil.law.oversight import ikp_sources
from jurdil.law.oversight.ikp_models import model
from jurdil.law.text import Text
from jurdil.oversight import actions, clocks_ahead, quarters, queries
from jurdil.oversight.clocks_ahead import Clock
from jurdil.places import actions as places
from jurdil.places.records import NewTps
from tests import factories
from tests.law.oversight.figures import KALTIM_TYPO, PROVINCES
from tests.oversight import dispute_ground, ground, money_ground, neutral_ground
from tests.oversight.advice_samples import advice, draft
from tests.samples import REGENCY, World, X, Y
from tests.writes import setting_up

IKP = model("ikp-2024")
RIGHT = "region,score\n" + "".join(f"{name},{score}\n" for name, score in PROVINCES.items())
TYPO = RIGHT.replace("Kalimantan Timur,74.04", "Kalimantan Timur,77.04")


@pytest.fixture
def world(db):
    return World(BAWASLU)


@pytest.fixture
def chair(world):
    return factories.viewer("bw-ketua", REGENCY)


# --- clocks ---


def test_clocks_of_every_concern_stand_in_one_order(world, chair):
    row = dispute_ground.dispute(chair, REGENCY)
    dispute_ground.step(chair, row.pk, "registrasi", letter="05")
    made = neutral_ground.case(chair, X)
    neutral_ground.step(chair, made.pk, "ke-sbt", reference="1")
    given, drafted = advice(world, X), draft(world, X)
    found = queries.running_clocks(chair)
    subjects = [one.clock.subject for one in found]
    assert subjects[:2] == [f"dispute:{row.pk}", f"neutral:{made.pk}"]
    assert set(subjects) == {*subjects[:2], f"advice:{given.pk}", f"draft:{drafted.pk}"}
    assert [one.clock.ends_at for one in found] == sorted(one.clock.ends_at for one in found)


def test_a_concern_without_the_reader_s_right_is_left_out(world, chair):
    end = clock.now() + timedelta(days=1)

    def source(viewer):
        return [Clock("x:1", "x", Text("x", "x"), end, "calendar-days", "/", X)]

    clocks_ahead.register("x", Text("x", "x"), source, right="oversight.neutral_figures")
    try:
        with pytest.raises(ValueError, match="twice"):
            clocks_ahead.register("x", Text("x", "x"), source, right="oversight.ikp")
        assert [one.clock.subject for one in clocks_ahead.ahead(chair)] == ["x:1"]
        assert clocks_ahead.ahead(factories.viewer("pkd", world.village(X))) == ()
    finally:
        clocks_ahead.unregister("x")


def test_longer_lists_of_clocks_cost_no_more_queries(world, chair):
    pages = (
        queries.running_clocks,
        queries.neutral_list,
        queries.neutral_table,
        queries.dispute_list,
        queries.dispute_table,
        queries.money_list,
        queries.money_overview,
    )

    def add():
        made = neutral_ground.case(chair, X)
        neutral_ground.step(chair, made.pk, "ke-sbt", reference="1")
        row = dispute_ground.dispute(chair, REGENCY)
        dispute_ground.step(chair, row.pk, "registrasi", letter="05")
        dispute_ground.step(chair, row.pk, "mulai-mediasi")
        money_ground.event(chair, X, source=f"neutral:{made.pk}")
        draft(world, X)

    def counted():
        found = {}
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                page(chair)
            found[page.__name__] = len(asked)
        return found

    clock.remember_office(world.office)  # as every request does
    try:
        add()
        one = counted()
        for _count in range(5):
            add()
        assert counted() == one
    finally:
        clock.remember_office(None)


@pytest.mark.parametrize("day", [date(2024, 3, 1), datetime(2023, 12, 31, 20, tzinfo=UTC)])
def test_the_days_off_between_a_clock_and_today_are_all_known(world, day):
    found = clocks_ahead.calendar_of([day])
    for year in range(2024, clock.today().year + 1):
        assert date(year, 8, 17) in found.holidays, year
    assert date(2024, 1, 1) in found.holidays


def test_home_of_bawaslu_shows_clocks_and_the_quarter(world, chair, client):
    made = neutral_ground.case(chair, X)
    neutral_ground.step(chair, made.pk, "ke-sbt", reference="1")
    ground.prevention(chair, X, kind="uji-petik")
    client.force_login(factories.account("bw-ketua", REGENCY))
    text = client.get("/").content.decode()
    for wanted in ("Jam yang berjalan", "001/2024", "0 terlaksana, 1 direncanakan", "Triwulan"):
        assert wanted in text
    assert neutral_ground.NAME not in text


@pytest.mark.parametrize(
    ("day", "name", "first", "last"),
    [
        (date(2026, 1, 1), "Triwulan I 2026", date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), "Triwulan II 2026", date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 9, 1), "Triwulan III 2026", date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), "Triwulan IV 2026", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter_is_three_months_of_the_calendar(day, name, first, last):
    found = quarters.of(day)
    assert (found.name.id, found.first, found.last) == (name, first, last)


# --- published lists ---


def test_kaltim_is_the_region_on_which_sources_disagree_and_only_74_04_fits():
    wrong = {**PROVINCES, "Kalimantan Timur": KALTIM_TYPO}
    found = ikp_sources.conflicts(IKP, "provinsi", {"databoks": PROVINCES, "media": wrong})
    assert [one.region for one in found] == ["Kalimantan Timur"]
    fits = {str(one.score): one.fits for one in found[0].versions}
    assert fits == {"74.04": True, "77.04": False}
    assert ikp_sources.check(IKP, "provinsi", PROVINCES).whole
    assert not ikp_sources.check(IKP, "provinsi", dict(list(PROVINCES.items())[:9])).whole


def test_the_page_takes_two_lists_and_shows_what_breaks_the_limits(world, client):
    client.force_login(factories.account("bw-sekretariat", REGENCY))
    url = reverse("oversight:populations")
    for name, text in (("databoks", RIGHT), ("media", TYPO)):
        file = SimpleUploadedFile("skor.csv", text.encode())
        data = {"which": "ikp-2024:provinsi", "source": name, "file": file}
        assert client.post(url, data).status_code == 302
    page = client.get(url).content.decode()
    for wanted in ("Kalimantan Timur", "77,04", "74,04", "21,70", "68,50", "21,67", "68,71"):
        assert wanted in page
    bad = SimpleUploadedFile("skor.csv", b"region,score\nA,12\nA,13\nB,x\n")
    refused = client.post(url, {"which": "ikp-2024:provinsi", "source": "x", "file": bad})
    assert refused.status_code == 422 and "3, 4" in refused.content.decode()


# --- residue and signals ---


def residue(chair, path=X, **values):
    values = {
        "election_name": "Pemilu 2019",
        "ended_on": date(2018, 5, 17),
        "households": 4000,
        "unvisited": 12,
        "source": "BA contoh",
        **values,
    }
    return actions.note_residue(by=chair, path=path, **values)


def test_the_last_residue_of_a_kecamatan_stands_with_its_denominator(world, chair):
    residue(chair, unvisited=50)
    residue(chair)
    residue(chair, Y, unvisited=100)
    rows = queries.residues(chair)
    assert [(one.row.path, one.row.unvisited) for one in rows] == [(Y, 100), (X, 12)]
    assert rows[0].share.denominator.value == 4000
    for values, sentence in (
        ({"unvisited": 4001}, "4001.*4000"),
        ({"households": 0, "unvisited": 0}, "jumlah keluarga"),
        ({"path": world.village(X)}, "per kecamatan"),
        ({"source": " "}, "dari mana"),
    ):
        with pytest.raises(Refused, match=sentence):
            residue(chair, **values)


def signals(chair):
    found = risk_signals.signals(chair, None)
    return {one.indicator: one for one in found if one.key.startswith("oversight:")}


def test_own_registers_propose_and_nothing_counts_before_a_person_confirms(world, chair):
    row = dispute_ground.dispute(chair, REGENCY)
    neutral_ground.case(chair, X)
    assert signals(chair) == {}, "neither registered nor proven"
    dispute_ground.step(chair, row.pk, "registrasi", letter="05")
    neutral_ground.proven(chair, X)
    residue(chair)
    ground.flag(chair, world.election.pk, world.tps(X), "logistik-terlambat")
    found = signals(chair)
    assert set(found) == {38, 12, 17, 28}
    assert neutral_ground.NAME not in str(found.values())
    assert not queries.index(chair).any
    key = found[12].key
    actions.decide_signal(by=chair, key=key, accept=True, severity="kecamatan")
    assert queries.index(chair).any
    assert signals(factories.viewer("panwascam", X)) == {}


def test_tps_without_supervisor_are_told_per_kecamatan_after_voting_day(world, chair):
    yesterday = clock.today() - timedelta(days=1)
    with setting_up():
        Election.objects.update(voting_day=yesterday)
    assert 39 not in signals(chair), "no role of PTPS is known here at all"
    village = world.village(X)
    rows = tuple(NewTps(village, number) for number in (2, 3))
    places.add_tps_list(
        by=world.keeper, election_id=world.election.pk, rows=rows, reason="Penetapan"
    )
    since = yesterday - timedelta(days=5)
    for number in (1, 2):
        held = factories.account("ptps", f"{village}/00{number}").grants.get()
        with setting_up():
            Grant.objects.filter(pk=held.pk).update(valid_from=since)
    found = signals(chair)[39]
    assert (found.path, found.count, found.happened_on) == (X, 1, yesterday)
    assert found.text.id.startswith("1 dari 3"), "Y keeps no supervisors here, so it says nothing"


def test_a_refused_signal_does_not_come_back(chair):
    residue(chair)
    key = signals(chair)[17].key
    actions.decide_signal(
        by=chair, key=key, accept=False, severity="kecamatan", reason="Sudah dihitung"
    )
    assert key not in {one.key for one in queries.signals(chair)}
