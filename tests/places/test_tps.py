"""TPS belong to an election; corrections are new versions; scope and duplicates are refused."""

import pytest
from django.db import DatabaseError, connection, transaction

from jurdil.kernel.acts import OutOfScope, Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.places import actions, queries
from jurdil.places.models import Region, Tps, TpsVersion
from jurdil.places.records import NewTps
from tests import factories
from tests.places.ground import LABESSI, LILIRIAJA, MARIORIWAWO, soppeng, village_of, with_tps
from tests.writes import setting_up

pytestmark = pytest.mark.django_db

CHANGE = {
    "kind": "reguler",
    "site": "",
    "address": "Balai desa",
    "access": "ya",
    "note": "",
    "state": "dipakai",
}


def test_setting_up_says_how_many_and_only_once():
    soppeng()
    assert Region.objects.count() == 79
    entry = LedgerEntry.objects.get(act="places.set_up")
    assert '"kecamatan":8' in entry.payload
    with pytest.raises(Refused, match="sudah disiapkan"):
        actions.set_up_regions(by=factories.viewer(role="sistem"), regency="73.12")


def test_expected_tps_counts_every_level_and_leaves_out_the_dissolved():
    held = with_tps()
    viewer = factories.viewer()
    other = village_of(LILIRIAJA)
    assert queries.expected_tps(viewer, held.pk) == {
        "73.12": 4,
        MARIORIWAWO: 3,
        LILIRIAJA: 1,
        LABESSI: 3,
        other: 1,
    }
    actions.change_tps(
        by=viewer,
        election_id=held.pk,
        path=f"{LABESSI}/002",
        **{**CHANGE, "state": "ditiadakan"},
        reason="BA 1/2024: digabung ke TPS 001",
    )
    counts = queries.expected_tps(viewer, held.pk)
    assert (counts[LABESSI], counts["73.12"]) == (2, 3)
    facts = queries.facts(viewer, "73.12", held.pk)
    assert (facts.kecamatan, facts.villages, facts.tps, facts.special) == (8, 70, 3, 1)


def test_a_correction_is_a_new_version_and_the_old_one_stays():
    held = with_tps()
    viewer = factories.viewer()
    path = f"{LABESSI}/001"
    actions.change_tps(by=viewer, election_id=held.pk, path=path, **CHANGE, reason="Surat 5")
    now = queries.tps(viewer, held.pk, path)
    assert (now.version, now.address, now.access) == (2, "Balai desa", "ya")
    history = queries.tps_history(viewer, held.pk, path)
    assert [(change.number, change.row.address, change.reason) for change in history] == [
        (2, "Balai desa", "Surat 5"),
        (1, "SD 12", "Penetapan"),
    ]
    entry = LedgerEntry.objects.filter(act="places.change_tps").get()
    assert '"changed":["access","address"]' in entry.payload
    assert entry.path == path


@pytest.mark.parametrize(("reason", "words"), [(" ", "alasan"), ("Surat 5", "Tidak ada yang")])
def test_a_correction_needs_a_reason_and_a_change(reason, words):
    held = with_tps()
    same = {**CHANGE, "address": "SD 12", "access": ""}
    with pytest.raises(Refused, match=words):
        actions.change_tps(
            by=factories.viewer(),
            election_id=held.pk,
            path=f"{LABESSI}/001",
            **same,
            reason=reason,
        )


def test_versions_cannot_be_changed_by_sql():
    with_tps()
    with (
        setting_up(),
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE places_tpsversion SET address = 'x'")


def test_a_tps_is_registered_once_per_election():
    held = with_tps()
    second = factories.election(regime="pilkada-2024")
    by = factories.viewer()
    new = NewTps(LABESSI, 1)
    with pytest.raises(Refused, match=r"sudah terdaftar: 73\.12\.01\.1001/001"):
        actions.add_tps(by=by, election_id=held.pk, tps=new, reason="x")
    with pytest.raises(Refused, match=r"tercantum dua kali: 73\.12\.01\.1001/009"):
        actions.add_tps_list(
            by=by, election_id=held.pk, rows=[NewTps(LABESSI, 9), NewTps(LABESSI, 9)], reason="x"
        )
    assert Tps.objects.filter(election=held).count() == 4
    actions.add_tps(by=by, election_id=second.pk, tps=new, reason="Pilkada")
    assert TpsVersion.objects.filter(tps__path=new.path).count() == 2


def test_villages_of_another_regency_are_refused():
    held = soppeng()
    with pytest.raises(Refused, match=r"16\.10\.01\.1011"):
        actions.add_tps(
            by=factories.viewer(),
            election_id=held.pk,
            tps=NewTps("16.10.01.1011", 1),
            reason="x",
        )


def test_the_routine_regime_has_no_tps():
    soppeng()
    routine = factories.election(regime="rutin", contests=[], voting_day=None)
    with pytest.raises(Refused, match="tidak memiliki pemungutan suara"):
        actions.add_tps(
            by=factories.viewer(), election_id=routine.pk, tps=NewTps(LABESSI, 1), reason="x"
        )
    assert queries.chosen_election(factories.viewer()).regime == "pemilu-2024"


def test_a_ppk_works_in_its_own_kecamatan_only():
    held = with_tps()
    ppk = factories.viewer("ppk", MARIORIWAWO)
    other = village_of(LILIRIAJA)
    assert {row.village for row in queries.tps_of(ppk, held.pk)} == {LABESSI}
    assert other not in queries.expected_tps(ppk, held.pk)
    assert {place.path[:8] for place in queries.villages(ppk)} == {MARIORIWAWO}
    assert [branch.place.path for branch in queries.tree(ppk)] == [MARIORIWAWO]
    assert queries.search(ppk, "TPS 1", held.pk)[0].path == f"{LABESSI}/001"
    assert queries.search(ppk, other) == ()
    with pytest.raises(Region.DoesNotExist):
        queries.place(ppk, LILIRIAJA)
    with pytest.raises(Tps.DoesNotExist):
        queries.tps(ppk, held.pk, f"{other}/001")
    with pytest.raises(Tps.DoesNotExist):
        actions.change_tps(by=ppk, election_id=held.pk, path=f"{other}/001", **CHANGE, reason="x")
    with pytest.raises(OutOfScope):
        actions.add_tps(by=ppk, election_id=held.pk, tps=NewTps(other, 7), reason="x")
    actions.add_tps(by=ppk, election_id=held.pk, tps=NewTps(LABESSI, 7), reason="x")


def test_a_witness_registers_nothing():
    held = soppeng()
    with pytest.raises(Forbidden):
        actions.add_tps(
            by=factories.viewer("saksi"), election_id=held.pk, tps=NewTps(LABESSI, 1), reason="x"
        )


def test_the_way_down_names_what_lies_above_the_viewer():
    held = with_tps()
    pps = factories.viewer("pps", LABESSI)
    crumbs = queries.breadcrumb(pps, f"{LABESSI}/002")
    assert [(crumb.label, crumb.reachable) for crumb in crumbs] == [
        ("Kabupaten Soppeng", False),
        ("Kecamatan Marioriwawo", False),
        ("Kelurahan Labessi", True),
        ("TPS 002", True),
    ]
    assert queries.name_of(pps, LABESSI) == "Kelurahan Labessi"
    assert queries.name_of(pps, LILIRIAJA) == LILIRIAJA
    assert held.pk


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("labessi", "Kelurahan Labessi"),
        ("TPS 901 Labessi", "TPS 901"),
        ("tps 002", "TPS 002"),
        ("7312011001", "Kelurahan Labessi"),
        ("73.12.02", "Kecamatan Liliriaja"),
        ("kec lilirilau", "Kecamatan Lilirilau"),
    ],
)
def test_search_finds_places_and_tps(text, first):
    held = with_tps()
    hits = queries.search(factories.viewer(), text, held.pk)
    assert hits[0].label == first


@pytest.mark.parametrize("text", ["", "  ", "bukan nama", "TPS 77", "7312010001", "'; DROP"])
def test_search_without_answer(text):
    held = with_tps()
    assert queries.search(factories.viewer(), text, held.pk) == ()


def test_the_tree_counts_tps_and_a_village_without_one_has_zero():
    held = with_tps()
    (regency,) = queries.tree(factories.viewer(), held.pk)
    assert (regency.place.name, regency.tps, len(regency.children)) == ("Kabupaten Soppeng", 4, 8)
    villages = {branch.place.path: branch.tps for branch in regency.children[0].children}
    assert villages[LABESSI] == 3
    assert villages["73.12.01.1002"] == 0
    assert queries.tree(factories.viewer())[0].tps is None


def test_readings_ask_few_questions(django_assert_max_num_queries):
    held = with_tps()
    viewer = factories.viewer()
    with django_assert_max_num_queries(2):
        queries.tree(viewer, held.pk)
    with django_assert_max_num_queries(1):
        queries.tps_of(viewer, held.pk)
