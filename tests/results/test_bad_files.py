"""A bad file is refused in clear sentences with row and column, and leaves nothing behind."""

from datetime import date

import pytest

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import ImportBatch, ImportRow
from jurdil.law.rules import lists, pairs
from jurdil.places.models import Tps
from jurdil.results.models import Form, FormShape, Rekap
from tests import factories
from tests.places import ground as places_ground
from tests.results import ground
from tests.results.sirekap_files import as_csv, as_xlsx, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    return ground.election()


def refused(held, content: bytes, kind: str = "sirekap", **options: str) -> dict:
    batch = ground.read(held, kind, content, tambah_tps="1", **options)
    assert batch.state == ImportBatch.State.REFUSED
    assert not ImportRow.objects.exists()
    assert not Form.objects.exists()
    assert not Tps.objects.exists()
    assert not FormShape.objects.exists()
    assert not Rekap.objects.exists()
    return batch.faults[0]


def test_another_regency(held):
    table = [row | {"kode_tps": "1610011001" + row["kode_tps"][10:]} for row in rows()]
    for row in table:
        row |= {"kode_desa": "16.10.01.1001", "kode_kec": "16.10.01"}
    assert "16.10" in refused(held, as_csv(table))["id"]


def test_bps_codes(held):
    table = [row | {"kode_tps": "7312010001" + row["kode_tps"][10:]} for row in rows()]
    fault = refused(held, as_csv(table))
    assert "BPS" in fault["id"]
    assert "BPS" in fault["en"]


def test_a_missing_column(held):
    columns = [name for name in rows()[0] if name != "suara_sah"]
    fault = refused(held, as_csv(rows(), columns))
    assert (fault["row"], fault["column"]) == (1, "suara_sah")


@pytest.mark.parametrize(
    ("value", "kind"), [("enam", "number"), ("-4", "negative"), ("6,1", "number")]
)
def test_a_cell_that_is_no_figure(held, value, kind):
    fault = refused(held, as_csv(rows(3, paslon_2=value)))
    assert (fault["row"], fault["column"], fault["kind"]) == (3, "paslon_2", kind)
    assert value in fault["id"]


def test_a_tps_twice(held):
    fault = refused(held, as_csv([*rows(2), rows(2)[0]]))
    assert fault["row"] == 4
    assert "7312011001001" in fault["id"]


def test_an_empty_file(held):
    assert "kosong" in refused(held, b"")["id"]


def test_dates_for_codes_in_a_workbook(held):
    table = rows(3, kode_desa=date(2024, 2, 14))
    fault = refused(held, as_xlsx(table))
    assert (fault["row"], fault["column"]) == (3, "kode_desa")
    assert "tanggal" in fault["id"]


def test_131131_for_131_is_taken_and_becomes_a_finding(held):
    from jurdil.results import queries

    ground.bring(held, "sirekap", as_csv(rows(3, paslon_2="131131")))
    path = f"{ground.LABESSI}/002"
    page = queries.form_page(ground.operator(held), held.pk, "ppwp", path)
    assert page.figures["paslon_2"] == 131131
    assert {"E-401", "E-404"} <= {found.code for found in page.findings}


def test_the_contest_must_be_chosen_and_fit(held):
    content = ground.sheet(pairs(3), {f"{ground.LABESSI}/001": {"paslon_1": 4}})
    for kind, options in (
        ("c-hasil", {}),
        ("c-hasil", {"contest": "bupati"}),
        ("sirekap", {"contest": "dpr"}),
    ):
        with pytest.raises(Refused, match="ppwp"):
            ground.read(held, kind, content, **options)


def test_with_two_contests_of_pairs_sirekap_asks_which():
    factories.office()
    places_ground.regions()
    held = factories.election("pilkada-2024", contests=["gubernur", "bupati"])
    fault = refused(held, as_csv(rows()))
    assert fault["kind"] == "contest"
    assert "gubernur, bupati" in fault["id"]


def test_a_sheet_of_another_contest_lacks_its_columns(held):
    content = ground.sheet(pairs(3), {f"{ground.LABESSI}/001": {"paslon_1": 4}})
    fault = refused(held, content, "c-hasil", contest="dpr")
    assert (fault["kind"], fault["column"]) == ("missing-column", "partai_1")


def test_a_c_hasil_sheet_with_a_fault_in_a_cell(held):
    content = ground.sheet(lists({1: 2, 2: 2}), {f"{ground.LABESSI}/001": {"partai_1": 5}})
    broken = content.replace(b",5,", b",lima,", 1)
    fault = refused(held, broken, "c-hasil", contest="dpr")
    assert (fault["row"], fault["column"], fault["kind"]) == (2, "partai_1", "number")


def test_a_village_that_is_not_here(held):
    content = ground.sheet(pairs(3), {"73.12.01.1099/001": {"paslon_1": 4}})
    fault = refused(held, content, "c-hasil", contest="ppwp")
    assert (fault["row"], fault["kind"]) == (2, "unknown-village")


def test_forms_of_another_shape_are_refused_at_the_preview(held):
    ground.bring(held, "sirekap", as_csv(rows(3)))
    other = ground.sheet(pairs(4), {f"{ground.LABESSI}/001": {"paslon_4": 4}})
    batch = ground.read(held, "c-hasil", other, contest="ppwp")
    assert batch.state == ImportBatch.State.REFUSED
    assert "memuat 4 kolom suara" in batch.faults[0]["id"]
    assert "memuat 3" in batch.faults[0]["id"]


def test_a_row_without_any_figure_is_named_and_left_out(held):
    content = ground.sheet(pairs(3), {f"{ground.LABESSI}/001": {}})
    batch = ground.read(held, "c-hasil", content, contest="ppwp", tambah_tps="1")
    assert list(batch.rows.values_list("take", "code")) == [(False, "kosong")]
