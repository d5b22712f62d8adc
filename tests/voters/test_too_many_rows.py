"""A file of two million rows: refused with a sentence, in bounded memory, nothing half-written."""

import tracemalloc

import pytest

from jurdil.kernel import tables
from jurdil.kernel.faults import FileRefused
from jurdil.kernel.imports import staging
from jurdil.kernel.models import ImportBatch, ImportRow
from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions as places
from jurdil.places import queries
from jurdil.voters.models import Pemilih, Sumber
from tests import factories
from tests.voters.test_intake import file_of, people, stage

LIMIT = 40


def test_a_table_ends_at_its_limit_however_long_it_goes_on():
    content = b"nik\n" + b"1\n" * 2_000_000
    tracemalloc.start()
    count = 0
    with pytest.raises(FileRefused) as refused:
        for _row in tables.rows(content):
            count += 1
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == tables.MAX_ROWS + 1
    assert str(tables.MAX_ROWS) in refused.value.faults[0].text.id
    assert peak < 3 * len(content)


@pytest.mark.django_db
def test_two_million_rows_of_a_source_list_do_not_even_come_in(monkeypatch):
    office = factories.office()
    by = system_viewer(office.path, "kpu").about(factories.election().pk)
    monkeypatch.setattr(staging, "MAX_BYTES", 2_000)
    with pytest.raises(FileRefused) as refused:
        stage(by, b"x" * 2_001)
    assert refused.value.faults[0].kind == "size"
    assert not ImportBatch.objects.exists()


@pytest.mark.django_db
def test_a_list_over_the_limit_is_refused_in_mid_file_and_leaves_nothing(monkeypatch):
    office = factories.office()
    by = system_viewer(office.path, "kpu")
    places.set_up_regions(by=by, regency=office.path)
    by = by.about(factories.election().pk)
    village = queries.villages(by, office.path)[0].path
    monkeypatch.setattr(tables, "MAX_ROWS", LIMIT)
    monkeypatch.setattr(staging, "CHUNK_ROWS", 7)
    monkeypatch.setattr(staging, "CLEARED", 11)
    batch = stage(by, file_of(people(LIMIT + 1, village)))
    assert batch.state == "ditolak"
    assert "40" in batch.faults[0]["id"]
    assert not ImportRow.objects.exists()
    assert not Sumber.objects.exists()
    assert not Pemilih.objects.exists()
