"""Hostile addresses: a list starts over, NUL is told, and nothing ends in an error page."""

import pytest

from jurdil.kernel import paging
from tests import factories

pytestmark = pytest.mark.django_db
REGISTER = "/tata-usaha/surat/"
LISTS = ("/kantor/jejak/", "/kantor/akun/", "/kantor/impor/", REGISTER, "/pertukaran/", "/rapat/")
KEYS = [["a"], [10**30], ["a", "b"], [1, 2, 3, 4], [1, "a", 2]]


def test_a_key_has_the_shape_of_its_list_or_is_none():
    key = paging.encode(("Budi", 7))
    assert paging.decode(key) == paging.decode(key, str, int) == ("Budi", 7)
    assert paging.decode(key, int) is paging.decode(key, int, str) is None
    assert paging.decode(paging.encode((True,)), int) is None


@pytest.mark.parametrize("url", LISTS)
def test_a_key_that_somebody_made_up_starts_the_list_over(client, url):
    factories.office()
    client.force_login(factories.account("sekretaris"))
    assert client.get(url).status_code == 200
    for key in KEYS:
        assert client.get(f"{url}?sesudah={paging.encode(tuple(key))}").status_code == 200, key


def test_nul_in_an_address_is_a_bad_request(client):
    factories.office()
    client.force_login(factories.account("sekretaris"))
    for url in (f"{REGISTER}?cari=%00", "/kantor/jejak/?tindakan=a%00b", "/%00"):
        assert client.get(url).status_code in (400, 404), url
