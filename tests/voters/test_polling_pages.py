"""Pages after the DPT: sums per TPS, marks, DPTb, notices, copies; comments after the DPS."""

import pytest
from django.test import Client
from django.urls import reverse

from jurdil.kernel import clock
from jurdil.voters import actions
from jurdil.voters.models import PemilihVersi, PindahMemilih, Tanda, Tanggapan
from tests import factories
from tests.voters import chain_ground as ground
from tests.voters.people import elements, enlist

pytestmark = pytest.mark.django_db
HERE = ground.VILLAGES[0]
TPS = f"{HERE}/001"
PAPER = {"evidence": "surat tugas", "evidence_note": ""}


def signed_in(role: str = "anggota", path: str = "73.12") -> Client:
    client = Client()
    client.force_login(factories.account(role, path))
    return client


@pytest.fixture
def dpt():
    election = ground.regency()
    for village in ground.VILLAGES:
        enlist(*(elements(jenis_kelamin=sex) for sex in "LLP"), village=village)
    by = ground.member()
    return by, election, ground.walk_to_dpt(by, election)


def voter() -> int:
    rows = PemilihVersi.objects.filter(village=HERE, until_rev__isnull=True)
    return rows.order_by("pk")[0].pemilih_id


def test_a_voter_is_marked_and_sent_elsewhere_from_his_page(dpt):
    client = signed_in("pps", HERE)
    page = client.get(reverse("voters:voter", args=[voter()]))
    assert "Beri tanda dalam DPT" in page.content.decode()
    client.post(f"/pemilih/tanda/{voter()}/beri/", {"kind": "pindah", **PAPER})
    assert Tanda.objects.get().evidence == "surat tugas"
    given = {
        "region": "73.71.01.1001",
        "target_name": "TPS 4 Contoh, Makassar",
        "reason": "belajar",
        **PAPER,
    }
    answer = client.post(f"/pemilih/pindah/keluar/{voter()}/", given, follow=True)
    assert "TPS 4 Contoh, Makassar" in answer.content.decode()
    row = PindahMemilih.objects.get()
    letter = client.post(f"/pemilih/pindah/{row.pk}/surat/")
    assert letter["Content-Type"] == "application/pdf" and letter["Cache-Control"] == "no-store"
    assert "Surat nomor 1" in client.get("/pemilih/pindah/").content.decode()
    assert "surat tugas" in client.get("/pemilih/tanda/").content.decode()


def test_a_refused_transfer_stands_at_the_form(dpt):
    given = {"village": HERE, "number": 9, "reason": "belajar", **PAPER}
    answer = signed_in().post(f"/pemilih/pindah/keluar/{voter()}/", given)
    assert answer.status_code == 422
    assert "TPS tujuan itu tidak ada" in answer.content.decode()


def test_notices_that_do_not_add_up_stand_at_the_form_with_the_numbers(dpt):
    client = signed_in("pps", HERE)
    back = {f"back_{code}": 0 for code in ("pindah", "tidak-dikenal", "tidak-ditemui", "lain")}
    given = {"printed": 3, "delivered": 1, "back_meninggal": 1, **back}
    answer = client.post(f"/pemilih/pemungutan/{TPS}/pemberitahuan/", given)
    assert "Dicetak 3, tetapi dibagikan 1 dan kembali 1" in answer.content.decode()
    answer = client.post(
        f"/pemilih/pemungutan/{TPS}/pemberitahuan/", {**given, "delivered": 2}, follow=True
    )
    assert "1 dari 1 TPS" in answer.content.decode()
    assert client.get("/pemilih/pemungutan/73.99.01.1001/001/pemberitahuan/").status_code == 404


def test_sums_go_down_from_the_regency_to_the_tps(dpt):
    client = signed_in()
    for path in ("", "73.12", ground.FIRST, HERE):
        page = client.get(f"/pemilih/pemungutan/?wilayah={path}").content.decode()
        assert "DPT − keluar + masuk" in page


def test_a_copy_is_taken_from_the_page_of_a_village(dpt):
    _by, _election, held = dpt
    client = signed_in("pps", HERE)
    page = client.get(f"/pemilih/rangkaian/{held.pk}/?wilayah={HERE}").content.decode()
    assert f"/pemilih/rangkaian/{held.pk}/daftar/{HERE}/" in page
    where = f"/pemilih/rangkaian/{held.pk}/daftar/{HERE}/"
    answer = client.post(where, {"copy": "kpps", "receiver": "KPPS", "form": "xlsx"})
    assert answer["Content-Disposition"].endswith('.xlsx"')
    answer = client.post(where, {"copy": "kpps", "receiver": "", "form": "csv"})
    assert answer.status_code == 422


def test_any_day_and_any_two_lists_can_be_seen(dpt):
    _by, _election, held = dpt
    client = signed_in()
    page = client.get(f"/pemilih/banding/?dari={held.previous_id}&ke=kini").content.decode()
    assert "Menurut desa/kelurahan" in page
    assert client.get(f"/pemilih/banding/?wilayah={HERE}&dari=1&ke=2").status_code == 200
    given = {"wilayah": HERE, "dari": held.previous_id, "ke": held.pk}
    answer = client.post("/pemilih/banding/unduh/", given)
    assert answer["Content-Type"].startswith("text/csv")
    assert client.post("/pemilih/banding/unduh/", {**given, "dari": "0"}).status_code == 404
    day = clock.today().isoformat()
    page = client.get(f"/pemilih/daftar/{HERE}/hari/?hari={day}").content.decode()
    assert "3 pemilih aktif" in page
    assert client.get("/pemilih/daftar/73.13.01.1001/hari/").status_code == 404


def test_a_comment_is_registered_proposed_and_answered():
    election = ground.regency()
    enlist(elements(), village=HERE)
    by = ground.member()
    for kind in ("a-daftar", "dphp", "dps"):
        dps = ground.walk(by, election, kind)
    client = signed_in()
    client.post(
        f"/pemilih/rangkaian/{dps.pk}/tanggapan/baru/",
        {
            "village": HERE,
            "about": "belum-terdaftar",
            "speaker": "warga",
            "text": "Anak saya belum terdaftar",
            "name": "Contoh Warga",
            "received_on": clock.today().isoformat(),
        },
    )
    row = Tanggapan.objects.get()
    assert "Menunggu" in client.get(f"/pemilih/rangkaian/{dps.pk}/tanggapan/").content.decode()
    page = client.get(f"/pemilih/tanggapan/{row.pk}/").content.decode()
    assert "Contoh Warga" in page
    new = {
        "village": HERE,
        "nama": "Contoh Baru",
        "tanggal_lahir": "17-08-2004",
        "jenis_kelamin": "P",
        "status_kawin": "B",
        **PAPER,
    }
    client.post(f"/pemilih/tanggapan/{row.pk}/usul/0/baru/", new)
    row.refresh_from_db()
    assert row.proposal is not None and row.proposal.source == "tanggapan"
    answer = client.post(f"/pemilih/tanggapan/{row.pk}/", {"answer": "Sudah."})
    assert "Putuskan dulu usulan" in answer.content.decode()
    actions.reject(by=by, proposal_id=row.proposal_id, note="Sudah terdaftar")
    answer = client.post(f"/pemilih/tanggapan/{row.pk}/", {"answer": "Sudah terdaftar."})
    assert answer.status_code == 302
