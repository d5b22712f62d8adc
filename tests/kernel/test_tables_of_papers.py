"""Tables of papers: heads on every page, no row broken, sums strong, nothing lost by an edit."""

import io
import os
from datetime import date
from pathlib import Path

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from jurdil.kernel.actions import documents as acts
from jurdil.kernel.documents import render
from jurdil.kernel.documents.tables import Column, Line, band, table
from jurdil.kernel.models import Document
from jurdil.kernel.viewer import Viewer
from tests import factories, writes
from tests.kernel.test_documents import BODY, _paper

COLUMNS = (Column("Uraian", wide=True), Column("Jumlah", figures=True))
VOTES = table("Perolehan suara", COLUMNS, [Line(("Contoh", "118")), Line(("Semua", "118"), True)])


def drawn(*tables) -> bytes:
    data = _paper(title="Tabel", rows=1)
    body = {**data["body"], "tables": list(tables)}
    return render.pdf("berita-acara", {**data, "body": body}, date(2024, 2, 15))


def pages(*tables) -> list[str]:
    made = pypdf.PdfReader(io.BytesIO(drawn(*tables)))
    return [page.extract_text() for page in made.pages]


def test_the_head_stands_on_every_page_and_no_row_is_broken():
    long = "Nama yang sangat panjang " * 12
    rows = [band("Bagian I"), *(Line((f"awal{n} {long}akhir{n}.", f"{n}")) for n in range(60))]
    found = pages(table("Panjang", COLUMNS, rows))
    holding = [page for page in found if "awal" in page]
    assert len(holding) > 3
    assert all("Uraian" in page for page in holding)
    for n in range(60):
        assert [f"awal{n} " in page for page in found] == [f"akhir{n}." in page for page in found]
    assert all("Bagian I" in page for page in holding), "a band says what its rows belong to"


def test_a_band_is_not_left_alone_at_the_foot_of_a_page():
    for before in range(20, 40):
        first = [Line((f"awal{n}", "1")) for n in range(before)]
        found = pages(table("Panjang", COLUMNS, [*first, band("Bagian II"), Line(("isi", "2"))]))
        assert all("isi" in page for page in found if "Bagian II" in page)


@pytest.mark.parametrize("columns", [2, 8, 11, 24])
def test_wide_tables_and_twelve_digits_print(columns):
    heads = [Column("Partai", wide=True), *(Column(f"K{n}", figures=True) for n in range(columns))]
    row = Line(("Partai Contoh", *["999.999.999.999" if columns == 2 else "12.345"] * columns))
    text = "".join(pages(table("Lebar", heads, [row])))
    assert text.count(row.cells[1]) == columns


def test_a_table_without_rows_prints_its_head():
    assert "Uraian" in "".join(pages(table("Kosong", COLUMNS, [])))


def test_a_row_that_does_not_fit_its_head_is_an_error():
    with pytest.raises(ValueError, match="3 cells for 2 columns"):
        table("Salah", COLUMNS, [Line(("a", "b", "c"))])


def test_large_papers_one_after_another_do_not_pile_up_in_memory():
    heads = [Column("TPS", wide=True), *(Column(f"K{n}", figures=True) for n in range(9))]

    def draw(turn: int) -> int:
        rows = [Line((f"TPS {n}", *[f"{turn}.{n}"] * 9)) for n in range(600)]
        drawn(table("Besar", heads, rows))
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")

    first = draw(0)
    assert max(draw(turn) for turn in range(1, 4)) - first < 60_000_000


@pytest.mark.django_db
def test_editing_the_text_of_a_draft_keeps_the_tables_that_code_made():
    with writes.setting_up():
        factories.office()
        operator = factories.account("operator")
    by = Viewer("operator", "73.12", "kpu", "Contoh", operator.pk)
    document = acts.draft(by=by, kind="ba", title="Hasil", body={**BODY, "tables": [VOTES]})
    client = Client()
    client.force_login(operator)
    address = reverse("kernel:document_revise", args=[document.pk])
    assert "Perolehan suara" in client.get(address).content.decode()
    client.post(address, {"title": "Hasil baru", "opening": "Pada hari ini.", "points": ""})
    body = Document.objects.get().data["body"]
    assert (body["opening"], body["points"], body["tables"]) == (["Pada hari ini."], [], [VOTES])


@pytest.mark.django_db
def test_minutes_of_a_kecamatan_are_signed_by_its_ppk_and_no_other():
    with writes.setting_up():
        factories.office()
        roles = ["kasubbag", "sekretaris"]
        desk = [factories.viewer(role, account_id=factories.account(role).pk) for role in roles]
        ppk, other = (
            factories.viewer("ppk", at, account_id=factories.account("ppk", at).pk)
            for at in ("73.12.01", "73.12.02")
        )
        factories.account("ketua")
    drafter = factories.viewer("operator", ppk.path, account_id=ppk.account_id)
    document = acts.draft(by=drafter, kind="ba", title="Hasil", body=BODY)
    acts.initial_subhead(by=desk[0], document_id=document.pk)
    acts.initial_secretary(by=desk[1], document_id=document.pk)
    with pytest.raises(Document.DoesNotExist):
        acts.sign(by=other, document_id=document.pk)
    acts.sign(by=ppk, document_id=document.pk)
    assert Document.objects.get().state == "ditandatangani"
