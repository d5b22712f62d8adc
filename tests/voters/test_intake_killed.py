"""kill -9 while a source list is taken in: after the restart each row is there exactly once."""

from collections import Counter

from jurdil.kernel import jobs
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.models import ImportRow, LedgerEntry
from jurdil.kernel.viewer import system_viewer
from jurdil.places import actions as places
from jurdil.places import queries
from jurdil.voters.models import PemilihVersi, Perubahan, SumberDesa
from tests import factories, processes
from tests.voters.test_intake import file_of, people, stage

VILLAGES, EACH = 14, 40


def test_killed_while_villages_are_taken_in_each_row_comes_once(fresh_database):
    office = factories.office()
    by = system_viewer(office.path, "kpu")
    places.set_up_regions(by=by, regency=office.path)
    by = by.about(factories.election().pk)
    villages = [place.path for place in queries.villages(by, office.path)][:VILLAGES]
    rows = [row for village in villages for row in people(EACH, village)]
    publish_import(by=by, batch_id=stage(by, file_of(rows)).pk)
    with processes.worker("pertama") as worker:
        processes.until(lambda: SumberDesa.objects.filter(waiting=0).exists(), 60)
        processes.kill(worker.pid)
    taken = SumberDesa.objects.filter(waiting=0).count()
    assert 0 < taken < VILLAGES
    assert PemilihVersi.objects.count() == taken * EACH
    assert ImportRow.objects.count() == (VILLAGES - taken) * EACH
    assert jobs.recover(lost_worker="pertama") == 1
    with processes.worker("kedua"):
        processes.until(lambda: not SumberDesa.objects.filter(waiting__gt=0).exists(), 60)
    numbers = Counter(PemilihVersi.objects.values_list("nik_index", flat=True))
    assert (len(numbers), set(numbers.values())) == (VILLAGES * EACH, {1})
    assert not ImportRow.objects.exists()
    assert Perubahan.objects.count() == VILLAGES
    assert LedgerEntry.objects.filter(act="voters.take_in").count() == VILLAGES
