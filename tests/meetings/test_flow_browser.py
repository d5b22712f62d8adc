"""A plenary from its list of two hundred to the follow-up that is closed, in a real browser."""

import io
import re
from datetime import timedelta

import pytest
from pypdf import PdfReader

from jurdil.kernel import clock
from jurdil.kernel.models import Account, Task
from jurdil.kernel.viewer import Viewer
from jurdil.meetings import codes
from jurdil.meetings.models import Attendance, Meeting
from tests import databases, factories, served
from tests.browser import chromium, violations  # noqa: F401  (a fixture)
from tests.meetings import ground
from tests.writes import setting_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROLES = ("ketua", "anggota", "anggota", "anggota", "anggota", "operator")


class House:
    """A served office with five members and an operator."""

    def __init__(self, address: str):
        self.address = address
        factories.office()
        self.election = factories.election("rutin", voting_day=None, contests=[])
        self.people = [factories.account(role) for role in ROLES]
        for number, person in enumerate(self.people):
            self._rename(person, number)

    def _rename(self, person: Account, number: int) -> None:
        with setting_up():
            Account.objects.filter(pk=person.pk).update(name=f"Contoh Orang {chr(65 + number)}")
        person.refresh_from_db()

    def browse(self, browser, account=None, width=1280):
        context = browser.new_context(viewport={"width": width, "height": 900})
        if account is not None:
            context.add_cookies([served.session_cookie(account, self.address)])
        return context.new_page()


@pytest.fixture
def house(chromium, migrated, django_db_blocker, tmp_path):  # noqa: F811
    own = databases.own_database(migrated, tmp_path)
    with django_db_blocker.unblock(), own, served.serving() as address:
        yield House(address)


def plan(house, page) -> Meeting:
    """Plan an open plenary for now, at the form."""
    page.goto(f"{house.address}/rapat/baru/")
    page.select_option("[name=kind]", "pleno-terbuka")
    page.fill("[name=title]", "Rapat pleno terbuka contoh")
    page.fill("[name=day]", clock.today().isoformat())
    page.fill("[name=opens]", "00:10")
    page.fill("[name=closes]", "23:50")
    page.fill("[name=venue]", "Aula contoh")
    page.fill("[name=agenda]", "Pembacaan\nPenetapan")
    page.click("main form button.btn")
    page.wait_for_url("**/rapat/*/")
    return Meeting.objects.get()


def paste_two_hundred(house, page, held) -> None:
    """Paste two hundred guests, among them one broken title; the proposal mends it."""
    page.goto(f"{house.address}/rapat/{held.pk}/undangan/tempel/")
    lines = [f"{one.name}; Kepala; Dinas {at % 12}" for at, one in enumerate(ground.people(200))]
    lines[7] = lines[7].replace("; Kepala", " SH; Kepala")
    page.fill("[name=people]", "\n".join(lines))
    page.click("main form button.btn")
    assert "seharusnya ditulis" in page.inner_text("main")
    assert page.input_value("[name=people]").count("\n") == 199
    page.check("[name=mend]")
    page.click("main form button.btn")
    page.wait_for_url("**/undangan/")
    assert "200 orang masuk daftar undangan" in page.inner_text("main")
    assert held.guests.count() == 205


def scan(house, phone, held, guest) -> None:
    """One guest with a phone: scan, type, choose."""
    session = held.sessions.get().pk
    token, _seconds = codes.on_the_wall(held.code, session)
    phone.goto(f"{house.address}/rapat/u/{held.code}/{session}/{token}/")
    phone.fill("[name=typed]", guest.name)
    phone.click("text=Cari nama saya")
    phone.check(f"#tamu-{guest.pk}")
    phone.click("button:has-text('Saya hadir') >> nth=0")
    assert "Kehadiran Anda tercatat" in phone.inner_text("main")


def test_from_the_list_of_two_hundred_to_the_closed_follow_up(house, chromium):  # noqa: F811
    operator = house.people[-1]
    page = house.browse(chromium, operator)
    held = plan(house, page)
    paste_two_hundred(house, page, held)
    page.goto(f"{house.address}/rapat/{held.pk}/")
    assert violations(page) == []
    page.click("text=Undangan sudah disampaikan")
    page.click("text=Buka rapat")
    wall = house.browse(chromium, operator)
    wall.goto(f"{house.address}/rapat/{held.pk}/layar/")
    assert "0 dari 205 undangan" in wall.inner_text("main")
    phone = house.browse(chromium, width=360)
    guests = list(held.guests.filter(member=False)[:30])
    for guest in guests:
        scan(house, phone, held, guest)
    assert Attendance.objects.filter(way="qr").count() == 30
    refuse_without_quorum(house, page, held)
    copy_members(house, page, held)
    wall.wait_for_selector("text=5 dari 5 anggota hadir, kuorum", timeout=15_000)
    assert "35 dari 205 undangan" in wall.inner_text("main")
    note_and_close(house, page, held)
    in_the_report(house, page)


def refuse_without_quorum(house, page, held) -> None:
    """No member is there yet: the numbers are said."""
    page.goto(f"{house.address}/rapat/{held.pk}/")
    page.click("text=Susun dan cetak BA")
    assert "0 dari 5 anggota hadir, paling sedikit 4" in page.inner_text("main")


def copy_members(house, page, held) -> None:
    """The five members come on paper, by the numbers of their rows."""
    page.goto(f"{house.address}/rapat/{held.pk}/hadir/kertas/?sesi=1")
    page.fill("[name=present]", "1-5")
    page.click("main form button.btn")
    page.wait_for_url("**/hadir/**")
    assert "5 orang baru dicatat" in page.inner_text("main")
    assert violations(page) == []


def note_and_close(house, page, held) -> None:
    """A decision becomes a task on its owner's home page; closed there, it shows in the notes."""
    owner = house.people[1]
    page.goto(f"{house.address}/rapat/{held.pk}/")
    page.check("[name=kind][value=keputusan]")
    page.fill("[name=text]", "Kirim salinan kepada Bawaslu")
    page.select_option("[name=owner]", str(owner.pk))
    page.fill("[name=due]", clock.today().isoformat())
    page.fill("[name=institution]", "Bawaslu contoh")
    page.click("text=Catat butir dan buat tugas")
    assert "menjadi tugas pelaksananya" in page.inner_text("main")
    desk = house.browse(page.context.browser, owner)
    desk.goto(house.address)
    desk.click("main a:has-text('Kirim salinan kepada Bawaslu') >> nth=0")
    assert "Dari notula rapat" in desk.inner_text("main")
    desk.fill("[name=result]", "Salinan diterima, tanda terima 7")
    desk.click("text=Tutup tugas")
    assert Task.objects.get().state == "selesai"
    desk.goto(house.address)
    assert "Kirim salinan kepada Bawaslu" not in desk.inner_text("main")
    page.goto(f"{house.address}/rapat/{held.pk}/")
    report = page.inner_text("#notula")
    assert "selesai" in report and "Salinan diterima, tanda terima 7" in report
    page.goto(f"{house.address}/rapat/instansi/")
    assert re.search(r"Bawaslu contoh\s+1\s+0\s+0", page.inner_text("main table"))
    printed = page.request.get(f"{house.address}/rapat/{held.pk}/notula.pdf")
    assert printed.ok and printed.body().startswith(b"%PDF")


def in_the_report(house, page) -> None:
    """The closed follow-up stands in the evaluation, on its page and in its paper."""
    page.goto(f"{house.address}/laporan/evaluasi/baru/")
    page.fill("[name=title]", "Evaluasi contoh")
    page.click("main form button.btn")
    page.wait_for_url("**/laporan/evaluasi/*/")
    told = page.inner_text("main")
    assert "Kirim salinan kepada Bawaslu" in told and "Salinan diterima, tanda terima 7" in told
    assert violations(page) == []
    page.click("text=Susun naskah")
    page.wait_for_url("**/kantor/naskah/*/")
    printed = page.request.get(f"{page.url}naskah.pdf")
    assert printed.ok
    pages = PdfReader(io.BytesIO(printed.body())).pages
    text = " ".join(" ".join(one.extract_text() for one in pages).split())
    assert "Kirim salinan kepada Bawaslu" in text and "tanda terima 7" in text


def test_an_old_photo_of_the_wall_is_worth_nothing(house, chromium, monkeypatch):  # noqa: F811
    operator = house.people[-1]
    by = Viewer("operator", factories.REGENCY, "kpu", operator.name, operator.pk)
    held = ground.opened(by, house.election, guests=4)
    session = held.sessions.get().pk
    token, _seconds = codes.on_the_wall(held.code, session)
    moment = clock.real() + timedelta(minutes=3)
    monkeypatch.setattr(clock, "real", lambda: moment)
    phone = house.browse(chromium, width=360)
    answer = phone.goto(f"{house.address}/rapat/u/{held.code}/{session}/{token}/")
    assert answer.status == 410
    assert "Pindai kode yang tampil sekarang" in phone.inner_text("main")
    assert violations(phone) == []
    assert not Attendance.objects.exists()
