"""Dapil are sets of places per contest, replaced as a whole, with their legal basis."""

import pytest

from jurdil.kernel.acts import Refused
from jurdil.places import actions, queries
from jurdil.places.models import DapilList
from jurdil.places.records import NewDapil
from tests import factories
from tests.places.ground import LABESSI, LILIRIAJA, MARIORIWAWO, soppeng

pytestmark = pytest.mark.django_db

FIRST = NewDapil("1", "Soppeng 1", 6, (MARIORIWAWO,))
SECOND = NewDapil("2", "Soppeng 2", None, (LILIRIAJA, "73.12.03"))


def _set(rows, contest="dprd-kab", **more):
    held = soppeng() if not DapilList.objects.exists() else DapilList.objects.first().election
    values = {"basis": "PKPU 6/2023", "confirmed": False, **more}
    actions.set_dapil(
        by=factories.viewer(), election_id=held.pk, contest=contest, rows=rows, **values
    )
    return held


def test_a_dapil_has_its_places_seats_and_basis():
    held = _set([FIRST, SECOND])
    first, second = queries.dapil_of(factories.viewer(), held.pk, "dprd-kab")
    assert (first.name, first.seats, first.basis, first.confirmed) == (
        "Soppeng 1",
        6,
        "PKPU 6/2023",
        False,
    )
    assert second.seats is None
    assert [part.label for part in second.parts] == [
        "Kecamatan Liliriaja",
        "Kecamatan Lilirilau",
    ]
    ppk = factories.viewer("ppk", MARIORIWAWO)
    assert [row.code for row in queries.dapil_of(ppk, held.pk, "dprd-kab")] == ["1"]
    assert [row.code for row in queries.dapil_of_place(ppk, held.pk, LABESSI)] == ["1"]


def test_a_new_list_replaces_the_old_one_which_stays():
    held = _set([FIRST, SECOND])
    _set([FIRST], reason="Perubahan")
    assert [row.code for row in queries.dapil_of(factories.viewer(), held.pk, "dprd-kab")] == ["1"]
    assert DapilList.objects.count() == 2


def test_a_dapil_of_dpr_names_other_regencies():
    held = _set([NewDapil("2", "Contoh II", 9, ("73.12", "73.08"))], contest="dpr")
    (row,) = queries.dapil_of(factories.viewer("ppk", MARIORIWAWO), held.pk, "dpr")
    assert [part.label for part in row.parts] == ["Kabupaten Bone", "Kabupaten Soppeng"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([FIRST, FIRST], "tercantum dua kali: 1"),
        ([NewDapil("1", "A", 3, ())], "belum memuat wilayah: 1"),
        ([FIRST, NewDapil("2", "B", 3, (MARIORIWAWO,))], "masuk dua dapil: 73.12.01"),
        ([FIRST, NewDapil("2", "B", 3, (LABESSI,))], f"masuk dua dapil: {LABESSI}"),
    ],
)
def test_a_place_is_in_one_dapil(rows, words):
    with pytest.raises(Refused, match=words):
        _set(rows)


def test_a_contest_that_is_not_held_has_no_dapil():
    with pytest.raises(Refused, match="tidak diadakan di sini"):
        _set([FIRST], contest="gubernur")
