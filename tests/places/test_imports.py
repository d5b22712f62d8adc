"""The room's importers through the framework: preview, publish, what is skipped and missing."""

import json

import pytest

from jurdil.kernel import acts
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import importer_of, staging
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.policy import Forbidden
from jurdil.places import maps, queries
from jurdil.places.models import Boundary, Tps
from tests import factories
from tests.places.ground import LABESSI, LILIRIAJA, MARIORIWAWO, soppeng, village_of, with_tps

pytestmark = pytest.mark.django_db


def _stage(kind: str, content: bytes, by=None, **options):
    by = by or factories.viewer(election_id=queries.elections(factories.viewer())[0].id)
    batch = staging.open_batch(
        by, kind=kind, name=f"contoh.{kind}", content=content, options=options
    )
    return by, staging.read_now(batch.pk)


def _publish(by, batch) -> int:
    return publish_import(by=by, batch_id=batch.pk)


def test_a_list_of_tps_is_previewed_then_published():
    held = with_tps()
    by, batch = _stage("tps", f"kode_desa,tps\n{LABESSI},1\n{LABESSI},5\n{LABESSI},6".encode())
    assert (batch.state, batch.rows_take, batch.rows_skip) == ("pratinjau", 2, 1)
    assert batch.rows.get(take=False).code == "terdaftar"
    assert batch.missing == [f"{LABESSI}/002", f"{LABESSI}/901", f"{village_of(LILIRIAJA)}/001"]
    assert Tps.objects.count() == 4
    assert _publish(by, batch) == 2
    assert queries.expected_tps(by, held.pk)[LABESSI] == 5
    entry = LedgerEntry.objects.filter(act="import.publish").get()
    assert entry.batch == batch.digest
    history = queries.tps_history(by, held.pk, f"{LABESSI}/005")
    assert history[0].reason == "contoh.tps"


def test_a_refused_file_writes_nothing():
    soppeng()
    _by, batch = _stage("tps", b"kode_tps\n7312010001001")
    assert batch.state == "ditolak"
    assert batch.faults[0]["kind"] == "bps-codes"
    assert "kode BPS" in batch.faults[0]["id"]
    assert "BPS codes" in batch.faults[0]["en"]
    assert not Tps.objects.exists()


def test_a_ppk_brings_in_its_own_kecamatan_only():
    held = soppeng()
    ppk = factories.viewer("ppk", MARIORIWAWO, election_id=held.pk)
    other = village_of(LILIRIAJA)
    by, batch = _stage("tps", f"kode_desa,tps\n{LABESSI},1\n{other},1".encode(), by=ppk)
    assert (batch.rows_take, batch.rows.get(take=False).code) == (1, "luar-wilayah")
    assert _publish(by, batch) == 1
    assert Tps.objects.get().village == LABESSI


def test_a_preview_that_no_longer_holds_is_refused():
    held = soppeng()
    by, first = _stage("tps", f"kode_desa,tps\n{LABESSI},1".encode())
    _by, second = _stage("tps", f"kode_desa;tps\n{LABESSI};1".encode())
    _publish(by, first)
    with pytest.raises(acts.Refused, match="sudah terdaftar"):
        _publish(by, second)
    assert queries.expected_tps(by, held.pk)["73.12"] == 1


def test_a_list_of_dapil_is_published_with_its_basis():
    held = soppeng()
    rows = (
        "kontes,dapil,nama,kursi,kode,sumber\n"
        "dprd-kab,1,Soppeng 1,6,73.12.04,PKPU 6/2023\n"
        "dprd-kab,2,Soppeng 2,,73.12.05,PKPU 6/2023\n"
    )
    by, batch = _stage("dapil", rows.encode(), cocok="1")
    assert _publish(by, batch) == 2
    found = queries.dapil_of(by, held.pk, "dprd-kab")
    assert [(row.name, row.seats, row.confirmed) for row in found] == [
        ("Soppeng 1", 6, True),
        ("Soppeng 2", None, True),
    ]


def _squares(*codes: str) -> bytes:
    features = [
        {
            "properties": {"kode": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [[119.9 + i, -4.3], [120.9 + i, -4.3], [120.9 + i, -4], [119.9 + i, -4.3]]
                ],
            },
        }
        for i, code in enumerate(codes)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def test_outlines_make_a_map_and_are_replaced_by_the_next_file():
    held = with_tps()
    by, batch = _stage("boundaries", _squares(MARIORIWAWO, LILIRIAJA))
    assert _publish(by, batch) == 2
    assert maps.levels_of(by, "73.12") == (3,)
    picture = maps.by_tps(by, "73.12", 3, held.pk)
    assert [(shape.area.label, shape.area.value) for shape in picture.shapes] == [
        ("Kecamatan Marioriwawo", 3),
        ("Kecamatan Liliriaja", 1),
    ]
    by, batch = _stage("boundaries", _squares(LILIRIAJA))
    _publish(by, batch)
    assert Boundary.objects.get().path == LILIRIAJA
    by, batch = _stage("boundaries", _squares(LABESSI))
    _publish(by, batch)
    assert maps.levels_of(by, "73.12") == (3, 4)
    assert maps.levels_of(by, MARIORIWAWO) == (4,)
    ppk = factories.viewer("ppk", MARIORIWAWO)
    assert queries.outlines(ppk, LILIRIAJA, 3) == ()


@pytest.mark.parametrize("kind", ["tps", "dapil", "boundaries"])
def test_a_witness_brings_nothing_in(kind):
    held = soppeng()
    with pytest.raises(Forbidden):
        _stage(kind, b"x", by=factories.viewer("saksi", election_id=held.pk))
    assert importer_of(kind).title.en


def test_without_an_election_there_are_no_tps():
    soppeng()
    with pytest.raises(acts.Refused, match="Pilih pemilihan"):
        _stage("tps", b"kode_tps\n", by=factories.viewer())


@pytest.mark.shared
def test_the_real_files_of_soppeng(shared):
    soppeng()
    by, batch = _stage("tps", (shared / "soppeng" / "ppwp2024_tps_soppeng.csv").read_bytes())
    assert (batch.rows_take, batch.rows_skip, batch.missing) == (794, 0, [])
    assert _publish(by, batch) == 794
    for name, count in (("kecamatan", 8), ("desa", 70)):
        content = (shared / "soppeng" / f"batas_{name}_soppeng.geojson").read_bytes()
        by, batch = _stage("boundaries", content)
        assert _publish(by, batch) == count
