"""The pages of an import: upload, progress, preview, end; each says what happened and what next."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jurdil.kernel import imports
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Holiday, ImportBatch, LedgerEntry
from tests import factories
from tests.jobs import work
from tests.kernel.sample_room.imports import HolidayImport
from tests.kernel.test_imports import GOOD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def importer():
    imports.unregister(HolidayImport.kind)
    imports.register(HolidayImport)
    yield
    imports.unregister(HolidayImport.kind)


@pytest.fixture
def operator(client):
    client.force_login(
        factories.account("operator"), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def send(client, content=GOOD, name="libur.csv", **options):
    file = SimpleUploadedFile(name, content)
    return client.post(
        reverse("kernel:import_new", args=["hari-libur"]), {"berkas": file, **options}
    )


def page(client, batch) -> str:
    return client.get(reverse("kernel:import", args=[batch.pk])).content.decode()


def test_from_the_upload_to_the_ledger(operator):
    answer = send(operator, nasional="on")
    batch = ImportBatch.objects.get()
    assert answer.url == reverse("kernel:import", args=[batch.pk])
    waiting = page(operator, batch)
    assert "Berkas sedang dibaca" in waiting
    assert '<noscript><meta http-equiv="refresh"' in waiting
    work()
    preview = page(operator, batch)
    assert "Terbitkan 2 baris" in preview
    assert "2024-02-14" in preview
    assert "refresh" not in preview
    assert not Holiday.objects.exists()
    operator.post(reverse("kernel:import_publish", args=[batch.pk]))
    assert Holiday.objects.count() == 2
    ended = page(operator, batch)
    entry = LedgerEntry.objects.get(act="import.publish")
    assert reverse("kernel:ledger_entry", args=[entry.seq]) in ended
    assert "Lihat hasilnya" in ended
    assert entry.actor_name == "Contoh operator"
    assert "libur.csv" in operator.get(reverse("kernel:imports")).content.decode()


def test_a_poll_after_the_end_asks_for_a_full_reload(operator):
    send(operator)
    url = reverse("kernel:import", args=[ImportBatch.objects.get().pk])
    assert "HX-Refresh" not in operator.get(url, headers={"HX-Request": "true"})
    work()
    assert operator.get(url, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert "HX-Refresh" not in operator.get(url)


def test_a_refused_file_names_row_and_column_in_both_languages(operator):
    send(operator, b"hari,nama,urutan\n2024-02-14,Libur,dua\n")
    work()
    batch = ImportBatch.objects.get()
    assert "Baris 2, kolom urutan: “dua” bukan bilangan bulat." in page(operator, batch)
    operator.cookies["bahasa"] = "en"
    assert "Row 2, column urutan: “dua” is no whole number." in page(operator, batch)


@pytest.mark.parametrize(
    ("content", "options", "sentence"),
    [
        (b"x" * 50_000_001, {}, "sedangkan batasnya 50 MB"),
        (GOOD, {"lengkap": "2024-01-01"}, "Hari yang harus ada"),
    ],
)
def test_what_is_wrong_before_reading_stands_at_the_form(operator, content, options, sentence):
    answer = send(operator, content, **options)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert 'id="galat"' in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_an_empty_file_is_refused_by_the_reader_with_its_reason(operator):
    send(operator, b"")
    work()
    assert "Berkas ini kosong" in page(operator, ImportBatch.objects.get())


def test_cancelling_while_it_is_read_stops_the_job(operator):
    send(operator)
    batch = ImportBatch.objects.get()
    operator.post(reverse("kernel:import_cancel", args=[batch.pk]))
    work()
    assert "Impor dibatalkan" in page(operator, batch)
    assert not batch.rows.exists()


def test_publishing_twice_answers_with_a_page_and_changes_nothing(operator):
    send(operator)
    work()
    url = reverse("kernel:import_publish", args=[ImportBatch.objects.get().pk])
    operator.post(url)
    assert operator.post(url).status_code == 409
    assert Holiday.objects.count() == 2


def test_who_lacks_the_importers_right_sees_neither_its_kind_nor_its_buttons(operator, client):
    send(operator)
    work()
    batch = ImportBatch.objects.get()
    client.logout()
    client.force_login(
        factories.account("pengawas"), backend="django.contrib.auth.backends.ModelBackend"
    )
    seen = page(client, batch)
    assert "2024-02-14" in seen
    assert "Terbitkan" not in seen
    assert client.get(reverse("kernel:imports")).context["kinds"] == ()
    assert client.get(reverse("kernel:import_new", args=["hari-libur"])).status_code == 403
    assert client.post(reverse("kernel:import_publish", args=[batch.pk])).status_code == 403


def test_who_could_not_bring_it_is_not_led_to_what_came_in(operator):
    send(operator)
    work()
    batch = ImportBatch.objects.get()
    operator.post(reverse("kernel:import_publish", args=[batch.pk]))
    assert "Lihat hasilnya" in page(operator, batch)
    operator.force_login(
        factories.account("pengawas"), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert "Lihat hasilnya" not in page(operator, batch)


def test_an_import_of_another_place_is_not_found(operator, client):
    send(operator)
    batch = ImportBatch.objects.get()
    client.logout()
    client.force_login(
        factories.account("ppk", "73.12.01"), backend="django.contrib.auth.backends.ModelBackend"
    )
    for name in ("kernel:import", "kernel:import_publish", "kernel:import_cancel"):
        url = reverse(name, args=[batch.pk])
        answer = client.get(url) if name == "kernel:import" else client.post(url)
        assert answer.status_code == 404
    assert "libur.csv" not in client.get(reverse("kernel:imports")).content.decode()


def test_the_election_is_asked_for_when_more_than_one_runs(operator, monkeypatch):
    monkeypatch.setattr(HolidayImport, "needs_election", True)
    url = reverse("kernel:import_new", args=["hari-libur"])
    assert "Belum ada pemilihan yang berjalan" in operator.get(url).content.decode()
    first, second = factories.election(), factories.election("pilkada-2024")
    assert 'type="file"' not in operator.get(url).content.decode()
    asked = operator.get(f"{url}?pemilihan={second.pk}").content.decode()
    assert 'type="file"' in asked
    file = SimpleUploadedFile("a.csv", GOOD)
    operator.post(f"{url}?pemilihan={second.pk}", {"berkas": file})
    assert ImportBatch.objects.get().election_id == second.pk != first.pk


def test_an_unknown_kind_is_not_found(operator):
    assert operator.get(reverse("kernel:import_new", args=["tidak-ada"])).status_code == 404


def test_the_preview_groups_what_is_skipped_by_reason(operator):
    from jurdil.kernel.actions.imports import publish_import

    by = factories.viewer()
    first = staging.open_batch(by, kind="hari-libur", name="a.csv", content=GOOD)
    publish_import(by=by, batch_id=staging.read_now(first.pk).pk)
    send(operator, GOOD + b"2024-05-01,Buruh\n", lengkap="2024-02-14")
    work()
    seen = page(operator, ImportBatch.objects.latest("pk"))
    assert "Dilewati: 2 baris" in seen
    assert "sudah-ada" in seen
    assert "Hari ini sudah tercatat." in seen
    assert "Terbitkan 1 baris" in seen
