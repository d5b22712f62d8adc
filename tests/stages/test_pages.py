"""The pages: a schedule is changed, events are recorded and tasks closed in the browser."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jurdil.kernel.actions import tasks as task_acts
from jurdil.kernel.models import Task, Window
from jurdil.stages import actions
from jurdil.stages.models import Event
from tests import factories
from tests.stages.ground import WITA, determine, ends, on, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair(client):
    """A browser in which the chair is signed in, once the office stands."""

    def sign_in(role="ketua", **grant):
        client.force_login(factories.account(role, **grant))
        return client

    return sign_in


def dates_form(client, election) -> dict[str, str]:
    """Every date of the editor as the browser would send it back unchanged."""
    context = client.get(f"/jadwal/{election.pk}/ubah/").context
    cells = [cell for line in context["lines"] for cell in (line.opens, line.closes)]
    return {cell.name: cell.value for cell in cells}


def hidden(response) -> dict[str, str]:
    """The hidden inputs of a preview."""
    plan = response.context["plan"]
    return {
        "versi": str(plan.based_on),
        "basis": response.context["basis"],
        "reason": response.context["reason"],
        **dict(response.context["carried"]),
    }


def text(response) -> str:
    return response.content.decode()


def test_a_changed_schedule_is_previewed_and_applied_in_the_browser(chair):
    _by, election = opened()
    determine(election, "rekap-provinsi", "Penetapan provinsi contoh")
    client = chair()
    form = dates_form(client, election) | {
        "basis": "PKPU 9/2024",
        "reason": "Bencana",
        "selesai:rekap-kabko": "2024-03-08",
        "selesai:rekap-provinsi": "2024-03-20",
        "mulai:pemungutan-suara": "2024-02-21",
        "selesai:pemungutan-suara": "2024-02-21",
    }
    preview = client.post(f"/jadwal/{election.pk}/ubah/", form)
    shown = text(preview)
    assert "3 tahapan bergeser" in shown, "two asked for, and PSU follows voting day"
    assert "3 hari lebih lambat" in shown and "mengikuti tenggat" in shown
    assert "1 tahapan tetap karena sudah ditetapkan" in shown
    assert "Penetapan provinsi contoh" in shown
    assert "tenggat dihitung ulang" in shown and "1 tugas terbuka ikut bergeser" in shown
    assert election.versions.count() == 1, "a preview changes nothing"
    applied = client.post(f"/jadwal/{election.pk}/terapkan/", hidden(preview), follow=True)
    assert "3 tanggal bergeser" in text(applied) and "PKPU 9/2024" in text(applied)
    windows = Window.objects.filter(version__election=election, version__number=2)
    assert windows.get(stage="rekap-kabko").closes == ends(2024, 3, 8)
    assert windows.get(stage="rekap-provinsi").closes == ends(2024, 3, 10)
    assert Task.objects.get(subject="stage:rekap-kabko").due == ends(2024, 3, 8)
    election.refresh_from_db()
    assert election.voting_day == date(2024, 2, 21)


def test_the_schedule_goes_out_and_comes_back_as_a_table(chair):
    _by, election = opened()
    client = chair()
    table = text(client.get(f"/jadwal/{election.pk}/jadwal.csv"))
    assert "phpu-legislatif,Pengajuan permohonan PHPU legislatif" in table
    changed = table.replace("2024-02-17,2024-03-05", "2024-02-17,2024-03-09")
    assert changed != table
    form = {"basis": "PKPU contoh", "table": SimpleUploadedFile("jadwal.csv", changed.encode())}
    preview = client.post(f"/jadwal/{election.pk}/ubah/", form)
    assert "1 tahapan bergeser" in text(preview)
    assert hidden(preview)["selesai:rekap-kabko"] == "2024-03-09"


def test_an_unchanged_table_moves_nothing(chair):
    _by, election = opened()
    client = chair()
    table = client.get(f"/jadwal/{election.pk}/jadwal.csv").content
    form = {"basis": "PKPU contoh", "table": SimpleUploadedFile("jadwal.csv", table)}
    assert "Semua tanggal sama" in text(client.post(f"/jadwal/{election.pk}/ubah/", form))


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("tahapan,mulai\ncoklit,2024-01-01\n", "selesai"),
        ("tahapan,mulai,selesai\ncoklit,kemarin,2024-01-01\n", "Baris 2, kolom mulai"),
        ("tahapan,mulai,selesai\ntidak-ada,2024-01-01,2024-01-02\n", "tidak-ada"),
        ("tahapan,mulai,selesai\ncoklit,2024-01-05,2024-01-02\n", "lebih awal dari mulai"),
    ],
)
def test_a_faulty_table_is_refused_with_its_place(chair, table, words):
    _by, election = opened()
    form = {"basis": "PKPU contoh", "table": SimpleUploadedFile("jadwal.csv", table.encode())}
    answer = text(chair().post(f"/jadwal/{election.pk}/ubah/", form))
    assert words in answer and election.versions.count() == 1


def test_a_typed_date_that_is_none_keeps_what_was_typed(chair):
    _by, election = opened()
    client = chair()
    form = dates_form(client, election) | {"basis": "PKPU", "selesai:coklit": "31-31"}
    answer = text(client.post(f"/jadwal/{election.pk}/ubah/", form))
    assert "bukan tanggal" in answer and 'value="31-31"' in answer


def test_an_event_shows_what_follows_and_then_dates_it(chair):
    _by, election = opened(day=(2024, 4, 26))
    client = chair()
    url = f"/jadwal/{election.pk}/peristiwa/"
    form = {
        "trigger": "surat-mk-perkara-teregistrasi",
        "day": "2024-04-26",
        "hour": "",
        "case": "",
        "basis": "Surat MK contoh",
        "division": "teknis",
    }
    preview = text(client.post(url, form))
    assert "2 tenggat dihitung ulang" in preview and "Sen 29 Apr 2024, 24.00 WITA" in preview
    assert not Event.objects.exists()
    rule = "penetapan-calon-terpilih-tanpa-perkara"
    client.post(url, form | {"catat": "1", "tugas": [rule]})
    assert Task.objects.get(due_rule=rule).due == ends(2024, 4, 29)
    stage = text(client.get(f"/jadwal/{election.pk}/tahapan/penetapan-calon-terpilih/"))
    assert "Sen 29 Apr 2024" in stage and "Menunggu" in stage
    client.post(url, form | {"catat": "1", "cabut": "1"})
    assert Task.objects.get(due_rule=rule).due is None


def test_the_stage_page_explains_a_deadline_with_every_day_passed_over(chair):
    by, election = opened("rutin", (2024, 3, 25))
    actions.record_event(
        by=by,
        election_id=election.pk,
        trigger="surat-paw-diterima",
        day=date(2024, 4, 5),
        basis="Surat contoh",
    )
    shown = text(chair().get(f"/jadwal/{election.pk}/tahapan/paw-dprd/"))
    assert "Sen 22 Apr 2024" in shown
    assert "Tidak dihitung: Cuti Bersama Hari Raya Idul Fitri" in shown
    assert "PKPU 3/2025" in shown


def test_a_stage_waits_and_is_released_in_the_browser(chair):
    _by, election = opened()
    client = chair()
    base = f"/jadwal/{election.pk}"
    waiting = client.post(
        f"{base}/tunggu/rekap-kabko/", {"whom": "KPU RI", "letter": "S-5"}, follow=True
    )
    assert "Dari KPU RI, sejak Kam 15 Feb 2024." in text(waiting)
    assert "menunggu KPU RI" in text(client.get("/jadwal/"))
    released = client.post(f"{base}/jalan/rekap-kabko/", {"letter": "S-9"}, follow=True)
    assert "Tahapan ini berjalan lagi." in text(released)


def test_the_agenda_can_be_narrowed_by_division_level_and_time(chair):
    opened()
    client = chair()
    assert "Rekapitulasi di kecamatan" in text(client.get("/jadwal/?divisi=teknis"))
    assert "Rekapitulasi di kecamatan" not in text(client.get("/jadwal/?divisi=rendatin"))
    assert "Rekapitulasi di kecamatan" not in text(client.get("/jadwal/?tingkat=kabko"))
    assert "Pencocokan dan penelitian" in text(client.get("/jadwal/?lewat=1"))


def test_the_chart_marks_today_and_hatches_what_moved(chair):
    by, election = opened()
    actions.apply_version(
        by=by,
        election_id=election.pk,
        changes={"rekap-kabko": (datetime(2024, 2, 17, tzinfo=WITA), ends(2024, 3, 8))},
        basis="PKPU contoh",
        reason="",
        based_on=1,
    )
    shown = text(chair().get("/jadwal/gantt/"))
    assert "hari ini" in shown and "bergeser karena perubahan jadwal" in shown


def test_a_task_lives_in_the_browser_from_opening_to_its_result(chair):
    _by, election = opened()
    client = chair()
    owner = factories.account("operator")
    form = {
        "title": "Siapkan ruang pleno",
        "election": str(election.pk),
        "day": "2024-02-16",
        "hour": "14:00",
        "division": "kul",
        "owner": str(owner.pk),
        "note": "",
    }
    client.post("/tugas/baru/", form)
    task = Task.objects.get(title="Siapkan ruang pleno")
    assert task.due == datetime(2024, 2, 16, 14, 0, tzinfo=WITA) and task.owner == owner
    url = f"/tugas/{task.pk}"
    client.post(f"{url}/tunggu/", {"whom": "KPU RI", "letter": ""})
    assert "menunggu KPU RI" in text(client.get(f"{url}/"))
    client.post(f"{url}/lanjut/")
    client.post(f"{url}/geser/", {"day": "2024-02-20", "hour": "", "reason": "Ruang dipakai"})
    task.refresh_from_db()
    assert (task.state, task.due) == ("terbuka", ends(2024, 2, 20))
    done = client.post(f"{url}/selesai/", {"result": "Ruang siap, foto di arsip"}, follow=True)
    assert "Ruang siap" in text(done) and "Menutup tugas" in text(done)
    again = text(client.post(f"{url}/selesai/", {"result": "lagi"}))
    assert "sudah ditutup" in again


def test_a_form_of_a_task_that_is_wrong_says_so_at_the_form(chair):
    by, election = opened()
    task = task_acts.open_task(by=by, election_id=election.pk, title="Contoh", due=None)
    answer = chair().post(f"/tugas/{task.pk}/geser/", {"day": "", "hour": "10:00", "reason": ""})
    assert "Jam tanpa hari" in text(answer) and "Galat:" in text(answer)


def test_an_election_is_opened_and_closed_in_the_browser(chair):
    on(2026, 11, 23)
    client = chair()
    opened_page = client.post("/jadwal/buka/", {"regime": "rutin", "voting_day": ""}, follow=True)
    assert "Di luar tahapan" in text(opened_page)
    election = Task.objects.first().election
    refused = client.post(f"/jadwal/{election.pk}/tutup/", {"reason": "selesai"})
    assert "tugas terbuka" in text(refused)
    rolled = client.post(f"/jadwal/{election.pk}/lanjut/", follow=True)
    assert "sudah lengkap" in text(rolled)


def test_pages_are_english_when_the_reader_is(chair):
    opened()
    client = chair()
    client.cookies["bahasa"] = "en"
    assert "Stages" in text(client.get("/jadwal/"))
    assert "To finish this week" in text(client.get("/"))
    assert "Recapitulation" in text(client.get("/jadwal/gantt/"))


def test_a_ppk_reaches_no_task_of_another_kecamatan(chair):
    _by, election = opened()
    there = factories.viewer("ppk", "73.12.02")
    task = task_acts.open_task(by=there, election_id=election.pk, title="Contoh", due=None)
    client = chair("ppk", path="73.12.01")
    assert client.get(f"/tugas/{task.pk}/").status_code == 404
    assert client.post(f"/tugas/{task.pk}/selesai/", {"result": "x"}).status_code == 404
    assert client.get(f"/jadwal/{election.pk}/ubah/").status_code == 403
