"""Am I registered: both NIK and birth date, nothing kept, no guessing."""

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


def test_whoever_has_both_learns_the_tps_and_a_masked_name(client, one):
    text = client.post(ADDRESS, {"nik": one.nik, "born": "02-03-1980"}).content.decode()
    assert "Anda terdaftar" in text and "S*** C*****" in text and "001" in text
    assert one.nik not in text and "Siti" not in text and VILLAGE in text


def test_one_of_the_two_answers_like_an_unknown_person(client, one):
    wrong = client.post(ADDRESS, {"nik": one.nik, "born": "03-03-1980"})
    unknown = client.post(ADDRESS, {"nik": elements().nik, "born": "02-03-1980"})
    for page in (wrong, unknown):
        assert page.status_code == 200 and "Tidak ditemukan" in page.content.decode()
    assert wrong.content.count(b"<dd") == unknown.content.count(b"<dd") == 0


def test_guessing_is_stopped_in_a_sentence(client, one):
    given = {"nik": one.nik, "born": "03-03-1980"}
    answers = [client.post(ADDRESS, given).status_code for _turn in range(12)]
    assert answers == [200] * 10 + [429] * 2
    late = client.post(ADDRESS, {"nik": one.nik, "born": "02-03-1980"})
    assert late.status_code == 429 and "Anda terdaftar" not in late.content.decode()


@pytest.mark.parametrize(("nik", "born"), [("123", "02-03-1980"), ("9901010203800001", "1980")])
def test_what_is_no_nik_or_date_is_said_so(client, one, nik, born):
    assert client.post(ADDRESS, {"nik": nik, "born": born}).status_code == 422
