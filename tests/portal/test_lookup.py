"""Am I registered: NIK, birth date and name together, nothing kept, no guessing."""

import pytest
from django.core.cache import cache

from tests import factories
from tests.voters.people import VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db
ADDRESS = "/publik/cek-terdaftar/"


@pytest.fixture
def one():
    factories.office()
    cache.clear()
    person = elements("Siti Contoh", tanggal_lahir="02-03-1980")
    enlist(person)
    return person


def _ask(client, one, **other):
    given = {"nik": one.nik, "born": "02-03-1980", "name": "siti", **other}
    return client.post(ADDRESS, given)


@pytest.mark.parametrize("name", ["siti", "Contoh", "St. CONTOH"])
def test_whoever_has_all_three_learns_the_tps_and_a_masked_name(client, one, name):
    text = _ask(client, one, name=name).content.decode()
    assert "Anda terdaftar" in text and "S*** C*****" in text and "001" in text
    assert one.nik not in text and "Siti" not in text and VILLAGE in text


def test_a_wrong_one_of_the_three_answers_like_an_unknown_person(client, one):
    pages = [
        _ask(client, one, born="03-03-1980"),
        _ask(client, one, name="Sitti Lain"),
        _ask(client, one, name="-"),
        _ask(client, one, nik=elements().nik),
    ]
    plain = {page.content.partition(b"<main")[2].partition(b"</main")[0] for page in pages}
    for page in pages:
        assert page.status_code == 200 and "Tidak ditemukan" in page.content.decode()
        assert page.content.count(b"<dd") == 0
    assert len({len(text) for text in plain}) == 1


def test_two_people_of_one_nik_are_each_found_by_their_own_name(client, one):
    enlist(elements("Budi Contoh", nik=one.nik, tanggal_lahir="02-03-1980"), tps="007")
    for name, tps in (("siti", "001"), ("budi", "007")):
        text = _ask(client, one, name=name).content.decode()
        assert "Anda terdaftar" in text and f">{tps}<" in text


def test_one_connection_asks_ten_times(client, one):
    answers = [
        client.post(ADDRESS, {"nik": elements().nik, "born": "03-03-1980", "name": f"Nama {turn}"})
        for turn in "abcdefghijkl"
    ]
    assert [page.status_code for page in answers] == [200] * 10 + [429] * 2
    late = _ask(client, one)
    assert late.status_code == 429 and "Anda terdaftar" not in late.content.decode()


def _from(client, turn, **given):
    return client.post(ADDRESS, given, REMOTE_ADDR=f"203.0.113.{turn}").status_code


def test_names_are_not_tried_on_one_nik_from_many_addresses(client, one):
    known = [_from(client, n, nik=one.nik, born="02-03-1980", name=f"Nama{n}") for n in range(7)]
    stranger = elements().nik
    absent = [
        _from(client, 20 + n, nik=stranger, born="02-03-1980", name=f"Kata{n}") for n in range(7)
    ]
    assert known == absent == [200] * 5 + [429] * 2


def test_numbers_are_not_tried_for_one_name_and_date_from_many_addresses(client, one):
    given = {"born": "02-03-1980", "name": "Siti Contoh"}
    tried = [_from(client, n, nik=elements().nik, **given) for n in range(7)]
    assert tried == [200] * 5 + [429] * 2
    assert _from(client, 99, nik=one.nik, **given) == 429


@pytest.mark.parametrize(("nik", "born"), [("123", "02-03-1980"), ("9901010203800001", "1980")])
def test_what_is_no_nik_or_date_is_said_so(client, one, nik, born):
    assert client.post(ADDRESS, {"nik": nik, "born": born, "name": "Siti"}).status_code == 422
