"""Field work in a real browser whose server is really stopped: nothing recorded is lost."""

import json
import os
import re
import socket
from contextlib import ExitStack, contextmanager
from time import time
from urllib.request import urlopen

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connections

from jurdil.kernel import clock, ledger, outbox
from jurdil.kernel.models import SyncEvent, Task
from jurdil.kernel.outbox import handover, receiving
from jurdil.kernel.who import viewer_for
from tests import databases, factories, processes, served
from tests.browser import ARGUMENTS, violations
from tests.conftest import CHROMIUM
from tests.kernel.sample_room.notes import NOTES
from tests.writes import setting_up

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TPS, VILLAGE = "73.12.01.1001/001", "73.12.01.1001"
PIN, PASSWORD = "135790", "sandi-lapangan"


class Field:
    """A phone with its profile, and a server that can be stopped and started."""

    ROLE, PATH = "pantarlih", TPS

    def __init__(self, playwright, folder):
        self._playwright, self._folder = playwright, folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self._server = ExitStack()
        self.worker = factories.account(self.ROLE, self.PATH)
        self.module = staticfiles_storage.url("jurdil/field/field.js")
        self.context = self._open()
        self.sign_in(self.worker)

    def sign_in(self, account):
        """A session that outlives the browser, as the house's sessions do."""
        cookie = served.session_cookie(account, self.address)
        self.context.add_cookies([{**cookie, "expires": time() + 3600}])

    def _open(self):
        return self._playwright.chromium.launch_persistent_context(
            str(self._folder / "profile"), executable_path=str(CHROMIUM), args=ARGUMENTS
        )

    def serve(self):
        self._server.enter_context(processes.jurdil("serve", "--port", str(self.port)))
        processes.until(self._answers, 60)

    def _answers(self):
        try:
            return urlopen(f"{self.address}/healthz/live").status == 200
        except OSError:
            return False

    def stop(self):
        self._server.close()
        assert not self._answers()

    def restart_browser(self):
        self.context.close()
        self.context = self._open()
        return self.page()

    def page(self):
        page = self.context.new_page()
        page.goto(f"{self.address}/lapangan/")
        page.locator("#bilah").wait_for()
        return page

    def installed(self):
        """A page that the service worker controls, whose account is known."""
        page = self.page()
        page.get_by_text("Tugas saya").wait_for()
        page.evaluate("navigator.serviceWorker.ready")
        page.reload()
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        return page

    def capture(self, page, task, note):
        call = "async ([url, ...rest]) => (await import(url)).capture(...rest)"
        return page.evaluate(
            call, [self.module, NOTES.code, str(task.pk), task.revision, {"note": note}]
        )

    def close(self):
        self.context.close()
        self._server.close()


@contextmanager
def browsers():
    """Playwright, with what `tests.browser.chromium` says about its loop and the database."""
    from playwright.sync_api import sync_playwright

    connections.close_all()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        yield playwright
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def field(migrated, django_db_blocker, tmp_path):
    served.collect_static_files()
    outbox.unregister(NOTES.code)
    outbox.register(NOTES)
    with (
        browsers() as playwright,
        django_db_blocker.unblock(),
        databases.own_database(migrated, tmp_path),
    ):
        factories.office()
        phone = Field(playwright, tmp_path)
        phone.serve()
        yield phone
        phone.close()
    outbox.unregister(NOTES.code)


def tasks(count):
    election = factories.election()
    with setting_up():
        return [
            Task.objects.create(
                title=f"Contoh {number}",
                election=election,
                path=TPS,
                source="uji",
                opened_at=clock.now(),
            )
            for number in range(count)
        ]


def pending(page, count):
    page.locator(f"#hitung[data-n='{count}']").wait_for(timeout=15_000)


def outcomes():
    return {row.subject: row.outcome for row in SyncEvent.objects.all()}


def sent_in(posts):
    """Every id that went out, in the order of the requests."""
    return [event["id"] for post in posts for event in json.loads(post)["events"]]


def test_a_day_in_the_field_without_a_signal(field):
    first, second, third = tasks(3)
    page = field.installed()
    assert violations(page) == []
    field.stop()
    page.reload()
    assert page.get_by_role("heading", name="Kerja lapangan").is_visible()
    for task in (first, second, third):
        field.capture(page, task, f"dilihat {task.pk}")
    pending(page, 3)
    page.get_by_text("Tidak ada sambungan").wait_for()
    assert violations(page) == []

    page = field.restart_browser()
    pending(page, 3)
    assert SyncEvent.objects.count() == 0
    with setting_up():
        Task.objects.filter(pk=second.pk).update(note="diubah kantor", revision=5)
    field.serve()
    posts = []
    page.on("request", lambda r: posts.append(r.post_data) if r.method == "POST" else None)
    page.get_by_role("button", name="Kirim sekarang").click()
    pending(page, 0)
    page.get_by_text("Menunggu keputusan").wait_for()
    assert outcomes() == {
        str(first.pk): "diterapkan",
        str(second.pk): "konflik",
        str(third.pk): "diterapkan",
    }
    assert Task.objects.get(pk=second.pk).note == "diubah kantor"
    _replayed(page, posts[0])


def _replayed(page, post):
    """The same batch once more: the same answers, and the ledger does not move."""
    head = ledger.head()
    answers = page.evaluate(
        """async (body) => {
          const { token } = await (await fetch("/sync/")).json();
          const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
          return (await (await fetch("/sync/", { method: "POST", headers, body })).json()).answers;
        }""",
        post,
    )
    assert [answer["outcome"] for answer in answers] == ["applied", "conflict", "applied"]
    assert ledger.head() == head


def test_two_tabs_send_once_and_a_moved_clock_is_told(field):
    (task,) = tasks(1)
    page, other = field.installed(), field.page()
    posts = []
    field.context.on("request", lambda r: posts.append(r.post_data) if r.method == "POST" else None)
    field.stop()
    field.capture(page, task, "sekali")
    pending(other, 1)
    field.serve()
    for tab in (page, other, page):
        tab.evaluate("dispatchEvent(new Event('online'))")
    pending(page, 0)
    pending(other, 0)
    assert len(sent_in(posts)) == 1
    page.evaluate(
        """() => { const Real = Date;
          window.Date = class extends Real {
            constructor(...rest) {
              rest.length ? super(...rest) : super(Real.now() + 10800000);
            } }; }"""
    )
    task.refresh_from_db()
    moved = field.capture(page, task, "jam maju")
    pending(page, 0)
    processes.until(lambda: SyncEvent.objects.filter(pk=moved).exists())
    assert SyncEvent.objects.get(pk=moved).clock_is_off
    assert not SyncEvent.objects.exclude(pk=moved).get().clock_is_off


def test_who_is_signed_out_keeps_everything_and_another_account_sends_nothing(field):
    (task,) = tasks(1)
    page = field.installed()
    field.context.clear_cookies()
    field.capture(page, task, "belum masuk")
    page.get_by_role("link", name="Masuk", exact=True).wait_for()
    pending(page, 1)
    stranger = factories.account("pantarlih", TPS)
    field.sign_in(stranger)
    page.get_by_role("button", name="Kirim sekarang").click()
    page.locator("#bilah").get_by_text("milik akun lain").wait_for()
    assert SyncEvent.objects.count() == 0
    field.sign_in(field.worker)
    page.get_by_role("button", name="Kirim sekarang").click()
    pending(page, 0)


def test_the_file_of_a_phone_comes_in_through_the_pps_and_counts_once(field):
    (task,) = tasks(1)
    page = field.installed()
    field.stop()
    event = field.capture(page, task, "dari berkas")
    page.get_by_label("Sandi berkas, paling sedikit 8").fill(PASSWORD)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Simpan berkas").click()
    content = waiting.value.path().read_bytes()
    assert b"dari berkas" not in content
    pps = viewer_for(factories.account("pps", VILLAGE).grants.get(), factories.office())
    answers = receiving.take(pps, handover.opened(content, PASSWORD))
    assert [(str(a.id), a.outcome) for a in answers] == [(event, "applied")]
    field.serve()
    page.get_by_role("button", name="Kirim sekarang").click()
    pending(page, 0)
    assert SyncEvent.objects.get().worker == field.worker


def test_the_list_opens_with_the_pin_and_is_wiped_after_ten_wrong_ones(field):
    tasks(2)
    page = field.installed()
    page.get_by_role("listitem").filter(has_text="Tugas saya").get_by_role("button").click()
    _enter(page, PIN)
    page.get_by_text("Anda dapat bekerja tanpa sinyal").wait_for()
    field.stop()
    page = field.restart_browser()
    _ask(page, field)
    _enter(page, "000000")
    page.get_by_text("PIN salah. Sisa percobaan: 9.").wait_for()
    assert violations(page) == []
    _enter(page, PIN)
    page.wait_for_function("() => window.answer")
    assert page.evaluate("answer.rows.length") == 2
    page.reload()
    _ask(page, field)
    for left in range(9, 0, -1):
        _enter(page, "000000")
        page.get_by_text(f"Sisa percobaan: {left}.").wait_for()
    _enter(page, "000000")
    page.wait_for_function("() => window.answer")
    assert page.evaluate("answer") == "dihapus"
    page.reload()
    _ask(page, field)
    page.wait_for_function("() => window.answer")
    assert page.evaluate("answer") == "belum-dibawa"


def _ask(page, field):
    """Open the list; what comes of it is put into `answer`."""
    page.evaluate(
        """(url) => { import(url).then((field) => field.openPackage("tugas")).then(
          (held) => { window.answer = held; }, (error) => { window.answer = error.code; }); }""",
        field.module,
    )


def _enter(page, pin):
    page.get_by_label(re.compile("^PIN 6 angka$")).fill(pin)
    page.get_by_role("button", name="Buka", exact=True).click()


def test_a_full_phone_says_so_and_what_was_typed_is_not_called_saved(field):
    (task,) = tasks(1)
    page = field.installed()
    page.evaluate(
        """() => { IDBObjectStore.prototype.put = function () {
          this.transaction.abort(); throw new DOMException("full", "QuotaExceededError"); }; }"""
    )
    code = page.evaluate(
        """async ([url, ...rest]) => { const field = await import(url);
          return field.capture(...rest).then(() => "saved", (error) => error.code); }""",
        [field.module, NOTES.code, str(task.pk), 0, {"note": "x"}],
    )
    assert code == "penuh"
    pending(page, 0)
