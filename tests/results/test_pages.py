"""The pages of results: what they say, to whom, and what they leave out."""

import pytest

from jurdil.law.rules import lists, pairs
from jurdil.parties import actions as parties
from jurdil.parties.records import Entry
from tests import factories
from tests.places.ground import village_of
from tests.results import ground

pytestmark = pytest.mark.django_db

PATH = f"{ground.LABESSI}/001"
GOOD = {
    "dpt_l": 112, "dpt_p": 121, "dpt": 233,
    "guna_dpt_l": 89, "guna_dpt_p": 100, "guna_dpt": 189,
    "guna_dptb_l": 0, "guna_dptb_p": 0, "guna_dptb": 0,
    "guna_dpk_l": 1, "guna_dpk_p": 1, "guna_dpk": 2,
    "guna_l": 90, "guna_p": 101, "guna": 191,
    "paslon_1": 61, "paslon_2": 117, "paslon_3": 9,
    "suara_sah": 187, "suara_tidak_sah": 4, "suara_total": 191,
}  # fmt: skip


@pytest.fixture
def held():
    made = ground.election()
    there = f"{village_of('73.12.02')}/001"
    forms = {PATH: GOOD, f"{ground.LABESSI}/002": GOOD | {"suara_sah": 951}, there: GOOD}
    ground.bring(made, "c-hasil", ground.sheet(pairs(3), forms), contest="ppwp")
    return made


def login(client, role="operator", path="73.12"):
    account = factories.account(role, path)
    client.force_login(account)
    return client


def text(response) -> str:
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_the_board_names_coverage_and_the_provisional_state_first(client, held):
    page = text(client.get(f"/hasil/{held.pk}/ppwp/"))
    assert page.index("Hitung internal, bukan hasil resmi.") < page.index("Perolehan suara")
    assert "3 dari 3 TPS" in page
    assert "Kecamatan Marioriwawo" in page
    assert "II. Data penggunaan surat suara" in page
    assert "belum ada" in page


def test_shares_are_of_all_votes_and_say_so(client, held):
    page = text(client.get(f"/hasil/{held.pk}/ppwp/"))
    assert "Suara semua pasangan calon" in page
    assert "62,6%" in page


def test_names_of_the_ballot_replace_numbers(client, held):
    parties.register(
        by=factories.viewer(),
        election_id=held.pk,
        entries=(Entry("ppwp", "pair", 2, "Contoh Dua – Wakil Dua"),),
    )
    page = text(client.get(f"/hasil/{held.pk}/ppwp/"))
    assert "Contoh Dua – Wakil Dua" in page
    assert "Pasangan calon 3" in page


def test_a_tps_page_shows_the_form_in_order_and_its_finding_in_words(client, held):
    login(client)
    page = text(client.get(f"/hasil/{held.pk}/ppwp/{ground.LABESSI}/002/"))
    order = [
        page.index(f"<span>{code}</span>") for code in ("I.A.1", "I.B.4", "II.1", "IV.2", "V.C")
    ]
    assert order == sorted(order)
    assert "E-401" in page
    assert "187" in page
    assert "951" in page
    assert "Bandingkan setiap angka dengan foto formulir" in page
    assert "Versi 1" in page
    assert "hasil.csv" in page


def test_visitors_see_figures_and_never_who_brought_them(client, held):
    page = text(client.get(f"/hasil/{held.pk}/ppwp/{PATH}/"))
    assert "Contoh operator" not in page
    assert "Berkas C.Hasil" in page
    assert client.get(f"/hasil/{held.pk}/ppwp/temuan/").status_code == 302


def test_findings_can_be_narrowed_and_read_as_files(client, held):
    login(client)
    url = f"/hasil/{held.pk}/ppwp/temuan/"
    page = text(client.get(url))
    assert page.count("E-401") == 3  # chip: address and words; the row
    assert "Tidak ada temuan" in text(client.get(f"{url}?kode=E-101"))
    assert "Tidak ada temuan" in text(client.get(f"{url}?wilayah=73.12.02"))
    assert "Tidak ada temuan" in text(client.get(f"{url}?tingkat=warning"))
    table = client.get(f"/hasil/{held.pk}/ppwp/ekspor/temuan.csv?kode=E-401").content.decode(
        "utf-8-sig"
    )
    head, row = table.splitlines()
    assert head.startswith("kode_tps,tps,wilayah,kode")
    assert row.startswith("7312011001002,TPS 002,")
    assert client.get(f"/hasil/{held.pk}/ppwp/ekspor/temuan.xlsx").content[:2] == b"PK"
    assert client.get(f"/hasil/{held.pk}/ppwp/ekspor/temuan.pdf").status_code == 404


def test_a_ppk_gets_404_for_every_place_of_its_neighbour(client, held):
    login(client, "ppk", "73.12.01")
    other = village_of("73.12.02")
    for place in ("73.12", "73.12.02", other, f"{other}/001"):
        assert client.get(f"/hasil/{held.pk}/ppwp/{place}/").status_code == 404
    page = text(client.get(f"/hasil/{held.pk}/ppwp/"))
    assert "2 dari 2 TPS" in page
    recap = client.get(f"/hasil/{held.pk}/ppwp/ekspor/rekap.csv").content.decode()
    assert "73.12.02" not in recap


def test_who_works_at_a_tps_sees_its_form_and_one_expected(client, held):
    login(client, "kpps", PATH)
    assert "<span>V.C</span>" in text(client.get(f"/hasil/{held.pk}/ppwp/"))
    assert "1 dari 1 TPS" in text(client.get("/hasil/"))


def test_a_contest_without_forms_says_what_to_do(client, held):
    page = text(login(client).get(f"/hasil/{held.pk}/dpr/"))
    assert "Belum ada formulir yang masuk" in page
    assert "/kantor/impor/" in page
    assert client.get(f"/hasil/{held.pk}/bupati/").status_code == 404


def test_lists_open_to_their_candidates(client, held):
    choices = lists({1: 2, 2: 2})
    content = ground.sheet(choices, {PATH: ground.filled(choices, 5)})
    ground.bring(held, "c-hasil", content, contest="dpr")
    page = text(client.get(f"/hasil/{held.pk}/dpr/"))
    assert "Partai 2 calon 1" in page
    assert "Suara partai (tanda gambar)" in page
    tps = text(client.get(f"/hasil/{held.pk}/dpr/{PATH}/"))
    assert "<span>IV.2.1</span>" in tps


def test_determining_from_the_page(client, held):
    login(client, "ketua")
    url = f"/hasil/{held.pk}/ppwp/penetapan/"
    assert client.post(url, {"title": ""}).status_code == 422
    answer = client.post(url, {"title": "BA 12/2024"}, follow=True)
    assert "Tidak ada yang berubah" in text(answer)
    login(client, "operator")
    assert client.get(url).status_code == 403


def test_places_show_their_results_in_their_own_pages(client, held):
    assert "Hasil hitung di sini" in text(client.get("/wilayah/73.12.01/"))
    assert "Hasil hitung di sini" in text(client.get(f"/wilayah/{PATH}/"))
    assert "Hasil hitung di sini" not in text(client.get("/wilayah/73.12.03/"))


def test_english_pages_have_no_indonesian_sentence(client, held):
    client.cookies["bahasa"] = "en"
    page = text(client.get(f"/hasil/{held.pk}/ppwp/"))
    assert "Internal count, not the official result." in page
    assert "Perolehan suara" not in page
