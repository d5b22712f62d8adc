"""Coklit on a phone whose server is really stopped: nothing seen at a door is lost."""

import io
import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import transaction
from PIL import Image

from jurdil.kernel import files
from jurdil.kernel.acts import performing
from jurdil.kernel.models import SyncEvent
from jurdil.kernel.viewer import system_viewer
from jurdil.voters import changing
from jurdil.voters.models import OrangCoklit, PemilihVersi, RumahCoklit, Usulan
from tests import databases, factories, served
from tests.browser import violations
from tests.kernel import photos
from tests.kernel.test_outbox_browser import Field, browsers, pending
from tests.processes import until
from tests.voters.coklit_ground import TPS, village

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PIN = "135790"


@pytest.fixture
def field(migrated, django_db_blocker, tmp_path):
    served.collect_static_files()
    with (
        browsers() as playwright,
        django_db_blocker.unblock(),
        databases.own_database(migrated, tmp_path),
    ):
        village()
        phone = Field(playwright, tmp_path)
        phone.serve()
        yield phone
        phone.close()


def installed(field):
    """The list taken along, and the page of coklit open."""
    page = field.page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_text("Coklit TPS saya").wait_for()
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.get_by_role("listitem").filter(has_text="Coklit TPS saya").get_by_role("button").click()
    enter(page)
    page.get_by_text("Anda dapat bekerja tanpa sinyal").wait_for()
    return open_coklit(page, field)


def enter(page):
    page.get_by_label(re.compile("^PIN 6 angka$")).fill(PIN)
    page.get_by_role("button", name="Buka", exact=True).click()


def open_coklit(page, field):
    page.goto(f"{field.address}/lapangan/coklit/")
    enter(page)
    page.locator("#ringkas").get_by_text("0 dari 2 rumah").wait_for()
    return page


def household(page, head):
    for box in page.locator("#rt details:not([open]) summary").all():
        box.click()
    page.locator("#rt").get_by_role("button", name=re.compile(head)).click()


def sesuai(page, name):
    page.get_by_role("button", name=f"Sesuai: {name}").click()
    row = page.locator("#orang li", has_text=name)
    row.get_by_text("tersimpan di HP").wait_for()


def sideways(page):
    """Whether something sticks out of the screen at the side."""
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


def test_a_day_of_coklit_without_a_signal(field, tmp_path):
    page = installed(field)
    assert violations(page) == [] and not sideways(page)
    field.stop()
    household(page, "Budi Contoh")
    sesuai(page, "Budi Contoh")
    page.get_by_role("button", name="Ubah: Siti Contoh").click()
    assert violations(page) == [] and not sideways(page)
    form = page.locator("#orang form")
    form.get_by_label("NIK, 16 angka").fill("123")
    form.get_by_role("button", name="Simpan").click()
    form.get_by_text("NIK harus 16 angka.").wait_for()
    form.get_by_label("NIK, 16 angka").fill("")
    form.get_by_label("RT", exact=True).fill("007")
    form.get_by_role("button", name="Simpan").click()
    page.locator("#orang li", has_text="Siti Contoh").get_by_text("Ubah · tersimpan").wait_for()
    page.get_by_label("Siapa yang ditemui").fill("Budi")
    page.get_by_label("Stiker sudah ditempel").check()
    page.get_by_label("Tanda tangan", exact=True).select_option("ttd")
    sign(page)
    page.get_by_role("button", name="Rumah selesai").click()
    page.locator("#ringkas").get_by_text("1 dari 2 rumah, 2 dari 3 pemilih").wait_for()
    pending(page, 3)

    page = field.restart_browser()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{field.address}/lapangan/coklit/")
    enter(page)
    page.locator("#ringkas").get_by_text("1 dari 2 rumah, 2 dari 3 pemilih").wait_for()
    assert SyncEvent.objects.count() == 0
    household(page, "Wati Lain")
    page.get_by_role("button", name="TMS: Wati Lain").click()
    form = page.locator("#orang form")
    form.get_by_role("button", name="Simpan TMS").click()
    form.get_by_text("Pilih alasan TMS.").wait_for()
    form.get_by_label("Alasan TMS").select_option("1")
    form.get_by_label("Bukti yang Anda lihat").fill("akta kematian")
    paper = tmp_path / "akta.jpg"
    paper.write_bytes(photos.picture((2000, 1500)))
    form.get_by_label("Foto bukti").set_input_files(paper)
    form.get_by_role("button", name="Simpan TMS").click()
    pending(page, 4)
    _office_changes("Siti Contoh")
    field.serve()
    page.get_by_role("button", name="Kirim sekarang").click()
    pending(page, 0)
    _arrived()
    until(Usulan.objects.filter(kind="tms", file__isnull=False).exists)
    shown = Usulan.objects.get(kind="tms").file
    assert shown.media_type == "image/jpeg" and max(_size(shown)) <= 1600
    page.get_by_role("button", name="Kembali ke daftar").click()
    page.locator("#ringkas").get_by_text("1 dari 2 rumah, 3 dari 3 pemilih").wait_for()


def _size(file):
    return Image.open(io.BytesIO(files.content(file))).size


def sign(page):
    page.locator("#goresan").scroll_into_view_if_needed()
    box = page.locator("#goresan").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 60, steps=5)
    page.mouse.up()


def _office_changes(name):
    """The office changes a voter meanwhile, through a proposal of its own."""
    person = OrangCoklit.objects.get(name=name)
    voter = PemilihVersi.objects.get(pemilih=person.pemilih_id, until_rev__isnull=True)
    by = system_viewer(factories.office().path, "kpu")
    with transaction.atomic(), performing("tests.office"):
        change = changing.begin(by, person.village, source="uji")
        changing.amend(change, [voter], {"rt": "004"})


def _arrived():
    outcomes = sorted(SyncEvent.objects.values_list("kind", "outcome"))
    assert outcomes == [
        ("coklit.kunjungan", "diterapkan"),
        ("coklit.orang", "diterapkan"),
        ("coklit.orang", "diterapkan"),
        ("coklit.orang", "konflik"),
    ]
    house = RumahCoklit.objects.get(head="Budi Contoh")
    assert (house.state, house.met, house.sticker, house.sign) == ("selesai", "Budi", True, "ttd")
    assert house.signature
    assert [(one.kind, one.tms) for one in Usulan.objects.all()] == [("tms", "1")]


def test_a_new_household_is_recorded_and_found_again_by_name(field):
    page = installed(field)
    page.get_by_role("button", name="Rumah atau KK yang belum ada").click()
    form = page.locator("#tempat-kk form")
    form.get_by_label("Nama", exact=True).fill("Baru Contoh")
    form.get_by_label("Tanggal lahir, hari-bulan-tahun").fill("17-08-2006")
    form.get_by_label("Jenis kelamin").select_option("P")
    form.get_by_label("RT", exact=True).fill("003")
    form.get_by_role("button", name="Simpan").click()
    page.get_by_role("heading", name="Keluarga Baru Contoh").wait_for()
    page.get_by_role("button", name="Tidak ditemui, akan kembali").click()
    until(RumahCoklit.objects.filter(head="Baru Contoh", state="tidak-ditemui").exists)
    pending(page, 0)
    page.locator("#rt", has_text="Baru Contoh").wait_for(state="attached")
    made = RumahCoklit.objects.get(head="Baru Contoh")
    assert (made.tps, made.rt, made.people.count()) == (TPS, "003", 1)
    page.get_by_label("Cari nama").fill("wati")
    assert page.locator("#rt li").count() == 1


def test_the_rules_of_the_page_against_values(field):
    page = installed(field)
    found = page.evaluate(
        """async (url) => {
          const rules = await import(url);
          const held = { takenAt: "2024-07-01T00:00:00Z", rows: { rumah: [
            { t: "a", rt: "001", rw: "001", kepala: "A", keadaan: "selesai", orang: [] },
            { t: "b", rt: "001", rw: "001", kepala: "B", keadaan: "belum",
              orang: [{ id: 5, nama: "Siti", hasil: "" }] } ] } };
          const event = (subject, values, outcome, captured_at = "2024-07-02T00:00:00Z") =>
            ({ id: subject + outcome, kind: rules.PERSON, subject, values, outcome, captured_at });
          const said = (...events) => rules.overlay(held, events, {})[1].orang[0].hasil;
          const long = [Array.from({ length: 4000 }, (_, n) => [n % 256, n % 200])];
          return [
            said(event("5", { hasil: "tms" }, null)),
            said(event("5", { hasil: "tms" }, "refused")),
            said(event("5", { hasil: "tms" }, "applied", "2024-06-01T00:00:00Z")),
            said(event("5", { hasil: "sesuai" }, null), event("5", { hasil: "tms" }, null)),
            rules.byRt(rules.overlay(held, [], {}))[0].rumah.map((house) => house.kepala).join(""),
            rules.strokes(long).length <= 6500,
            rules.faults({ hasil: "tms", nik: "12" }, rules.PERSON).join(),
          ];
        }""",
        staticfiles_storage.url("voters/coklit-data.js"),
    )
    assert found == ["tms", "", "", "sesuai", "BA", True, "nik,kode,bukti"]
