"""kill -9 in the middle of an import leaves nothing half-written, on a real database file."""

from datetime import date, timedelta
from subprocess import TimeoutExpired

import pytest

from jurdil.kernel.imports import staging
from jurdil.kernel.models import Holiday, ImportBatch, ImportRow, LedgerEntry
from tests import factories, processes

ROWS = 40


@pytest.fixture
def file(tmp_path):
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(ROWS)]
    path = tmp_path / "libur.csv"
    path.write_text("hari,nama\n" + "".join(f"{day},Libur\n" for day in days))
    return str(path)


def bring(file, **pauses):
    return processes.jurdil("import", "hari-libur", file, "--commit", **pauses)


def test_killed_while_publishing_nothing_came_in_and_the_next_try_brings_all(fresh_database, file):
    factories.office()
    entries = LedgerEntry.objects.count()
    with bring(file, JURDIL_TEST_PAUSE_PUBLISHING="0.2") as process:
        processes.until(lambda: ImportBatch.objects.filter(state="pratinjau").exists())
        with pytest.raises(TimeoutExpired):
            process.wait(0.6)  # it is in the middle of its forty rows
        processes.kill(process.pid)
    assert not Holiday.objects.exists()
    assert LedgerEntry.objects.count() == entries
    with bring(file) as process:
        printed, complaint = process.communicate(timeout=20)
    assert (process.returncode, complaint) == (0, "")
    assert f"{ROWS} baris" in printed
    assert Holiday.objects.count() == ROWS
    assert LedgerEntry.objects.filter(act="import.publish").count() == 1


def test_killed_while_reading_the_rows_read_so_far_are_cleared(fresh_database, file):
    factories.office()
    with bring(file, JURDIL_TEST_PAUSE_READING="0.1") as process:
        processes.until(ImportRow.objects.exists)
        processes.kill(process.pid)
    assert staging.sweep(timedelta(0)) == 1
    assert ImportBatch.objects.get().state == ImportBatch.State.FAILED
    assert not ImportRow.objects.exists()
    assert not Holiday.objects.exists()
