"""An empty sheet that is downloaded, filled and brought in again is accepted as it is."""

import csv
import io

import pytest
import xlsxwriter
from django.test import Client
from python_calamine import CalamineWorkbook

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.parties import actions as parties
from jurdil.parties.records import PAIR, Entry
from jurdil.results.actions import freeze_recap
from jurdil.results.models import Bacaan, Entri, Form
from jurdil.results.writing import read_figures
from tests.results import ground
from tests.results.test_entry_browser import GOOD
from tests.samples import World, X

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def typist(world):
    client = Client()
    client.force_login(world.person("operator", world.place_of("operator")))
    return client


def register(world):
    entries = tuple(
        Entry("ppwp", PAIR, n, f"Pasangan Contoh {n}", candidate=1, candidate_name="Calon")
        for n in (1, 2, 3)
    )
    parties.register(by=world.keeper, election_id=world.election.pk, entries=entries)


def download(client, world, kind):
    answer = client.get(f"/hasil/entri/{world.election.pk}/lembar/ppwp.{kind}")
    assert answer.status_code == 200
    return answer.content


def fill(rows, path):
    """The figures of one TPS typed in; every other row stays empty."""
    head, *lines = [list(row) for row in rows]
    code = path.replace(".", "").replace("/", "")
    for line in lines:
        if line[0] == code:
            line[4:] = [GOOD[name] for name in head[4:]]
    return [head, *lines]


def as_csv(rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def as_xlsx(rows) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def read_csv(content: bytes):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def read_xlsx(content: bytes):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize(
    ("kind", "read", "write"), [("csv", read_csv, as_csv), ("xlsx", read_xlsx, as_xlsx)]
)
@pytest.mark.parametrize("importer", ["entri-1", "c-hasil"])
def test_a_filled_sheet_is_accepted(world, typist, kind, read, write, importer):
    """Its names of places are left in, TPS without figures are passed over."""
    register(world)
    path = world.tps(X)
    rows = read(download(typist, world, kind))
    assert rows[0][:4] == ["kode_tps", "kecamatan", "desa", "tps"]
    assert len(rows) > 2
    batch = ground.read(
        world.election, importer, write(fill(rows, path)), ground.operator(world.election),
        contest="ppwp",
    )  # fmt: skip
    assert batch.faults == []
    assert [row.key for row in batch.rows.filter(take=True)] == [path]
    by = ground.operator(world.election)
    publish_import(by=by, batch_id=batch.pk)
    if importer == "entri-1":
        seen = Entri.objects.get().decisions.filter(kind="buka", account=by.account_id)
        assert seen.exists() == (by.account_id is not None)
        assert read_figures(Bacaan.objects.get().figures) == GOOD
        assert Entri.objects.get().state == "menunggu-2"
    else:
        assert read_figures(Form.objects.get(path=path).current.figures) == GOOD


def skipped(batch) -> dict[str, str]:
    return dict(batch.rows.filter(take=False).exclude(code="kosong").values_list("key", "code"))


def test_a_tps_already_begun_is_left_out_of_a_file_with_its_reason(world, typist):
    """The rest of the file comes in; one begun after the preview changes nothing and says so."""
    register(world)
    path, by = world.tps(X), ground.operator(world.election)
    rows = read_csv(download(typist, world, "csv"))
    codes = {line[0]: line for line in rows[1:]}
    other = next(code for code in codes if code != path.replace(".", "").replace("/", ""))
    one, both = fill(rows, path), fill(rows, path)
    next(line for line in both if line[0] == other)[4:] = [GOOD[name] for name in rows[0][4:]]

    def preview(filled=both, kind="entri-1"):
        return ground.read(world.election, kind, as_csv(filled), by, contest="ppwp")

    publish_import(by=by, batch_id=preview(one, "c-hasil").pk)  # equal figures are no reading
    early, first = preview(), preview(one)
    assert skipped(early) == skipped(first) == {}
    publish_import(by=by, batch_id=first.pk)
    with pytest.raises(Refused, match=f"TPS {path} dientri sesudah pratinjau"):
        publish_import(by=by, batch_id=early.pk)
    later = preview()
    assert skipped(later) == {path: "sudah-dientri"}
    publish_import(by=by, batch_id=later.pk)
    assert Entri.objects.filter(state="menunggu-2").count() == 2
    freeze_recap(
        by=world.keeper, election_id=world.election.pk, contest="ppwp", path=X, title="BA 1"
    )
    assert skipped(preview())[path] == "sudah-ditetapkan"


def test_a_sheet_without_participants_is_not_offered(world, typist):
    """Its columns are not known; the page says why."""
    page = typist.get(f"/hasil/entri/{world.election.pk}/lembar/").content.decode()
    assert "Peserta belum terdaftar." in page
    assert typist.get(f"/hasil/entri/{world.election.pk}/lembar/dpr.csv").status_code == 404
    register(world)
    page = typist.get(f"/hasil/entri/{world.election.pk}/lembar/").content.decode()
    assert f"/hasil/entri/{world.election.pk}/lembar/ppwp.xlsx" in page


def test_a_sheet_has_the_tps_of_its_reader(world):
    """PPK of a kecamatan gets the TPS of that kecamatan."""
    client = Client()
    client.force_login(world.person("ppk", X))
    codes = [row[0] for row in read_csv(download_as(client, world))[1:]]
    assert codes
    assert all(code.startswith(X.replace(".", "")) for code in codes)


def download_as(client, world):
    register(world)
    return download(client, world, "csv")
