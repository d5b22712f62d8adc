"""A table of activities: every fault with its row, nothing twice, and nothing counts unverified."""

import pytest

from jurdil.kernel import clock
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.outreach import exports, queries
from jurdil.outreach.models import Activity
from jurdil.outreach.records import Wanted
from tests.outreach import ground
from tests.places.ground import LABESSI

pytestmark = pytest.mark.django_db
HEAD = "tanggal,tempat,kegiatan,basis,metode,laki_laki,perempuan,jumlah,tautan\n"


@pytest.fixture
def held():
    return ground.election()


def stage(by, held, text):
    content = text if isinstance(text, bytes) else (HEAD + text).encode()
    by = by.about(held.pk)
    batch = staging.open_batch(by, kind="activities", name="kegiatan.csv", content=content)
    return staging.read_now(batch.pk)


def test_activities_come_in_as_reports_and_plans(held):
    operator, today = ground.person(), clock.today()
    later = today.fromordinal(today.toordinal() + 9)
    batch = stage(
        operator,
        held,
        f"{today},{LABESSI},Pasar,Keluarga,diskusi,10,20,30,https://contoh.go.id/a\n"
        f"{later:%d-%m-%Y},,Radio,muda,elektronik,,,,\n",
    )
    assert batch.state == "pratinjau", batch.faults
    publish_import(by=operator.about(held.pk), batch_id=batch.pk)
    rows = queries.every_activity(operator, Wanted())
    assert [(one.title, one.state, one.evidence) for one in rows] == [
        ("Pasar", "menunggu", 1),
        ("Radio", "direncanakan", 0),
    ]
    again = stage(operator, held, f"{today},{LABESSI},PASAR,keluarga,diskusi,,,,\n")
    assert (again.rows_take, again.rows_skip) == (0, 1)


def test_every_fault_is_named_and_nothing_comes_in(held):
    today = clock.today()
    batch = stage(
        ground.person("operator"),
        held,
        f"{today},73.13.01,Luar,muda,diskusi,,,,\n"
        f"{today},,Jumlah,muda,diskusi,10,20,31,\n"
        f"{today},,Basis,petani,diskusi,,,,\n"
        "kemarin,,Hari,muda,diskusi,,,,\n"
        f"{today},,Tautan,muda,diskusi,,,,javascript:alert(1)\n"
        f"{today},,Minus,muda,diskusi,-1,,,\n"
        f"{today},,Dua,muda,diskusi,,,,\n"
        f"{today},,dua,muda,diskusi,,,,\n",
    )
    assert batch.state == "ditolak" and not Activity.objects.exists()
    assert {one["row"] for one in batch.faults} == {2, 3, 4, 5, 6, 7, 9}
    texts = " ".join(one["id"] for one in batch.faults)
    assert "10 + perempuan 20 = 30" in texts and "di luar 73.12" in texts


def test_a_photo_is_no_table(held):
    batch = stage(ground.person("operator"), held, b"\xff\xd8\xff\xe0" + b"0" * 90)
    assert batch.state == "ditolak" and "foto JPEG" in str(batch.faults)


def test_the_export_is_read_back(held):
    operator = ground.person()
    ground.reported(operator, held)
    table = exports.activities_table(queries.every_activity(operator, Wanted()))
    from jurdil.kernel.spreadsheets import as_csv, as_xlsx

    for content in (as_csv(table), as_xlsx(table, "x")):
        batch = stage(operator, held, content)
        assert batch.state == "pratinjau", batch.faults
        assert batch.rows_skip == 1
