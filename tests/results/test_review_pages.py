"""The pages of review: order, words, marking, the file, and the run that follows changed forms."""

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from jurdil.results import actions, detecting, jobs, queries, watching
from jurdil.results.models import Tinjauan
from tests import factories
from tests.results import ground
from tests.results.test_review import count, form, ordinary, run, tps

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    made = ground.election()
    count(made, ordinary() | {tps(3): form(60, 97, 10, suara_sah=761), tps(4): form(71, 97, 12)})
    count(made, {tps(5): form(71, 97, 12)})
    run(made)
    return made


def logged_in(client, role: str = "operator", path: str = "73.12"):
    client.force_login(factories.account(role, path))
    return client


def test_the_queue_says_what_shows_and_what_could_change(client, held):
    page = logged_in(client).get(reverse("results:review", args=[held.pk])).content.decode()
    for words in (
        "Formulir yang patut dilihat",
        "Hasil yang sama persis",
        "bukan tuduhan",
        "Bila Suara sah = 167, bukan 761",
        "bagian daerah ini saja",
    ):
        assert words in page, words


def test_a_person_marks_a_row_and_it_leaves_the_queue(client, held):
    row = Tinjauan.objects.get(code="P-5")
    address = reverse("results:review_item", args=[held.pk, row.pk])
    browser = logged_in(client)
    assert "Angka berdampingan" in browser.get(address).content.decode()
    empty = browser.post(address, {"state": "selesai", "note": " "})
    assert empty.status_code == 422
    old = browser.post(address, {"state": "selesai", "note": "x", "seen_at": "2020-01-01"})
    assert "berubah sejak Anda membukanya" in old.content.decode()
    sent = {"state": "selesai", "note": "Kertas: 167.", "seen_at": row.made_at.isoformat()}
    assert browser.post(address, sent).status_code == 302
    page = browser.get(reverse("results:review", args=[held.pk])).content.decode()
    assert "bukan 761" not in page
    done = browser.get(reverse("results:review", args=[held.pk]) + "?status=selesai")
    assert "Kertas: 167." in done.content.decode()


def test_the_file_follows_the_filter(client, held):
    address = reverse("results:review_export", args=[held.pk, "csv"])
    table = logged_in(client).get(address + "?jenis=P-1").content.decode()
    assert table.count("\n") == 2
    assert "7312011001004 7312011001005" in table
    assert (
        logged_in(client).get(reverse("results:review_export", args=[held.pk, "pdf"])).status_code
        == 404
    )


def test_english_has_no_indonesian_sentence(client, held):
    browser = logged_in(client)
    browser.cookies["bahasa"] = "en"
    page = browser.get(reverse("results:review", args=[held.pk])).content.decode()
    assert "Forms that are worth a look" in page
    assert "If Valid votes = 167, not 761" in page


def test_a_button_runs_the_detectors_and_a_ppk_has_none(client, held):
    count(held, {tps(6): form(71, 97, 12)})
    browser = logged_in(client)
    assert (
        "1 formulir berubah"
        in browser.get(reverse("results:review", args=[held.pk])).content.decode()
    )
    assert browser.post(reverse("results:review_run", args=[held.pk])).status_code == 302
    assert detecting.changed_forms(held.pk) == 0
    ppk = logged_in(client, "ppk", "73.12.01")
    page = ppk.get(reverse("results:review", args=[held.pk])).content.decode()
    assert "Periksa sekarang" not in page
    assert "Yang masih dapat mengubah hasil" not in page


def test_changed_forms_are_examined_once_however_many_change(
    held, django_capture_on_commit_callbacks
):
    waiting = DBTaskResult.objects.filter(task_path=jobs.detect_changes.module_path)
    with django_capture_on_commit_callbacks(execute=True):
        count(held, {tps(7): form(80, 80, 11)})
        count(held, {tps(8): form(80, 81, 11)})
    assert waiting.count() == 1
    assert waiting.get().run_after is not None
    assert jobs.detect_changes.call(held.pk) == 2
    assert jobs.detect_changes.call(held.pk) == 0
    with django_capture_on_commit_callbacks(execute=True):
        watching.forms_changed(held.pk)
    assert waiting.count() == 2


def test_a_row_whose_cause_is_gone_can_be_read_but_not_marked(client, held):
    row = Tinjauan.objects.get(code="P-5")
    by = ground.operator(held)
    actions.mark_review(by=by, review_id=row.pk, state="ditinjau", note="Dicari.")
    count(held, {tps(3): form(60, 97, 10)})
    run(held)
    page = logged_in(client).get(reverse("results:review_item", args=[held.pk, row.pk]))
    assert "gugur" in page.content.decode()
    assert "<textarea" not in page.content.decode()
    assert queries.review_item(by, held.pk, row.pk).row.gone_at is not None


def test_votes_that_are_not_in_count_as_all_that_their_paper_can_hold(client, held):
    """The form of one TPS lacks a choice."""
    count(held, {tps(9): {**form(69, 91, 10), "paslon_3": None}})
    by = ground.operator(held)
    (row,) = queries.review_missing(by, held.pk, "ppwp").page.rows
    assert (row.path, row.room, row.stopped) == (tps(9), 306, False)
    assert row.reach.gain == 306
    page = logged_in(client).get(reverse("results:review_missing", args=[held.pk, "ppwp"]))
    assert "TPS 009" in page.content.decode()
    queue = client.get(reverse("results:review", args=[held.pk])).content.decode()
    assert reverse("results:review_missing", args=[held.pk, "ppwp"]) in queue
    ppk = ground.operator(held, "ppk", "73.12.02")
    assert queries.review_missing(ppk, held.pk, "ppwp").page.rows == ()
