"""No word of a supervision report is lost on the phone: drafts, refusals, older checklists."""

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

from jurdil.oversight.models import Lhp, LhpEvidence
from tests.kernel.test_outbox_browser import TPS
from tests.oversight.test_lhp_browser import field, installed  # noqa: F401
from tests.processes import until

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CAPTURE = """async ([url, said]) => {
  const { capture } = await import(url);
  const canvas = document.createElement("canvas");
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg"));
  await capture("pengawasan.lhp", crypto.randomUUID(), 0, said, [{ blob, name: "a.jpg" }]);
}"""
OVERLAY = """async (url) => {
  const rules = await import(url);
  const day = (at) => `2024-02-14T0${at}:00:00Z`;
  const office = [{ t: "b", rev: 2, keadaan: "dikembalikan" }];
  const held = { takenAt: day(5), rows: { laporan: office } };
  const event = (subject, outcome, recorded, answered, uraian) => ({
    kind: rules.KIND, id: subject + recorded, subject, outcome, values: { uraian },
    captured_at: day(recorded), answered_at: answered ? day(answered) : undefined,
  });
  const rows = rules.overlay(held, [
    event("baru", null, 6, 0, "Belum dikirim"),
    event("ditolak", "refused", 4, 4, "Ditolak"),
    event("menyusul", "applied", 3, 6, "Dijawab sesudah daftar dibawa"),
    event("b", "applied", 2, 3, "Ada di daftar"),
    event("b", "refused", 1, 1, "Sudah dibetulkan"),
  ]);
  return Object.fromEntries(rows.map((row) => [row.t, [row.kirim || "", row.uraian || ""]]));
}"""


def said(**values):
    """What the page sends of a report."""
    known = {
        "tempat": TPS,
        "mulai": "2024-02-14T00:00:00Z",
        "selesai": "2024-02-14T01:00:00Z",
        "uraian": "Lancar",
        "bentuk": "langsung",
    }
    return {**known, **values}


def answering(page, accept):
    """Answer the next question of the page."""
    page.once("dialog", lambda asked: asked.accept() if accept else asked.dismiss())


def kept_and_not_replaced(page):
    """A draft is asked for before another takes its place."""
    page.get_by_role("button", name="LHP baru").click()
    page.get_by_role("button", name="Pengawasan tanpa alat kerja").click()
    page.get_by_label("Lokasi (halaman sekolah, balai desa)").fill("Balai desa")
    page.get_by_role("button", name="Simpan konsep").click()
    answering(page, accept=False)
    page.get_by_role("button", name="LHP baru").click()
    page.get_by_role("button", name="Lanjutkan konsep").click()
    spot = page.get_by_label("Lokasi (halaman sekolah, balai desa)")
    assert spot.input_value() == "Balai desa"
    page.get_by_role("button", name="Simpan konsep").click()
    answering(page, accept=True)
    page.get_by_role("button", name="LHP baru").click()
    page.get_by_role("button", name="Pengawasan tanpa alat kerja").click()
    assert spot.input_value() == ""
    answering(page, accept=True)
    page.get_by_role("button", name="Buang konsep").click()
    page.get_by_role("button", name="LHP baru").wait_for()


def test_a_refused_record_holds_up_no_photo_and_keeps_its_words(field):  # noqa: F811
    page = installed(field)
    kept_and_not_replaced(page)
    page.evaluate(CAPTURE, [field.module, said(uraian="x" * 9_000)])
    page.locator("#laporan li", has_text="rusak").wait_for()
    page.evaluate(CAPTURE, [field.module, said()])
    until(LhpEvidence.objects.exists, 60)
    assert Lhp.objects.get().content["story"] == "Lancar"
    page.locator("#hitung[data-files='0']").wait_for(timeout=60_000)
    assert page.locator("#laporan li", has_text="rusak").get_by_role("button").is_enabled()
    rows = page.evaluate(OVERLAY, staticfiles_storage.url("oversight/lhp-data.js"))
    assert rows == {
        "baru": ["unsent", "Belum dikirim"],
        "ditolak": ["refused", "Ditolak"],
        "menyusul": ["applied", "Dijawab sesudah daftar dibawa"],
        "b": ["", ""],
    }
