"""Printed forms: the order and words of the paper, the figures that count, places to sign."""

import io
import re

import pytest
from pypdf import PdfReader

from jurdil.kernel.documents import sheet
from jurdil.law.regime import load_regime
from jurdil.law.rules import lists
from jurdil.places.models import Region
from jurdil.results import actions, queries
from jurdil.results.models import Form
from jurdil.results.papers.d_hasil import WIDEST, Area, Block, Counted, d_hasil
from jurdil.results.shapes import Shape
from tests import factories
from tests.results import ground
from tests.results.test_entry import determine, held, person, read  # noqa: F401

pytestmark = pytest.mark.django_db


def words(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.fixture
def counted(held):  # noqa: F811
    read(held, person())
    read(held, person())
    return held


def test_the_copy_prints_digits_and_words_in_the_order_of_the_paper(counted):
    viewer = factories.viewer("operator")
    content = queries.c_hasil_pdf(viewer, counted.pk, "ppwp", counted.tps)
    said = words(content)
    assert content.startswith(b"%PDF-")
    assert b"pdfaid" in content
    order = ["C.HASIL-PPWP SALINAN", "I. Data", "II. Data", "III. Data", "IV. Data", "V. Data"]
    places = [said.index(part) for part in order]
    assert places == sorted(places)
    assert "118 seratus delapan belas" in said
    assert "173 seratus tujuh puluh tiga" in said
    assert said.count("KPPS") == 7
    assert "Saksi Pasangan 2" in said
    assert "Mode Latihan" in said
    assert content == queries.c_hasil_pdf(viewer, counted.pk, "ppwp", counted.tps)


def test_a_blank_form_has_the_rows_and_no_figure(counted):
    viewer = factories.viewer("operator")
    other = counted.tps[:-1] + "2"
    said = words(queries.c_hasil_pdf(viewer, counted.pk, "ppwp", other, blank=True))
    assert "Pasangan 1" in said
    assert "V.C" in said
    assert not re.search(r"\b118\b", said)
    with pytest.raises(Form.DoesNotExist):
        queries.c_hasil_pdf(viewer, counted.pk, "ppwp", other)


def test_d_hasil_says_what_is_missing_and_that_it_is_an_internal_count(counted):
    said = words(queries.d_hasil_pdf(factories.viewer("operator"), counted.pk, "ppwp", "73.12.01"))
    assert "D.HASIL KECAMATAN-PPWP" in said
    assert "Belum masuk: 1 dari 2." in said
    assert "HITUNG INTERNAL" in said
    assert "Hitung internal, bukan hasil resmi" in said
    assert "118 – 118" in said
    assert "Ketua PPK" in said


def test_a_determined_sheet_is_not_stamped(counted):
    determine(counted, person("ketua"))
    said = words(queries.d_hasil_pdf(factories.viewer("operator"), counted.pk, "ppwp", "73.12"))
    assert "D.HASIL KABKO-PPWP" in said
    assert "HITUNG INTERNAL" not in said
    assert "BA 1/2024" in said


def test_a_form_of_eighteen_parties_prints_logo_candidates_and_sum(held):  # noqa: F811
    choices = lists(dict.fromkeys(range(1, 19), 7))
    village = Region.objects.filter(level=4, path__within="73.12.01").order_by("path")[0].path
    path = f"{village}/001"
    figures = {
        "partai_18": 5,
        "partai_18_calon_7": 8,
        "partai_18_jumlah": 13,
        "suara_sah": 13,
        "suara_total": 13,
    }
    ground.bring(held, "c-hasil", ground.sheet(choices, {path: figures}), contest="dpr")
    viewer = factories.viewer("operator")
    said = words(queries.c_hasil_pdf(viewer, held.pk, "dpr", path))
    assert "IV.18." in said
    assert "13 tiga belas" in said
    assert said.count("Jumlah suara sah partai politik dan calon") == 18
    sheet = words(queries.d_hasil_pdf(viewer, held.pk, "dpr", "73.12"))
    assert "D.HASIL KABKO-DPR" in sheet
    assert "Marioriwawo" in sheet


def test_sums_of_a_block_leave_absent_figures_absent():
    block = Block("Desa", (Area("TPS 001", {"a": 3}), Area("TPS 002", None), Area("3", {"b": 1})))
    assert (block.sum("a"), block.sum("b"), block.sum("c"), block.missing) == (3, 1, None, 1)
    assert WIDEST == 20


def test_the_form_of_events_is_blank_nihil_or_tells(counted):
    viewer = factories.viewer("operator")
    assert "belum diterima" in words(queries.events_pdf(viewer, counted.pk, counted.tps))
    kpps = factories.viewer("kpps", counted.tps)
    key = {"by": kpps, "election_id": counted.pk, "path": counted.tps}
    actions.record_event(**key, kind="keberatan", contest="ppwp", party="1", text="Kotak terbuka")
    said = words(queries.events_pdf(viewer, counted.pk, counted.tps))
    assert "C.KEJADIAN KHUSUS" in said
    assert "Saksi Pasangan 1" in said
    assert "Kotak terbuka" in said
    other = {**key, "by": viewer, "path": counted.tps[:-1] + "2"}
    actions.record_event(**other, kind="nihil")
    assert "NIHIL" in words(queries.events_pdf(viewer, counted.pk, other["path"]))


def test_labels_carry_the_code_of_every_form(counted):
    village = counted.tps.partition("/")[0]
    said = words(queries.labels_pdf(factories.viewer("operator"), counted.pk, village))
    page = queries.tps_papers(factories.viewer("operator"), counted.pk, counted.tps)
    assert all(contest.code in said for contest in page.contests)
    assert said.count("TPS 001") == 5


def test_nobody_prints_another_kecamatans_forms(counted):
    elsewhere = factories.viewer("ppk", "73.12.02")
    with pytest.raises(Form.DoesNotExist):
        queries.c_hasil_pdf(elsewhere, counted.pk, "ppwp", counted.tps)
    with pytest.raises(Region.DoesNotExist):
        queries.d_hasil_pdf(elsewhere, counted.pk, "ppwp", "73.12.01")


def sheet_of(areas, **values):
    """D.Hasil of a kecamatan of a DPR contest with one party, these TPS in one village."""
    regime = load_regime("pemilu-2024")
    choices = lists({1: 2})
    shape = Shape(1, "pemilu-2024", "dpr", "", choices, ground.names_of(choices))
    filled = dict.fromkeys(shape.figures, 7) | values
    block = Block("Desa", tuple(Area(f"TPS {n:03d}", filled) for n in range(1, areas + 1)))
    counted = [Counted(shape, {"partai_1_calon_1": "Nama Panjang " * 8}, (block,))]
    return d_hasil(regime.contest("dpr"), "KECAMATAN", "Contoh", counted)


@pytest.mark.parametrize(
    ("areas", "vote", "size", "heads"),
    [
        (3, 7, ("a4", False), [6]),
        (8, 7, ("a4", True), [11]),
        (18, 7, ("a3", True), [21]),
        (27, 7, ("a3", True), [23, 11]),
        (18, 999_999_999_999, ("a3", True), [13, 12]),
    ],
)
def test_the_sheet_is_as_large_as_its_columns_need(areas, vote, size, heads):
    paper = sheet_of(areas, partai_1=vote)
    assert (paper.sheet, paper.flipped) == size
    assert [len(one.columns) for one in paper.sections if one.columns] == heads


def test_every_page_of_columns_has_its_sum_and_the_last_that_of_all():
    factories.office()
    paper = sheet_of(27, partai_1=999_999_999_999)
    tables = [one for one in paper.sections if one.columns]
    named = [[column.name for column in one.columns][-2:] for one in tables]
    assert named == [
        ["TPS 010", "Jumlah halaman"],
        ["TPS 020", "Jumlah halaman"],
        ["Jumlah halaman", "Jumlah"],
    ]
    row = next(line for line in tables[-1].rows if line.cells[0] == "IV.1")
    assert row.cells[-2:] == ("6.999.999.999.993", "26.999.999.999.973")
    assert "26.999.999.999.973" in words(sheet.pdf(paper))


def test_a_sheet_without_areas_prints_its_rows():
    factories.office()
    assert "IV.1.2" in words(sheet.pdf(sheet_of(0)))
