"""The public page: provisional, by ballot number, cacheable, small, nothing internal."""

import hashlib
import json

import pytest

from jurdil.law.rules import lists
from tests import factories
from tests.places.ground import LABESSI
from tests.results import ground
from tests.results.test_pages import held, login, text  # noqa: F401

pytestmark = pytest.mark.django_db

URL = "/publik/pemilu-2024/ppwp/"


def test_the_first_sentence_is_that_this_is_not_official(client, held):  # noqa: F811
    page = text(client.get(URL))
    main = page[page.index('id="isi"') :]
    first = main.index("Hitung internal, bukan hasil resmi.")
    assert first < main.index("<h1>") < main.index("Suara dari 3 dari 3 TPS")
    assert "1 formulir" not in main
    assert "3 formulir" in main


def test_choices_stand_by_ballot_number_whatever_their_votes(client, held):  # noqa: F811
    page = text(client.get(URL))
    places = [page.index(f"Pasangan calon {number}") for number in (1, 2, 3)]
    assert places == sorted(places)


def test_no_account_and_no_script_is_on_the_page_and_any_cache_may_keep_it(client, held):  # noqa: F811
    response = client.get(URL)
    page = text(response)
    assert "Contoh operator" not in page
    assert page.count("<script") == 1  # the frame's own
    assert len(response.content) < 40_000
    assert "public" in response["Cache-Control"]
    assert "max-age=60" in response["Cache-Control"]


def test_a_page_with_a_persons_name_is_kept_by_no_cache(client, held):  # noqa: F811
    response = login(client).get(URL)
    assert "no-store" in response["Cache-Control"]
    assert "public" not in response["Cache-Control"]


def test_a_ppk_sees_the_same_public_page_as_everyone(client, held):  # noqa: F811
    login(client, "ppk", "73.12.01")
    assert "Suara dari 3 dari 3 TPS" in text(client.get(URL))


def test_own_tps_is_found_by_number_and_village(client, held):  # noqa: F811
    page = text(client.get(URL, {"q": "TPS 2 labessi"}))
    assert f"{URL}{LABESSI}/002/" in page
    assert "Tidak ada TPS yang cocok" in text(client.get(URL, {"q": "TPS 9 labessi"}))
    form = text(client.get(f"{URL}{LABESSI}/002/"))
    assert "951" in form
    assert "E-401" in form
    assert client.get(f"{URL}{LABESSI}/099/").status_code == 404


def test_files_carry_the_figures_and_their_checksums(client, held):  # noqa: F811
    table = client.get(f"{URL}rekap.csv").content
    lines = table.decode().splitlines()
    assert lines[0].endswith(",status")
    assert all(line.endswith(',"Hitung internal, bukan hasil resmi"') for line in lines[1:])
    whole = client.get(f"{URL}rekap.json").content
    assert client.get(f"{URL}rekap.sha256").content.decode() == (
        f"{hashlib.sha256(table).hexdigest()}  rekap.csv\n"
        f"{hashlib.sha256(whole).hexdigest()}  rekap.json\n"
    )
    regency = json.loads(whole)["wilayah"][0]
    assert regency["angka"]["paslon_1"] == {"jumlah": 183, "formulir": 3}
    assert regency["angka"]["surat_suara_diterima"] == {"jumlah": None, "formulir": 0}
    assert client.get(f"{URL}rekap.exe").status_code == 404


def test_a_contest_of_lists_stays_small(client, held):  # noqa: F811
    choices = lists(dict.fromkeys(range(1, 19), 8))
    content = ground.sheet(choices, {f"{LABESSI}/001": ground.filled(choices)})
    ground.bring(held, "c-hasil", content, contest="dpr")
    response = client.get("/publik/pemilu-2024/dpr/")
    assert "Partai 18" in text(response).replace("Jumlah partai 18 dan calon", "Partai 18")
    assert len(response.content) < 40_000


def test_what_is_not_held_here_is_not_found(client, held):  # noqa: F811
    assert client.get("/publik/pemilu-2019/ppwp/").status_code == 404
    assert client.get("/publik/pemilu-2024/bupati/").status_code == 404
    assert factories.office().path == "73.12"
    assert "3 dari 3 TPS" in text(client.get("/publik/"))
