"""Clippings, the monthly output, the daily sheet, the press kit."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from jurdil.kernel import clock
from jurdil.kernel.actions.tasks import close_task
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Account, Election, Task
from jurdil.reporting import actions, queries
from tests.reporting import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return ground.office()


def words(content):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "media.example"])
def test_a_link_that_runs_something_is_refused(people, link):
    with pytest.raises(Refused, match="https://"):
        ground.clipping(people[0], link=link)


def test_an_article_is_recorded_once_and_not_of_tomorrow(people):
    author, _chair = people
    ground.clipping(author)
    with pytest.raises(Refused, match="sudah dicatat"):
        ground.clipping(author, "Judul lain")
    with pytest.raises(Refused, match="masa depan"):
        ground.clipping(author, link="", published_on=clock.today() + timedelta(days=1))
    with pytest.raises(Refused, match="nada"):
        ground.clipping(author, link="", tone="entah")


def test_what_needs_an_answer_is_a_task_until_it_is_answered(people):
    author, _chair = people
    election = Election.objects.get().pk
    new = ground.NewClipping("Media", "Kritik", "", clock.today(), "negatif", needs_answer=True)
    made = actions.clip(by=author, new=new, election_id=election)
    task = Task.objects.get(pk=made.task_id)
    assert (task.division, task.source) == ("parmas-sdm", f"reporting:clipping:{made.pk}")
    assert queries.clippings_waiting(author) == 1
    close_task(by=author, task_id=task.pk, result="Sudah dijawab.")
    assert queries.clippings_waiting(author) == 0
    assert queries.clippings(author)[0].answered


def test_a_struck_article_stays_readable_and_is_not_counted(people):
    author, _chair = people
    kept, gone = ground.clipping(author), ground.clipping(author, "Salah catat", link="")
    with pytest.raises(Refused, match="alasan"):
        actions.strike_clipping(by=author, clipping_id=gone.pk, reason=" ")
    actions.strike_clipping(by=author, clipping_id=gone.pk, reason="Bukan tentang kantor.")
    today = clock.today()
    month = queries.month(author, today.year, today.month)
    assert [row.id for row in month.clippings if not row.struck] == [kept.pk]
    assert {code: count for code, count, _part in month.tones}["netral"] == 1
    assert "Salah catat" not in words(queries.clippings_pdf(author, today))


def test_the_month_counts_the_newest_figure_of_a_channel(people):
    author, _chair = people
    today = clock.today()
    given = {"year": today.year, "month": today.month, "channel": "Instagram"}
    for posts in (10, 12):
        actions.note_channel(by=author, posts=posts, views=900, source="Statistik", **given)
    month = queries.month(author, today.year, today.month)
    assert (month.posts.value, month.views.value) == (12, 900)
    assert "Instagram" in words(queries.month_pdf(author, today.year, today.month))
    with pytest.raises(Refused, match="bulan"):
        actions.note_channel(
            by=author, posts=1, views=None, source="x", year=2999, month=1, channel="a"
        )


def test_the_daily_sheet_is_kept_as_it_was_sent(people):
    author, _chair = people
    today = clock.today()
    with pytest.raises(Refused, match="kepada siapa"):
        actions.send_sheet(by=author, day=today, sent_to=" ")
    made = actions.send_sheet(by=author, day=today, sent_to="Posko contoh")
    assert [to for to, _at, _by in queries.day_sheet(author, today).sent] == ["Posko contoh"]
    assert made.file.level == "internal"
    with pytest.raises(Refused, match="sudah berjalan"):
        actions.send_sheet(by=author, day=today + timedelta(days=1), sent_to="Posko")


def test_the_press_kit_opens_and_holds_what_it_promises(people):
    author, chair = people
    made = ground.publish(author, chair, ground.write(author))
    kit = zipfile.ZipFile(io.BytesIO(queries.press_kit(author)))
    assert {"baca-dulu.txt", "fakta.pdf", "fakta.csv", "pejabat.csv", "jadwal.csv"} <= set(
        kit.namelist()
    )
    assert f"siaran/{made.slug}.txt" in kit.namelist()
    assert "Contoh ketua" in kit.read("pejabat.csv").decode("utf-8-sig")


def test_pages_files_and_empty_states(people):
    author, _chair = people
    client = Client()
    client.force_login(Account.objects.get(pk=author.account_id))
    day = clock.today()
    for name, args in {
        "reporting:clippings": [],
        "reporting:month": [day.year, day.month],
        "reporting:day": [day],
        "reporting:releases": [],
        "reporting:evaluations": [],
        "portal:news": [],
    }.items():
        assert (
            "Belum ada" in client.get(reverse(name, args=args)).content.decode()
            or name == "reporting:day"
        )
    for kind in ("csv", "xlsx", "pdf"):
        assert client.get(reverse("reporting:day_file", args=[day, kind])).status_code == 200
        page = client.get(reverse("reporting:month_file", args=[day.year, day.month, kind]))
        assert page.status_code == 200
    assert client.get(reverse("reporting:day_file", args=[day, "exe"])).status_code == 404
    assert client.get("/laporan/harian/2024-13-45/").status_code == 404
    assert client.get("/laporan/bulanan/2024-13/").status_code == 404
