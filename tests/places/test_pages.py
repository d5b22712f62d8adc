"""The room's pages through the client: scope, forms, exports, what visitors see."""

import csv
import io

import pytest
from django.urls import reverse

from jurdil.places import actions, known, queries
from jurdil.places.models import DapilList, Tps
from tests import factories
from tests.places.ground import (
    LABESSI,
    LILIRIAJA,
    MARIORIWAWO,
    regions,
    soppeng,
    village_of,
    with_tps,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client):
    held = with_tps()
    client.force_login(factories.account("operator"))
    client.held = held
    return client


@pytest.fixture
def ppk(client):
    with_tps()
    client.force_login(factories.account("ppk", MARIORIWAWO))
    return client


def test_the_tree_shows_every_kecamatan_folded(operator):
    page = operator.get(reverse("places:tree")).content.decode()
    assert page.count('<details class="fold">') == 8
    assert "Kecamatan Marioriwawo" in page
    assert "4 TPS" not in page  # the sum stands in the tile, not in a village
    assert "13 desa/kelurahan · 3 TPS" in page
    assert "Kepmendagri 300.2.2-2138/2025" in page


def test_a_place_page_adds_up(operator):
    page = operator.get(reverse("places:place", args=["73.12"])).content.decode()
    assert '<td class="r num">4</td></tr></tfoot>' in page
    village = operator.get(reverse("places:place", args=[LABESSI])).content.decode()
    assert "TPS 901" in village
    assert "lokasi khusus" in village
    assert "Tambah TPS" in village


@pytest.mark.parametrize(
    "address",
    [
        f"/wilayah/{LILIRIAJA}/",
        "/wilayah/73.12/",
        "/wilayah/16.10/",
        f"/wilayah/peta/{LILIRIAJA}/",
        f"/wilayah/{MARIORIWAWO}/tambah-tps/",
    ],
)
def test_out_of_scope_does_not_exist(ppk, address):
    assert ppk.get(address).status_code == 404


def test_out_of_scope_tps_does_not_exist(ppk):
    path = f"{village_of(LILIRIAJA)}/001"
    for name in ("places:tps", "places:change_tps"):
        assert ppk.get(reverse(name, args=[path])).status_code == 404
    assert ppk.get(reverse("places:add_tps", args=[village_of(LILIRIAJA)])).status_code == 404
    page = ppk.get(reverse("places:tree")).content.decode()
    assert "Liliriaja" not in page


def test_a_tps_is_added_in_the_browser(operator):
    address = reverse("places:add_tps", args=[LABESSI])
    assert operator.get(address).status_code == 200
    sent = {"number": "3", "kind": "reguler", "site": "SD 1", "reason": "Kpt 1"}
    answer = operator.post(address, sent)
    assert answer.status_code == 302
    assert answer.url == reverse("places:tps", args=[f"{LABESSI}/003"])
    again = operator.post(address, sent)
    assert again.status_code == 422
    assert "sudah terdaftar" in again.content.decode()
    bad = operator.post(address, {**sent, "number": "tiga"})
    assert bad.status_code == 422
    assert Tps.objects.count() == 5


def test_a_tps_is_corrected_in_the_browser_and_tells_its_history(operator):
    path = f"{LABESSI}/001"
    address = reverse("places:change_tps", args=[path])
    form = operator.get(address).content.decode()
    assert 'value="SD 12"' in form
    sent = {"kind": "reguler", "address": "Balai", "state": "dipakai", "reason": "Surat 9"}
    assert operator.post(address, sent).status_code == 302
    page = operator.get(reverse("places:tps", args=[path])).content.decode()
    assert "<del>SD 12</del> → <ins>Balai</ins>" in page
    assert "Surat 9" in page
    same = operator.post(address, sent)
    assert same.status_code == 422
    assert "Tidak ada yang berubah" in same.content.decode()


def test_who_may_not_change_does_not_see_the_form(client):
    with_tps()
    client.force_login(factories.account("saksi"))
    page = client.get(reverse("places:place", args=[LABESSI])).content.decode()
    assert "Tambah TPS" not in page
    assert client.get(reverse("places:add_tps", args=[LABESSI])).status_code == 403


def test_visitors_see_places_in_the_public_shell(client):
    with_tps()
    answer = client.get(reverse("places:tree"))
    assert answer.status_code == 200
    assert 'class="bar4"' not in answer.content.decode()
    assert client.get(reverse("places:tps", args=[f"{LABESSI}/001"])).status_code == 200
    assert client.get(reverse("places:add_tps", args=[LABESSI])).status_code == 302


def test_known_dapil_are_offered_with_their_source_and_used(operator):
    page = operator.get(reverse("places:dapil")).content.decode()
    assert "berita yang mengutip PKPU 6/2023" in page
    assert "belum dikonfirmasi" in page
    answer = operator.post(reverse("places:use_known_dapil", args=["dprd-kab"]))
    assert answer.status_code == 302
    page = operator.get(reverse("places:dapil")).content.decode()
    assert "Kecamatan Lilirilau, Kecamatan Ganra" in page
    assert "Belum dikonfirmasi" in page
    rows = queries.dapil_of(factories.viewer(), operator.held.pk, "dprd-kab")
    assert [row.seats for row in rows] == [6, 7, 6, 5, 6]
    assert operator.post(reverse("places:use_known_dapil", args=["dpr"])).status_code == 404
    assert DapilList.objects.count() == 1


@pytest.mark.parametrize(
    ("regime", "seats", "confirmed"),
    [("pemilu-2019", [7, 7, 5, 5, 6], True), ("pemilu-2024", [6, 7, 6, 5, 6], False)],
)
def test_soppeng_has_thirty_seats_and_every_kecamatan_once(regime, seats, confirmed):
    facts = known.known_dapil(regime, "dprd-kab", "73.12")
    assert [row.seats for row in facts.rows] == seats
    assert sum(seats) == 30
    assert sorted(part for row in facts.rows for part in row.parts) == [
        f"73.12.0{number}" for number in range(1, 9)
    ]
    assert facts.confirmed is confirmed


def test_exports_hold_codes_as_text_and_no_formula(operator):
    actions.change_tps(
        by=factories.viewer(),
        election_id=operator.held.pk,
        path=f"{LABESSI}/002",
        kind="reguler",
        site='=HYPERLINK("x")',
        address="",
        access="",
        note="",
        state="dipakai",
        reason="x",
    )
    answer = operator.get(reverse("places:export_tps", args=["csv"]))
    assert answer["Content-Disposition"] == 'attachment; filename="tps-73.12.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["kode_tps"] for row in rows][:3] == [
        f"{LABESSI}/{n}" for n in ("001", "002", "901")
    ]
    assert rows[1]["lokasi"] == '\'=HYPERLINK("x")'
    assert rows[2]["jenis"] == "lapas"
    places = operator.get(reverse("places:export_places", args=["csv"])).content.decode("utf-8-sig")
    assert places.splitlines()[1] == "73.12,2,kabupaten,Kabupaten Soppeng,4"
    for name in ("places:export_tps", "places:export_places"):
        sheet = operator.get(reverse(name, args=["xlsx"]))
        assert sheet.content[:2] == b"PK"
        assert operator.get(reverse(name, args=["pdf"])).status_code == 404


def test_an_export_stays_within_the_scope(ppk):
    answer = ppk.get(reverse("places:export_tps", args=["csv"])).content.decode("utf-8-sig")
    assert LILIRIAJA not in answer
    assert LABESSI in answer


def test_a_search_links_to_what_it_finds(operator):
    page = operator.get(reverse("places:search"), {"q": "tps 901 labessi"}).content.decode()
    assert reverse("places:tps", args=[f"{LABESSI}/901"]) in page
    assert "Kelurahan Labessi, Kecamatan Marioriwawo, Kabupaten Soppeng" in page
    assert "Temuan selebihnya" not in page
    none = operator.get(reverse("places:search"), {"q": "<b>"}).content.decode()
    assert "Tidak ada yang cocok dengan “&lt;b&gt;”" in none


def test_pages_without_an_election_say_what_to_do(client):
    regions()
    client.force_login(factories.account("operator"))
    assert client.get(reverse("places:tree")).status_code == 200
    assert "Buka pemilihan dahulu" in client.get(reverse("places:dapil")).content.decode()
    assert client.get(reverse("places:tps", args=[f"{LABESSI}/001"])).status_code == 404
    village = client.get(reverse("places:place", args=[LABESSI])).content.decode()
    assert "Tambah TPS" not in village


def test_pages_ask_few_questions(operator, django_assert_max_num_queries):
    badges = len(
        (
            "field work",
            "letters",
            "advice",
            "rulings",
            "activities",
            "held",
            "releases",
            "clippings",
        )
    )
    panels = len(("advice", "activities", "their elections"))
    for address in (reverse("places:tree"), reverse("places:place", args=[LABESSI])):
        with django_assert_max_num_queries(19 + badges + panels):
            operator.get(address)


def test_an_office_without_tps_is_led_to_the_import(client):
    soppeng()
    client.force_login(factories.account("operator"))
    page = client.get(reverse("places:tree")).content.decode()
    assert "Belum ada TPS dalam pemilihan ini" in page
    assert reverse("kernel:import_new", args=["tps"]) in page
    assert (
        reverse("kernel:import_new", args=["dapil"])
        in client.get(reverse("places:dapil")).content.decode()
    )
    empty = client.get(reverse("places:map", args=["73.12"])).content.decode()
    assert "Belum ada batas untuk digambar" in empty
    assert reverse("kernel:import_new", args=["boundaries"]) in empty


def test_a_witness_sees_no_door_to_imports(client):
    soppeng()
    client.force_login(factories.account("saksi"))
    for name, arguments in (("places:tree", []), ("places:dapil", []), ("places:map", ["73.12"])):
        assert "/impor/" not in client.get(reverse(name, args=arguments)).content.decode()
