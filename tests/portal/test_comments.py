"""The public's comments on an announced list: registered with a number, nothing shown, no flood."""

import pytest
from django.core.cache import cache

from jurdil.kernel import clock
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions as places
from jurdil.voters.models import Revisi, Tanggapan
from tests import factories
from tests.voters.people import VILLAGE
from tests.writes import setting_up

pytestmark = pytest.mark.django_db
ADDRESS = "/publik/tanggapan/"


@pytest.fixture
def dps():
    office = factories.office()
    places.set_up_regions(by=system_viewer(office.path, "kpu"), regency=office.path)
    cache.clear()
    return announced(factories.election("pilkada-2024"), "dps")


def announced(election, kind):
    with setting_up():
        return Revisi.objects.create(
            election=election,
            kind=kind,
            path=factories.office().path,
            state=Revisi.State.DETERMINED,
            opened_at=clock.now(),
            decided_at=clock.now(),
        )


def given(dps, **more):
    return {
        "list": dps.pk,
        "village": VILLAGE,
        "about": "belum-terdaftar",
        "text": "Anak saya sudah 17 tahun dan belum ada di daftar.",
        "name": "Contoh Warga",
        "contact": "0800-0000",
        **more,
    }


def test_a_comment_gets_a_number_of_the_register_and_its_sender_is_sealed(client, dps):
    page = client.post(ADDRESS, given(dps))
    assert page.status_code == 200 and "Nomor 1" in page.content.decode()
    assert "Contoh Warga" not in page.content.decode()
    row = Tanggapan.objects.get()
    assert (row.number, row.village, row.speaker, row.account) == (1, VILLAGE, "warga", None)
    assert b"Contoh" not in bytes(row.sealed) and row.received_on == clock.today()
    entry = LedgerEntry.objects.get(act="voters.comment_public")
    assert "Contoh" not in entry.payload and "17 tahun" not in entry.payload


def test_a_number_of_identity_is_not_taken(client, dps):
    answer = client.post(ADDRESS, given(dps, text="NIK 9901 0102 0380 0001 belum ada"))
    assert answer.status_code == 422 and "Jangan tulis NIK" in answer.content.decode()
    assert not Tanggapan.objects.exists()


def test_nobody_floods_the_register(client, dps):
    answers = [client.post(ADDRESS, given(dps)).status_code for _turn in range(6)]
    assert answers == [200] * 5 + [429]
    assert Tanggapan.objects.count() == 5


def test_only_a_list_that_waits_for_comments_is_offered(client, dps):
    announced(dps.election, "dpt")
    page = client.get(ADDRESS).content.decode()
    assert "Tidak ada daftar yang menunggu tanggapan" in page
    assert client.post(ADDRESS, given(dps)).status_code == 422
    assert client.post(ADDRESS, given(dps, village="99.99")).status_code == 422
    assert not Tanggapan.objects.exists()
