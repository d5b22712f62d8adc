"""A source list comes in: each row once, errors named, decisions remembered, no number bare."""

import io
from dataclasses import replace
from datetime import date

import pytest
from django_tasks_db.models import DBTaskResult

from jurdil.kernel import imports
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.acts import Refused, performing
from jurdil.kernel.imports import staging
from jurdil.kernel.models import ImportBatch, ImportRow
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.law.voters.names import name_words
from jurdil.places import actions as places
from jurdil.project.demo import population
from jurdil.voters import changing, resuming
from jurdil.voters.actions import resume_intake
from jurdil.voters.actions.pdpb import set_lock
from jurdil.voters.jobs import StageChanged, take_in_all
from jurdil.voters.models import Ganda, NamaKata, PemilihVersi, Sumber, SumberDesa, Usulan
from jurdil.voters.people import elements_in
from jurdil.voters.sealing import nik_of
from tests import factories, writes
from tests.voters.people import OTHER, VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db
DAY = date(2024, 2, 14)


@pytest.fixture
def by():
    office = factories.office()
    viewer = system_viewer(office.path, "kpu")
    places.set_up_regions(by=viewer, regency=office.path)
    return viewer.about(factories.election().pk)


def file_of(rows, header=population.HEADER) -> bytes:
    out = io.StringIO()
    out.write(",".join(header) + "\n")
    for row in rows:
        out.write(",".join(f'"{cell}"' for cell in row) + "\n")
    return out.getvalue().encode()


def stage(by, content: bytes, name="dp4.csv", **options) -> ImportBatch:
    batch = staging.open_batch(
        by, kind="daftar-pemilih", name=name, content=content, options={"jenis": "dp4", **options}
    )
    return staging.read_now(batch.pk)


def bring(by, content: bytes, **options) -> Sumber:
    batch = stage(by, content, **options)
    assert batch.state == "pratinjau", batch.faults
    publish_import(by=by, batch_id=batch.pk)
    source = Sumber.objects.get(batch=batch)
    take_in_all.func(source.pk)
    return source


def people(count=40, village=VILLAGE, seed=1):
    return [population.as_row(p) for p in population.village(village, count, seed, DAY)]


def test_every_row_becomes_a_voter_once(by):
    rows = people(40) + people(30, OTHER)
    source = bring(by, file_of(rows))
    assert PemilihVersi.objects.count() == 70
    assert {(v.village, v.rows, v.waiting, v.added) for v in source.villages.all()} == {
        (VILLAGE, 40, 0, 40),
        (OTHER, 30, 0, 30),
    }
    assert ImportRow.objects.count() == 0
    take_in_all.func(source.pk)
    assert PemilihVersi.objects.count() == 70


def test_planted_errors_come_in_and_are_named_by_row_and_element(by):
    planted = list(population.plant(people(60), 7, seed=3))
    source = bring(by, file_of([row for row, _p in planted]))
    wanted = sorted([p.row + 2, p.element] for _row, p in planted if p)
    found = sorted([n, e] for v in source.villages.all() for n, e, _code in v.findings)
    assert found == wanted
    assert PemilihVersi.objects.count() == 60


def test_no_number_stands_bare_in_the_stage_or_the_list(by):
    rows = people(20)
    rows[3][3] = rows[3][2]
    batch = stage(by, file_of(rows))
    kept = repr(list(ImportRow.objects.values())) + repr(batch.faults)
    publish_import(by=by, batch_id=batch.pk)
    take_in_all.func(Sumber.objects.get().pk)
    kept += repr(list(PemilihVersi.objects.values())) + repr(list(SumberDesa.objects.values()))
    for row in rows:
        assert row[1] not in kept and row[2] not in kept


def test_the_same_people_again_change_nothing(by):
    rows = people(25)
    bring(by, file_of(rows))
    again = bring(by, file_of(rows) + b"\n")
    assert PemilihVersi.objects.count() == 25
    assert [(v.same, v.added) for v in again.villages.all()] == [(25, 0)]
    assert Usulan.objects.count() == 0


def test_other_data_of_a_known_voter_is_a_proposal(by):
    rows = people(5)
    bring(by, file_of(rows))
    rows[2][8] = "JL. BARU"
    source = bring(by, file_of(rows))
    proposal = Usulan.objects.get()
    assert (proposal.kind, proposal.source, proposal.reference) == (
        "ubah",
        "daftar",
        f"sumber:{source.pk}",
    )
    assert [(v.same, v.differing) for v in source.villages.all()] == [(4, 1)]


def test_who_was_struck_once_does_not_return_by_himself(by):
    rows = people(5)
    bring(by, file_of(rows))
    version = PemilihVersi.objects.order_by("pk")[1]
    with performing("tests.strike"):
        change = changing.begin(by, VILLAGE, source="uji")
        changing.strike(change, version, "1", "pemilu-2024")
    source = bring(by, file_of(rows) + b"\n")
    present = PemilihVersi.objects.filter(pemilih=version.pemilih, until_rev__isnull=True).get()
    assert present.status == "tms"
    assert [(v.remembered, v.same) for v in source.villages.all()] == [(1, 4)]
    assert Usulan.objects.get().kind == "pulih"


def test_a_nik_of_another_village_is_taken_and_put_before_a_person(by):
    one = elements("Siti Contoh")
    enlist(one, village=OTHER)
    row = people(1)[0]
    row[2] = one.nik
    bring(by, file_of([row]))
    new = PemilihVersi.objects.get(village=VILLAGE)
    assert new.status == "potensial"
    assert Ganda.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (file_of([["73.08.01.2001", *people(1)[0][1:]]]), "bukan desa kabupaten"),
        (file_of([["73.12.99.9999", *people(1)[0][1:]]]), "tidak dikenal"),
        (b"\xff\xd8\xff\xe0 foto", "foto JPEG"),
        (b"nama,alamat\nContoh,Dusun\n", "nik"),
        (b"", "kosong"),
    ],
)
def test_a_file_that_is_none_is_refused_and_nothing_is_left(by, content, says):
    batch = stage(by, content)
    assert batch.state == "ditolak"
    assert says in repr(batch.faults)
    assert ImportRow.objects.count() == PemilihVersi.objects.count() == 0


def test_the_same_file_is_not_received_twice(by):
    content = file_of(people(3))
    bring(by, content)
    batch = stage(by, content)
    assert batch.state == "ditolak" and "sudah diterima" in repr(batch.faults)


def test_a_list_of_one_village_needs_no_column_of_codes(by):
    rows = [row[1:] for row in people(4)]
    source = bring(by, file_of(rows, population.HEADER[1:]), desa=VILLAGE)
    assert [v.village for v in source.villages.all()] == [VILLAGE]


def test_a_nameless_row_is_passed_over_by_its_reason(by):
    rows = people(3)
    rows[1][3] = " "
    batch = stage(by, file_of(rows))
    assert (batch.rows_take, batch.rows_skip) == (2, 1)
    assert ImportRow.objects.get(take=False).code == "tanpa-nama"


def test_the_pages_tell_what_became_of_the_rows(by, client):
    planted = [row for row, _p in population.plant(people(30), 5, seed=3)]
    source = bring(by, file_of(planted))
    client.force_login(factories.account("operator"))
    page = client.get(f"/pemilih/sumber/{source.pk}/").content.decode()
    assert "15 angka" in page and "30" in page
    file = client.get(f"/pemilih/sumber/{source.pk}/temuan.csv").content.decode("utf-8-sig")
    assert file.splitlines()[0] == "baris,desa,unsur,kode,yang terlihat"
    assert imports.importer_of("daftar-pemilih").level == "pribadi"


def test_people_without_a_number_come_once_however_often_the_list_comes(by):
    rows = people(6)
    rows[1][2], rows[4][2] = "", "730801010101"
    bring(by, file_of(rows))
    again = bring(by, file_of(rows) + b"\n")
    assert PemilihVersi.objects.count() == 6
    assert [(v.same, v.added) for v in again.villages.all()] == [(6, 0)]


def test_a_number_twice_in_one_list_is_taken_twice_and_put_before_a_person(by):
    rows = people(5)
    rows[3][2] = rows[0][2]
    bring(by, file_of(rows))
    assert PemilihVersi.objects.count() == 5
    assert Ganda.objects.count() == 1


def test_who_came_in_bulk_is_found_by_his_name(by):
    rows = people(3)
    bring(by, file_of(rows))
    words = {word for row in rows for word in name_words(row[3])}
    assert set(NamaKata.objects.values_list("word", flat=True)) == words
    first = PemilihVersi.objects.order_by("pk")[0]
    assert (first.name, first.from_rev, first.until_rev) == (rows[0][3], 1, None)
    assert nik_of(first) == rows[0][2] and elements_in(first).rt == rows[0][9]


def test_rows_changed_in_the_stage_are_not_taken(by):
    batch = stage(by, file_of(people(3)))
    publish_import(by=by, batch_id=batch.pk)
    with writes.setting_up():
        row = ImportRow.objects.first()
        ImportRow.objects.filter(pk=row.pk).update(data={**row.data, "name": "LAIN"})
    with pytest.raises(StageChanged):
        take_in_all.func(Sumber.objects.get().pk)
    assert PemilihVersi.objects.count() == 0


def test_rows_that_met_a_lock_wait_and_go_on_when_it_is_opened(by, client):
    keeper = factories.account("operator", "73.12")
    one = Viewer("operator", "73.12", "kpu", keeper.name, keeper.pk)
    chief = Viewer("kasubbag", "73.12", "kpu", "Contoh", factories.account("kasubbag").pk)
    lock = {"by": chief, "path": VILLAGE, "requester": "KPU", "letter": "7/K", "reason": "uji"}
    batch = stage(by, file_of(people(20) + people(10, OTHER)))
    set_lock(locked=True, **lock)
    publish_import(by=by, batch_id=batch.pk)
    source = Sumber.objects.get(batch=batch)
    assert take_in_all.func(source.pk) == 0
    assert ImportRow.objects.count() == 30
    client.force_login(keeper)
    page = client.get(f"/pemilih/sumber/{source.pk}/").content.decode()
    assert "30 baris masih diambil" in page and "Lanjutkan sekarang" in page
    queued = DBTaskResult.objects.count()
    assert client.post(f"/pemilih/sumber/{source.pk}/").status_code == 302
    set_lock(locked=False, **lock)
    assert DBTaskResult.objects.count() == queued + 2
    assert take_in_all.func(source.pk) == 30
    with pytest.raises(Refused, match="Tidak ada baris"):
        resume_intake(by=one)


def test_rows_go_on_only_where_the_place_is_touched(by):
    here = replace(by, path=VILLAGE)
    batch = stage(here, file_of(people(3)))
    publish_import(by=here, batch_id=batch.pk)
    with performing("tests.resume"):
        found = [resuming.resume(path) for path in (OTHER, VILLAGE, "73.12.01", "73.12")]
    assert found == [0, 1, 1, 1]
