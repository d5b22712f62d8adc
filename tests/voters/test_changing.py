"""Nothing is overwritten: versions close and open, and the database refuses anything else."""

import pytest
from django.db import DatabaseError, connection, transaction

from jurdil.kernel import guards
from jurdil.kernel.acts import Refused, performing
from jurdil.kernel.viewer import system_viewer
from jurdil.voters import changing, revising
from jurdil.voters.models import DaftarDesa, KunciDaftar, PemilihVersi, Perubahan
from jurdil.voters.people import elements_in
from tests import factories
from tests.voters.people import OTHER, VILLAGE, elements, enlist
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return system_viewer(factories.office().path, "kpu")


def test_a_correction_closes_one_version_and_opens_the_next(by):
    (first,) = enlist(elements("Contoh Lama"))
    with performing("tests.change"):
        change = changing.begin(by, VILLAGE, source="uji", reason="nama keliru")
        old = elements_in(first)
        second = changing.correct(change, first, type(old)(**{**old.as_row(), "nama": "Baru"}))
    first.refresh_from_db()
    assert (first.from_rev, first.until_rev, first.name) == (1, 2, "Contoh Lama")
    assert (second.from_rev, second.until_rev, second.name) == (2, None, "Baru")
    assert second.pemilih_id == first.pemilih_id
    assert [row.name for row in revising.at(VILLAGE, 1)] == ["Contoh Lama"]
    assert [row.name for row in revising.at(VILLAGE, 2)] == ["Baru"]
    assert Perubahan.objects.get(village=VILLAGE, rev=2).reason == "nama keliru"


def test_a_version_closed_meanwhile_is_not_closed_again(by):
    (first,) = enlist(elements())
    with performing("tests.change"):
        change = changing.begin(by, VILLAGE, source="uji")
        changing.strike(change, first, "1", "pemilu-2024")
        with pytest.raises(Refused, match="baru saja diubah"):
            changing.strike(change, first, "1", "pemilu-2024")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE voters_pemilihversi SET name = 'X'",
        "UPDATE voters_pemilihversi SET until_rev = 9 WHERE until_rev IS NOT NULL",
        "UPDATE voters_pemilihversi SET until_rev = NULL WHERE until_rev IS NOT NULL",
        "DELETE FROM voters_pemilihversi",
    ],
)
def test_the_database_itself_keeps_closed_versions(by, statement):
    (first,) = enlist(elements())
    with performing("tests.change"):
        changing.strike(changing.begin(by, VILLAGE, source="uji"), first, "1", "pemilu-2024")
    assert guards.missing() == []
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert PemilihVersi.objects.filter(name="Contoh Pemilih").count() == 2


def test_a_locked_list_refuses_until_its_kecamatan_is_opened(by):
    enlist(elements())
    with setting_up():
        _lock("73.12", locked=True)
    with performing("tests.change"), pytest.raises(Refused, match="dikunci"):
        changing.begin(by, VILLAGE, source="uji")
    with setting_up():
        _lock("73.12.01", locked=False)
    with performing("tests.change"):
        assert changing.begin(by, VILLAGE, source="uji").rev == 2


def _lock(path, *, locked):
    from jurdil.kernel import clock

    KunciDaftar.objects.create(
        path=path,
        locked=locked,
        requester="KPU Provinsi",
        reason="uji",
        legal_at=clock.now(),
        account_name="uji",
    )


def test_a_move_between_villages_leaves_one_present_version(by):
    (first,) = enlist(elements())
    with performing("tests.move"):
        leaving = changing.begin(by, VILLAGE, source="uji")
        arriving = changing.begin(by, OTHER, source="uji")
        moved = changing.carry(leaving, arriving, first, f"{OTHER}/001")
    assert PemilihVersi.objects.filter(pemilih=first.pemilih, until_rev__isnull=True).get() == moved
    assert not revising.at(VILLAGE, 2).exists()
    assert [row.tps for row in revising.at(OTHER, 1)] == [f"{OTHER}/001"]
    assert {row.path: row.rev for row in DaftarDesa.objects.all()} == {VILLAGE: 2, OTHER: 1}


def test_the_figures_of_a_village_follow_from_its_versions(by):
    stays, changes, dies, leaves = enlist(
        elements(jenis_kelamin="P", disabilitas="3"),
        elements(),
        elements(),
        elements(jenis_kelamin="P"),
    )
    with performing("tests.change"):
        change = changing.begin(by, VILLAGE, source="uji")
        old = elements_in(changes)
        changing.correct(change, changes, type(old)(**{**old.as_row(), "rt": "009"}))
        changing.strike(change, dies, "1", "pemilu-2024")
        arriving = changing.begin(by, OTHER, source="uji")
        changing.carry(change, arriving, leaves, f"{OTHER}/001")
        changing.add(change, [changing.NewVoter(elements(), f"{VILLAGE}/001", entered="pemula")])
    tally = revising.tallies(VILLAGE, 1, 2)[f"{VILLAGE}/001"]
    assert (tally.men, tally.women) == (2, 1)
    assert (tally.came, tally.gone, tally.changed) == ([1, 0], [1, 1], 1)
    assert tally.detail == {
        "disabilitas": {"3": [0, 1, 0]},
        "baru": {"pemula": [1, 0, 0]},
        "tms": {"1": [1, 0, 0], "pindah-dalam": [0, 1, 0]},
    }
    before = revising.tallies(VILLAGE, 0, 1)[f"{VILLAGE}/001"]
    assert before.men + before.women + sum(tally.came) - sum(tally.gone) == 3
    assert stays.until_rev is None
