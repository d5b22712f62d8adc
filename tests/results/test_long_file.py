"""Votes per TPS and candidate come in as forms; a real DPR count of 65 TPS recapitulates."""

import csv
import io
from collections import Counter

import pytest

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import ImportBatch
from jurdil.law.rules import pairs
from jurdil.parties import actions as parties
from jurdil.parties.records import PAIR
from jurdil.parties.records import Entry as Line
from jurdil.places import actions as places
from jurdil.places.records import NewTps
from jurdil.results import actions, queries
from jurdil.results.models import Entri, Form
from jurdil.results.writing import read_figures
from tests import factories
from tests.results import ground

pytestmark = pytest.mark.django_db
HEADER = "kode_tps,partai_no,nomor_urut,suara\n"
TPS = ground.LABESSI.replace(".", "") + "001"


@pytest.mark.shared
def test_palembangs_dpr_count_recapitulates_to_the_vote(shared):
    content = (shared / "dpr2024-tps-x-candidate-palembang.csv").read_bytes()
    held = ground.election("16.71")
    ground.bring(held, "c-hasil-panjang", content, contest="dpr")
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    sums = Counter()
    for row in rows:
        sums[f"partai_{row['partai_no']}_calon_{row['nomor_urut']}"] += int(row["suara"])
    assert Form.objects.filter(contest="dpr").count() == 65
    board = queries.board(ground.operator(held), held.pk, "dpr")
    found = board.total.cells
    assert len(sums) == 142
    for name, votes in sums.items():
        assert (found[name].sum, found[name].have) == (votes, 65), name
    assert found["suara_sah"].sum is None
    assert found["partai_1"].sum is None


def test_zero_or_empty_number_is_the_partys_logo_and_absent_stays_absent():
    held = ground.election()
    rows = f"{TPS},1,0,5\n{TPS},1,1,7\n{TPS},2,,3\n{TPS},2,1,\n"
    ground.bring(held, "c-hasil-panjang", (HEADER + rows).encode(), contest="dpr")
    figures = read_figures(Form.objects.get().current.figures)
    assert figures == {"partai_1": 5, "partai_1_calon_1": 7, "partai_2": 3}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (f"{TPS},1,1,5\n{TPS},1,1,6\n", "partai_1_calon_1"),
        (f"{TPS},1,1,-5\n", "-5"),
        (f"{TPS},satu,1,5\n", "satu"),
        ("7312,1,1,5\n", "7312"),
        ("1671041005001,1,1,5\n", "16.71"),
        ("", ""),
    ],
)
def test_structural_faults_refuse_the_file(rows, said):
    held = ground.election()
    batch = ground.read(held, "c-hasil-panjang", (HEADER + rows).encode(), contest="dpr")
    assert batch.state == ImportBatch.State.REFUSED
    assert said in str(batch.faults)
    assert not Form.objects.exists()


def pair_contest():
    held = ground.election()
    lines = [Line("ppwp", PAIR, number, f"Pasangan {number}") for number in (1, 2)]
    parties.register(by=factories.viewer("operator"), election_id=held.pk, entries=lines)
    path = f"{ground.LABESSI}/001"
    forms = {path: {"paslon_1": 61, "paslon_2": 26, "suara_sah": 87, "suara_tidak_sah": 1}}
    rows = (NewTps(ground.LABESSI, 1),)
    places.add_tps_list(
        by=factories.viewer("operator"), election_id=held.pk, rows=rows, reason="Penetapan"
    )
    return held, path, ground.sheet(pairs(2), forms)


def test_an_offices_own_sheet_is_the_first_reading_and_a_person_makes_the_second():
    held, path, sheet = pair_contest()
    batch = ground.read(held, "entri-1", sheet, contest="ppwp")
    publish_import(by=ground.operator(held), batch_id=batch.pk)
    entry = Entri.objects.get()
    assert (entry.state, entry.first, entry.path) == ("menunggu-2", 0, path)
    assert not Form.objects.exists()
    again = ground.read(held, "entri-1", sheet, contest="ppwp")
    assert [row.code for row in again.rows.filter(key=path)] == ["sudah-dientri"]
    with pytest.raises(Refused, match="Tidak ada baris yang akan diambil"):
        publish_import(by=ground.operator(held), batch_id=again.pk)
    typist = factories.account("operator")
    by = factories.viewer("operator", account_id=typist.pk)
    key = {"election_id": held.pk, "contest": "ppwp", "path": path}
    actions.open_entry(by=by, **key)
    cells = dict.fromkeys(ground.names_of(pairs(2)), "-")
    cells |= {"paslon_1": "61", "paslon_2": "26", "suara_sah": "87", "suara_tidak_sah": "1"}
    assert actions.finish(by=by, **key, cells=cells, notes={}).state == "selesai"
    assert read_figures(Form.objects.get().current.figures)["paslon_1"] == 61
