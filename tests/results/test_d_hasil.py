"""D.Hasil Kecamatan from a file: two real Pilkada, and the comparison with the TPS forms.

Certified: Bupati Soppeng 2024 61,758 and 80,266 votes; in Ogan Ilir one pair ran against the empty
column.
"""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law.rules import pairs
from jurdil.places import actions as places
from jurdil.places.models import Region
from jurdil.places.records import NewTps
from jurdil.results import minutes, queries, room
from jurdil.results.actions import plenary
from jurdil.results.models import Form, Rekap, Sidang
from tests import factories
from tests.places import ground as regions
from tests.results import ground

pytestmark = pytest.mark.django_db


def office(regency):
    """A Pilkada of the regency with a TPS in every kecamatan."""
    factories.office(path=regency)
    regions.regions()
    held = factories.election("pilkada-2024", path=regency, contests=["bupati"])
    kecamatan = Region.objects.filter(level=3, path__within=regency)
    firsts = [Region.objects.filter(level=4, path__within=one.path).first() for one in kecamatan]
    places.add_tps_list(
        by=factories.viewer("ketua", regency),
        election_id=held.pk,
        rows=tuple(NewTps(one.path, 1) for one in firsts),
        reason="Penetapan",
    )
    return held


def wide(shared, file):
    """The published long table as the office's own file: one row per kecamatan."""
    rows: dict[str, dict[str, str]] = {}
    for row in csv.DictReader((shared / file).open()):
        if row["jenis"] == "bupati":
            rows.setdefault(row["kode_kec"], {})[f"paslon_{row['nomor_urut']}"] = row["suara"]
    names = sorted({name for values in rows.values() for name in values})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["kode_kec", *names])
    for code, values in rows.items():
        writer.writerow([code, *(values[name] for name in names)])
    return out.getvalue().encode()


def bring(held, content, **options):
    batch = ground.read(held, "d-hasil", content, **options)
    assert batch.state == ImportBatch.State.PREVIEW, batch.faults
    publish_import(by=ground.operator(held), batch_id=batch.pk)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("regency", "file", "certified"),
    [
        ("73.12", "soppeng/pilkada2024_kecamatan.csv", (61_758, 80_266)),
        ("16.10", "ogan-ilir/pilkada2024_kecamatan.csv", None),
    ],
)
def test_a_real_pilkada_sums_over_its_kecamatan(shared, regency, file, certified):
    held = office(regency)
    content = wide(shared, file)
    bring(held, content, contest="bupati")
    account = factories.account("ketua", regency)
    by = Viewer("ketua", regency, "kpu", "Contoh ketua", account.pk)
    sitting = plenary.prepare_sitting(
        by=by, election_id=held.pk, path=regency, contests=["bupati"], venue="Aula"
    )
    plenary.record_attendance(
        by=by, sidang_id=sitting.pk, kind="anggota", code="KPU 1", name="Anggota Satu"
    )
    plenary.step_sitting(by=by, sidang_id=sitting.pk, step="buka")
    for row in sitting.rows.all():
        for move in ("baca", "cocok", "sahkan"):
            plenary.move_row(by=by, row_id=row.pk, move=move)
    sums = room.figures_at(sitting, "bupati", regency)
    lines = list(csv.DictReader(io.StringIO(content.decode())))
    expected = tuple(sum(int(line[name]) for line in lines) for name in ("paslon_1", "paslon_2"))
    assert (sums["paslon_1"], sums["paslon_2"]) == expected
    assert certified in (None, expected)
    plenary.record_event(by=by, sidang_id=sitting.pk, contest="bupati")
    plenary.sign_recap(
        by=by, sidang_id=sitting.pk, contest="bupati", peserta_id=sitting.people.get().pk
    )
    decision = plenary.close_contest(by=by, sidang_id=sitting.pk, contest="bupati")
    assert decision.title.startswith("Penetapan hasil")
    table = minutes.body(by, sitting, "bupati")["tables"][0]
    assert f"{expected[1]:,}".replace(",", ".") in str(table["rows"])


def test_a_paper_that_differs_from_the_forms_says_both_numbers_and_changes_no_sum():
    held = ground.election()
    forms = {f"{ground.LABESSI}/001": {"paslon_1": 61, "paslon_2": 118, "suara_sah": 179}}
    ground.bring(held, "c-hasil", ground.sheet(pairs(2), forms), contest="ppwp")
    paper = b"kode_kec,paslon_1,paslon_2,suara_sah\n731201,61,181,242\n"
    batch = ground.read(held, "d-hasil", paper, contest="ppwp")
    differs = batch.rows.get().data["differs"]
    assert differs == [["paslon_2", 181, 118], ["suara_sah", 242, 179]]
    bring(held, paper, contest="ppwp")
    assert Form.objects.get(level="kecamatan").current.origin == "ppk"
    row = Rekap.objects.get(path="73.12.01")
    assert row.forms == 1
    again = ground.read(held, "d-hasil", paper, contest="ppwp")
    assert again.rows.get().code == "sama"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"kode_kec,paslon_1\n731299,5\n", "unknown-kecamatan"),
        (b"kode_kec,paslon_1\n731201,-5\n", "negative"),
        (b"kode_kec,paslon_1\n731201,5\n731201,6\n", "duplicate"),
        (b"kode_kec,gambar\n731201,5\n", "missing-column"),
        (b"kode_kec,paslon_1,gambar\n731201,5,1\n", "unknown-column"),
    ],
)
def test_a_file_that_is_none_is_refused_whole(content, kind):
    held = ground.election()
    batch = ground.read(held, "d-hasil", content, contest="ppwp")
    assert batch.state == ImportBatch.State.REFUSED
    assert kind in str(batch.faults)
    assert not Form.objects.exists()


def shown(held, path=""):
    """The board of a place as its page."""
    client = Client()
    client.force_login(factories.account("operator", "73.12"))
    where = {"election_id": held.pk, "contest": "ppwp"}
    name = "results:place" if path else "results:board"
    url = reverse(name, kwargs={**where, "path": path} if path else where)
    return client.get(url).content.decode()


def test_the_board_shows_a_kecamatan_without_forms_by_its_paper():
    """One kecamatan has a form and a paper that differs, one a paper alone: both are told."""
    held = ground.election()
    paper = b"kode_kec,paslon_1,paslon_2,suara_sah\n731202,1000,2000,3000\n"
    bring(held, paper, contest="ppwp")
    alone = shown(held)
    assert "Belum ada formulir yang masuk" in alone
    assert "D.Hasil Kecamatan dari kertas" in alone
    assert "1.000" in alone
    forms = {f"{ground.LABESSI}/001": {"paslon_1": 61, "paslon_2": 118, "suara_sah": 179}}
    ground.bring(held, "c-hasil", ground.sheet(pairs(2), forms), contest="ppwp")
    bring(held, b"kode_kec,paslon_1,paslon_2,suara_sah\n731201,61,181,242\n", contest="ppwp")
    board = queries.d_hasil_board(ground.operator(held), held.pk, "ppwp")
    assert [(row.path, row.counts, row.forms) for row in board.rows] == [
        ("73.12.01", False, 1),
        ("73.12.02", True, 0),
    ]
    assert board.rows[0].differs == (("paslon_2", 181, 118), ("suara_sah", 242, 179))
    assert {name: one.value for name, one in board.totals.items()} == {
        "paslon_1": 1061,
        "paslon_2": 2118,
        "suara_sah": 3179,
        "suara_tidak_sah": None,
    }
    page = shown(held)
    assert "kertas 181, jumlah formulir TPS 118" in page
    assert "1.061" in page
    own = shown(held, "73.12.02")
    assert "D.Hasil Kecamatan dari kertas" in own
    assert "kertas 181" not in own
    village = shown(held, ground.LABESSI)
    assert "D.Hasil Kecamatan dari kertas" not in village


def test_the_board_and_the_sitting_of_the_regency_add_up_alike():
    held = ground.election()
    ground.bring(
        held,
        "c-hasil",
        ground.sheet(pairs(2), {f"{ground.LABESSI}/001": {"paslon_1": 61, "suara_sah": 179}}),
        contest="ppwp",
    )
    bring(held, b"kode_kec,paslon_1,suara_sah\n731202,1000,3000\n", contest="ppwp")
    sitting = Sidang(election=held, path="73.12")
    sums = room.figures_at(sitting, "ppwp", "73.12")
    board = queries.d_hasil_board(ground.operator(held), held.pk, "ppwp")
    told = {name: one.value for name, one in board.totals.items() if one.value is not None}
    assert told == {name: sums[name] for name in told}
    assert told["paslon_1"] == 1061
