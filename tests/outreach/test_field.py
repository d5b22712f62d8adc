"""Reports by phone: once whatever is sent twice, no clock decides, hostile values are refused."""

from uuid import uuid4

import pytest

from jurdil.kernel import clock
from jurdil.kernel.models import SyncEvent
from jurdil.law.outreach.attendance import Attendance
from jurdil.outreach import actions
from jurdil.outreach.models import Activity, ActivityStep
from tests import factories
from tests.outreach import ground
from tests.places.ground import LABESSI, TETTIKENRARAE
from tests.voters.coklit_ground import by, event, send

pytestmark = pytest.mark.django_db
KIND = "sosialisasi.laporan"


@pytest.fixture
def held():
    return ground.election()


@pytest.fixture
def pps(held):
    return factories.account("pps", LABESSI)


def report(held, subject=None, base=0, **values):
    known = {
        "pemilihan": held.pk,
        "tahapan": ground.STAGE,
        "kegiatan": "Pengajian",
        "tanggal": clock.today().isoformat(),
        "tempat": LABESSI,
        "basis": "keagamaan",
        "metode": "ceramah",
        "laki_laki": 10,
        "perempuan": 30,
        "jumlah": 40,
        "tautan": "https://contoh.go.id/a\n\nhttps://contoh.go.id/b",
    }
    return event(KIND, subject or uuid4(), base, **{**known, **values})


def test_a_new_activity_is_filed_once_however_often_it_is_sent(held, pps):
    said = report(held)
    assert send(pps, said) == send(pps, said) == [("applied", "")]
    made = Activity.objects.get()
    assert (made.state, made.total, made.evidence.count()) == ("menunggu", 40, 2)
    assert (made.origin, made.account_id) == (LABESSI, pps.pk)
    same = {**said, "id": str(uuid4())}
    assert send(pps, same) == [("confirmed", "")] and ActivityStep.objects.count() == 1


def test_a_plan_is_filed_with_what_the_office_knew_of_it(held, pps):
    plan = ground.draft(held, came=Attendance(), money="APBN", title="Rencana")
    made = actions.plan_activity(by=by(pps), draft=plan)
    row = Activity.objects.get(pk=made)
    assert send(pps, report(held, row.token, row.rev, kegiatan="Rencana")) == [("applied", "")]
    row.refresh_from_db()
    assert (row.state, row.money, row.men) == ("menunggu", "APBN", 10)


def test_another_revision_with_other_figures_waits_for_a_person(held, pps):
    plan = ground.draft(held, came=Attendance())
    made = actions.plan_activity(by=by(pps), draft=plan)
    row = Activity.objects.get(pk=made)
    ppk = ground.person("ppk", "73.12.01")
    actions.report_activity(by=ppk, activity_id=made, draft=ground.draft(held))
    assert send(pps, report(held, row.token, row.rev)) == [("conflict", "konflik")]
    assert Activity.objects.get().total == 45


@pytest.mark.parametrize(
    "values",
    [
        {"jumlah": 41},
        {"jumlah": "banyak"},
        {"laki_laki": -5},
        {"laki_laki": True},
        {"jumlah": 99999999999},
        {"tanggal": "kemarin"},
        {"basis": "petani"},
        {"tempat": TETTIKENRARAE},
        {"tautan": "javascript:alert(1)"},
        {"kegiatan": ""},
        {"kegiatan": ["a"]},
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_kept(held, pps, values):
    ((outcome, _code),) = send(pps, report(held, **values))
    assert outcome == "refused" and not Activity.objects.exists()
    assert SyncEvent.objects.get().outcome == "ditolak"


def test_another_village_s_activity_does_not_exist_for_a_phone(held, pps):
    made = ground.reported(ground.person("pps", TETTIKENRARAE), held, path=TETTIKENRARAE)
    row = Activity.objects.get(pk=made)
    assert send(pps, report(held, row.token, row.rev))[0][0] == "refused"
    assert send(pps, report(held, "bukan-uuid"))[0][0] == "refused"


def test_the_list_taken_along_is_the_own_one_and_the_page_names_nobody(client, held, pps):
    plan = ground.draft(held, came=Attendance(), title="Rencana desa")
    actions.plan_activity(by=by(pps), draft=plan)
    ground.reported(ground.person("pps", TETTIKENRARAE), held, path=TETTIKENRARAE)
    client.force_login(pps)
    rows = client.get("/sosialisasi/lapangan/daftar.json").json()["rows"]
    assert [one["kegiatan"] for one in rows["kegiatan"]] == ["Rencana desa"]
    assert [code for code, _name in rows["tempat"]] == [LABESSI] and len(rows["basis"]) == 10
    assert f"{held.pk}:{ground.STAGE}" in str(rows["tahapan"])
    client.logout()
    page = client.get("/lapangan/sosialisasi/").content.decode()
    assert "Laporkan kegiatan" in page and "csrf" not in page and "Rencana desa" not in page
