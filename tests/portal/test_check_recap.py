"""The public page that checks a table of voters: published tables that add up, and one that not."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories
from tests.law.recap_tables import LUWU_TIMUR_2024, LUWU_TIMUR_PILKADA

pytestmark = pytest.mark.django_db
ADDRESS = "/publik/periksa-rekap/"


@pytest.fixture(autouse=True)
def office():
    factories.office()


def test_a_table_that_adds_up_is_said_to(client):
    page = client.post(ADDRESS, {"text": LUWU_TIMUR_2024})
    assert page.status_code == 200
    assert "Semua yang dapat dibandingkan cocok" in page.content.decode()


def test_the_printed_total_of_luwu_timur_is_caught_with_both_numbers(client):
    text = client.post(ADDRESS, {"text": LUWU_TIMUR_PILKADA}).content.decode()
    assert "222.030" in text and "222.020" in text
    assert "131" in text and "128" in text


def test_a_workbook_is_read_with_the_row_numbers_people_see(client):
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([["wilayah", "l", "p", "jumlah"], [], ["Contoh", 3, 4, 8]]):
            sheet.write_row(at, 0, row)
    file = SimpleUploadedFile("rekap.xlsx", kept.getvalue())
    text = client.post(ADDRESS, {"file": file}).content.decode()
    assert "laki-laki 3 + perempuan 4 = 7, tetapi tertulis 8" in text
    assert "Baris 3" in text


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"text": ""}, "Tempel sebuah tabel"),
        ({"text": "halo"}, "tidak ada kolom angka"),
        ({"file": SimpleUploadedFile("foto.csv", b"\xff\xd8\xff\xe0")}, "foto JPEG"),
        ({"file": SimpleUploadedFile("besar.csv", b"a;b\n" * 200_000)}, "500 KB"),
        ({"text": "wilayah;jumlah\n" + "X;1\n" * 5_001}, "lebih dari 5000 baris"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(client, given, says):
    page = client.post(ADDRESS, given)
    assert page.status_code == 422
    assert says in page.content.decode()


def test_the_answer_is_given_in_english_too(client):
    client.cookies["bahasa"] = "en"
    text = client.post(ADDRESS, {"text": LUWU_TIMUR_PILKADA}).content.decode()
    assert "2 figures disagree" in text
    assert "222,030" in text
