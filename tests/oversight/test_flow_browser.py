"""From a phone without a signal to a decided case, in two houses that exchange packages only."""

import json
from contextlib import ExitStack

import pytest

from tests import processes, served
from tests.browser import ARGUMENTS
from tests.conftest import CHROMIUM
from tests.kernel.test_outbox_browser import TPS, browsers, pending
from tests.kernel.test_serving import answers
from tests.oversight.test_lhp_browser import begun_without_a_signal, installed, on
from tests.oversight.test_two_houses import VILLAGE, House

pytestmark = [pytest.mark.slow, pytest.mark.browser]
SECRET = "Contoh Terlapor-9917"
PEOPLE = f"""
from tests import factories, served
from jurdil.places import actions as places
from jurdil.places.records import NewTps
import json
with performing("uji"):
    Election.objects.update(voting_day=date(2024, 2, 14), contests=["ppwp"])
places.set_up_regions(by=by, regency=office.path)
row = NewTps({VILLAGE!r}, 1)
places.add_tps_list(by=by, election_id=Election.objects.get().pk, rows=(row,), reason="uji")
people = [factories.account("ptps", {TPS!r}), factories.account("bw-ketua")]
print(json.dumps([served.session_cookie(one, ADDRESS) for one in people]))
"""


class Phone:
    """The phone of a supervisor whose office's server can be stopped and started."""

    def __init__(self, playwright, folder, house, cookie):
        self._playwright, self._folder, self._house = playwright, folder, house
        self.address = f"http://127.0.0.1:{house.port}"
        self._server = ExitStack()
        self.context = self._open()
        self.context.add_cookies([{**cookie, "expires": 4_000_000_000}])

    def _open(self):
        return self._playwright.chromium.launch_persistent_context(
            str(self._folder / "phone"), executable_path=str(CHROMIUM), args=ARGUMENTS
        )

    def serve(self):
        self._server.enter_context(self._house.serving())
        processes.until(lambda: answers(self._house.port), 90)

    def stop(self):
        self._server.close()

    def page(self):
        page = self.context.new_page()
        page.goto(f"{self.address}/lapangan/")
        page.locator("#bilah").wait_for()
        return page

    def close(self):
        self.context.close()
        self._server.close()


@pytest.fixture
def houses(migrated, tmp_path):
    if migrated is None:
        pytest.skip("two houses of one test are two SQLite files")
    served.collect_static_files()
    kpu = House("kpu", tmp_path / "kpu", migrated)
    bawaslu = House("bawaslu", tmp_path / "bawaslu", migrated)
    kpu.knows(bawaslu)
    bawaslu.knows(kpu)
    return kpu, bawaslu


def seen_on_the_phone(phone):
    """An LHP is written while the server is stopped, and arrives."""
    page = installed(phone)
    phone.stop()
    begun_without_a_signal(page)
    page.get_by_role("button", name="Lanjutkan konsep").click()
    page.locator("#fotos img").wait_for()
    on(page)
    page.get_by_role("button", name="Kirim LHP").click()
    page.get_by_text("LHP tersimpan di HP").wait_for()
    pending(page, 1)
    phone.serve()
    page.get_by_role("button", name="Kirim sekarang").click()
    pending(page, 0)


def advised(page, address, lhp, stage):
    """The chair advises KPU from the LHP, by letter."""
    page.goto(f"{address}/pengawasan/lhp/{lhp}/jadi/saran/")
    page.select_option("#id_to", "kpu")
    page.fill("#id_path", "73.12")
    page.check("input[name=form][value=surat]")
    page.fill("#id_letter", "012/PM/2026")
    page.select_option("#id_about", "lain")
    page.fill("#id_stage", stage)
    page.fill("#id_rule", "PKPU 25/2023")
    page.fill("#id_fact", "TPS dibuka terlambat.")
    page.fill("#id_request", "Buka tepat waktu.")
    page.locator("form.form button.btn").first.click()
    page.get_by_role("heading", name=stage).wait_for()


def found_and_decided(page, address):
    """The draft becomes a finding, which goes through both plenaries."""
    page.goto(f"{address}/pengawasan/konsep-temuan/")
    page.locator("ul.rows a").first.click()
    page.get_by_role("link", name="Jadikan temuan").click()
    page.fill("#id_title", "TPS dibuka terlambat")
    page.select_option("#id_actor", "kpps")
    page.fill("#id_story", f"TPS dibuka terlambat oleh {SECRET}.")
    page.fill("#id_reported_name", SECRET)
    page.fill("#id_evidence_about", "Foto di LHP")
    page.get_by_role("button", name="Catat temuan").click()
    page.get_by_role("heading", name="TPS dibuka terlambat").wait_for()
    assert SECRET not in page.content() and "Terlapor 1" in page.content()
    page.get_by_role("link", name="Periksa syarat").click()
    for field in page.locator("select").all():
        field.select_option("ya")
    saved(page)
    steps = ("Selesaikan kajian awal", "Registrasi", "Selesaikan kajian", "Putuskan di pleno")
    for number, step in enumerate(steps, 1):
        page.get_by_role("link", name=step, exact=True).click()
        page.fill("#id_paper", f"{number}/BA/2026")
        if page.locator("input[name=found]").count():
            page.check("input[name=found][value=administrasi]")
        saved(page)


def saved(page):
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("heading", name="TPS dibuka terlambat").wait_for()


def counted_and_proposed(page, address):
    """The statistic counts the case, and an event of the index is proposed from it."""
    page.get_by_text("001/TM/PL/ADM/Kab/73.12/").first.wait_for()
    page.get_by_role("link", name="Usulkan kejadian IKP").click()
    page.select_option("#id_indicator", "31")
    saved(page)
    page.goto(f"{address}/pengawasan/perkara/statistik/")
    page.get_by_text("1 perkara diputus, 1 hasil, 0 perkara berhasil lebih dari satu.").wait_for()
    page.goto(f"{address}/pengawasan/ikp/usulan/")
    page.locator("ul.rows a", has_text="31.").click()
    page.get_by_text("TPS dibuka terlambat").first.wait_for()
    page.get_by_role("link", name="Buka perkara").click()
    page.get_by_role("heading", name="TPS dibuka terlambat").wait_for()


def test_seen_on_a_phone_advised_lapsed_found_decided_counted(houses, tmp_path):
    kpu, bawaslu = houses
    address = f"http://127.0.0.1:{bawaslu.port}"
    cookies = json.loads(bawaslu.run(f"ADDRESS = {address!r}\n" + PEOPLE).splitlines()[-1])
    with browsers() as playwright, kpu.serving():
        phone = Phone(playwright, tmp_path, bawaslu, cookies[0])
        phone.serve()
        try:
            seen_on_the_phone(phone)
            lhp = "from jurdil.oversight.models import Lhp; print(Lhp.objects.get().pk)"
            report = bawaslu.run(lhp)
            desk = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
            page = desk.new_context(locale="id-ID").new_page()
            page.context.add_cookies([cookies[1]])
            for stage in ("Pembukaan TPS", "Penutupan TPS"):
                advised(page, address, report, stage)
            counted = "print(AdviceReceived.objects.count())"
            processes.until(lambda: kpu.run(counted) == "2", 90)
            kpu.run(
                "row = AdviceReceived.objects.get(stage='Penutupan TPS')\n"
                "actions.answer_advice(by=by, advice_id=row.pk, "
                "new=NewAnswer('ditindaklanjuti', 'Sudah'))"
            )
            standing = "print(*sorted(row.standing for row in queries.advice_given(by)))"
            both = "ditindaklanjuti menunggu"
            processes.until(lambda: bawaslu.run(standing) == both, 90)
            lapse = (
                "office_acts.set_training_clock(by=by, legal=clock.now() + timedelta(days=5))\n"
                "from jurdil.oversight.daily import lapse_all\nlapse_all(by)\n" + standing
            )
            assert bawaslu.run(lapse) == "ditindaklanjuti lewat-waktu"
            found_and_decided(page, address)
            counted_and_proposed(page, address)
            desk.close()
            closed = "print(*sorted(row.standing for row in queries.advice_inbox(by)))"
            assert "ditindaklanjuti" in kpu.run(closed)
        finally:
            phone.close()
    assert SECRET.encode() not in kpu.bytes_of_everything()
    assert SECRET.encode() not in bawaslu.bytes_of_everything()
