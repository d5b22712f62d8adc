"""The pages of the room as people use them, on the screen of the office and on a guest's phone."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from jurdil.kernel import clock, who
from jurdil.kernel.models import Document, Grant, Task
from jurdil.meetings import actions, codes, queries
from jurdil.meetings.models import Attendance, Meeting
from jurdil.stages import actions as stages
from tests import factories
from tests.meetings import ground

pytestmark = pytest.mark.django_db


def entered(role="operator", path=factories.REGENCY) -> Client:
    client = Client()
    client.force_login(factories.account(role, path))
    return client


def url(name, held, *more):
    return reverse(f"meetings:{name}", args=[held.pk, *more])


def test_a_meeting_is_planned_for_days_in_a_row(operator, election):
    client = entered()
    values = {
        "kind": "rakor",
        "title": "Rakor contoh",
        "election": election.pk,
        "day": clock.today().isoformat(),
        "opens": "08:00",
        "closes": "16:00",
        "days": 3,
        "venue": "Hotel contoh",
        "agenda": "Satu\nDua",
    }
    answer = client.post(reverse("meetings:new") + "?subjek=voters:x:1", values, follow=True)
    made = Meeting.objects.get()
    assert made.sessions.count() == 3 and made.subject == "voters:x:1"
    assert "Sekarang pilih undangannya" in answer.content.decode()
    wrong = client.post(reverse("meetings:new"), {**values, "closes": "07:00"})
    assert wrong.status_code == 422 and "sesudah jam mulai" in wrong.content.decode()


def test_sessions_are_changed_one_by_one(operator, election):
    held = ground.planned(operator, election, "rakor", days=2)
    client = entered()
    page = client.get(url("change", held)).content.decode()
    assert "Sesi tambahan" in page
    day = (clock.today() + timedelta(days=9)).isoformat()
    rows = {"sesi-TOTAL_FORMS": 3, "sesi-INITIAL_FORMS": 2}
    for at in range(2):
        rows |= {f"sesi-{at}-day": day, f"sesi-{at}-opens": f"0{at + 7}:00"}
        rows |= {f"sesi-{at}-closes": f"0{at + 7}:45", f"sesi-{at}-name": f"Sesi {at}"}
    values = {"title": "Lain", "venue": "Aula", "agenda": "", "stage": "", **rows}
    assert client.post(url("change", held), values).status_code == 302
    first, second = held.sessions.all()
    assert (first.name, second.name) == ("Sesi 0", "Sesi 1")
    values["sesi-1-opens"] = "07:30"
    refused = client.post(url("change", held), values)
    assert refused.status_code == 422 and "bertumpang tindih" in refused.content.decode()


def test_buttons_follow_the_state_and_a_reason_is_asked(operator, election):
    held = ground.planned(operator, election)
    client = entered()
    page = client.get(url("meeting", held)).content.decode()
    assert "Buka rapat" in page and "Sahkan notula" not in page
    answer = client.post(url("step", held, "tunda"), {"reason": ""})
    assert answer.status_code == 422 and "Alasan" in answer.content.decode()
    client.post(url("step", held, "tunda"), {"reason": "Listrik padam"})
    assert "Listrik padam" in client.get(url("meeting", held)).content.decode()
    assert client.post(url("step", held, "sahkan")).status_code == 404
    assert entered("saksi").post(url("step", held, "buka")).status_code == 403


def test_a_point_is_noted_at_its_form_and_becomes_a_task(operator, election):
    held = ground.opened(operator, election)
    client = entered()
    values = {
        "kind": "masukan",
        "text": "Kirim daftar TPS",
        "owner": operator.account_id,
        "division": "",
        "due": clock.today().isoformat(),
        "institution": "Persatuan contoh",
    }
    client.post(url("note", held), values)
    assert Task.objects.get().title == "Kirim daftar TPS"
    missing = client.post(url("note", held), {**values, "owner": ""})
    assert missing.status_code == 422 and Task.objects.count() == 1
    page = client.get(reverse("meetings:institutions")).content.decode()
    assert "Persatuan contoh" in page
    address = reverse("meetings:institution", args=["Persatuan contoh"])
    assert "Kirim daftar TPS" in client.get(address).content.decode()
    home = client.get("/").content.decode()
    assert "1 tindak lanjut terbuka" in home and "Rapat pekan ini" in home


def test_the_desk_enters_by_number_and_by_one_key(operator, election):
    held = ground.opened(operator, election, guests=30)
    client = entered()
    found = client.get(url("desk", held) + "?cari=contoh+ab").content.decode()
    assert 'name="number" value="2"' in found and "autofocus" in found
    client.post(url("desk", held) + "?sesi=1", {"number": 2, "presence_as": "hadir"})
    assert Attendance.objects.get().guest.name == "Contoh Ab"
    twice = client.post(url("desk", held) + "?sesi=1", {"number": 2, "presence_as": "hadir"})
    assert twice.status_code == 422 and "Satu orang satu kali" in twice.content.decode()
    unknown = client.post(url("desk", held), {"number": 99, "presence_as": "hadir"})
    assert "Nomor ini tidak ada pada daftar" in unknown.content.decode()
    fresh = {"baru-name": "Contoh Baru", "baru-institution": "Dinas Lain"}
    client.post(url("newcomer", held) + "?sesi=1", fresh)
    assert Attendance.objects.count() == 2


def test_the_paper_list_is_copied_by_numbers_and_ranges(operator, election):
    held = ground.opened(operator, election, guests=12)
    client = entered()
    wrong = client.post(url("paper", held), {"present": "1-x, 3", "represented": "4"})
    text = wrong.content.decode()
    assert wrong.status_code == 422 and "“1-x” bukan nomor baris." in text
    assert "tulis nomor; nama wakil" in text and not Attendance.objects.exists()
    values = {"present": "1-4, 7", "represented": "9; Contoh Wakil; Staf"}
    answer = client.post(url("paper", held), values, follow=True)
    assert "6 orang baru dicatat" in answer.content.decode()
    numbers = set(Attendance.objects.values_list("guest__number", flat=True))
    assert numbers == {1, 2, 3, 4, 7, 9}


def test_a_guest_scans_finds_the_name_and_is_thanked(operator, election):
    held = ground.opened(operator, election, guests=5)
    session = held.sessions.get()
    wall = entered().get(url("wall", held)).content.decode()
    assert "<svg" in wall and "dari 5 undangan" in wall
    token, _seconds = codes.on_the_wall(held.code, session.pk)
    phone = Client()
    scan = phone.get(reverse("meetings:scan", args=[held.code, session.pk, token]))
    text = scan.content.decode()
    assert "Contoh Aa" not in text
    given = re.search(r'name="given" value="([^"]+)"', text)[1]
    fill_in = reverse("meetings:fill_in", args=[held.code])
    found = phone.post(fill_in, {"given": given, "typed": "contoh ac"}).content.decode()
    assert "Contoh Ac" in found and "Contoh Aa" not in found
    guest = held.guests.get(number=3).pk
    thanks = phone.post(fill_in, {"given": given, "chosen": guest, "disability": "P"})
    assert "Kehadiran Anda tercatat" in thanks.content.decode()
    again = phone.post(fill_in, {"given": given, "chosen": guest})
    assert again.status_code == 422 and "sudah tercatat hadir" in again.content.decode()
    nobody = phone.post(fill_in, {"given": given, "typed": "tidak ada"}).content.decode()
    assert "Nama itu tidak ada di daftar undangan" in nobody
    held.refresh_from_db()
    assert held.disability_women == 1 and Attendance.objects.count() == 1


def test_an_expired_code_is_a_page_with_the_next_step(operator, election, monkeypatch):
    held = ground.opened(operator, election)
    session = held.sessions.get()
    token, _seconds = codes.on_the_wall(held.code, session.pk)
    moment = clock.real() + timedelta(minutes=3)
    monkeypatch.setattr(clock, "real", lambda: moment)
    answer = Client().get(reverse("meetings:scan", args=[held.code, session.pk, token]))
    assert answer.status_code == 410
    assert "Pindai kode yang tampil sekarang" in answer.content.decode()
    fill_in = reverse("meetings:fill_in", args=[held.code])
    assert Client().post(fill_in, {"given": "lama", "typed": "contoh"}).status_code == 410


def test_the_page_for_guests_names_nobody(operator, election):
    held = ground.opened(operator, election, agenda=(("Akses TPS", ""),))
    page = Client().get(reverse("meetings:guest", args=[held.code])).content.decode()
    assert "Akses TPS" in page and "Contoh Aa" not in page
    calendar = Client().get(reverse("meetings:guest_calendar", args=[held.code])).content
    assert b"BEGIN:VEVENT" in calendar and b"Rapat contoh" in calendar


def test_the_ba_of_the_weekly_plenary_is_one_click(operator, election, members):
    held = ground.opened(operator, election, "pleno-rutin", guests=0)
    client = entered()
    assert "Cetak BA dan tugas pekan depan" in client.get(reverse("meetings:week")).content.decode()
    refused = client.post(url("draft_minutes", held), follow=True).content.decode()
    assert "0 dari 5 anggota hadir" in refused and not Document.objects.exists()
    client.post(url("paper", held), {"present": "1-5"})
    printed = client.post(url("draft_minutes", held), follow=True)
    assert printed["Content-Type"] == "application/pdf"
    assert b"".join(printed) if printed.streaming else printed.content.startswith(b"%PDF")
    assert Document.objects.get().kind == "ba"


def test_the_next_plenary_is_planned_from_the_weekly_page(operator, election, members):
    client = entered()
    page = client.get(reverse("meetings:week")).content.decode()
    assert "Rencanakan pleno" in page
    values = {"day": clock.today(), "opens": "09:00", "closes": "11:00", "venue": "Aula"}
    client.post(reverse("meetings:week"), {**values, "election": election.pk})
    made = Meeting.objects.get()
    assert made.kind == "pleno-rutin" and made.agenda.count() == 4
    assert made.guests.filter(member=True).count() == 5


def test_invitation_and_lists_are_papers(operator, election, members):
    held = ground.planned(operator, election, "rakor", days=2, agenda=(("Acara satu", ""),))
    actions.invite(by=operator, meeting_id=held.pk, people=ground.people(200))
    client = entered()
    client.post(url("draft_invitation", held))
    paper = Document.objects.get(kind="undangan")
    body = paper.data["body"]
    assert body["to"] == ["Daftar undangan terlampir"]
    assert len(body["tables"][0]["rows"]) == 200
    pdf = client.get(reverse("kernel:document_pdf", args=[paper.pk]))
    assert pdf.content.startswith(b"%PDF")
    for name in ("attendance_pdf", "notes_pdf"):
        assert client.get(url(name, held)).content.startswith(b"%PDF")
    second = client.post(url("draft_invitation", held), follow=True).content.decode()
    assert "Konsep undangan sudah ada" in second


def test_the_expense_file_knows_what_the_meeting_has(operator, election):
    held = ground.opened(operator, election, "rakor")
    client = entered()
    opened = client.post(url("open_spj", held))
    assert opened.status_code == 302 and "/spj/" in opened["Location"]
    photo = {"kind": "foto", "name": "a.jpg", "content": b"\xff\xd8\xffx"}
    lacking = {one.paper for one in queries.meeting(operator, held.pk).expenses.lacks}
    assert {"foto", "notula", "kak"} <= lacking
    actions.attach(by=operator, meeting_id=held.pk, media_type="image/jpeg", **photo)
    lacking = {one.paper for one in queries.meeting(operator, held.pk).expenses.lacks}
    assert "foto" not in lacking and "notula" in lacking


def test_pages_speak_english(operator, election, members):
    held = ground.opened(operator, election, "pleno-rutin", guests=2)
    client = entered()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    with translation.override("en"):
        for name in ("meeting", "desk", "guests"):
            text = client.get(url(name, held)).content.decode()
            assert "Undangan" not in text and "Daftar hadir" not in text
        assert "Weekly plenary" in client.get(reverse("meetings:week")).content.decode()


def test_a_feed_carries_the_meetings_one_is_invited_to(operator, election, members):
    ground.planned(operator, election, "pleno-rutin")
    ground.planned(operator, election, title="Bukan undangan saya", division="hukum")
    mine = [entry.name.id for entry in queries.upcoming_entries(members[0])]
    assert mine == ["Rapat contoh"]
    legal = [entry.name.id for entry in queries.upcoming_entries(operator, division="hukum")]
    assert sorted(legal) == ["Bukan undangan saya", "Rapat contoh"]
    data = [entry.name.id for entry in queries.upcoming_entries(operator, division="rendatin")]
    assert data == ["Rapat contoh"]


def test_the_calendar_of_a_member_has_the_plenary(operator, election, members):
    made = ground.planned(operator, election, "pleno-rutin", title="Pleno contoh")
    grant = Grant.objects.get(account=members[0].account_id)
    secret = stages.make_feed(by=who.viewer_for(grant, factories.office())).secret
    feed = Client().get(reverse("stages:feed", args=[secret])).content.decode()
    assert "Pleno contoh" in feed and f"meeting-{made.code}-1" in feed
    actions.step(by=operator, meeting_id=made.pk, move="batal", reason="Contoh")
    after = Client().get(reverse("stages:feed", args=[secret])).content.decode()
    assert "Pleno contoh (Dibatalkan)" in after and "SEQUENCE:1" in after
