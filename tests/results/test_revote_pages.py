"""The pages of re-votes and disputes as people use them: from the proposal to the evidence."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from jurdil.places.models import Boundary
from jurdil.results.models import Berkas, Dalil, Sengketa, Ulang
from jurdil.results.views import dispute as dispute_views
from tests import factories
from tests.results.test_entry import determine, held, person, read  # noqa: F401
from tests.writes import setting_up

pytestmark = pytest.mark.django_db


def entered(role="ketua", path="73.12"):
    client = Client()
    client.force_login(factories.account(role, path))
    return client


def proposal(held, **values):  # noqa: F811
    return {
        "path": held.tps,
        "kind": "psu",
        "ground": "psu-tanpa-ktp-el",
        "contests": ["ppwp"],
        "source": "ptps",
        "story": "Dua pemilih tanpa KTP-el",
        **values,
    }


def test_a_case_goes_from_the_form_of_the_ppk_to_the_decision_of_the_chair(held):  # noqa: F811
    ppk = entered("ppk", "73.12.01")
    new = reverse("results:revote_new", args=[held.pk])
    refused = ppk.post(new, proposal(held, ground="hitung-ulang-jumlah-berbeda"))
    assert refused.status_code == 422
    assert "Pilih dasar yang berlaku" in refused.content.decode()
    page = ppk.post(new, proposal(held), follow=True).content.decode()
    assert "Diusulkan, menunggu putusan KPU" in page
    assert "Simpan putusan" not in page
    case = Ulang.objects.get()
    at = reverse("results:revote", args=[case.pk])
    chair = entered()
    late = {"granted": "ya", "reason": "Terbukti", "held_on": "2024-02-25"}
    assert "24-02-2024" in chair.post(at, late).content.decode()
    assert Ulang.objects.get().state == "diusulkan"
    chair.post(at, {**late, "held_on": "2024-02-24", "voters": 251})
    case.refresh_from_db()
    assert (case.state, case.held_on) == ("diputus", date(2024, 2, 24))
    listed = chair.get(reverse("results:revotes", args=[held.pk])).content.decode()
    assert "Surat suara ulang yang diperlukan" in listed
    assert "Per kecamatan" in listed
    sheet = chair.get(reverse("results:revotes_pdf", args=[held.pk]))
    assert sheet["Content-Type"] == "application/pdf"


def test_the_page_of_a_tps_leads_to_a_proposal_with_its_code(held):  # noqa: F811
    ppk = entered("ppk", "73.12.01")
    page = ppk.get(reverse("results:tps", args=[held.pk, "ppwp", held.tps])).content.decode()
    url = f"{reverse('results:revote_new', args=[held.pk])}?tps={held.tps}"
    assert url in page
    assert f'value="{held.tps}"' in ppk.get(url).content.decode()


def test_a_proposal_for_a_tps_elsewhere_is_refused_at_the_form(held):  # noqa: F811
    other = entered("ppk", "73.12.02")
    answer = other.post(reverse("results:revote_new", args=[held.pk]), proposal(held))
    assert answer.status_code == 422
    assert "Tidak ada TPS berkode" in answer.content.decode()
    assert not Ulang.objects.exists()


@pytest.fixture
def disputed(held):  # noqa: F811
    read(held, person())
    read(held, person())
    determine(held, person("ketua"))
    values = {
        "contest": "ppwp",
        "forum": "mk",
        "petitioner": "peserta",
        "party": "2",
        "claim": "Suara pemohon berkurang",
        "filed_on": "2024-03-23T09:00",
    }
    client = entered("kasubbag")
    client.post(reverse("results:disputes", args=[held.pk]), values)
    held.dispute = Sengketa.objects.get()
    return held


def claimed(held, client, **values):  # noqa: F811
    url = reverse("results:dispute_claim", args=[held.dispute.pk])
    values = {"path": held.tps, "figure": "paslon_2", "petitioner": "60", **values}
    return client.post(url, values, follow=True)


def test_a_claim_is_compared_and_its_evidence_downloaded_by_post(disputed):
    client = entered("kasubbag")
    bad = claimed(disputed, client, figure="paslon_9")
    assert (bad.status_code, Dalil.objects.count()) == (422, 0)
    assert "tidak memuat angka" in bad.content.decode()
    claimed(disputed, client, overseer="50")
    claimed(disputed, client, figure="paslon_1", petitioner="108")
    assert Dalil.objects.get().petitioner == {"paslon_1": 108, "paslon_2": 60}
    made = client.post(reverse("results:dispute_bundles", args=[disputed.dispute.pk]), follow=True)
    assert "Unduh" in made.content.decode()
    url = reverse(
        "results:dispute_bundle", args=[disputed.dispute.pk, Berkas.objects.get().file_id]
    )
    assert client.get(url).status_code == 405
    assert client.post(url)["Content-Type"] == "application/zip"
    wrong = reverse("results:dispute_bundle", args=[disputed.dispute.pk, "0" * 64])
    assert client.post(wrong).status_code == 404


def test_a_large_bundle_is_made_in_the_background(disputed, monkeypatch):
    client = entered("kasubbag")
    claimed(disputed, client)
    asked = []
    monkeypatch.setattr(dispute_views, "BUNDLED_AT_ONCE", 0)
    monkeypatch.setattr(dispute_views, "enqueue", lambda job, *ids: asked.append(ids))
    page = client.post(reverse("results:dispute_bundles", args=[disputed.dispute.pk]), follow=True)
    assert "di latar belakang" in page.content.decode()
    assert asked == [(disputed.dispute.pk, 0)]
    assert not Berkas.objects.exists()


def test_a_ruling_is_recorded_and_followed_up_and_its_effect_shown(disputed):
    chair, number = entered(), disputed.dispute.pk
    chair.post(
        reverse("results:dispute_ruling", args=[number]),
        {"outcome": "dikabulkan", "decided_on": "2024-06-06", "ruling": "Menetapkan suara"},
    )
    values = {"path": disputed.tps, "figure": "paslon_2", "value": "130", "reason": "amar 3"}
    page = chair.post(
        reverse("results:dispute_follow", args=[number]), values, follow=True
    ).content.decode()
    assert "mengikuti putusan" in page
    assert "Sebelum dan sesudah" in page
    assert "hasil berubah" in page
    chair.cookies["bahasa"] = "en"
    english = chair.get(reverse("results:dispute", args=[number])).content.decode()
    assert "Before and after" in english


def test_the_public_sees_what_a_ruling_replaced(disputed):
    chair, number = entered(), disputed.dispute.pk
    chair.post(
        reverse("results:dispute_ruling", args=[number]),
        {"outcome": "dikabulkan", "decided_on": "2024-06-06", "ruling": "Menetapkan suara"},
    )
    values = {"path": disputed.tps, "figure": "paslon_2", "value": "130", "reason": "amar 3"}
    chair.post(reverse("results:dispute_follow", args=[number]), values)
    url = reverse("portal:tps", args=["pemilu-2024", "ppwp", disputed.tps])
    page = Client().get(url).content.decode()
    assert "menggantikan hasil sebelumnya" in page
    assert '<del class="num">50</del>' in page


def test_the_map_counts_by_kecamatan_and_narrows_the_list(held):  # noqa: F811
    """Without outlines the table alone; a kecamatan leads to its own cases."""
    ppk = entered("ppk", "73.12.01")
    ppk.post(reverse("results:revote_new", args=[held.pk]), proposal(held))
    chair, url = entered(), reverse("results:revotes", args=[held.pk])
    assert "<svg" not in chair.get(url).content.decode().partition("Per kecamatan")[2][:2000]
    square = [[120.0, -4.0], [120.1, -4.0], [120.1, -4.1], [120.0, -4.0]]
    with setting_up():
        for path in ("73.12.01", "73.12.02"):
            Boundary.objects.create(path=path, level=3, sketch=[square], detail=[square])
    page = chair.get(url).content.decode()
    assert f"{url}?kecamatan=73.12.01" in page
    assert "Perkara pemungutan dan penghitungan ulang" in page
    narrowed = chair.get(url, {"kecamatan": "73.12.01"}).content.decode()
    assert "Tampilkan semua" in narrowed
    elsewhere = chair.get(url, {"kecamatan": "73.12.02"}).content.decode()
    assert reverse("results:revote", args=[Ulang.objects.get().pk]) not in elsewhere
