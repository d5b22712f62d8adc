"""Pages of the chain: where each place stands, what comes next, and the forms of every step."""

import pytest
from django.test import Client

from jurdil.voters.models import Pleno, Revisi
from tests import factories
from tests.voters import chain_ground as ground
from tests.voters.people import elements, enlist

pytestmark = pytest.mark.django_db


def signed_in(role: str = "anggota", path: str = "73.12") -> Client:
    client = Client()
    client.force_login(factories.account(role, path))
    return client


@pytest.fixture
def election():
    held = ground.regency()
    for village in ground.VILLAGES:
        enlist(*(elements(jenis_kelamin=sex) for sex in "LLP"), village=village)
    return held


def test_the_chain_is_opened_and_its_source_fixed_from_the_pages(election):
    client = signed_in()
    page = client.get("/pemilih/rangkaian/").content.decode()
    assert "/pemilih/rangkaian/buka/a-daftar/" in page
    client.post("/pemilih/rangkaian/buka/a-daftar/", {"basis": ""})
    held = Revisi.objects.get()
    answer = client.post(f"/pemilih/rangkaian/{held.pk}/sumber/", follow=True)
    assert "A-Daftar Pemilih ditetapkan." in answer.content.decode()
    held.refresh_from_db()
    assert held.state == "ditetapkan"


def test_a_village_is_prepared_and_its_refusal_is_a_sentence(election):
    by = ground.member()
    ground.walk(by, election, "a-daftar")
    dphp = ground.actions.open_revision(by=by, election_id=election.pk, kind="dphp")
    client, here = signed_in("pps", ground.VILLAGES[0]), ground.VILLAGES[0]
    page = client.get(f"/pemilih/rangkaian/{dphp.pk}/").content.decode()
    assert "Belum pleno" in page
    answer = client.post(
        f"/pemilih/rangkaian/{dphp.pk}/pleno/?wilayah={here}",
        {
            "venue": "Kantor desa",
            "day": ground.clock.today().isoformat(),
            "begins": "08:00",
            "members": "Contoh Satu\nContoh Dua",
            "guests": "Contoh Tiga; PKD; Panwaslu Desa",
        },
    )
    plenary = Pleno.objects.get()
    assert answer.headers["Location"] == f"/rapat/{plenary.meeting}/"
    answer = client.post(f"/pemilih/rangkaian/{dphp.pk}/putuskan/?wilayah={here}", follow=True)
    assert "Kuorum badan ini belum tercatat" in answer.content.decode()


def test_the_regency_sees_who_has_not_met_yet_and_figures_with_their_origin(election):
    by = ground.member()
    ground.walk(by, election, "a-daftar")
    dphp = ground.actions.open_revision(by=by, election_id=election.pk, kind="dphp")
    client = signed_in()
    page = client.get(f"/pemilih/rangkaian/{dphp.pk}/?wilayah={ground.FIRST}").content.decode()
    assert "2 wilayah belum pleno" in page
    assert "Asal angka ini" in page
    assert client.get(f"/pemilih/rangkaian/{dphp.pk}/?wilayah=73.13").status_code == 404


def test_copies_and_announcement_after_the_dps(election):
    by = ground.member()
    for kind in ("a-daftar", "dphp", "dps"):
        held = ground.walk(by, election, kind)
    client = signed_in()
    given = {"receiver": "bawaslu", "holder": "Bawaslu Contoh", "person": "Contoh", "copy": "rekap"}
    answer = client.post(f"/pemilih/rangkaian/{held.pk}/salinan/", given, follow=True)
    assert "Bawaslu Contoh" in answer.content.decode()
    answer = client.post(
        f"/pemilih/rangkaian/{held.pk}/umumkan/", {"where": "kantor desa", "until": "24 April"}
    )
    assert answer.status_code == 302
    assert Pleno.objects.get(revision=held).announcement is not None
