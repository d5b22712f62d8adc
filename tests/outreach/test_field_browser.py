"""A PPS files an activity on the phone while its server is really stopped; it is sent later."""

import re

import pytest

from jurdil.kernel import clock
from jurdil.kernel.models import SyncEvent
from jurdil.outreach.models import Activity
from tests import databases, served
from tests.browser import violations
from tests.kernel.test_outbox_browser import Field, browsers, pending
from tests.outreach import ground
from tests.places.ground import LABESSI

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PIN = "135790"


class Phone(Field):
    """The phone of a PPS."""

    ROLE, PATH = "pps", LABESSI


@pytest.fixture
def field(migrated, django_db_blocker, tmp_path):
    served.collect_static_files()
    with (
        browsers() as playwright,
        django_db_blocker.unblock(),
        databases.own_database(migrated, tmp_path),
    ):
        ground.election()
        phone = Phone(playwright, tmp_path)
        phone.serve()
        yield phone
        phone.close()


def unlock(page):
    page.get_by_label(re.compile("^PIN 6 angka$")).fill(PIN)
    page.get_by_role("button", name="Buka", exact=True).click()


def taken_along(field):
    """The list on the phone, and the page of activities open."""
    page = field.page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_text("Kegiatan sosialisasi saya").wait_for()
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    row = page.get_by_role("listitem").filter(has_text="Kegiatan sosialisasi saya")
    row.get_by_role("button").click()
    unlock(page)
    page.get_by_text("Anda dapat bekerja tanpa sinyal").wait_for()
    page.goto(f"{field.address}/lapangan/sosialisasi/")
    unlock(page)
    page.get_by_role("button", name="Laporkan kegiatan").wait_for()
    return page


def test_an_activity_is_filed_without_a_signal_and_sent_once(field):
    page = taken_along(field)
    assert violations(page) == []
    field.stop()
    page.get_by_role("button", name="Laporkan kegiatan").click()
    form = page.locator("#laporan")
    form.get_by_label("Nama kegiatan").fill("Pengajian contoh")
    form.get_by_label("Pemilihan dan tahapan").select_option(label="Sosialisasi contoh")
    form.get_by_label("Tanggal").fill(clock.today().isoformat())
    form.get_by_label("Basis").select_option("keagamaan")
    form.get_by_label("Metode").select_option("ceramah")
    form.get_by_label("Hadir, laki-laki").fill("10")
    form.get_by_label("Hadir, perempuan").fill("30")
    form.get_by_label("Hadir, jumlah").fill("41")
    form.get_by_label(re.compile("^Tautan")).fill("https://contoh.go.id/a")
    form.get_by_role("button", name="Simpan laporan").click()
    page.get_by_text("10 + perempuan 30 = 40, tetapi jumlah 41").wait_for()
    form.get_by_label("Hadir, jumlah").fill("40")
    form.get_by_role("button", name="Simpan laporan").click()
    listed = page.locator("#kegiatan li", has_text="Pengajian contoh")
    listed.get_by_text("tersimpan di HP").wait_for()
    pending(page, 1)
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert violations(page) == [] and not page.evaluate(wide)

    page = field.restart_browser()
    page.goto(f"{field.address}/lapangan/sosialisasi/")
    unlock(page)
    page.locator("#kegiatan li", has_text="Pengajian contoh").wait_for()
    assert SyncEvent.objects.count() == 0 and not Activity.objects.exists()
    field.serve()
    page.get_by_role("button", name="Kirim sekarang").click()
    pending(page, 0)
    made = Activity.objects.get()
    assert (made.title, made.state, made.total) == ("Pengajian contoh", "menunggu", 40)
    assert (made.path, made.origin, made.account_id) == (LABESSI, LABESSI, field.worker.pk)
    assert made.evidence.get().address == "https://contoh.go.id/a"
    page.locator("#kegiatan li", has_text="Pengajian contoh").get_by_text(
        "sudah di kantor"
    ).wait_for()
