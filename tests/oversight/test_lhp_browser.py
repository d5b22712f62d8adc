"""A supervision report on a phone whose server is really stopped: no word and no photo is lost."""

import io
import re

import pytest
from PIL import Image

from jurdil.kernel.roles import BAWASLU
from jurdil.oversight.models import Lhp, LhpEvidence
from jurdil.places import actions as places
from jurdil.places.records import NewTps
from tests import databases, factories, served
from tests.browser import violations
from tests.kernel.test_outbox_browser import TPS, VILLAGE, Field, browsers, pending
from tests.processes import until
from tests.voters.test_coklit_browser import enter, sideways

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Phone(Field):
    """The phone of the supervisor of a TPS."""

    ROLE = "ptps"


@pytest.fixture
def field(migrated, django_db_blocker, tmp_path):
    served.collect_static_files()
    with (
        browsers() as playwright,
        django_db_blocker.unblock(),
        databases.own_database(migrated, tmp_path),
    ):
        office = factories.office(BAWASLU)
        by = factories.viewer("sistem", office.path)
        places.set_up_regions(by=by, regency=office.path)
        election = factories.election()
        row = NewTps(VILLAGE, 1)
        places.add_tps_list(by=by, election_id=election.pk, rows=(row,), reason="uji")
        phone = Phone(playwright, tmp_path)
        phone.serve()
        yield phone
        phone.close()


def opened(page, field):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{field.address}/lapangan/lhp/")
    enter(page)
    page.locator("#baru").wait_for()
    return page


def installed(field):
    page = field.page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_text("LHP saya").wait_for()
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.get_by_role("listitem").filter(has_text="LHP saya").get_by_role("button").click()
    enter(page)
    page.get_by_text("Anda dapat bekerja tanpa sinyal").wait_for()
    return opened(page, field)


def photo():
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "rumah pelapor"
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(out, "JPEG", exif=exif)
    return {"name": "papan.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def on(page):
    page.get_by_role("button", name="Lanjut", exact=True).click()


def begun_without_a_signal(page):
    """What is supervised, where, one answer; then the words are begun."""
    page.get_by_role("button", name="LHP baru").click()
    assert violations(page) == [] and not sideways(page)
    page.get_by_role("button", name="Pemungutan suara di TPS").click()
    assert page.get_by_label("Tempat", exact=True).input_value() == TPS
    page.get_by_label("Selesai").fill("2099-01-01T10:00")
    on(page)
    page.locator("#salah", has_text="belum tiba").wait_for()
    page.get_by_label("Selesai").fill(page.get_by_label("Mulai").input_value())
    on(page)
    first = page.locator("#tanya fieldset").first
    first.get_by_role("button", name="Ya").click()
    page.get_by_text("1 dari 13 pertanyaan dijawab").wait_for()
    assert violations(page) == [] and not sideways(page)
    on(page)
    on(page)
    page.locator("#salah", has_text="Tulis singkat").wait_for()
    page.get_by_label("Uraian singkat hasil pengawasan").fill("TPS dibuka <b>07.20</b>.")
    on(page)
    page.get_by_label("Ada dugaan pelanggaran").check()
    page.get_by_label("Peristiwa, tanpa nama orang").fill("Ajakan di pintu TPS")
    page.get_by_role("button", name="Tambah saksi").click()
    page.get_by_label("Nama (disegel)").fill("Saksi Contoh")
    on(page)
    page.get_by_label("Ambil atau pilih foto").set_input_files(photo())
    page.locator("#fotos img").wait_for()
    page.get_by_label("Keterangan foto 1").fill("Papan pengumuman")
    page.get_by_role("button", name="Simpan konsep").click()
    page.get_by_role("button", name="Lanjutkan konsep").wait_for()


def test_a_report_is_written_without_a_signal_and_arrives_with_its_photo(field):
    page = installed(field)
    field.stop()
    begun_without_a_signal(page)
    page = field.restart_browser()
    opened(page, field)
    page.get_by_role("button", name="Lanjutkan konsep").click()
    page.locator("#fotos img").wait_for()
    on(page)
    page.locator("#r-uraian", has_text="TPS dibuka <b>07.20</b>.").wait_for()
    assert violations(page) == [] and not sideways(page)
    page.get_by_role("button", name="Kirim LHP").click()
    page.get_by_text("LHP tersimpan di HP").wait_for()
    pending(page, 1)
    page.locator("#laporan", has_text="tersimpan di HP").wait_for()
    assert Lhp.objects.count() == 0
    field.serve()
    page.get_by_role("button", name="Kirim sekarang").click()
    pending(page, 0)
    page.locator("#hitung[data-files='0']").wait_for(timeout=60_000)
    until(Lhp.objects.filter(evidence__isnull=False).exists, 60)
    row = Lhp.objects.get()
    assert (row.path, row.state, row.level, row.role) == (TPS, "menunggu", "pkd", "ptps")
    assert row.content["story"] == "TPS dibuka <b>07.20</b>."
    assert row.content["answers"]["buka"]["value"] == "ya"
    proof = row.evidence.get()
    assert (proof.caption, proof.file.media_type) == ("Papan pengumuman", "image/jpeg")
    assert proof.file.size < 3 * 1024 * 1024 and row.witnesses.count() == 1
    page.get_by_text(re.compile("sudah di kantor")).wait_for()
    refused_and_put_right(page, field)


def refused_and_put_right(page, field):
    """A report that the office refuses keeps its words and its photo on the phone."""
    said = {
        "tempat": "73.12.02",
        "mulai": "2024-02-14T00:00:00Z",
        "selesai": "2024-02-14T01:00:00Z",
        "uraian": "Kata yang tidak boleh hilang",
        "bentuk": "langsung",
        "foto": ["Segel"],
    }
    page.evaluate(
        """async ([url, said]) => {
          const { capture } = await import(url);
          const canvas = document.createElement("canvas");
          const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg"));
          const files = [{ blob, name: "segel.jpg" }];
          await capture("pengawasan.lhp", crypto.randomUUID(), 0, said, files);
        }""",
        [field.module, said],
    )
    page.locator("#laporan li", has_text="di luar wilayah kerja").get_by_role("button").click()
    page.locator("#kabar", has_text="di luar wilayah kerja").wait_for()
    page.get_by_label("Tempat", exact=True).select_option(TPS)
    on(page)
    words = page.get_by_label("Uraian singkat hasil pengawasan")
    assert words.input_value() == "Kata yang tidak boleh hilang"
    on(page)
    on(page)
    assert page.get_by_label("Keterangan foto 1").input_value() == "Segel"
    on(page)
    page.get_by_role("button", name="Kirim LHP").click()
    until(LhpEvidence.objects.filter(caption="Segel").exists, 60)
    assert Lhp.objects.filter(content__story="Kata yang tidak boleh hilang").count() == 1
